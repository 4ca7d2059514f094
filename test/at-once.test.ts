// Many people in the same moment: of those who decide on one row exactly one wins and the others hear `stale`; those who
// only want the next number all get one; and each zone's journal stays one line of numbers and moments.

import os from 'node:os'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignIn } from '#api/auth.ts'
import { foundZone, made } from '#operations/found.ts'
import { openSystem } from '#operations/system.ts'
import { openJournal } from '#store/directory.ts'
import { save } from '#store/save.ts'
import { freshDatabase } from './support/postgres.ts'
import { outcome } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let owner: pg.Client
let office: Call

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
  office = await zone.as('fangning')
})
afterAll(async () => {
  await owner.end()
  await zone.close()
})

/** How often each answer came: 'done' or the code of a refusal; a defect is thrown. */
async function told(answers: Promise<unknown>[]): Promise<Record<string, number>> {
  const words = await Promise.all(answers.map(outcome))
  return Object.fromEntries(
    Map.groupBy(words, (word) => word)
      .entries()
      .map(([word, all]) => [word, all.length]),
  )
}

const times = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i))
const bring = (text: string) => office('importDocument', { fileName: 'a.txt', date: '2026-03-05' }, bytesOf(text))

test('twelve documents at once: each comes in under a number of its own', async () => {
  expect(await told(times(12, (i) => bring(`会议要求，年内新增高企${i + 1}家。`)))).toEqual({ done: 12 })
  const numbers = (await office('listDocuments', {})).map(({ number }) => number)
  expect(numbers).toEqual(times(12, (i) => 12 - i))
})

test('one document five times at once comes in once', async () => {
  expect(await told(times(5, () => bring('会议要求，新建泵站4座。')))).toEqual({ done: 1, 'same-file': 4 })
})

test('five briefings at once are numbered one after another', async () => {
  expect(await told(times(5, () => office('issueBriefing', { month: '2026-03' })))).toEqual({ done: 5 })
  expect((await office('listBriefings', {})).map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
})

test('one user name is given once', async () => {
  const admin = await zone.as('dingyifan')
  const add = () => admin('addPerson', { name: '新人', username: 'xinren' })
  expect(await told(times(4, add))).toEqual({ done: 1, 'username-taken': 3 })
})

test('thirty acts on one commitment: one wins each time', async () => {
  const { document } = await bring('会议要求，盘活土地300亩。')
  const [proposal] = (await office('getDocument', { id: document.id })).proposals
  const { commitment } = await office('adoptProposal', { id: proposal!.id, version: 1 })
  const { id } = commitment
  for (let version = 1; version <= 5; version++) {
    const acts = times(30, (i) => office('assignCommitment', { id, version, wording: { title: `第${i}稿` } }))
    expect(await told(acts)).toEqual({ done: 1, stale: 29 })
  }
})

test('three zones at work: each journal has its numbers without gaps and its moments in order', async () => {
  const { system } = zone
  const zones = ['alpha', 'beta', 'gamma']
  for (const name of zones) await openJournal(system.db, { zone: name, units: '*' })
  const root = { name: '单位', shortName: '单位', kind: 'zone', parent: null, line: null, place: 0 } as const
  const add = (name: string, i: number) => {
    // Clocks of two servers differ: some acts come with a moment that lies before the last one.
    const at = new Date(Date.UTC(2026, 2, 6, 4, 0, i % 2 ? 30 : i)).toISOString()
    const act = { name: 'addUnit', actor: system.newId(), post: null, on: '2026-03-06', at }
    return save(system.db, { zone: name, units: '*' }, act, [made('unit', system.newId(), root)])
  }
  expect(await told(times(60, (i) => add(zones[i % 3]!, i)))).toEqual({ done: 60 })
  const { rows } = await owner.query(`select seq - lag(seq) over one_zone as step, at < lag(at) over one_zone as back
    from journal window one_zone as (partition by zone order by seq)`)
  expect(rows.filter(({ step, back }) => back || (step !== null && Number(step) !== 1))).toEqual([])
})

test('two servers that start on an empty database found one zone, and one of them tells the password', async () => {
  const database = await freshDatabase()
  const servers = await Promise.all(
    times(2, async () => {
      const system = await openSystem({ databaseUrl: database.url, dataFolder: os.tmpdir() })
      return { system, accounts: (await openSignIn(system, null)).accounts }
    }),
  )
  const first = await Promise.all(servers.map(({ system, accounts }) => foundZone(system, accounts)))
  expect(first.filter((account) => account !== null)).toHaveLength(1)
  for (const { system } of servers) await system.close()
  await database.close()
})
