// The plan of a project: laid backwards from its target, approved by somebody else, kept or missed node by node, laid and
// approved again with a reason while the first baseline stays; who may; what was known when; the Gantt chart of the register.

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { foldAndRows } from './support/journal-fold.ts'
import { outcome } from './support/refused.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

const rungs = (words: string) => words.split(' ').map((key) => ({ key, name: key, gate: { skippable: true } }))
const definition = Definition.parse({
  ...{ code: 'works', name: '工程台账', entryName: '工程', title: 'name', lead: 'lead' },
  fields: [
    { key: 'name', name: '名称', type: 'text', required: true },
    { key: 'lead', name: '牵头单位', type: 'unit', indexed: true },
    { key: 'begin_on', name: '开始', type: 'date', indexed: true },
    { key: 'end_on', name: '结束', type: 'date' },
    { key: 'floor_on', name: '底线日期', type: 'date', seenBy: ['office'] },
  ],
  ladders: [
    { key: 'land', name: '土地', rungs: rungs('bid handed') },
    { key: 'paper', name: '手续', rungs: rungs('asked reviewed granted') },
    { key: 'site', name: '施工', rungs: rungs('piled topped done') },
  ],
  networks: [
    {
      ...{ key: 'whole', name: '工程网络', target: 'done' },
      nodes: [
        { key: 'land', name: '交地', ladder: 'land', rung: 'handed', takes: 20 },
        {
          ...{ key: 'permit', name: '许可', ladder: 'paper', rung: 'granted', takes: 30, after: ['land'] },
          preReview: { rung: 'reviewed', takes: 1 },
        },
        { key: 'piled', name: '桩基', ladder: 'site', rung: 'piled', takes: 15, after: ['permit'] },
        { key: 'done', name: '竣工', ladder: 'site', rung: 'done', after: ['piled'] },
      ],
      spans: [{ key: 'build', name: '桩基到竣工', from: 'piled', to: 'done', calendar: 'days' }],
    },
  ],
})

let zone: TestZone
let office: Call
let builders: Call
let head: Call
let unit: (short: string) => string
let work: OutputOf<'addEntry'>
const register = 'works'
const course = 'network:whole'

beforeAll(async () => {
  zone = await openTestZone('2026-03-02')
  office = await zone.as('fangning')
  builders = await zone.as('sunian')
  head = await zone.as('heyuanzhou')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  await office('defineRegister', { definition })
  work = await builders('addEntry', {
    register,
    values: { name: '云溪泵站', lead: unit('招商局'), begin_on: '2026-03-02', end_on: '2026-09-30' },
  })
})
afterAll(() => zone.close())

const place = () => ({ register, id: work.id, course })
const plan = (asOf?: string) => office('getPlan', { ...place(), ...(asOf ? { asOf } : {}) })
const days = (shown: OutputOf<'getPlan'>, part: 'plannedOn' | 'forecastOn' | 'firstOn') =>
  Object.fromEntries(shown.nodes.map((node) => [node.key, node[part]]))
const climb = async (ladder: string, to: string, on: string) => {
  const { entry } = await office('getEntry', { register, id: work.id })
  await builders('climbEntry', { register, id: work.id, version: entry.version, ladder, to, on, reason: '一次办成' })
}

test('without a plan there is a forecast: at least, because nobody knows how long the building takes', async () => {
  const shown = await plan()
  expect(shown).toMatchObject({ plan: null, approved: false, targetOn: null, atLeast: true, name: '工程网络' })
  expect(days(shown, 'forecastOn')).toEqual({
    ...{ land: '2026-03-30', permit: '2026-04-15', piled: '2026-05-09', done: '2026-05-09' },
  })
})

test('倒排 from the target, with the days of this one work; what cannot be kept says so', async () => {
  const asked = { ...place(), version: 0, from: 'target' as const, takes: { done: 60 } }
  const shown = await builders('layPlan', { ...asked, day: '2026-08-31' })
  expect(days(shown, 'plannedOn')).toEqual({
    ...{ land: '2026-05-14', permit: '2026-05-15', piled: '2026-06-05', done: '2026-08-31' },
  })
  expect(shown).toMatchObject({ approved: false, atLeast: false, targetOn: '2026-08-31' })
  expect(shown.neededStartOn! > '2026-03-02').toBe(true)
  expect(shown.nodes.filter(({ critical }) => critical).map(({ key }) => key)).toEqual(['permit', 'piled', 'done'])
  const tight = await builders('layPlan', { ...asked, version: 1, day: '2026-06-01' })
  expect(tight.neededStartOn! < '2026-03-02').toBe(true)
  expect(tight.gapWorkdays).toBeGreaterThan(0)
  await builders('layPlan', { ...asked, version: 2, day: '2026-08-31' })
})

test('who laid it does not approve it, and who laid an empty plan laid none', async () => {
  expect(await outcome(builders('approvePlan', { ...place(), version: 3 }))).toBe('forbidden')
  expect(await outcome(builders('layPlan', { ...place(), version: 2, from: 'hand' }))).toBe('stale')
  const nothing = { land: null, permit: null, piled: null, done: null }
  expect(await outcome(builders('layPlan', { ...place(), version: 3, from: 'hand', days: nothing }))).toBe('plan-empty')
  await office('layPlan', { ...place(), version: 3, from: 'hand', days: { piled: '2026-06-01' } })
  expect(await outcome(office('approvePlan', { ...place(), version: 4 }))).toBe('own-work')
  const shown = await head('approvePlan', { ...place(), version: 4 })
  expect(shown).toMatchObject({ approved: true, targetOn: '2026-08-31', plan: { draft: null } })
  expect(days(shown, 'plannedOn').piled).toBe('2026-06-01')
  expect(await outcome(head('approvePlan', { ...place(), version: 5 }))).toBe('wrong-stage')
})

