// Several people bring tables in: each within what they may see and write, one after another into one register, at the same
// time into two; one stops half-way; one loses the post. And whatever values there are, what goes out comes in as it was.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellSentence } from '#contract/cell-words.ts'
import type { CellProblem } from '#domain/cell-problem.ts'
import type { Given } from '#domain/field-value.ts'
import { type ImportWork, workImports } from '#operations/import-work.ts'
import { openEveryRegister } from './support/every-field.ts'
import {
  broughtIn,
  carriedOut,
  fileOf,
  linesOf,
  proposedPlan,
  type Shown,
  settled,
  tried,
  uploaded,
  workBeside,
  workbook,
} from './support/imports.ts'
import { outcome } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let officer: Call
let work: ImportWork & { logged: string[] }
let plots: [string, string, string]
const register = 'every'

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  work = await workBeside(zone)
  office = await zone.as('fangning')
  officer = await zone.as('xuzhixia')
  plots = await openEveryRegister(office)
})
afterAll(async () => {
  await work.stop()
  await zone.close()
  expect(work.logged).toEqual([])
})

const reasons = async (call: Call, shown: Shown) =>
  (await linesOf(call, shown)).flatMap(({ row, problems }) =>
    problems.map(
      ({ cell, problem, facts }) => `${cell ?? row}: ${cellSentence({ problem, facts } as CellProblem, 'zh')}`,
    ),
  )
const csv = (lines: string[]) => Buffer.from(lines.join('\n'))
const many = (mark: string, count: number) =>
  csv(['名称,编号,管理单位', ...Array.from({ length: count }, (_, n) => `${mark}${n},${mark}-${n},经发局`)])

test('a unit’s officer brings in what the unit keeps, sees no hidden field, and records no earlier steps', async () => {
  await office('addEntry', { register, values: { name: '科创局的', number: 'K-1', lead: await unitOf('科创局') } })
  const shown = await uploaded(
    officer,
    register,
    await workbook([
      ['名称', '编号', '管理单位', '底价（元）', '建设·规划'],
      ['甲', 'R-1', '经发局', 5, null],
      ['乙', 'R-2', '科创局', null, null],
      ['丙', 'R-3', '经发局', null, '2026-01-01'],
      ['丁', 'K-1', '经发局', null, null],
    ]),
  )
  expect(shown.sheets[0]!.proposed.map(({ head, to }) => [head, to])).toContainEqual(['底价（元）', null])
  expect(shown.targets.map(({ to }) => to)).not.toContain('field/secret')
  const { id, version } = shown.job
  const forced = proposedPlan(shown, { '底价（元）': 'field/secret' })
  expect(await outcome(officer('planImport', { register, id, version, plan: forced }))).toBe('not-your-field')
  const done = await carriedOut(officer, await tried(officer, shown))
  expect(done.job.run!.counts).toMatchObject({ added: 1, refused: 3 })
  expect(await reasons(officer, done)).toEqual([
    '3: 该事项不属于您的单位，不能办理',
    'E4: 您的岗位无权办理此项（需要：督查室、台账管理员）',
    // An entry out of reach is not told, only that the number is taken.
    'B5: 台账中已有条目的“编号”与此相同',
  ])
})

async function unitOf(short: string): Promise<string> {
  const { units } = await office('getDirectory', {})
  return units.find(({ shortName }) => shortName === short)!.id
}

test('nobody sees the import of somebody else; leaders bring nothing in', async () => {
  const shown = await uploaded(office, register, many('看', 2))
  const { id, version } = shown.job
  expect(await outcome(officer('getImport', { register, id }))).toBe('not-found')
  expect(await outcome(officer('planImport', { register, id, version, plan: proposedPlan(shown) }))).toBe('not-found')
  expect(await outcome(officer('cancelImport', { register, id }))).toBe('not-found')
  expect((await officer('listImports', { register })).map((job) => job.id)).not.toContain(id)
  const leader = await zone.as('linxiangdong')
  expect(await outcome(leader('uploadImport', { register, fileName: 'a.csv' }, bytesOf('a')))).toBe('forbidden')
})

test('into one register one after another, each with its place in the line; into two at the same time', async () => {
  const plot = csv(['地块名称,地块编号', ...Array.from({ length: 3000 }, (_, n) => `地块${n},Z-${n}`)])
  const ready = async (call: Call, into: string, bytes: Uint8Array) =>
    tried(call, await uploaded(call, into, bytes, `${into}.csv`))
  const begun = (call: Call, { job }: Shown) =>
    call('startImport', { register: job.code, id: job.id, version: job.version })
  const [one, two, three] = [
    await ready(office, register, many('先', 6000)),
    await ready(officer, register, many('后', 2000)),
    await ready(office, 'plot', plot),
  ]
  const first = await begun(office, one)
  const second = await begun(officer, two)
  expect(second.before).toBe(1)
  const other = await begun(office, three)
  const done = await Promise.all([settled(office, first), settled(officer, second), settled(office, other)])
  expect(done.map(({ job }) => job.run!.counts.added)).toEqual([6000, 2000, 3000])
  const journal = await zone.system.db.query(
    { zone: 'main', units: '*' },
    {
      strings: [
        `select id, min(seq) as first, max(seq) as last from journal where noun = 'import_job' and act = 'startImport'
         and data ->> 'kind' = 'passed' group by id`,
      ],
      values: [],
    },
  )
  const span = ({ job }: Shown) => journal.find(({ id }) => id === job.id) as { first: number; last: number }
  expect(span(first).last).toBeLessThan(span(second).first)
  expect(span(other).first).toBeLessThan(span(first).last)
})

