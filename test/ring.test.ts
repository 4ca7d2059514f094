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
    zone.sent.length = 0
    commitment = (await who(name, { id: commitment.id, version: commitment.version, ...input })) as typeof commitment
    expect(zone.sent.filter(({ kind }) => kind === 'statement')).toHaveLength(2)
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

test('every act is two statements: one to load, one to save', async () => {
  const { proposals } = await office('getDocument', { id: document.id })
  const [one, other] = proposals.filter(({ state }) => state === 'proposed')
  const statements = async (work: () => Promise<unknown>) => {
    zone.sent.length = 0
    await work()
    return zone.sent.filter(({ kind }) => kind === 'statement').length
  }
  const { id, version } = one!
  expect(await statements(() => office('rejectProposal', { id, version }))).toBe(2)
  expect(await statements(() => office('reconsiderProposal', { id, version: version + 1 }))).toBe(2)
  expect(
    await statements(() => office('rewordProposal', { id, version: version + 2, wording: { title: '改写' } })),
  ).toBe(2)
  const text = '会议强调，要成立工作专班。'
  expect(await statements(() => office('importDocument', { fileName: 'b.txt' }, bytesOf(text)))).toBe(2)

  const { commitment } = await office('adoptProposal', { id: other!.id, version: other!.version })
  const lead = (await office('getDirectory', {})).units.find(({ shortName }) => shortName === '科创局')!.id
  const part = { title: '第一步', lead, supporting: [], post: null, dueOn: '2026-04-30' }
  expect(await statements(() => office('breakDown', { id: commitment.id, version: 1, parts: [part] }))).toBe(2)
  expect(await statements(() => office('assignCommitment', { id: commitment.id, version: 2, duty: { lead } }))).toBe(2)
})

test('corrections made while adopting stay with the proposal too', async () => {
  const text = '会议明确，要新建泵站4座。'
  const { document: imported } = await office('importDocument', { fileName: 'c.txt' }, bytesOf(text))
  const [proposal] = (await office('getDocument', { id: imported.id })).proposals
  const { id, version } = proposal!
  const adopted = await office('adoptProposal', { id, version, wording: { title: '新建泵站5座', value: 5 } })
  expect(adopted.proposal).toMatchObject({
    state: 'adopted',
    version: version + 2,
    wording: { title: '新建泵站5座', value: 5 },
  })
  expect(adopted.commitment.wording).toMatchObject({ title: '新建泵站5座', value: 5 })
})
