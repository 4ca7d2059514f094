// 不见面审批: an application handled on the network, its clock running from acceptance in the working days that were promised;
// the share handled without a visit and the share in time counted from steps; what is rated badly found at once.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let clerks: Call
let unit: (short: string) => string
const register = 'approval'

beforeAll(async () => {
  zone = await openTestZone('2026-09-24')
  office = await zone.as('fangning')
  clerks = await zone.as('bailu')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  for (const definition of (await office('listRegisters', {})).shipped) await office('defineRegister', { definition })
})
afterAll(() => zone.close())

type Values = Partial<{ online: boolean; runs: string; rating: string; promised: string }>

async function apply(applicant: string, values: Values): Promise<OutputOf<'addEntry'>> {
  const plain = { title: `${applicant}：食品经营许可`, item: '食品经营许可', applicant, lead: unit('审批局') }
  return clerks('addEntry', { register, values: { ...plain, promised: '5', online: true, ...values } })
}

async function climb(id: string, to: string) {
  const { entry } = await clerks('getEntry', { register, id })
  return clerks('climbEntry', { register, id, version: entry.version, ladder: 'main', to, reason: '简单事项' })
}

const file = (id: string, proves: string) =>
  clerks('uploadEntryFile', { register, id, name: `${proves}.pdf`, proves }, bytesOf(proves + id))

async function accept(id: string) {
  await climb(id, 'applied')
  await file(id, '申请材料')
  await climb(id, 'accepted')
}

const promise = async () =>
  (await clerks('showSpans', { register, network: 'handling' })).find(({ key }) => key === 'promise')!

let quick: OutputOf<'addEntry'>
let slow: OutputOf<'addEntry'>

test('the clock runs from acceptance in the promised working days, over the holidays of October', async () => {
  quick = await apply('甲食品有限公司', {})
  slow = await apply('乙餐饮店', { online: false })
  for (const { id } of [quick, slow]) await accept(id)
  const shown = await clerks('getPlan', { register, id: quick.id, course: 'network:handling' })
  // Accepted on 24 September: Mid-Autumn, National Day and the weekends do not count.
  expect(shown.spans.find(({ key }) => key === 'promise')).toMatchObject({
    dueOn: '2026-10-09',
    late: false,
    atMost: 5,
  })
  expect(await promise()).toMatchObject({
    measured: 0,
    running: 2,
    runningLate: 0,
    next: [{ dueOn: '2026-10-09' }, {}],
  })
})

test('one is decided in time and delivered without a visit, the other runs out', async () => {
  zone.at('2026-09-29')
  await file(quick.id, '决定文书')
  await climb(quick.id, 'decided')
  expect(await climb(quick.id, 'delivered').catch((error) => error.refusal.code)).toBe('gate-closed')
  const { entry } = await clerks('getEntry', { register, id: quick.id })
  const values = { runs: '0', rating: '非常满意' }
  await clerks('reviseEntry', { register, id: quick.id, version: entry.version, values })
  const { entry: delivered } = await climb(quick.id, 'delivered')
  expect(delivered.computed.no_visit).toBe(true)
  zone.at('2026-10-10')
  expect(await promise()).toMatchObject({
    ...{ measured: 1, aimed: 1, kept: 1, medianDays: 2, running: 1, runningLate: 1 },
    next: [{ title: '乙餐饮店：食品经营许可', dueOn: '2026-10-09', late: true }],
  })
})

test('decided late it is measured as late; the shares count themselves', async () => {
  await file(slow.id, '决定文书')
  await climb(slow.id, 'decided')
  expect(await promise()).toMatchObject({ measured: 2, aimed: 2, kept: 1, running: 0 })
  const counted = async (count: string) =>
    (await office('countSteps', { register, counts: [count], from: '2026-09-01', to: '2026-10-31' })).total
  expect(await counted('decided')).toBe(2)
  expect(await counted('decided_online')).toBe(1)
  expect(await counted('no_visit')).toBe(1)
})

test('a bad rating is in its view; another unit’s head does not see the application', async () => {
  const { entry } = await clerks('getEntry', { register, id: slow.id })
  const values = { runs: '2', rating: '不满意', rating_words: '材料分两次告知' }
  await clerks('reviseEntry', { register, id: slow.id, version: entry.version, values })
  const view = (await office('listRegisters', {})).own
    .find(({ definition }) => definition.code === register)!
    .definition.views.find(({ key }) => key === 'bad')!
  const { entries } = await office('listEntries', { register, where: view.where! })
  expect(entries.map(({ id }) => id)).toEqual([slow.id])
  const builders = await zone.as('shilei')
  expect((await builders('showSpans', { register, network: 'handling' })).map(({ measured }) => measured)).toEqual([
    0, 0,
  ])
})

test('as of the end of September one was still running in time', async () => {
  const asOf = '2026-09-30T18:00:00+08:00'
  const then = await office('showSpans', { register, network: 'handling', asOf })
  expect(then.find(({ key }) => key === 'promise')).toMatchObject({ measured: 1, running: 1, runningLate: 0 })
})
