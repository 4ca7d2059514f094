// The same promise in three documents: found, merged, which of them is in force, what disagrees, and who led the like before.

import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disputesOf, inForce } from '#domain/mentions.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let owner: pg.Client

beforeAll(async () => {
  zone = await openTestZone('2026-06-06')
  office = await zone.as('fangning')
  owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await zone.close()
})

async function readIn(date: string, text: string) {
  const input = { fileName: `${date}.txt`, title: `${date}会议纪要`, date }
  const { document } = await office('importDocument', input, bytesOf(text))
  return (await office('getDocument', { id: document.id })).proposals[0]!
}

async function unitCalled(short: string): Promise<string> {
  return (await office('getDirectory', {})).units.find(({ shortName }) => shortName === short)!.id
}

test('from a promise met again to an officer’s word on which number holds', async () => {
  const first = await readIn('2026-03-05', '会议要求，年内力争新增高新技术企业100家。')
  expect(await office('adviseOnProposal', { id: first.id })).toEqual({ alike: [], leads: [], supporting: [] })
  const lead = await unitCalled('科创局')
  const { commitment } = await office('adoptProposal', { id: first.id, version: 1, duty: { lead } })

  const second = await readIn('2026-05-08', '会议强调，年内确保新增高新技术企业120家。')
  const { alike, leads } = await office('adviseOnProposal', { id: second.id })
  expect(alike).toMatchObject([{ id: commitment.id, number: '001-001', wording: { value: 100 } }])
  expect(leads).toMatchObject([
    { unit: lead, why: 'history', count: 1, of: 1, last: { document: '2026-03-05会议纪要' } },
  ])
  const merged = (await office('mergeProposal', { id: second.id, version: 1, into: commitment.id })).commitment
  expect(merged).toMatchObject({ wording: { value: 120, strength: 'must' }, mentions: [{}, {}] })
  expect(inForce(merged)).toMatchObject({ mention: { on: '2026-05-08' }, why: 'later' })
  expect(disputesOf(merged)).toHaveLength(1)
  expect(await office('listCommitments', { disputed: true })).toMatchObject({ total: 1 })

  const { id, version } = merged
  const ruled = await office('ruleMention', { id, version, mention: first.id, reason: '以党工委会议纪要为准' })
  expect(ruled).toMatchObject({ wording: { value: 100 }, ruling: { among: 2 } })
  expect(await office('listCommitments', { disputed: true })).toMatchObject({ total: 0 })
  expect(await office('listCommitments', { disputed: false })).toMatchObject({ total: 1 })
  const before = { disputed: true, asOf: '2026-05-01T00:00:00Z' }
  expect(await office('listCommitments', before)).toMatchObject({ total: 0 })

  const third = await readIn('2026-06-01', '会议指出，年内新增高新技术企业150家。')
  const again = await office('mergeProposal', { id: third.id, version: 1, into: id })
  expect(again.commitment.wording.value).toBe(150)
  expect((await office('listCommitments', { disputed: true })).rows).toMatchObject([{ id }])
})

test('a unit named in the text goes before history', async () => {
  const proposal = await readIn('2026-06-03', '财政局牵头，年内新增高新技术企业20家。')
  const { leads } = await office('adviseOnProposal', { id: proposal.id })
  expect(leads).toMatchObject([
    { unit: await unitCalled('财政局'), why: 'implied', owner: '财政局' },
    { unit: await unitCalled('科创局'), why: 'history' },
  ])
})

test('commitments adopted apart that may be the same are listed with their numbers', async () => {
  const [one, other] = [
    await readIn('2026-06-04', '会议要求，年内新建农村公路60公里。'),
    await readIn('2026-06-05', '会议强调，年内新建农村公路80公里。'),
  ]
  const first = (await office('adoptProposal', { id: one.id, version: 1 })).commitment
  expect(await office('listLookAlikes', { id: first.id })).toEqual([])
  const second = (await office('adoptProposal', { id: other.id, version: 1 })).commitment
  const alike = await office('listLookAlikes', { id: first.id })
  expect(alike).toMatchObject([{ id: second.id, number: second.number, wording: { value: 80 } }])
  await office('cancelCommitment', { id: second.id, version: 1, reason: '重复立项' })
  expect(await office('listLookAlikes', { id: first.id })).toEqual([])
})

test('a mention that the commitment does not have cannot be ruled in force', async () => {
  const { id, version } = (await office('listCommitments', {})).rows[0]!
  const unknown = office('ruleMention', { id, version, mention: id, reason: '误' })
  await expect(unknown).rejects.toMatchObject({ refusal: { code: 'not-found', facts: { noun: 'mention' } } })
})

test('the database finds the same disputes as the page', async () => {
  const period = fc.constantFrom(
    null,
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '2026-06-30' },
  )
  const wording = fc.record({
    value: fc.constantFrom(null, 100, 120),
    value2: fc.constantFrom(null, 130),
    unit: fc.constantFrom(null, '家'),
    measure: fc.constantFrom(null, 'level', 'increase'),
    period,
  })
  const mention = fc.record({ document: fc.constantFrom('A', 'B', 'C'), wording })
  const said = fc.record({
    mentions: fc.array(mention, { maxLength: 4 }),
    among: fc.constantFrom(null, 1, 2),
    parent: fc.constantFrom(null, null, null, 'whole'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 20, maxLength: 20 }), async (cases) => {
      const bodies = cases.map(({ among, ...one }) => ({ ...one, ...(among && { ruling: { among } }) }))
      const { rows } = await owner.query(
        'select mentions_differ(b) as differ from jsonb_array_elements($1::jsonb) with ordinality as e (b, n) order by n',
        [JSON.stringify(bodies)],
      )
      const expected = bodies.map((body) => disputesOf(body as Parameters<typeof disputesOf>[0]).length > 0)
      expect(rows.map(({ differ }) => differ)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})
