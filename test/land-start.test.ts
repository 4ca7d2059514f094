// 拿地即开工: a project is reviewed while its land is still on the market, so that all permits are there on the day of handover,
// one with a proof still owed and supplied later. The critical path moves as reviews pass; the days from the land title to the
// building permit are counted; dates, plans and what is owed fall on a calendar.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import { medianOf } from '#domain/span.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let agents: Call
let project: OutputOf<'addEntry'>
let deal: OutputOf<'addEntry'>
const register = 'land_start'
const course = 'network:to_permit'
const reviews = { use_permit: 8, title: 3, scheme: 10, build_permit: 8, drawings: 12, permit: 3 }
const papers: Record<string, string> = {
  use_permit: '建设用地规划许可证',
  title: '土地不动产权证',
  scheme: '建设工程设计方案批复',
  build_permit: '建设工程规划许可证',
  drawings: '施工图审查合格书',
  permit: '施工许可证',
}

beforeAll(async () => {
  zone = await openTestZone('2026-03-02')
  office = await zone.as('fangning')
  agents = await zone.as('bailu')
  for (const definition of (await office('listRegisters', {})).shipped) await office('defineRegister', { definition })
  const { units } = await office('getDirectory', {})
  const unit = (short: string) => units.find(({ shortName }) => shortName === short)!.id
  const recruiters = await zone.as('sunian')
  deal = await recruiters('addEntry', {
    register: 'investment',
    values: { name: '云岭传动项目', lead: unit('招商局'), support: unit('审批局') },
  })
  const lead = unit('审批局')
  const values = { name: '云岭传动项目', lead, planning: unit('自然资源分局'), project: deal.id }
  project = await agents('addEntry', { register, values: { ...values, handover_on: '2026-05-20' } })
})
afterAll(() => zone.close())

const place = () => ({ register, id: project.id })
const plan = async (who = office) => who('getPlan', { ...place(), course })
const file = (proves: string, who = agents) =>
  who('uploadEntryFile', { ...place(), name: `${proves}.pdf`, proves }, bytesOf(proves))

async function climb(
  ladder: string,
  to: string,
  more: { owed?: { kind: string; dueOn: string }[]; certificateOn?: string } = {},
) {
  const { entry } = await office('getEntry', place())
  const asked = { ...place(), version: entry.version, ladder, to, ...more }
  return agents('climbEntry', { ...asked, reason: '按预审办理' })
}

async function review(permit: string, materials: string, from: string, to: string) {
  zone.at(from)
  await file(materials)
  await climb(permit, 'review')
  zone.at(to)
  await file(`${papers[permit]}预审意见`)
  await climb(permit, 'reviewed')
}

async function issue(permit: string, proofs: string[] = [], owed: { kind: string; dueOn: string }[] = []) {
  for (const proof of [papers[permit]!, ...proofs]) await file(proof)
  const today = (await plan()).today
  return climb(permit, 'issued', { certificateOn: today, owed })
}

const critical = (shown: OutputOf<'getPlan'>) => shown.nodes.filter((node) => node.critical).map(({ key }) => key)

test('the plan is laid back from the handover, with the days each review takes here', async () => {
  const laid = await agents('layPlan', {
    ...place(),
    ...{ course, version: 0, from: 'target', day: '2026-05-20' },
    takes: { ...reviews, deal: 20, contract: 5, handed: 20 },
  })
  const planned = Object.fromEntries(laid.nodes.map((node) => [node.key, node.plannedOn]))
  expect(planned).toMatchObject({ permit: '2026-05-20', handed: '2026-05-20', title: '2026-05-20' })
  expect(laid.nodes.find(({ key }) => key === 'drawings')!.reviewPlannedOn! < '2026-05-20').toBe(true)
  expect(laid.neededStartOn! >= '2026-03-02').toBe(true)
  await office('approvePlan', { ...place(), course, version: 1 })
  expect((await plan()).approved).toBe(true)
})

