// Figures that count themselves: every figure opens to its steps, no total counts a step twice whatever the units and classes,
// SQL counts as the domain says, a step struck out is gone, and March's figure can be asked for again. And what a step
// proposes elsewhere waits for a person.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import type { Climb } from '#domain/climb.ts'
import { countSteps, type Grouping } from '#domain/counting.ts'
import type { Entry } from '#domain/entry.ts'
import { Counting, Definition } from '#domain/register.ts'
import { outcome } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let units: string[]
const register = 'tally'

const countings = [
  { key: 'first', name: '首次', ladder: 'main', rung: 'done', credits: ['lead', 'support'] },
  { key: 'every', name: '每次', ladder: 'main', rung: 'done', first: false, credits: ['lead', 'support'] },
  { key: 'certified', name: '按证书', ladder: 'main', rung: 'done', dated: 'certificate', credits: ['support'] },
  {
    key: 'large',
    name: '大项目',
    ladder: 'main',
    rung: 'done',
    where: '金额 >= 5元 and 内部 != true',
    credits: ['lead'],
  },
  ...[true, false].map((nested) => ({
    ...{
      key: nested ? 'nested' : 'apart',
      name: nested ? '含大' : '不含大',
      ladder: 'main',
      rung: 'done',
      first: false,
    },
    classes: {
      field: 'amount',
      nested,
      steps: [
        { name: '一以上', from: '1' },
        { name: '五以上', from: '5' },
        { name: '九以上', from: '9.005' },
      ],
    },
  })),
].map((one) => Counting.parse(one))

const definition = Definition.parse({
  ...{ code: register, name: '计数', entryName: '项', title: 'name', lead: 'lead' },
  fields: [
    { key: 'name', name: '名称', type: 'text', required: true },
    { key: 'amount', name: '金额', type: 'money' },
    { key: 'inner', name: '内部', type: 'yes-no' },
    { key: 'lead', name: '牵头', type: 'unit' },
    { key: 'support', name: '配合', type: 'unit', opens: true },
  ],
  ladders: [
    {
      key: 'main',
      name: '推进',
      rungs: [
        { key: 'begun', name: '开始' },
        { key: 'done', name: '完成' },
      ],
    },
  ],
  counts: countings,
})

type Own = OutputOf<'defineRegister'>
let made: Own
const entries = new Map<string, Entry>()
const climbs = new Map<string, Climb>()

const day = fc.integer({ min: 0, max: 89 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const whoever = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined })
const subject = fc.record({
  amount: fc.option(fc.constantFrom('0', '0.99', '1', '4.99', '5', '9', '9.01', '100'), { nil: undefined }),
  inner: fc.option(fc.boolean(), { nil: undefined }),
  lead: whoever,
  support: whoever,
  steps: fc.array(fc.record({ certificateOn: fc.option(day, { nil: null }), struck: fc.boolean() }), { maxLength: 3 }),
  removed: fc.nat({ max: 9 }).map((n) => n === 0),
})

beforeAll(async () => {
  zone = await openTestZone('2026-04-10')
  office = await zone.as('fangning')
  units = (await office('getDirectory', {})).units.slice(2, 6).map(({ id }) => id)
  made = await office('defineRegister', { definition })
  for (const [i, one] of fc.sample(subject, { numRuns: 50, seed: 7 }).entries()) await enact(i, one)
}, 60_000)
afterAll(() => zone.close())

type Told = {
  amount: string | undefined
  inner: boolean | undefined
  lead: number | undefined
  support: number | undefined
  steps: { certificateOn: string | null; struck: boolean }[]
  removed: boolean
}

/** An entry that comes to the top rung as often as it is told, going back between, on days that follow each other. */
async function enact(i: number, { steps, removed, lead, support, ...values }: Told) {
  const given = { name: `项${i}`, ...values, lead: lead === undefined ? undefined : units[lead] }
  const all = { ...given, support: support === undefined ? undefined : units[support] }
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  let entry: Entry = await office('addEntry', { register, values: kept as never })
  const step = () => ({ register, id: entry.id, version: entry.version, ladder: 'main' })
  const on = (n: number) => new Date(Date.UTC(2026, 0, 1 + ((i * 7) % 20) + n * 11)).toISOString().slice(0, 10)
  const take = (answer: { entry: Entry; climb: Climb }) => {
    entry = answer.entry
    climbs.set(answer.climb.id, answer.climb)
    return answer.climb
  }
  take(await office('climbEntry', { ...step(), to: 'begun', on: on(0) }))
  for (const [n, { certificateOn, struck }] of steps.entries()) {
    const up = take(await office('climbEntry', { ...step(), to: 'done', on: on(2 * n + 1), certificateOn }))
    if (struck) {
      const { ladder: _, ...where } = step()
      take(await office('strikeClimb', { ...where, climb: up.id, reason: '记错' }))
    } else if (n + 1 < steps.length)
      take(await office('stepBack', { ...step(), to: 'begun', on: on(2 * n + 2), reason: '退' }))
  }
  if (removed) entry = await office('removeEntry', { register, id: entry.id, version: entry.version, reason: '重复' })
  entries.set(entry.id, entry)
}

