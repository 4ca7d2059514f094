// A table brought into a register: what goes out comes in unchanged, cells that cannot be read are told where they stand, a
// file that comes again changes what it changed, and nobody's work is overwritten.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellSentence } from '#contract/cell-words.ts'
import type { OutputOf } from '#contract/contract.ts'
import type { CellProblem } from '#domain/cell-problem.ts'
import type { ImportLine } from '#domain/import-line.ts'
import type { ImportWork } from '#operations/import-work.ts'
import { openEveryRegister } from './support/every-field.ts'
import {
  broughtIn,
  carriedOut,
  fileOf,
  linesOf,
  proposedPlan,
  tried,
  uploaded,
  workBeside,
  workbook,
} from './support/imports.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let work: ImportWork & { logged: string[] }
let unit: (short: string) => string
let plots: [string, string, string]
const register = 'every'

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  work = await workBeside(zone)
  office = await zone.as('fangning')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  plots = await openEveryRegister(office)
})
afterAll(async () => {
  await work.stop()
  await zone.close()
  expect(work.logged).toEqual([])
})

const entries = async (): Promise<OutputOf<'listEntries'>['entries']> =>
  (await office('listEntries', { register, limit: 500 })).entries
const entry = async (number: string) => (await entries()).find(({ values }) => values.number === number)!
const reasons = (lines: ImportLine[]) =>
  lines.flatMap(({ row, problems }) =>
    problems.map(
      ({ cell, problem, facts }) => `${cell ?? row}: ${cellSentence({ problem, facts } as CellProblem, 'zh')}`,
    ),
  )

test('a table by another hand: heads are found, cells read, new entries made with their steps', async () => {
  const bytes = await workbook([
    ['云溪高新区服务点台账'],
    [null, null, null, '单位：万元'],
    [
      '点位叫法',
      '编号',
      '投资额',
      '面积',
      '管理单位',
      '启用时间',
      '类别',
      '标签',
      '所在地块',
      '是否正式',
      '建设·规划',
      '建设·开工',
      '备注栏',
    ],
    [
      '云溪路服务点',
      'A-1',
      120.5,
      '1.2万㎡',
      '经济发展局',
      '2026年1月15日',
      '政务',
      '夜间、节日',
      'D-2',
      '√',
      '2025/11/2',
      46_040,
      '略',
    ],
    [null, null, null, null, null, null, null, null, null, null, null, null, null],
    [
      '北山路服务点',
      'A-2',
      '3亿元',
      80.25,
      '科创局',
      new Date('2026-02-01'),
      '养老',
      null,
      '东一路地块',
      '否',
      null,
      null,
      null,
    ],
  ])
  const shown = await uploaded(office, register, bytes)
  const [sheet] = shown.sheets
  expect(sheet!.head).toEqual({ from: 3, to: 3 })
  expect(Object.fromEntries(sheet!.proposed.map(({ head, to, unit, why }) => [head, [to, unit, why]]))).toMatchObject({
    点位叫法: [null, null, null],
    编号: ['field/number', null, 'name'],
    投资额: ['field/cost', '万元', 'name'],
    启用时间: ['field/opened', null, 'alike'],
    建设·开工: ['step/build/start', null, 'name'],
    备注栏: [null, null, null],
  })
  const plan = proposedPlan(shown, { 点位叫法: 'field/name' })
  const trial = await tried(office, shown, plan)
  expect(trial.job).toMatchObject({ state: 'tried', lines: 2, trial: { counts: { added: 2, steps: 2, refused: 0 } } })
  expect(await entries()).toEqual([])
  const done = await carriedOut(office, trial)
  expect(done.job).toMatchObject({ state: 'done', run: { counts: { added: 2, steps: 2 } } })
  expect((await entry('A-1')).values).toEqual({
    name: '云溪路服务点',
    number: 'A-1',
    cost: '1205000',
    area: '12000',
    lead: unit('经发局'),
    opened: '2026-01-15',
    kind: '政务',
    tags: ['夜间', '节日'],
    plot: plots[1],
    formal: true,
  })
  expect((await entry('A-1')).rungs.build).toMatchObject({ rung: 'start', since: '2026-01-18' })
  expect((await entry('A-2')).values).toMatchObject({ cost: '300000000', opened: '2026-02-01', plot: plots[0] })
})

test('what goes out comes in again and changes nothing', async () => {
  const bytes = await fileOf(await office('exportEntries', { register }))
  const before = await entries()
  const done = await broughtIn(office, register, bytes)
  expect(done.job.run!.counts).toEqual({ added: 0, changed: 0, same: 2, refused: 0, conflict: 0, steps: 0 })
  expect(await entries()).toEqual(before)
})

test('a head that was chosen once is known the next time', async () => {
  const shown = await uploaded(
    office,
    register,
    await workbook([
      ['编号', '点位叫法', '备注栏'],
      ['A-9', '甲', ''],
    ]),
  )
  expect(shown.sheets[0]!.proposed.map(({ to, why }) => [to, why])).toEqual([
    ['field/number', 'name'],
    ['field/name', 'remembered'],
    [null, null],
  ])
})

