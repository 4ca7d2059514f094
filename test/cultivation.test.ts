// The registers of firms: every ladder of cultivation, listing, smart manufacturing, task forces, yearly figures and financing
// is climbed from its first rung to its last, and firms are assessed against the rule sets of their titles.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import type { Ladder } from '#domain/register.ts'
import { climbToTop } from './support/climbing.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: (short: string) => string
let shipped: OutputOf<'listRegisters'>['shipped']
let firm: OutputOf<'addEntry'>

beforeAll(async () => {
  zone = await openTestZone('2026-11-20')
  office = await zone.as('fangning')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  ;({ shipped } = await office('listRegisters', {}))
  await office('openSampleRegisters', {})
  firm = await office('addEntry', {
    register: 'enterprise',
    values: { name: '云溪试验精工有限公司', lead: unit('科创局'), founded_on: '2015-06-01' },
  })
})
afterAll(() => zone.close())

const ladderOf = (register: string, key: string): Ladder =>
  shipped.find(({ code }) => code === register)!.ladders.find((ladder) => ladder.key === key)!

/** A step a month from the given one on. */
function monthly(ladder: Ladder, first = '2024-01'): (rung: string) => string {
  const [year, month] = first.split('-').map(Number) as [number, number]
  return (rung) => {
    const n = month - 1 + ladder.rungs.findIndex(({ key }) => key === rung)
    return new Date(Date.UTC(year + Math.floor(n / 12), n % 12, 15)).toISOString().slice(0, 10)
  }
}

const firmValues: Record<string, Record<string, Record<string, unknown>>> = {
  high_tech: { certified: { high_tech_number: 'GR202632990001' } },
  scale: { admitted: { revenue: '52000000' } },
  giant: { self: { is_specialised: true } },
}

test.each([
  ...['high_tech', 'scale', 'tech_sme', 'innovative', 'specialised', 'giant'],
  ...['champion', 'gazelle', 'potential', 'unicorn'],
])('an enterprise climbs the ladder %s to its top', async (key) => {
  const ladder = ladderOf('enterprise', key)
  const { entry } = await office('getEntry', { register: 'enterprise', id: firm.id })
  const way = { office, register: 'enterprise', ladder, on: monthly(ladder), values: firmValues[key] ?? {} }
  const { refused } = await climbToTop(way, entry)
  const asking = ladder.rungs.filter(({ gate }) => gate.proofs.length > 0 || gate.conditions.length > 0)
  expect(refused.length).toBeLessThanOrEqual(asking.length)
  const counts = shipped.find(({ code }) => code === 'enterprise')!.counts.filter((count) => count.ladder === key)
  for (const count of counts) {
    const asked = { register: 'enterprise', counts: [count.key], from: '2024-01-01', to: '2026-11-20' }
    const { total } = await office('countSteps', asked)
    const { steps } = await office('listCountedSteps', { ...asked, limit: 500 })
    expect(steps).toHaveLength(total)
    expect(steps.some(({ entry }) => entry === firm.id)).toBe(true)
  }
})

const others: [string, string, Record<string, unknown>, Record<string, Record<string, unknown>>][] = [
  [
    'listing',
    'main',
    { name: '试验精工北交所上市' },
    {
      reform: { shareholding_done: true },
      coaching: { signed_on: '2024-03-10' },
      filed: { letter_until: '2025-06-30' },
    },
  ],
  ['smart', 'transform', { name: '试验精工智改项目', kind: '智改数转网联' }, {}],
  [
    'smart',
    'workshop',
    { name: '试验精工智能车间', kind: '智能车间' },
    { self: { links_done: '4', scenes: '10', cmmm: '1' } },
  ],
  [
    'smart',
    'factory',
    { name: '试验精工智能工厂', kind: '智能工厂' },
    { advanced: { score: '60', cmmm: '2', accident: false } },
  ],
  ['smart', 'lighthouse', { name: '试验精工灯塔工厂', kind: '灯塔工厂' }, { applied: { use_cases: '5' } }],
  ['chain', 'force', { name: '试验产业链', year: '2026' }, {}],
  [
    'enterprise_year',
    'check',
    { name: '试验精工 2025', year: '2025', status: '核定' },
    { reviewed: { invoiced: '1' } },
  ],
  [
    'financing',
    'main',
    { name: '试验精工贷款', wanted: '5000000' },
    { matched: { bank: '云溪农商行' }, granted: { granted: '3000000' }, paid: { paid: '3000000' } },
  ],
]