test('one that is stopped half-way keeps what it saved, and no other stretch is begun', async () => {
  const shown = await tried(office, await uploaded(office, register, many('停', 8000)))
  const { id, version } = shown.job
  await office('startImport', { register, id, version })
  let run = { slices: 0 }
  while (run.slices === 0) run = (await office('getImport', { register, id })).job.run!
  const cancelled = await office('cancelImport', { register, id })
  expect(cancelled.job.state).toBe('cancelled')
  const { count } = await office('countEntries', { register, filter: ['number>=停-', 'number<=停-~'] })
  expect(count).toBe(cancelled.job.run!.counts.added)
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(8000)
  expect(await outcome(office('cancelImport', { register, id }))).toBe('wrong-stage')
})

test('two processes that carry the same import put each line in once', async () => {
  const { accounts } = await zone.contextOf('admin')
  const second = workImports(zone.system, accounts, { everyMs: 20, log: (line) => work.logged.push(line) })
  const done = await broughtIn(office, register, many('双', 6000), '双.csv')
  await second.stop()
  expect(done.job.run!.counts).toMatchObject({ added: 6000, refused: 0 })
  expect((await office('countEntries', { register, filter: ['number>=双-', 'number<=双-~'] })).count).toBe(6000)
})

test('steps of the plan that cannot be are refused', async () => {
  const shown = await uploaded(office, register, many('错', 2))
  const { id, version } = shown.job
  const plan = proposedPlan(shown)
  const tries = [
    { ...plan, columns: plan.columns.map((one) => ({ ...one, to: 'field/name' })) },
    { ...plan, columns: [{ column: 0, head: '名称', to: 'field/nothing', unit: null }] },
    { ...plan, columns: [{ column: 0, head: '名称', to: 'field/per', unit: null }] },
    { ...plan, columns: [{ column: 0, head: '名称', to: 'field/cost', unit: '亩' }] },
    { ...plan, columns: [] },
    { ...plan, sheet: 3 },
    { ...plan, head: { from: 500, to: 500 } },
  ]
  for (const one of tries)
    expect(await outcome(office('planImport', { register, id, version, plan: one }))).toBe('bad-mapping')
  expect(await outcome(office('startImport', { register, id, version }))).toBe('wrong-stage')
  const secret = uploaded(office, register, csv(['名称', '机密★1年']), 'a.csv')
  expect(await outcome(secret)).toBe('secrecy-mark')
})

const words = fc.string({ unit: fc.constantFrom(...'云溪 路=+-@_x0D;、；"<>&\n1'), minLength: 1, maxLength: 12 })
const text = words.filter((one) => one.trim() !== '')
const day = fc.constantFrom('1900-01-01', '1999-12-31', '2024-02-29', '2026-03-05', '2199-12-31')
const decimal = (places: number) =>
  fc.bigInt({ min: -90_000_000_000_000n, max: 90_000_000_000_000n }).map((n) => {
    const digits = String(n < 0n ? -n : n).padStart(places + 1, '0')
    return `${n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
  })

test('whatever values there are, what goes out comes in as it was', { timeout: 60_000 }, async () => {
  const { units, posts, people } = await office('getDirectory', {})
  const among = (rows: readonly { id: string }[]) => fc.constantFrom(...rows.map(({ id }) => id))
  const values = fc.record(
    {
      name: text,
      note: text,
      cost: decimal(2),
      area: decimal(2),
      share: decimal(1),
      opened: day,
      month: day.map((one) => one.slice(0, 7)),
      formal: fc.boolean(),
      kind: fc.constantFrom('政务', '养老'),
      tags: fc.uniqueArray(fc.constantFrom('夜间', '周末、节日', '节日'), { minLength: 1 }),
      lead: among(units),
      post: among(posts),
      person: among(people),
      plot: fc.constantFrom(...plots),
      place: fc.record({
        type: fc.constant('Point' as const),
        coordinates: fc
          .tuple(fc.integer({ min: -18_000, max: 18_000 }), fc.integer({ min: -9000, max: 9000 }))
          .map(([east, north]) => [east / 100, north / 100] as [number, number]),
      }),
      code: text,
      industry: text,
      secret: decimal(2),
    },
    { requiredKeys: ['name'] },
  )
  const lines = fc.sample(values, 400) as Given[]
  const { added, refused } = await office('addEntries', { register, lines })
  expect([added.length, refused]).toEqual([400, []])
  for (const money of ['元', '亿元'] as const) {
    const bytes = await fileOf(await office('exportEntries', { register, money }))
    const { count } = await office('countEntries', { register })
    const trial = await tried(office, await uploaded(office, register, bytes))
    expect((await linesOf(office, trial)).slice(0, 5)).toEqual([])
    expect(trial.job.trial!.counts.same).toBe(trial.job.lines)
    expect(trial.job.lines).toBeGreaterThanOrEqual(count)
  }
})
