// Ids of entries that are out of reach, given to every act and question there is; ids as others type them; and definitions
// changed while entries move: what is kept of them stays what counting gives.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract, type EntryName, entryNames, type OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { outcome } from './support/refused.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: (short: string) => string

const deals = (sums: string[]): Definition =>
  Definition.parse({
    ...{ code: 'deal', name: '交易', entryName: '交易', title: 'name', lead: 'lead' },
    fields: [
      { key: 'name', name: '名称', type: 'text', required: true },
      { key: 'lead', name: '管理单位', type: 'unit', indexed: true },
      { key: 'price', name: '金额', type: 'money' },
      { key: 'extra', name: '另计', type: 'money' },
    ],
    ladders: [
      {
        ...{ key: 'main', name: '交易' },
        rungs: [
          { key: 'one', name: '签约', gate: { proofs: [{ kind: '批文', tolerated: true }] } },
          { key: 'two', name: '付款', gate: { checks: [{ key: 'money', asks: '到账', by: '财政', workdays: 2 }] } },
        ],
      },
    ],
    views: [{ key: 'board', name: '看板', kind: 'board', fields: ['name'], ladder: 'main', sums }],
  })

const add = (values: object): Promise<OutputOf<'addEntry'>> =>
  office('addEntry', { register: 'deal', values: { lead: unit('招商局'), ...values } })
const owed = [{ kind: '批文', dueOn: '2026-04-01' }]

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  await office('defineRegister', { definition: deals(['price']) })
})
afterAll(() => zone.close())

async function villageAccount(): Promise<Call> {
  const admin = await zone.as('dingyifan')
  const security = await zone.as('jiangruochuan')
  const names = { name: '石桥村', shortName: '石桥村', kind: 'village' } as const
  const village = await admin('addUnit', { ...names, parent: null, line: null, place: 99 })
  const post = await security('addPost', { name: '石桥村账户', unit: village.id, roles: ['village'] })
  const { person } = await admin('addPerson', { name: '石桥村', username: 'shiqiao' })
  await security('appoint', { id: person.id, version: person.version, posts: [post.id] })
  return zone.as('shiqiao')
}

/** Something for every field that an act on one thing may ask for. */
const given = (): Record<string, unknown> => ({
  ...{ register: 'deal', values: { name: 'z' }, ladder: 'main', to: 'two', reason: 'x', text: 'x', remark: 'x' },
  ...{ check: 'money', kind: '批文', units: { money: unit('财政局') }, course: 'ladder:main', from: 'target' },
  ...{ day: '2026-12-01', ruleSet: 'x', field: 'price', duty: {}, wording: {}, name: 'a', proves: '批文' },
})

/** Act by act what comes of it, without those that say that there is nothing or that nobody of the role may. */
async function tried(who: Call, things: { id: string; version: number }[]): Promise<[EntryName, string][]> {
  const told: [EntryName, string][] = []
  for (const name of entryNames) {
    const { shape } = contract[name].input as { shape: Record<string, unknown> }
    if (!('id' in shape)) continue
    for (const { id, version } of things) {
      const all: Record<string, unknown> = { ...given(), id, version, file: id, climb: id }
      const input = Object.fromEntries(Object.keys(shape).flatMap((key) => (key in all ? [[key, all[key]]] : [])))
      const was = await outcome(who(name, input as never))
      if (!['not-found', 'forbidden', 'bad-input', 'no-rule-set'].includes(was)) told.push([name, was])
    }
  }
  return told
}

test('by no act or question does an id lead to an entry out of reach, nor to what belongs to it', async () => {
  const { id } = await add({ name: '一号' })
  const { entry } = await office('climbEntry', { register: 'deal', id, version: 1, ladder: 'main', to: 'one', owed })
  const asked = { register: 'deal', id, version: entry.version, ladder: 'main', to: 'two' }
  const { crossing, entry: now } = await office('openCrossing', { ...asked, units: { money: unit('财政局') } })
  const leader = await zone.as('zhoumingyuan')
  const remark = await leader('instructOnEntry', { register: 'deal', id, text: '抓紧' })
  const { climbs } = await office('getEntry', { register: 'deal', id })
  const things = [now, crossing, remark, climbs[0]!]
  expect(await tried(await zone.as('bailu'), things)).toEqual([])
  expect(await tried(await villageAccount(), things)).toEqual([])

  // The unit that is asked to check reads, speaks and answers the check: nothing else is done by it.
  const done = (await tried(await zone.as('qianxueli'), things)).filter(([, was]) => was === 'done')
  const may: EntryName[] = ['getEntry', 'listLinked', 'getChecklist', 'getPlan', 'passCheck', 'commentOnEntry']
  expect(done.map(([name]) => name).toSorted()).toEqual(may.toSorted())
})

test('an id in capitals is the same id', async () => {
  const { id, version } = await add({ name: '二号' })
  const capital = id.toUpperCase()
  const lines = [{ entry: capital, ladder: 'main', to: 'one', on: '2026-01-01', certificateOn: null }]
  const steps = { register: 'deal', reason: '补录', trial: true, lines }
  expect(await office('recordSteps', steps)).toMatchObject({ recorded: 1, refused: [] })
  const revised = await office('reviseEntry', { register: 'deal', id: capital, version, values: { price: '1' } })
  expect(revised.id).toBe(id)
})

test('a definition is changed ten times while forty entries climb, are revised and removed: the kept totals are right', async () => {
  const move = async (n: number) => {
    const { id, version } = await add({ name: `${n}`, price: '1.5', extra: '2' })
    const at = { register: 'deal', id, version }
    const all = await Promise.all([
      outcome(office('climbEntry', { ...at, ladder: 'main', to: 'one', owed })),
      outcome(office('removeEntry', { ...at, reason: '重复' })),
      outcome(office('reviseEntry', { ...at, values: { price: '7' } })),
    ])
    expect(all.toSorted()).toEqual(['done', 'stale', 'stale'])
  }
  const alter = async () => {
    for (let i = 0; i < 10; i++) {
      const { version } = (await office('listRegisters', {})).own[0]!
      const definition = deals(i % 2 ? ['price'] : ['price', 'extra'])
      await office('alterRegister', { register: 'deal', version, definition })
    }
  }
  await Promise.all([alter(), ...Array.from({ length: 40 }, (_, n) => move(n))])
  for (const sums of [['price'], ['price', 'extra']]) {
    const asked = { register: 'deal', ladder: 'main', sums }
    expect(await office('showBoard', asked)).toEqual(await office('showBoard', { ...asked, where: '名称 != null' }))
  }
})