test('a review that passes early shortens the way; steps in time earn red flags, late ones black', async () => {
  zone.at('2026-03-20')
  const before = days(await plan(), 'forecastOn').done!
  await climb('paper', 'reviewed', '2026-03-20')
  const after = await plan()
  expect(days(after, 'forecastOn').done! < before).toBe(true)
  expect(after.nodes.filter(({ critical }) => critical).map(({ key }) => key)).toEqual([
    ...['land', 'permit', 'piled', 'done'],
  ])
  zone.at('2026-06-03')
  await climb('land', 'handed', '2026-05-12')
  await climb('paper', 'granted', '2026-05-20')
  const flags = (await plan()).nodes.map(({ key, flag }) => `${key} ${flag}`)
  expect(flags).toEqual(['land in-time', 'permit late', 'piled overdue', 'done slipping'])
})

test('an extension needs its reason, and both baselines stay to be seen', async () => {
  const moved = { ...place(), from: 'target' as const, day: '2026-10-15' }
  await builders('layPlan', { ...moved, version: 5 })
  expect(await outcome(head('approvePlan', { ...place(), version: 6 }))).toBe('extension-unreasoned')
  await builders('layPlan', { ...moved, version: 6, reason: '汛期停工' })
  expect((await plan()).targetOn).toBe('2026-08-31') // what is laid does not count until it is approved
  const shown = await head('approvePlan', { ...place(), version: 7 })
  expect(shown.plan!.baselines.map(({ reason, nodes }) => [reason, nodes.at(-1)!.on])).toEqual([
    [null, '2026-08-31'],
    ['汛期停工', '2026-10-15'],
  ])
  // What was done before keeps its day and the flag it earned.
  expect(shown.nodes.map(({ key, flag }) => `${key} ${flag}`)).toEqual([
    ...['land in-time', 'permit late', 'piled null', 'done null'],
  ])
  expect([days(shown, 'firstOn').done, days(shown, 'plannedOn').done]).toEqual(['2026-08-31', '2026-10-15'])
})

test('the chart of the register shows what was known then and what is known now', async () => {
  const chart = (more = {}) => office('showGantt', { register, ...more })
  const now = await chart({ dates: ['begin_on', 'end_on'] })
  expect(now).toMatchObject({ course, target: 'done', today: '2026-06-03', next: null })
  expect(now.entries).toMatchObject([
    { title: '云溪泵站', plan: 'approved', baselines: 2, targetOn: '2026-10-15', inTime: 1, late: 1, overdue: 0 },
  ])
  expect(now.entries[0]).toMatchObject({ beginsOn: '2026-03-02', endsOn: '2026-09-30', lead: unit('招商局') })
  const then = await chart({ asOf: '2026-03-10T00:00:00+08:00' })
  expect(then.entries[0]).toMatchObject({ plan: 'approved', baselines: 1, targetOn: '2026-08-31' })
  expect(then.entries[0]!.nodes.every(({ doneOn }) => doneOn === null)).toBe(true)
  expect(await plan('2026-03-01T00:00:00+08:00').catch((error) => error.refusal.code)).toBe('not-found')
  const ladder = await chart({ course: 'ladder:site' })
  expect(ladder.nodes.map(({ key }) => key)).toEqual(['piled', 'topped', 'done'])
  expect(ladder.entries[0]).toMatchObject({ plan: 'none', atLeast: true })
})

test('what a chart may not show is refused; a page ends where the next begins', async () => {
  expect(await outcome(builders('showGantt', { register, dates: ['floor_on'] }))).toBe('not-your-field')
  expect(await outcome(office('showGantt', { register, dates: ['name'] }))).toBe('bad-filter')
  expect(await outcome(office('showGantt', { register, course: 'network:nowhere' }))).toBe('not-found')
  const lines = Array.from({ length: 30 }, (_, i) => ({ name: `小工程${i}`, lead: unit('招商局') }))
  await office('addEntries', { register, lines })
  const first = await office('showGantt', { register, limit: 20 })
  const second = await office('showGantt', { register, limit: 20, after: first.next! })
  expect([first.entries.length, second.entries.length, second.next]).toEqual([20, 11, null])
  zone.sent.length = 0
  await office('showGantt', { register, limit: 20 })
  expect(zone.sent.filter(({ kind }) => kind === 'statement')).toHaveLength(3)
})

test('who does not see the work sees no plan; who does not keep it lays none', async () => {
  const finance = await zone.as('qianxueli')
  expect(await outcome(finance('getPlan', place()))).toBe('not-found')
  expect(await outcome(finance('layPlan', { ...place(), version: 8, from: 'hand' }))).toBe('not-found')
  expect((await finance('showGantt', { register })).entries).toEqual([])
  const leader = await zone.as('hanlicheng')
  expect((await leader('getPlan', place())).approved).toBe(true)
  expect(await outcome(leader('layPlan', { ...place(), version: 8, from: 'hand' }))).toBe('forbidden')
})

test('two who lay at once: one wins, the other hears that it is stale', async () => {
  const fresh = await office('addEntry', { register, values: { name: '并排', lead: unit('招商局') } })
  const asked = { register, id: fresh.id, course, version: 0, from: 'start' as const }
  const both = await Promise.all([outcome(office('layPlan', asked)), outcome(builders('layPlan', asked))])
  expect(both.toSorted()).toEqual(['done', 'stale'])
})

test('folding the journal gives every plan', async () => {
  const owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
  const { folded, rows } = await foldAndRows(owner, 'plan')
  await owner.end()
  expect(Object.keys(rows)).toHaveLength(2)
  expect(rows).toEqual(folded)
})