test('while nothing has begun the land decides; a review that drags on takes over, and passing early gives the way back', async () => {
  expect(critical(await plan())).toEqual(['deal', 'contract', 'handed', 'title', 'build_permit', 'permit'])
  await review('use_permit', '项目备案证', '2026-03-04', '2026-03-12')
  zone.at('2026-05-11')
  for (const step of ['listed', 'deal', 'contract']) {
    await file('成交确认书')
    await file('出让合同')
    await climb('handover', step)
  }
  // Nobody has begun to look at the scheme: it decides now, and the handover no longer does.
  const late = await plan()
  expect(critical(late)).toContain('scheme')
  expect(critical(late)).not.toContain('handed')
  zone.at('2026-05-12')
  await file('设计方案文本')
  await climb('scheme', 'review')
  const before = await plan()
  await file('建设工程设计方案批复预审意见')
  await climb('scheme', 'reviewed')
  const after = await plan()
  expect(after.forecastOn! < before.forecastOn!).toBe(true)
  expect(critical(after)).not.toContain('scheme')
})

test('with every review passed only the land is waited for, and on the day of handover the permit is there', async () => {
  await review('build_permit', '总平面图', '2026-05-13', '2026-05-14')
  await review('drawings', '施工图设计文件', '2026-05-14', '2026-05-15')
  await review('title', '权籍调查成果', '2026-05-15', '2026-05-18')
  await review('permit', '施工合同', '2026-05-18', '2026-05-19')
  const ready = await plan()
  expect(critical(ready)).toEqual(['handed', 'title', 'build_permit', 'permit'])
  expect(ready.nodes.find(({ key }) => key === 'permit')!.waitsFor).toEqual(['build_permit', 'drawings'])

  zone.at('2026-05-20')
  await file('交地确认书')
  await climb('handover', 'handed')
  await issue('use_permit', ['出让合同'])
  await issue('title', ['土地价款缴纳凭证'])
  await issue('scheme')
  await issue('build_permit', ['土地使用证明'])
  await issue('drawings', ['勘察报告'])
  const owed = [{ kind: '工资保证金凭证', dueOn: '2026-06-19' }]
  await issue('permit', ['质量安全监督资料'], owed)

  const shown = await plan()
  expect(shown.nodes.every(({ doneOn }) => doneOn !== null)).toBe(true)
  expect(shown.nodes.find(({ key }) => key === 'permit')).toMatchObject({ doneOn: '2026-05-20', flag: 'in-time' })
  expect(shown.spans.find(({ key }) => key === 'title_to_permit')).toMatchObject({ days: 0, atMost: 1, late: false })
  expect(critical(shown)).toEqual([])
})

test('what is owed is seen, late when its day is past, and gone when it is supplied', async () => {
  const owed = async () => (await plan()).nodes.find(({ key }) => key === 'permit')!.owed
  expect(await owed()).toMatchObject([{ kind: '工资保证金凭证', dueOn: '2026-06-19', late: false }])
  const june = { register, from: '2026-06-01', to: '2026-06-30' }
  expect((await office('showCalendar', june)).items).toMatchObject([
    { on: '2026-06-19', kind: 'owed', words: '工资保证金凭证', late: false },
  ])
  zone.at('2026-06-22')
  expect(await owed()).toMatchObject([{ late: true }])
  expect((await agents('registerWork', {})).owed).toMatchObject([{ kind: '工资保证金凭证', late: true }])
  const { climb: id } = (await owed())[0]!
  const proof = await file('工资保证金凭证')
  await agents('supplyOwed', { id, version: 1, kind: '工资保证金凭证', file: proof.id })
  expect(await owed()).toEqual([])
  expect((await office('showCalendar', june)).items).toEqual([])
})

test('the handover has proposed the next step of the project that it is', async () => {
  const words = (await office('listSuggestions', {})).map(({ suggestion }) => suggestion.words)
  expect(words).toContain('项目已交地，建议在招商项目台账推进到供地')
})