async function opened(asked: { counts: string[]; from: string; to: string; by?: Grouping; group?: string }) {
  const steps: OutputOf<'listCountedSteps'>['steps'] = []
  let after: string | undefined
  do {
    const page = await office('listCountedSteps', { register, ...asked, after, limit: 7 })
    steps.push(...page.steps)
    after = page.next ?? undefined
  } while (after)
  return steps
}

test('a figure credited by a field out of sight is not told', async () => {
  const fields = definition.fields.map((field) =>
    field.key === 'support' ? { ...field, opens: false, seenBy: ['office'] } : field,
  )
  const hidden = Definition.parse({ ...definition, code: 'hidden_tally', name: '内部计数', fields })
  await office('defineRegister', { definition: hidden })
  const asked = { register: 'hidden_tally', counts: ['first'], from: '2026-01-01', to: '2026-12-31' } as const
  expect((await office('countSteps', { ...asked, counts: ['first'] })).total).toBe(0)
  const science = await zone.as('songyining')
  await expect(science('countSteps', { ...asked, counts: ['first'] })).rejects.toMatchObject({
    refusal: { code: 'not-your-field', facts: { field: 'support' } },
  })
})

test('every figure opens to its steps and no total counts one twice, for any rules, days and groups', async () => {
  const several = fc.uniqueArray(fc.constantFrom(...countings.map(({ key }) => key)), { minLength: 1, maxLength: 4 })
  const grouping = fc.constantFrom<Grouping>('month', 'unit', 'class')
  let seen = 0
  await fc.assert(
    fc.asyncProperty(several, day, day, grouping, async (counts, a, b, by) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const asked = { counts, from, to }
      const { total, groups } = await office('countSteps', { register, ...asked, by })
      const steps = await opened(asked)
      seen += steps.length
      expect(new Set(steps.map(({ climb }) => climb)).size).toBe(total)
      expect(steps).toHaveLength(total)
      for (const { group, count } of groups) {
        const inGroup = await opened({ ...asked, by, ...(group !== null && { group }) })
        expect(inGroup.length, `${by} ${group}`).toBe(count)
        expect(count).toBeLessThanOrEqual(total)
      }
      const sum = groups.reduce((whole, { count }) => whole + count, 0)
      if (by === 'month' || (by === 'class' && !counts.includes('nested'))) expect(sum).toBe(total)
      else expect(sum).toBeGreaterThanOrEqual(total)
      const meant = counts.flatMap((key) => {
        const counting = countings.find((one) => one.key === key)!
        return countSteps(made, counting, entries, [...climbs.values()], { from, to, on: '2026-04-10' })
      })
      expect(new Set(steps.map(({ climb }) => climb))).toEqual(new Set(meant.map(({ climb }) => climb)))
      if (counts.length === 1) {
        const plain = steps.map(({ climb, entry, on, units: credited, classes }) => ({
          climb,
          entry,
          on,
          units: credited.toSorted(),
          classes: classes.toSorted(),
        }))
        const told = meant.map((one) => ({ ...one, units: one.units.toSorted(), classes: one.classes.toSorted() }))
        expect(plain).toEqual(told.toSorted((x, y) => (x.climb < y.climb ? -1 : 1)))
      }
    }),
    { numRuns: 60, seed: 11 },
  )
  expect(seen).toBeGreaterThan(100)
}, 60_000)

const enterprise = 'enterprise'
let firm: OutputOf<'addEntry'>
const year = { register: enterprise, from: '2026-01-01', to: '2026-12-31' }
const high = async (more = {}) => (await office('countSteps', { ...year, counts: ['high_tech_new'], ...more })).total

async function certify(name: string, certificateOn: string) {
  const number = `GR2026${name}`
  let entry: Entry = await office('addEntry', {
    register: enterprise,
    values: { name, lead: units[0]!, founded_on: '2020-01-01', high_tech_number: number, revenue: '30000000' },
  })
  const put = (proves: string) =>
    office('uploadEntryFile', { register: enterprise, id: entry.id, name: 'a.pdf', proves }, bytesOf(name + proves))
  for (const proves of ['申报书', '高新技术企业证书']) await put(proves)
  const up = async (to: string, more = {}) => {
    ;({ entry } = await office('climbEntry', {
      register: enterprise,
      id: entry.id,
      version: entry.version,
      ladder: 'high_tech',
      to,
      ...more,
    }))
  }
  for (const to of ['nursery', 'self_check', 'applied']) await up(to)
  await up('certified', { certificateOn, reason: '一次通过' })
  return entry
}