test.each(others)('%s: from the first rung of %s to the last', async (register, key, given, values) => {
  const ladder = ladderOf(register, key)
  const definition = shipped.find(({ code }) => code === register)!
  const company = definition.fields.some((field) => field.key === 'company') && { company: firm.id }
  const entry = await office('addEntry', {
    register,
    values: { ...given, ...company, lead: unit('经发局') } as never,
  })
  // Coaching lasts three months at least: steps of this ladder lie four months apart.
  const apart = key === 'main' && register === 'listing'
  const on = apart ? (rung: string) => spread(ladder, rung) : monthly(ladder)
  const climbed = await climbToTop({ office, register, ladder, on, values }, entry)
  expect(climbed.entry.rungs[key]!.rung).toBe(ladder.rungs.at(-1)!.key)
})

function spread(ladder: Ladder, rung: string): string {
  const place = ladder.rungs.findIndex(({ key }) => key === rung)
  return new Date(Date.UTC(2024, place * 3, 1 + place)).toISOString().slice(0, 10)
}

test('a blocker of a task force is given out, worked on and done', async () => {
  const { entries } = await office('listEntries', { register: 'chain', limit: 1 })
  const ladder = ladderOf('chain_issue', 'main')
  const entry = await office('addEntry', {
    register: 'chain_issue',
    values: { name: '试验事项', chain: entries[0]!.id, lead: unit('建设局') },
  })
  const values = { given: { due_on: '2026-05-01' }, done: { result: '已接通' } }
  const { refused } = await climbToTop({ office, register: 'chain_issue', ladder, on: monthly(ladder), values }, entry)
  expect(refused).toEqual(['given', 'done'])
})

test('a firm is assessed with every reason: what is missing is named with the field to fill, then it is eligible or not', async () => {
  const asked = { register: 'enterprise', id: firm.id, ruleSet: 'above-scale-industry' }
  const before = await office('assessEntry', asked)
  expect(before).toMatchObject({ outcome: 'unknown', set: { code: 'above-scale-industry' } })
  expect(before.missing.length).toBeGreaterThan(0)
  for (const name of before.missing) expect(before.fields[name], name).toBeDefined()
  const { entry } = await office('getEntry', { register: 'enterprise', id: firm.id })
  const revise = (version: number, revenue: string) =>
    office('reviseEntry', {
      ...{ register: 'enterprise', id: firm.id, version },
      values: { industrial: true, main_revenue: revenue, revenue },
    })
  const after = await revise(entry.version, '20000000')
  expect((await office('assessEntry', asked)).outcome).toBe('eligible')
  await revise(after.version, '19999999.99')
  const short = await office('assessEntry', asked)
  expect([short.outcome, short.oneShort[0]?.gap]).toEqual(['not-eligible', '0.000001'])
  await expect(office('assessEntry', { ...asked, ruleSet: 'no-such' })).rejects.toMatchObject({
    refusal: { code: 'no-rule-set' },
  })
})

test.each(['high-tech', 'specialised-sme', 'little-giant', 'gazelle-js', 'tech-sme', 'above-scale-industry'])(
  'all firms against %s at once give what each gives alone',
  async (ruleSet) => {
    const asked = { register: 'enterprise', ruleSet, on: '2024-06-01' }
    const { counts, entries, next } = await office('assessEntries', { ...asked, limit: 500 })
    expect(next).toBeNull()
    expect(counts.eligible! + counts['not-eligible']! + counts.unknown!).toBe(entries.length)
    for (const { id, outcome, missing, oneShort } of entries) {
      const alone = await office('assessEntry', { ...asked, id })
      const told = [alone.outcome, alone.missing.toSorted(), alone.oneShort.map(({ title }) => title).toSorted()]
      expect([outcome, missing.toSorted(), oneShort.toSorted()]).toEqual(told)
    }
    const short = await office('assessEntries', { ...asked, standing: 'one-short', limit: 500 })
    expect(short.entries).toHaveLength(counts['one-short']!)
  },
)
