// A board of a whole register comes from kept figures: after any acts they are what counting the entries gives, also after the
// definition has changed; who sees a part of the zone has that part counted.

import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { migrate } from '#store/migrate.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let leads: string[]

const register = 'lane'
const ladder = (key: string, name: string) => ({
  ...{ key, name },
  rungs: ['a', 'b', 'c'].map((rung, place) => ({
    ...{ key: rung, name: `${name}${place}`, usualDays: 5, stuckDays: 20 },
    gate: { skippable: true },
  })),
})
const lanes = (sums: string[]): Definition =>
  Definition.parse({
    ...{ code: register, name: '看板', entryName: '项', title: 'name', lead: 'lead' },
    fields: [
      { key: 'name', name: '名称', type: 'text', required: true },
      { key: 'amount', name: '金额', type: 'money' },
      { key: 'area', name: '面积', type: 'number', scale: 1 },
      { key: 'lead', name: '牵头', type: 'unit' },
    ],
    ladders: [ladder('main', '推进'), ladder('side', '配套')],
    views: [{ key: 'board', name: '看板', kind: 'board', fields: [], ladder: 'main', sums }],
  })

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  const { units } = await office('getDirectory', {})
  leads = ['经发局', '科创局'].map((short) => units.find(({ shortName }) => shortName === short)!.id)
  await office('defineRegister', { definition: lanes(['amount']) })
})
afterAll(() => zone.close())

type Entry = OutputOf<'addEntry'>
const step = fc.record({
  act: fc.constantFrom('add', 'climb', 'climb', 'climb', 'back', 'leave', 'strike', 'revise', 'remove', 'restore'),
  which: fc.nat({ max: 30 }),
  ladder: fc.constantFrom('main', 'side'),
  rung: fc.constantFrom('a', 'b', 'c'),
  amount: fc.constantFrom('0', '0.01', '-3.5', '90000000000000', null),
})
type Told = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What is refused (a rung below, an entry that was removed) changes nothing. */
const tried = (answer: Promise<unknown>) =>
  answer.catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
  })

async function take(told: Told, ids: string[]) {
  const { act, which, amount, rung: to, ladder: on } = told
  if (act === 'add' || ids.length === 0) {
    const values = { name: `项${ids.length}`, lead: leads[ids.length % 2]!, ...(amount && { amount, area: '1.5' }) }
    ids.push((await office('addEntry', { register, values })).id)
    return
  }
  const id = ids[which % ids.length]!
  const { entry, climbs } = await office('getEntry', { register, id })
  const at = { register, id, version: entry.version }
  const why = { reason: '试' }
  if (act === 'climb') await tried(office('climbEntry', { ...at, ladder: on, to, ...why }))
  else if (act === 'back') await tried(office('stepBack', { ...at, ladder: on, to, ...why }))
  else if (act === 'leave') await tried(office('leaveLadder', { ...at, ladder: on, ...why }))
  else if (act === 'revise') await tried(office('reviseEntry', { ...at, values: { amount, area: amount && '2' } }))
  else if (act === 'remove') await tried(office('removeEntry', { ...at, ...why }))
  else if (act === 'restore') await tried(office('restoreEntry', at))
  else if (climbs.at(-1)) await tried(office('strikeClimb', { ...at, climb: climbs.at(-1)!.id, ...why }))
}

let leftSeen = 0
const always = '名称 != null'

async function expectSame(who: Call, sums: string[]) {
  for (const { key } of lanes([]).ladders) {
    const asked = { register, ladder: key, sums }
    const counted = await who('showBoard', { ...asked, where: always })
    expect(await who('showBoard', asked)).toEqual(counted)
    leftSeen += counted.left
  }
}

const reads = () => zone.sent.filter(({ text }) => text.includes('standing_count')).length

test('after any acts the kept figures are what counting gives', async () => {
  const ids: string[] = []
  let day = 6
  for (const told of fc.sample(step, { numRuns: 250, seed: 3 })) {
    if (told.which === 0) zone.at(`2026-03-${String(Math.min(++day, 31)).padStart(2, '0')}`)
    await take(told, ids)
    if (told.which % 10 === 0) await expectSame(office, ['amount'])
  }
  zone.at('2026-04-20')
  await expectSame(office, ['amount'])
  zone.sent.length = 0
  const { rungs } = await office('showBoard', { register, ladder: 'main', sums: ['amount'] })
  expect(reads()).toBe(1)
  expect(leftSeen).toBeGreaterThan(0)
  expect(rungs.reduce((sum, { stuck }) => sum + stuck, 0)).toBeGreaterThan(0)
  expect(rungs.some(({ sums }) => Number(sums.amount) !== 0)).toBe(true)
}, 60_000)

test('many lines and earlier steps at once are kept too', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => ({ name: `批${i}`, lead: leads[0]!, amount: '10' }))
  const { added } = await office('addEntries', { register, lines })
  const steps = added.flatMap((entry, i) =>
    ['a', 'b']
      .slice(0, i % 3)
      .map((to, n) => ({ entry, ladder: 'side', to, on: `2026-04-0${n + 1}`, certificateOn: null })),
  )
  expect((await office('recordSteps', { register, lines: steps, reason: '补录', trial: false })).refused).toEqual([])
  await expectSame(office, ['amount'])
})

test('a sum that a view begins to ask for is kept from then on, of all that stands', async () => {
  zone.sent.length = 0
  await office('showBoard', { register, ladder: 'main', sums: ['area'] })
  expect(reads()).toBe(0)
  const now = (await office('listRegisters', {})).own.find(({ definition }) => definition.code === register)!
  await office('alterRegister', { register, version: now.version, definition: lanes(['amount', 'area']) })
  zone.sent.length = 0
  await expectSame(office, ['amount', 'area'])
  expect(reads()).toBe(2)
  const [id] = (await office('listEntries', { register, filter: ['@main=b'] })).entries as [Entry]
  await office('reviseEntry', { register, id: id.id, version: id.version, values: { area: '12345.6' } })
  await expectSame(office, ['amount', 'area'])
})

test('a register that was there before figures were kept gets them by the migration', async () => {
  const client = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await client.connect()
  const { rows } = await client.query("select proname from pg_proc where proname ~ '^standing_(insert|update)_'")
  for (const { proname } of rows) await client.query(`drop function ${proname} cascade`)
  await client.query(`drop table standing_count, standing_sum;
    drop function standing_rows, standing_kept, want_standing, keep_standing;
    delete from migration where name = '0017-standing-on-rungs.sql'`)
  await client.end()
  await migrate(zone.url)
  zone.sent.length = 0
  await expectSame(office, ['amount', 'area'])
  expect(reads()).toBe(2)
  await office('addEntry', { register, values: { name: '迁移之后', lead: leads[0]! } })
  await expectSame(office, ['amount', 'area'])
})

test('who sees a part of the zone has that part counted', async () => {
  const science = await zone.as('songyining')
  await expectSame(science, ['amount'])
  const board = (who: Call) => who('showBoard', { register, ladder: 'main' })
  const total = ({ rungs }: OutputOf<'showBoard'>) => rungs.reduce((sum, { count }) => sum + count, 0)
  expect(total(await board(science))).toBeLessThan(total(await board(office)))
  expect(total(await board(science))).toBeGreaterThan(0)
})
