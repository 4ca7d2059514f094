// Who reaches what in a running zone: several posts in one person, supporting units, ids of other people's rows.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: (short: string) => string
let post: (name: string) => string
let proposals: OutputOf<'getDocument'>['proposals']

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  const text =
    '会议要求，年内新增高企60家。新增专精特新企业12家。新建泵站4座。盘活土地300亩。引进人才25人。签约项目9个。'
  const { document } = await office('importDocument', { fileName: 'a.txt', date: '2026-03-05' }, bytesOf(text))
  ;({ proposals } = await office('getDocument', { id: document.id }))
  const { units, posts } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  post = (name) => posts.find((one) => one.name === name)!.id
})
afterAll(() => zone.close())

const refused = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) })

/** A commitment of its own for each test. */
async function adopt(lead: string | null, supporting: string[] = []) {
  const { id, version } = proposals.shift()!
  const duty = { lead: lead && unit(lead), supporting: supporting.map(unit), dueOn: '2026-06-30' }
  return (await office('adoptProposal', { id, version, duty })).commitment
}

/** What comes of an act: the stage it leads to, or the code of its refusal. */
const outcome = (answer: Promise<unknown>) =>
  answer.then(
    (row) => (row as { stage?: string }).stage ?? 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal.code
      throw error
    },
  )

async function appoint(username: string, names: string[]) {
  const security = await zone.as('jiangruochuan')
  const { id, version } = (await office('getDirectory', {})).people.find((one) => one.username === username)!
  await security('appoint', { id, version, posts: names.map(post) })
  return zone.as(username)
}

test('a leader who heads a unit sees the whole zone and acts for that unit alone', async () => {
  const ours = await adopt('经发局')
  const theirs = await adopt('科创局')
  for (const { id, version } of [ours, theirs]) await office('dispatchCommitment', { id, version })
  const both = await appoint('luchengan', ['管委会副主任（分管经济）', '经济发展局局长'])
  const at = (row: typeof ours) => ({ id: row.id, version: row.version + 1 })
  const part = { title: '一', lead: unit('科创局'), supporting: [], post: null, dueOn: '2026-05-01' }
  const file = { name: 'a.txt', proves: '佐证材料' }

  expect((await both('listCommitments', {})).total).toBe(2)
  const groups = (await both('myWork', {})).groups.map(({ group, total }) => [group, total])
  expect(Object.fromEntries(groups)).toMatchObject({ 'to-sign': 1, overdue: 0 })
  expect(groups.length).toBe(new Set(groups.map(([group]) => group)).size)
  expect((await both('whoAmI', {})).units).toEqual([unit('经发局')])

  expect(await outcome(both('signFor', at(theirs)))).toBe('not-your-unit')
  expect(await outcome(both('breakDown', { ...at(theirs), parts: [part] }))).toBe('wrong-stage')
  expect(await outcome(both('assignCommitment', { ...at(theirs), duty: { dueOn: '2026-12-31' } }))).toBe(
    'not-your-unit',
  )
  expect(await outcome(both('uploadEvidence', { id: theirs.id, ...file }, bytesOf('x')))).toBe('not-your-unit')
  expect(await outcome(both('uploadEvidence', { id: ours.id, ...file }, bytesOf('x')))).toBe('done')
  expect(await outcome(both('signFor', at(ours)))).toBe('under-way')
})

test('somebody of the office who is an officer of a unit signs for that unit', async () => {
  const { id, version } = await adopt('审批局')
  await office('dispatchCommitment', { id, version })
  const both = await appoint('qinxiaolan', ['督查专员', '行政审批局联络员'])
  expect(await outcome(both('signFor', { id, version: version + 1 }))).toBe('under-way')
  const report = { percent: 100, text: '已完成' }
  expect(await outcome(both('fileReport', { id, version: version + 2, ...report }))).toBe('awaiting-review')
  expect(await outcome(both('acceptReport', { id, version: version + 3 }))).toBe('own-work')
})