test('one certificate more makes the figure one more at once; struck out it is one less; June can ask for March', async () => {
  for (const one of (await office('listRegisters', {})).shipped) await office('defineRegister', { definition: one })
  zone.at('2026-05-10')
  await certify('甲公司', '2026-03-20')
  const second = await certify('乙公司', '2026-04-01')
  expect(await high()).toBe(2)
  expect(await high({ to: '2026-03-31' })).toBe(1)
  zone.at('2026-06-10')
  const { climbs: steps, entry } = await office('getEntry', { register: enterprise, id: second.id })
  const at = { register: enterprise, id: entry.id, version: entry.version }
  await office('strikeClimb', { ...at, climb: steps.at(-1)!.id, reason: '证书编号有误' })
  expect(await high()).toBe(1)
  expect(await high({ asOf: '2026-05-31T00:00:00+08:00' })).toBe(2)
  expect(await high({ asOf: '2026-05-01T00:00:00+08:00' })).toBe(0)
})

test('a certificate proposes the day of the next recognition; what was struck out proposes nothing', async () => {
  const waiting = await office('listSuggestions', {})
  expect(waiting.map(({ title, suggestion }) => [title, suggestion.proposes])).toEqual([
    ['甲公司', expect.objectContaining({ kind: 'date', field: 'high_tech_until', value: '2029-03-20' })],
  ])
  const [{ suggestion }] = waiting as [(typeof waiting)[0]]
  const { entry } = await office('acceptSuggestion', { id: suggestion.id, version: 1 })
  expect(entry.values.high_tech_until).toBe('2029-03-20')
  expect(await office('listSuggestions', {})).toEqual([])
  expect(await outcome(office('acceptSuggestion', { id: suggestion.id, version: 2 }))).toBe('already-decided')
})

test('production proposes the enterprise as a candidate; accepted, it climbs there by the rules of that ladder', async () => {
  firm = await office('addEntry', { register: enterprise, values: { name: '云溪储能', lead: units[1]! } })
  const plain = Definition.parse({
    ...{ code: 'works', name: '工程', entryName: '工程', title: 'name', lead: 'lead' },
    fields: [
      { key: 'name', name: '名称', type: 'text' },
      { key: 'firm', name: '企业', type: 'entry', of: enterprise },
      { key: 'lead', name: '牵头', type: 'unit' },
    ],
    ladders: [{ key: 'main', name: '推进', rungs: [{ key: 'production', name: '投产' }] }],
    links: [
      {
        key: 'scale',
        words: '列为入规培育',
        ladder: 'main',
        rung: 'production',
        proposes: { kind: 'climb', via: 'firm', ladder: 'scale', rung: 'candidate' },
      },
      {
        key: 'follow',
        words: '登记跟踪',
        ladder: 'main',
        rung: 'production',
        where: '名称 = "一期"',
        proposes: { kind: 'add', register: 'tally', values: { name: 'name', lead: 'lead' } },
      },
    ],
  })
  await office('defineRegister', { definition: plain })
  const work = async (name: string) => {
    const { id } = await office('addEntry', { register: 'works', values: { name, firm: firm.id, lead: units[2]! } })
    await office('climbEntry', { register: 'works', id, version: 1, ladder: 'main', to: 'production' })
  }
  await work('一期')
  const waiting = await office('listSuggestions', {})
  expect(waiting.map(({ title, suggestion }) => [title, suggestion.link])).toEqual([
    ['云溪储能', 'scale'],
    ['一期', 'follow'],
  ])
  const [scale, follow] = waiting.map(({ suggestion }) => ({ id: suggestion.id, version: 1 }))
  const both = await Promise.all([1, 2].map(() => outcome(office('acceptSuggestion', scale!))))
  expect(both.toSorted()).toEqual(['done', 'stale'])
  const { entry } = await office('getEntry', { register: enterprise, id: firm.id })
  expect(entry.rungs.scale).toMatchObject({ rung: 'candidate' })
  const added = await office('acceptSuggestion', { ...follow!, values: { amount: '3' } })
  expect(added.entry.values).toEqual({ name: '一期', lead: units[2], amount: '3' })
  await work('二期')
  expect(await office('listSuggestions', {})).toEqual([])
})

test('a suggestion is declined with a reason', async () => {
  await certify('丙公司', '2026-06-01')
  const suggestion = (await office('listSuggestions', {}))[0]!.suggestion
  const declined = await office('declineSuggestion', { id: suggestion.id, version: 1, reason: '企业将迁出' })
  expect(declined).toMatchObject({ state: 'declined', decided: { reason: '企业将迁出' } })
})
