// The ring once round, in process: from a page of text to a closed commitment and the next briefing.

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let science: Call
let document: OutputOf<'importDocument'>['document']

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  science = await zone.as('songyining')
})
afterAll(() => zone.close())

const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ refusal: { code, facts: expect.objectContaining(facts) } })

test('a minutes text comes in once, and is read', async () => {
  const text = await readFile('presets/sample/minutes.txt')
  const input = { fileName: '党工委会议纪要.txt', kind: 'minutes', date: '2026-03-05' } as const
  const imported = await office('importDocument', input, bytesOf(text))
  document = imported.document
  expect(imported.proposals).toBeGreaterThan(5)
  const again = office('importDocument', input, bytesOf(text))
  await expect(again).rejects.toEqual(refused('same-file', { document: document.id }))
})

test('a marked file is stopped and leaves nothing', async () => {
  const secret = office('importDocument', { fileName: 'a.txt' }, bytesOf('机密★5年\n关于某事的通知\n'))
  await expect(secret).rejects.toEqual(refused('secrecy-mark'))
  expect(await office('listDocuments', {})).toHaveLength(1)
})

test('from a statement to a closed commitment', async () => {
  const { document: read, proposals } = await office('getDocument', { id: document.id })
  const proposal = proposals.find(({ statement }) => statement.kind === 'target')!
  expect(read.text.slice(proposal.statement.start, proposal.statement.end)).toBe(proposal.quote)

  const { units } = await office('getDirectory', {})
  const unit = (short: string) => units.find(({ shortName }) => shortName === short)!.id
  const duty = { lead: unit('科创局'), supporting: [unit('财政局')], dueOn: '2026-03-31', proof: ['认定文件'] }
  const adopted = await office('adoptProposal', { id: proposal.id, version: proposal.version, duty })
  let { commitment } = adopted
  const step = async (who: Call, name: Parameters<Call>[0], input: object) => {
    commitment = (await who(name, { id: commitment.id, version: commitment.version, ...input })) as typeof commitment
    return commitment
  }

  await step(office, 'dispatchCommitment', {})
  expect((await science('myWork', {})).groups.find(({ group }) => group === 'to-sign')?.total).toBe(1)
  await step(science, 'signFor', {})
  const evidence = await science(
    'uploadEvidence',
    { id: commitment.id, name: '认定名单.pdf', proves: '认定文件' },
    bytesOf('%PDF-1.7'),
  )
  zone.at('2026-03-20')
  await step(science, 'fileReport', { percent: 100, text: '已全部完成', evidence: [evidence.id] })
  await step(office, 'acceptReport', { remark: '属实' })
  const closed = await step(office, 'closeCommitment', {})
  expect(closed).toMatchObject({ stage: 'closed', closure: 'closed', percent: 100 })

  const page = await office('getCommitment', { id: commitment.id })
  expect(page.sealed).toBe(true)
  expect(page.history.map(({ act }) => act)).toEqual([
    'adoptProposal',
    'dispatchCommitment',
    'signFor',
    'fileReport',
    'acceptReport',
    'closeCommitment',
  ])
  expect(page.sources[0]).toMatchObject({ document: document.id, quote: proposal.quote })
})

test('the same version twice: exactly one wins', async () => {
  const { proposals } = await office('getDocument', { id: document.id })
  const { id, version } = proposals.find(({ state }) => state === 'proposed')!
  const both = await Promise.allSettled([
    office('adoptProposal', { id, version }),
    office('rejectProposal', { id, version }),
  ])
  const lost = both.filter((one) => one.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]!.reason).toBeInstanceOf(Refused)
  expect(['stale', 'already-decided']).toContain(lost[0]!.reason.refusal.code)
})

test('the briefing as known earlier is the briefing of then', async () => {
  const march = await office('draftBriefing', { month: '2026-03' })
  expect(march.overall.completed.count).toBe(1)
  const before = await office('draftBriefing', { month: '2026-03', asOf: '2026-03-10T00:00:00.000Z' })
  expect(before.overall.completed.count).toBe(0)
  expect(before.overall.planned.count).toBe(1)
})

test('a unit sees only what is its own', async () => {
  const approval = await zone.as('bailu')
  expect((await approval('listCommitments', {})).total).toBe(0)
  expect((await science('listCommitments', {})).total).toBe(1)
  expect((await office('listCommitments', { light: ['grey'] })).rows[0]!.lit.light).toBe('grey')
})

test('an act is two statements: one to load, one to save', async () => {
  const { proposals } = await office('getDocument', { id: document.id })
  const { id, version } = proposals.find(({ state }) => state === 'proposed')!
  zone.sent.length = 0
  await office('rejectProposal', { id, version })
  expect(zone.sent.filter(({ kind }) => kind === 'statement')).toHaveLength(2)
})