test('a supporting unit sees and files evidence, and does nothing in the lead unit’s place', async () => {
  const { id, version } = await adopt('建设局', ['财政局'])
  const finance = await zone.as('qianxueli')
  const stranger = await zone.as('bailu')
  expect(await outcome(finance('dispatchCommitment', { id, version }))).toBe('not-your-unit')
  expect(await outcome((await zone.as('shilei'))('dispatchCommitment', { id, version }))).toBe('forbidden')
  await office('dispatchCommitment', { id, version })
  expect(await outcome(finance('signFor', { id, version: version + 1 }))).toBe('not-your-unit')
  const { id: evidence } = await finance('uploadEvidence', { id, name: 'a.txt', proves: '佐证材料' }, bytesOf('x'))
  expect((await finance('getEvidenceFile', { id: evidence })).name).toBe('a.txt')
  expect(await outcome(stranger('getEvidenceFile', { id: evidence }))).toBe('not-found')
  expect(await outcome(stranger('getCommitment', { id }))).toBe('not-found')
})

test('evidence goes where its commitment goes, and no longer where it is not', async () => {
  const { id, version } = await adopt('建设局', ['财政局'])
  const builder = await zone.as('shilei')
  const { id: evidence } = await office('uploadEvidence', { id, name: 'a.txt', proves: '佐证材料' }, bytesOf('y'))
  await office('assignCommitment', { id, version, duty: { supporting: [unit('招商局')] } })
  const seen = async (who: Call) => outcome(who('getEvidenceFile', { id: evidence }))
  expect(await seen(await zone.as('sunian'))).toBe('done')
  expect(await seen(await zone.as('qianxueli'))).toBe('not-found')
  await office('dispatchCommitment', { id, version: version + 1 })
  await builder('signFor', { id, version: version + 2 })
  await builder('fileReport', { id, version: version + 3, percent: 30, text: '一', evidence: [evidence] })
  await office('acceptReport', { id, version: version + 4 })
  for (const who of [office, builder, await zone.as('sunian')]) {
    expect((await who('getCommitment', { id })).sealed).toBe(true)
  }
  await office('assignCommitment', { id, version: version + 5, duty: { dueOn: '2026-07-31' } })
  expect((await office('getCommitment', { id })).sealed).toBe(false)
})

test('a saved view is its owner’s alone', async () => {
  const { id, version } = await office('saveView', { name: '红灯', query: { light: ['red'] } })
  const other = await zone.as('songyining')
  expect(await other('listViews', {})).toEqual([])
  await expect(other('dropView', { id, version })).rejects.toEqual(refused('not-found'))
  await office('dropView', { id, version })
  await expect(office('dropView', { id, version: version + 1 })).rejects.toEqual(refused('not-found'))
})

test('what did not happen yet cannot be recorded as happened', async () => {
  const { id, version } = await adopt('科创局')
  expect(await outcome(office('dispatchCommitment', { id, version, on: '2026-03-07' }))).toBe('bad-input')
  expect(await outcome(office('issueBriefing', { month: '2026-03', asOf: '2026-04-01T00:00:00Z' }))).toBe('bad-input')
  expect(await outcome(office('dispatchCommitment', { id, version, on: '2026-03-06' }))).toBe('awaiting-receipt')
})

test('the last of those who keep the system running stays', async () => {
  const admin = await zone.as('admin')
  const person = async (username: string) => {
    const { id, version } = (await admin('getDirectory', {})).people.find((one) => one.username === username)!
    return { id, version }
  }
  await admin('deactivatePerson', await person('dingyifan'))
  await admin('deactivatePerson', await person('jiangruochuan'))
  const last = refused('last-administrator')
  await expect(admin('deactivatePerson', await person('admin'))).rejects.toEqual(last)
  await expect(admin('appoint', { ...(await person('admin')), posts: [] })).rejects.toEqual(last)
  await expect(admin('resetPassword', await person('dingyifan'))).rejects.toEqual(refused('not-found'))
})
