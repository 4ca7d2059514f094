// What was known then: every question, asked after each act as of that moment, is asked again at the end and must answer
// the same, whatever has happened since.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntryName } from '#contract/contract.ts'
import type { Outgoing } from '#contract/entry.ts'
import { openPaper } from '#papers/paper.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: Call

beforeAll(async () => {
  zone = await openTestZone('2026-03-02')
  office = await zone.as('fangning')
  unit = await zone.as('songyining')
})
afterAll(() => zone.close())

type Asked = { who: 'office' | 'unit'; name: EntryName; input: object }
const everyone = (name: EntryName, input: object = {}): Asked[] => [
  { who: 'office', name, input },
  { who: 'unit', name, input },
]
const lists: Asked[] = [
  ...everyone('getDirectory'),
  ...everyone('listDocuments'),
  ...everyone('listCommitments'),
  ...everyone('listCommitments', { sort: 'light', light: ['red', 'yellow', 'blue', 'green', 'grey'] }),
  ...everyone('listCommitments', { disputed: true }),
  ...everyone('countCommitments'),
  ...everyone('myWork'),
  ...everyone('listViews'),
  ...everyone('listBriefings'),
  ...everyone('draftBriefing', { month: '2026-03' }),
]

const known: { asOf: string; asked: Asked; answer: unknown }[] = []

async function remember(asOf: string, asked: readonly Asked[]) {
  for (const one of asked) known.push({ asOf, asked: one, answer: await ask(one, asOf) })
}

async function ask({ who, name, input }: Asked, asOf: string): Promise<unknown> {
  const answer = await (who === 'office' ? office : unit)(name, { ...input, asOf }).catch(
    (error: Error) => error.message,
  )
  return JSON.parse(JSON.stringify(answer)) as unknown
}

test('every question answers tomorrow as of today what it answers today', async () => {
  let day = 1
  const ids = { document: [] as string[], commitment: [] as string[] }
  const then = async (act: () => Promise<unknown>) => {
    day += 1
    zone.at(`2026-03-${String(day).padStart(2, '0')}`)
    await act()
    const pages = [
      ...ids.document.flatMap((id) => everyone('getDocument', { id })),
      ...ids.commitment.flatMap((id) => everyone('getCommitment', { id })),
      ...ids.commitment.flatMap((id) => everyone('listLookAlikes', { id })),
    ]
    await remember(`2026-03-${String(day).padStart(2, '0')}T12:30:00+08:00`, [...lists, ...pages])
  }

  const text = '会议要求，年内新增高企60家。新增专精特新企业12家。新建泵站4座。'
  await then(async () => {
    const { document } = await office('importDocument', { fileName: 'a.txt', date: '2026-03-01' }, bytesOf(text))
    ids.document.push(document.id)
  })
  const { proposals } = await office('getDocument', { id: ids.document[0]! })
  const { units, zone: root } = await office('getDirectory', {})
  const lead = units.find(({ shortName }) => shortName === '科创局')!
  const other = units.find(({ shortName }) => shortName === '财政局')!.id
  const [first, second, third] = proposals
  await then(async () => {
    const duty = { lead: lead.id, dueOn: '2026-03-20' }
    ids.commitment.push((await office('adoptProposal', { id: first!.id, version: 1, duty })).commitment.id)
  })
  const id = ids.commitment[0]!
  await then(() => office('rejectProposal', { id: second!.id, version: 1, reason: '不再跟踪' }))
  await then(() => office('mergeProposal', { id: third!.id, version: 1, into: id }))
  await then(() => office('dispatchCommitment', { id, version: 2 }))
  await then(() => unit('signFor', { id, version: 3 }))
  await then(async () => {
    const { id: evidence } = await unit('uploadEvidence', { id, name: 'a.txt', proves: '佐证材料' }, bytesOf('x'))
    await unit('fileReport', { id, version: 4, percent: 60, text: '过半', evidence: [evidence] })
  })
  await then(() => office('acceptReport', { id, version: 5 }))
  await then(() => office('saveView', { name: '红灯', query: { light: ['red'] } }))
  await then(() => unit('requestExtension', { id, version: 6, to: '2026-04-20', reason: '雨天' }))
  await then(() => office('issueBriefing', { month: '2026-03' }))
  await then(() => office('decideExtension', { id, version: 7, granted: true }))
  await then(async () => {
    const admin = await zone.as('dingyifan')
    await admin('renameZone', { name: '新名字', version: root.version })
    const { id: of, version, ...fields } = lead
    await admin('changeUnit', { ...fields, id: of, version, name: '新科创局' })
  })
  await then(async () => {
    const part = { title: '一', lead: other, supporting: [], post: null, dueOn: '2026-04-01' }
    const { children } = await office('breakDown', { id, version: 8, parts: [part] })
    ids.commitment.push(children[0]!.id)
  })
  await then(() => office('cancelCommitment', { id: ids.commitment[1]!, version: 1, reason: '不办了' }))
  await then(() => office('cancelCommitment', { id, version: 9, reason: '不办了' }))
  await then(() => office('reopenCommitment', { id, version: 10, reason: '回头看' }))

  zone.at('2026-06-01')
  for (const { asOf, asked, answer } of known) {
    expect(await ask(asked, asOf), `${asked.who} ${asked.name} as of ${asOf}`).toEqual(answer)
  }
  expect(known.length).toBeGreaterThan(300)
})

test('an issued briefing bears the name of then, whatever the zone is called now', async () => {
  const [issued] = await office('listBriefings', {})
  const file = (await office('getBriefingFile', { id: issued!.id, format: 'docx' })) as Outgoing
  const { text } = await openPaper(file.body as Uint8Array, file.name)
  expect((await office('getDirectory', {})).zone.name).toBe('新名字')
  expect(text).toContain(`${issued!.contents.zone}党政办公室`)
  expect(text).not.toContain('新名字')
})