test('each cell that cannot be read is told where it stands, and the other lines go in', async () => {
  const bytes = await workbook([
    ['名称', '编号', '投资额（万元）', '管理单位', '启用日期', '类别', '所在地块', '附件', '建设·开工', '建设·启用'],
    ['甲', 'B-1', '约三千', '财政', '3/5/2026', '其他', '同名地块', '', '2026-04-01', ''],
    [null, 'B-2', 1, '经发局', null, null, null, null, null, null],
    ['丙', 'B-3', 1.000001, '经发局', '2026-03-01', null, null, null, '2026-02-01', '2026-01-01'],
    ['丁', 'B-4', 5, '经发局', null, null, null, null, null, null],
    ['戊', 'B-4', 6, '经发局', null, null, null, null, null, null],
  ])
  const done = await broughtIn(office, register, bytes)
  expect(done.job.run!.counts).toEqual({ added: 1, changed: 0, same: 0, refused: 4, conflict: 0, steps: 0 })
  expect(reasons(await linesOf(office, done))).toEqual([
    'C2: “约三千”不是数字',
    'D2: 没有“财政”，或不在您的权限范围内',
    'E2: “3/5/2026”不是日期，请写作 2026-03-05',
    'F2: “其他”不在可选项中（政务、养老）',
    'G2: “同名地块”不止一个：D-2、D-3',
    'I2: 2026-04-01 尚未到来',
    'A3: 必须填写',
    'J4: 日期早于上一阶段的日期（2026-02-01）',
    '6: 与第 5 行是同一条目',
  ])
})

test('refused lines come back as a file with their reasons, are mended and go in', async () => {
  const bytes = await workbook([
    ['名称', '编号', '投资额（万元）'],
    ['己', 'C-1', '多'],
    ['庚', 'C-2', 7],
  ])
  const first = await broughtIn(office, register, bytes)
  const refused = await fileOf(await office('getRefusedLines', { register, id: first.job.id }))
  const again = await uploaded(office, register, refused)
  expect(again.sheets[0]!.top[2]!.cells).toEqual(['己', 'C-1', '多', 'C2“投资额（万元）”：“多”不是数字'])
  expect(again.sheets[0]!.proposed.map(({ to }) => to)).toEqual(['field/name', 'field/number', 'field/cost', null])
  const mended = await workbook([
    ['名称', '编号', '投资额（万元）', '未导入原因'],
    ['己', 'C-1', 8, 'C2“投资额（万元）”：“多”不是数字'],
  ])
  expect((await broughtIn(office, register, mended)).job.run!.counts).toMatchObject({ added: 1, refused: 0 })
  expect((await entry('C-1')).values.cost).toBe('80000')
})

test('a file that comes again updates: by the unique field, an empty cell leaves, the mark empties', async () => {
  const bytes = await workbook([
    ['名称', '编号', '投资额（元）', '类别', '启用日期'],
    ['', 'A-1', 99, '【清空】', null],
  ])
  const shown = await tried(office, await uploaded(office, register, bytes))
  expect(await linesOf(office, shown)).toMatchObject([
    {
      is: 'changed',
      changes: [
        { head: '投资额（元）', old: '1205000', new: '99' },
        { head: '类别', old: '政务', new: '' },
      ],
    },
  ])
  await carriedOut(office, shown)
  const { values } = await entry('A-1')
  expect(values).toMatchObject({ name: '云溪路服务点', cost: '99', opened: '2026-01-15' })
  expect(values.kind).toBeUndefined()
})

test('a line of an entry that was changed since is a conflict, shown and not overwritten', async () => {
  const heads = ['条目标识', '名称', '编号', '投资额（元）']
  const { id, version } = await entry('A-2')
  await office('reviseEntry', { register, id, version, values: { cost: '5' } })
  const old = [`${id}@${version}`, '北山路服务点', 'A-2']
  const done = await broughtIn(office, register, await workbook([heads, [...old, 7]]))
  expect(done.job.run!.counts).toMatchObject({ conflict: 1, changed: 0 })
  expect(reasons(await linesOf(office, done))).toEqual(['D2: 导出之后已被修改，现为“5”，未覆盖'])
  expect((await entry('A-2')).values.cost).toBe('5')
  const same = await broughtIn(office, register, await workbook([heads, [...old, 5]]))
  expect(same.job.run!.counts).toMatchObject({ conflict: 0, same: 1 })
})

test('a line whose entry is not there, was taken out, or has another’s number is refused', async () => {
  const gone = await entry('C-2')
  await office('removeEntry', { register, id: gone.id, version: gone.version, reason: '重复' })
  const heads = ['条目标识', '名称', '编号']
  const there = await entry('A-2')
  const done = await broughtIn(
    office,
    register,
    await workbook([
      heads,
      [`01890000-0000-7000-8000-000000000000@1`, '甲', 'X-1'],
      [`${gone.id}@${gone.version + 1}`, '新名', 'C-2'],
      ['旧标识', '甲', 'X-2'],
      [`${there.id}@${there.version}`, '北山路服务点', 'A-1'],
    ]),
  )
  expect(done.job.run!.counts).toMatchObject({ refused: 4 })
  expect(reasons(await linesOf(office, done))).toEqual([
    'A2: 没有“01890000-0000-7000-8000-000000000000@1”，或不在您的权限范围内',
    '3: 该条目已移出台账，恢复后才能办理',
    'A4: 没有“旧标识”，或不在您的权限范围内',
    'C5: 台账中已有条目的“编号”与此相同',
  ])
})