test('the calendar of May: the day in the entry, the planned days kept, only of those who may see them', async () => {
  const may = { register, from: '2026-05-01', to: '2026-05-31', dates: ['handover_on'] }
  const { items, more } = await office('showCalendar', may)
  expect(more).toBe(false)
  const told = items.map(
    ({ on, kind, words, done, late }) => `${on.slice(5)} ${kind} ${words} ${done ? 'done' : late ? 'late' : ''}`,
  )
  expect(told).toContain('05-20 date 计划交地日期 ')
  expect(told).toContain('05-20 planned 施工许可 done')
  expect(items.every(({ on, late }) => on >= '2026-05-01' && on <= '2026-05-31' && !late)).toBe(true)
  const then = await office('showCalendar', { ...may, asOf: '2026-05-01T00:00:00+08:00' })
  expect(then.items.filter(({ done }) => done)).toEqual([])
  const finance = await zone.as('qianxueli')
  expect((await finance('showCalendar', may)).items).toEqual([])
  const refused = await office('showCalendar', { ...may, to: '2027-12-31' }).catch((error: Refused) => error)
  expect(refused).toMatchObject({ refusal: { code: 'too-long-a-stretch' } })
})

test('checks that wait for other units fall on their days', async () => {
  const recruiters = await zone.as('sunian')
  const { units } = await office('getDirectory', {})
  const builders = units.find(({ shortName }) => shortName === '建设局')!.id
  const at = { register: 'investment', id: deal.id, ladder: 'main' }
  await recruiters('climbEntry', { ...at, version: deal.version, to: 'clue' })
  const asked = { economy: builders, land: builders, environment: builders, safety: builders }
  const { crossing } = await recruiters('openCrossing', { ...at, version: deal.version + 1, to: 'talks', units: asked })
  const due = crossing.checks[0]!.dueOn!
  const days = { register: 'investment', from: due, to: due }
  const { items } = await office('showCalendar', days)
  expect(items.map(({ kind, words, late }) => `${kind} ${words} ${late}`).toSorted()).toEqual(
    ['产业政策预审', '规划用地预审', '环境准入预审', '安全预审'].map((asks) => `check ${asks} false`).toSorted(),
  )
  await (await zone.as('shilei'))('passCheck', { id: crossing.id, version: 1, check: 'land' })
  expect((await office('showCalendar', days)).items).toHaveLength(3)
})

test('times over the whole register: the sample’s projects, measured as each tells it itself', async () => {
  const other = await openTestZone('2026-11-25')
  try {
    const officer = await other.as('fangning')
    await officer('openSampleRegisters', {})
    for (const [code, network] of [
      ['land_start', 'to_permit'],
      ['investment', 'main'],
      ['approval', 'handling'],
    ] as const) {
      const figures = await officer('showSpans', { register: code, network, limit: 100 })
      const { entries } = await officer('listEntries', { register: code, limit: 500 })
      const each = await Promise.all(
        entries.map(
          async ({ id }) => (await officer('getPlan', { register: code, id, course: `network:${network}` })).spans,
        ),
      )
      for (const figure of figures) {
        const own = each.map((spans) => spans.find(({ key }) => key === figure.key)!)
        const days = own.flatMap((one) => one.days ?? [])
        expect(days.length, figure.key).toBeGreaterThan(0)
        expect(figure).toMatchObject({
          measured: days.length,
          medianDays: medianOf(days),
          kept: own.filter(({ days: took, atMost, late }) => took !== null && atMost !== null && !late).length,
          runningLate: own.filter(({ days: took, late }) => took === null && late).length,
        })
        expect(figure.fastest.map((one) => one.days)).toEqual(days.toSorted((a, b) => a - b))
      }
    }
    const build = (await officer('showSpans', { register: 'investment', network: 'main' })).find(
      ({ key }) => key === 'build',
    )!
    expect(build.fastest[0]).toMatchObject({ title: '卓晖高效光伏电池项目', days: 182 })
    const [permit] = await officer('showSpans', { register: 'land_start', network: 'to_permit' })
    expect(permit).toMatchObject({ measured: 5, kept: 4, fastest: [{ days: 0 }, { days: 0 }, {}, {}, {}] })
  } finally {
    await other.close()
  }
})
