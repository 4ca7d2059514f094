// Values at the edge of what a field can hold: each is taken or refused, and none of them spoils what others see.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refused } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import { outcome } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let commitment: string
let version: number

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  const text = '会议要求，年内新增高新技术企业60家。'
  const { document } = await office('importDocument', { fileName: 'a.txt', date: '2026-03-05' }, bytesOf(text))
  const [proposal] = (await office('getDocument', { id: document.id })).proposals
  const adopted = await office('adoptProposal', { id: proposal!.id, version: 1 })
  ;({ id: commitment, version } = adopted.commitment)
})
afterAll(() => zone.close())

const asked: [EntryName, object][] = [
  ['listCommitments', {}],
  ['listCommitments', { light: ['red'], sort: 'light' }],
  ['countCommitments', {}],
  ['myWork', {}],
  ['listDocuments', {}],
  ['getDirectory', {}],
  ['whoAmI', {}],
  ['listViews', {}],
  ['listBriefings', {}],
  ['draftBriefing', { month: '2026-03' }],
  ['exportCommitments', {}],
]
const moments = {
  'before the zone': '1999-12-31T23:59:59Z',
  'the year 0': '0000-01-01T00:00:00Z',
  'the year 1': '0001-01-01T00:00:00Z',
  'a far future': '2150-01-01T00:00:00+08:00',
  'the end of time': '9999-12-31T23:59:59Z',
  'a strange offset': '2026-03-06T00:00:00+23:59',
}

const askedAt = asked.flatMap(([name, input]) =>
  Object.entries(moments).map(([when, asOf]) => ({ name, when, input, asOf })),
)

test.each(askedAt)('$name as of $when', async ({ name, input, asOf }) => {
  expect(['done', 'not-found', 'bad-input']).toContain(await outcome(office(name, { ...input, asOf })))
})

test.each(['0000-02-29', '0001-01-01', '1970-01-01', '2099-12-31', '9999-12-31'])('due on %s', async (dueOn) => {
  const set = await outcome(office('assignCommitment', { id: commitment, version, duty: { dueOn } }))
  expect(['done', 'bad-input']).toContain(set)
  version = (await office('getCommitment', { id: commitment })).commitment.version
  for (const [name, input] of asked) expect(await outcome(office(name, input))).toBe('done')
})

test.each(['2090—9999年', '0000年1月', '9999年12月31日前', '2199年底前'])('a text that says %s', async (when) => {
  const text = `会议要求，${when}新增高新技术企业60家。`
  const { document } = await office('importDocument', { fileName: `${when}.txt` }, bytesOf(text))
  const { proposals } = await office('getDocument', { id: document.id })
  for (const { id } of proposals) await office('adoptProposal', { id, version: 1 })
  for (const [name, input] of asked) expect(await outcome(office(name, input))).toBe('done')
})

test('a text of more characters, or of more statements, than can be worked with', async () => {
  const bring = (text: string) => outcome(office('importDocument', { fileName: 'a.txt' }, bytesOf(text)))
  expect(await bring('文'.repeat(1_000_001))).toBe('too-much-text')
  expect(await bring('会议要求，新建泵站4座。'.repeat(10_001))).toBe('too-many-statements')
  expect(await bring('会议要求，新建泵站4座。'.repeat(500))).toBe('done')
})

test.each([-1, 3_000_000_000, Number.MAX_SAFE_INTEGER])('a unit at place %i', async (place) => {
  const admin = await zone.as('dingyifan')
  const unit = { name: '新单位', shortName: '新', kind: 'department', parent: null, line: null, place } as const
  expect(['done', 'bad-input']).toContain(await outcome(admin('addUnit', unit)))
  expect(await outcome(admin('getDirectory', {}))).toBe('done')
})

test.each<[EntryName, object]>([
  ['listCommitments', { ligth: ['red'] }],
  ['assignCommitment', { version: 1, duty: { dueon: '2026-06-30' } }],
  ['urgeCommitment', { version: 1, words: '请抓紧', day: '2026-03-05' }],
])('%s with a mistyped field is refused, not done in part', async (name, input) => {
  const id = name === 'listCommitments' ? {} : { id: commitment }
  expect(await outcome(office(name, { ...id, ...input }))).toBe('bad-input')
})

/** Only a unit may report: an input must reach its schema. */
const unitActs: readonly EntryName[] = ['fileReport']
const many = <T>(one: T) => Array.from({ length: 10_000 }, () => one)

test.each<[EntryName, object]>([
  ['breakDown', { version: 1, parts: many({ title: '一', lead: 1 }) }],
  ['fileReport', { version: 1, percent: 1, text: '一', evidence: many(1) }],
  ['assignCommitment', { version: 1, duty: { proof: many('照片') } }],
  ['saveView', { name: '长', query: { text: 'x'.repeat(100_000) } }],
  ['urgeCommitment', { version: 1, words: '催'.repeat(100_000) }],
])('ten thousand of everything in %s are refused in a few words', async (name, input) => {
  const id = name === 'saveView' ? {} : { id: commitment }
  const who = unitActs.includes(name) ? await zone.as('songyining') : office
  const refusal = await who(name, { ...id, ...input }).catch((error: Refused) => error.refusal)
  expect(refusal).toMatchObject({ code: 'bad-input' })
  expect(JSON.stringify(refusal).length).toBeLessThan(5_000)
})

test('a view nested ten thousand deep', async () => {
  let query: object = {}
  for (let depth = 0; depth < 10_000; depth++) query = { in: query }
  expect(await outcome(office('saveView', { name: '深', query: query as never }))).toBe('bad-input')
})
