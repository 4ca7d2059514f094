// A register as an Excel file, read back by another's hand: heads, real numbers and days, what is offered, what is hidden;
// who sees what; what was known then; a large one.

import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import type { Outgoing } from '#contract/entry.ts'
import { openEveryRegister } from './support/every-field.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: (short: string) => string
let first: OutputOf<'addEntry'>
let plots: [string, string, string]

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  const { units, posts, people } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  plots = await openEveryRegister(office)
  first = await office('addEntry', {
    register: 'every',
    values: {
      name: '=HYPERLINK("http://a")',
      number: '007',
      note: '第一行\n第二行 _x0041_ <b>&',
      cost: '12345678.9',
      area: '80.25',
      share: '12.5',
      opened: '2026-01-15',
      month: '2026-02',
      formal: false,
      kind: '政务',
      tags: ['夜间', '周末、节日'],
      lead: unit('经发局'),
      post: posts[0]!.id,
      person: people[0]!.id,
      plot: plots[1],
      place: { type: 'Point', coordinates: [117.2, 34.2] },
      code: '91350100M0001TGQXM',
      industry: 'C39',
      secret: '99.99',
    },
  })
  const lines = [{ entry: first.id, ladder: 'build', to: 'start', on: '2026-02-01', certificateOn: null }]
  await office('recordSteps', { register: 'every', lines, reason: '补录' })
})
afterAll(() => zone.close())

async function bytesOf({ body }: Outgoing): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function opened(call: Call, asked: object = {}) {
  const bytes = await bytesOf(await call('exportEntries', { register: 'every', ...asked }))
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  const [sheet, about, lists] = sheets
  const heads = sheet!.rows[1]!.map(String)
  const lines = sheet!.rows.slice(2).map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at]])))
  return { sheet: sheet!, about: about!, lists: lists!, heads, lines }
}

test('a line has real days and numbers, names for ids, and nothing becomes a formula', async () => {
  const { lines, sheet } = await opened(office)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toEqual({
    条目标识: `${first.id}@2`,
    '名称*': '=HYPERLINK("http://a")',
    编号: '007',
    情况: '第一行\n第二行 _x0041_ <b>&',
    '投资额（万元）': 1234.56789,
    '面积（平方米）': 80.25,
    '占比（%）': 12.5,
    启用日期: new Date('2026-01-15'),
    统计月份: '2026-02',
    是否正式: '否',
    类别: '政务',
    标签: '夜间；周末、节日',
    管理单位: '经发局',
    责任岗位: expect.any(String),
    联系人: '系统管理员',
    所在地块: 'D-2',
    位置: '117.2,34.2',
    附件: null,
    信用代码: '91350100M0001TGQXM',
    行业: 'C39',
    单位面积投资: '153840.24',
    '底价（万元）': 0.009999,
    建设·阶段: '开工',
    建设·规划: null,
    建设·开工: new Date('2026-02-01'),
    建设·启用: null,
    评定·阶段: null,
    评定·初评: null,
  })
  expect([...sheet.cells!.values()].filter(({ formula }) => formula !== undefined)).toEqual([])
})

test('the head is frozen, the mark hidden, choices are offered from a hidden sheet', async () => {
  const { sheet, about, lists } = await opened(office)
  expect(sheet.name).toBe('云溪高新区全类型台账')
  expect(sheet.rows[0]![1]).toBe('云溪高新区全类型台账')
  expect(sheet.freezePane).toMatchObject({ rows: 2, columns: 2 })
  expect(sheet.columns![0]!.hidden).toBe(true)
  expect(sheet.autoFilter?.range).toBe('A2:AB3')
  expect(lists.hidden).toBe(true)
  expect(lists.rows.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
    ['是', '政务'],
    ['否', '养老'],
  ])
  const offered = sheet.dataValidations!.map(({ range, formula1 }) => [range, formula1])
  expect(offered.slice(0, 2)).toEqual([
    ['J3:J2003', '选项!$A$1:$A$2'],
    ['K3:K2003', '选项!$B$1:$B$2'],
  ])
  const told = about.rows.map((row) => row.filter((cell) => cell !== null && cell !== '').join('｜'))
  expect(told).toContain('清空｜要清空原有内容，填写 【清空】')
  expect(told).toContain('名称*｜文字｜是')
  expect(told).toContain('类别｜单选｜政务、养老｜从下拉列表中选取')
})

test('columns, unit of money and filter are as asked for; a template is heads alone', async () => {
  const { heads, lines } = await opened(office, { columns: ['cost', 'name'], money: '元', steps: false })
  expect(heads).toEqual(['条目标识', '投资额（元）', '名称*'])
  expect(lines[0]!['投资额（元）']).toBe(12_345_678.9)
  expect((await opened(office, { filter: ['kind=养老'] })).lines).toEqual([])
  expect((await opened(office, { empty: true })).lines).toEqual([])
})

test('who may not see a field does not get it, and nobody gets entries out of reach', async () => {
  const keeping = await opened(await zone.as('xuzhixia'))
  expect(keeping.heads).not.toContain('底价（万元）')
  expect(keeping.lines.map(({ 编号 }) => 编号)).toEqual(['007'])
  expect((await opened(await zone.as('songyining'))).lines).toEqual([])
})

test('as of a moment before, the register is as it was then', async () => {
  const asOf = zone.system.clock().toISOString()
  await office('reviseEntry', { register: 'every', id: first.id, version: 2, values: { kind: '养老' } })
  expect((await opened(office)).lines[0]!.类别).toBe('养老')
  expect((await opened(office, { asOf })).lines[0]!.类别).toBe('政务')
})
