// The registers of innovation and its money: every ladder is climbed from its first rung to its last through its gates, with
// proofs, checks and what other registers add up to; the platform matrix opens to its entries; budgets follow what is paid.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import type { Ladder } from '#domain/register.ts'
import { climbToTop, type Way } from './support/climbing.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

type Shown = OutputOf<'addEntry'>
let zone: TestZone
let office: Call
let unit: (short: string) => string
let shipped: OutputOf<'listRegisters'>['shipped']
let firm: Shown

beforeAll(async () => {
  zone = await openTestZone('2026-11-20')
  office = await zone.as('fangning')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  ;({ shipped } = await office('listRegisters', {}))
  await office('openSampleRegisters', {})
  firm = await add('enterprise', { name: '云溪试验智造有限公司', founded_on: '2024-01-10' })
}, 60_000)
afterAll(() => zone.close())

const add = (register: string, values: object): Promise<Shown> =>
  office('addEntry', { register, values: { lead: unit('科创局'), ...values } as never })
const shownNow = async (register: string, id: string) => (await office('getEntry', { register, id })).entry

function ladderOf(register: string, key: string): Ladder {
  return shipped.find(({ code }) => code === register)!.ladders.find((ladder) => ladder.key === key)!
}

/** A step a month, from January 2025 on. */
const monthly = (ladder: Ladder) => (rung: string) => {
  const n = ladder.rungs.findIndex(({ key }) => key === rung)
  return new Date(Date.UTC(2025, n, 15)).toISOString().slice(0, 10)
}

type More = Pick<Way, 'values' | 'before'>

/** To the top; all gates that ask for anything have refused first. */
async function climbed(register: string, key: string, entry: Shown, more: More = {}): Promise<Shown> {
  const ladder = ladderOf(register, key)
  const way = { office, register, ladder, on: monthly(ladder), checker: unit('财政局'), ...more }
  const { entry: top, refused } = await climbToTop(way, entry)
  expect(top.rungs[key]!.rung).toBe(ladder.rungs.at(-1)!.key)
  const proving = ladder.rungs
    .filter(({ gate }) => gate.proofs.some(({ required }) => required))
    .map((rung) => rung.key)
  expect(refused).toEqual(expect.arrayContaining(proving))
  return top
}

const paid = async (values: object, more: object = {}): Promise<Shown> => {
  const entry = await add('tranche', { name: '试验拨付', payer: unit('财政局'), ...values })
  return climbed('tranche', 'main', entry, { values: { paid: { paid_on: '2025-04-15' }, ...more } })
}

const passed = async (values: object): Promise<Shown> => {
  const entry = await add('challenge_milestone', { name: '试验里程碑', due: '2025-03-01', ...values })
  return climbed('challenge_milestone', 'main', entry, { values: { passed: { done_on: '2025-02-20' } } })
}

test('the platform matrix shows 10, 40 and 45 of the sample zone, and each count opens to its entries', async () => {
  const matrix = { register: 'platform', lines: 'type', columns: 'level' }
  const { lines, columns, counts } = await office('showMatrix', matrix)
  const sum = (line: string) => counts[lines.indexOf(line)]!.reduce((total, count) => total + count, 0)
  expect(['高端研发平台', '新型研发机构', '省级工程技术研究中心'].map(sum)).toEqual([10, 40, 45])
  for (const [at, line] of lines.entries())
    for (const [place, column] of columns.entries()) {
      const filter = [`type=${line ?? ''}`, `level=${column ?? ''}`]
      const opened = await office('countEntries', { register: 'platform', filter })
      expect(opened.count, filter.join()).toBe(counts[at]![place])
    }
  const { entries } = await office('listEntries', { register: 'platform', limit: 500 })
  for (const { values } of entries) expect(values.name).toContain('示例')
  const narrowed = await office('showMatrix', { ...matrix, where: '平台类型 = "高端研发平台"' })
  expect(narrowed.counts.flat().reduce((total, count) => total + count, 0)).toBe(10)
  await expect(office('showMatrix', { ...matrix, columns: 'name' })).rejects.toMatchObject({
    refusal: { code: 'bad-filter' },
  })
})

test('an engineering research centre is nurtured, applied for, argued, approved, built, accepted and appraised', async () => {
  const center = await add('platform', { name: '试验中心', type: '省级工程技术研究中心', income: '40000000' })
  const top = await climbed('platform', 'center', center, {
    values: {
      applied: { host: firm.id, staff: '30', fulltime: '18', research: '2600000' },
      approved: { approval: '试验立〔2025〕1号' },
      building: { build_from: '2025-05-01', build_to: '2028-04-30' },
      accepted: { accepted_on: '2025-06-15' },
      appraised: { grade: '良好', graded_on: '2025-07-01' },
    },
  })
  expect(top.computed).toMatchObject({ research_share: '6.5', fulltime_share: '60', concepts: '0', granted: '0' })
  const year = { register: 'platform', counts: ['approved'], from: '2025-04-01', to: '2025-04-30' }
  expect((await office('listCountedSteps', year)).steps.map(({ entry }) => entry)).toEqual([top.id])
})

test('a new type of research body is founded, registered, filed, appraised, rewarded by paid money and closed', async () => {
  const body = await add('platform', { name: '试验研究院', type: '新型研发机构' })
  const top = await climbed('platform', 'institute', body, {
    values: {
      registered: { corporate: true },
      filed: { approval: '试验备〔2025〕1号', staff: '25', area: '800' },
      yearly: { grade: '合格' },
      closed: { build_to: '2025-06-10' },
    },
    before: { awarded: ({ id }) => paid({ kind: '平台奖补', platform: id, amount: '500000.5' }) },
  })
  expect(top.computed.granted).toBe('500000.5')
})

test('an alliance goes on only with milestones that have passed', async () => {
  const alliance = await add('platform', { name: '试验联合体', type: '创新联合体' })
  const top = await climbed('platform', 'alliance', alliance, {
    values: { led: { host: firm.id }, agreed: { members: '3' }, filed: { approval: '试验联〔2025〕1号' } },
    before: {
      tasked: ({ id }) => passed({ alliance: id, number: '1' }),
      accepted: async ({ id }) => {
        await add('challenge_milestone', { name: '第二个', alliance: id, due: '2025-06-01' }).then((entry) =>
          climbed('challenge_milestone', 'main', entry, { values: { passed: { done_on: '2025-02-20' } } }),
        )
      },
    },
  })
  expect(top.computed).toMatchObject({ milestones: '2', milestones_passed: '2' })
})

test('a proving centre runs once it has a project; a project becomes a tenant of an incubator', async () => {
  const centre = await add('platform', { name: '试验概念验证中心', type: '概念验证中心' })
  let project: Shown | undefined
  const top = await climbed('platform', 'proving', centre, {
    values: { filed: { approval: '试验证〔2025〕1号' }, appraised: { grade: '优秀' } },
    before: {
      running: async ({ id }) => {
        project = await add('concept', { name: '试验概念项目', platform: id })
      },
    },
  })
  const done = await climbed('concept', 'main', project!, {
    values: {
      chosen: { question: '能否连续运行', trl_before: '4' },
      planned: { budget: '500000' },
      proving: { begun_on: '2025-04-01' },
      concluded: { outcome: '转孵化', trl_after: '6', ended_on: '2025-05-01' },
    },
  })
  expect(done.computed.trl_gain).toBe('2')
  expect((await shownNow('platform', top.id)).computed).toMatchObject({ concepts: '1', concepts_out: '1' })
  const suggestion = (await office('listSuggestions', {})).find((one) => one.suggestion.from.entry === done.id)!
  const space = await add('space', { name: '试验小载体', kind: '孵化器', area: '1000' })
  const { id, version } = suggestion.suggestion
  const accepted = await office('acceptSuggestion', { id, version, values: { space: space.id, area: '120.5' } })
  expect(accepted.entry.values).toMatchObject({ name: '试验概念项目', space: space.id })
})

test('a challenge is refined, posted, bid for, signed, met by milestones and paid in full', async () => {
  const challenge = await add('challenge', { name: '试验榜单', firm: firm.id })
  const one = (number: string) => passed({ challenge: challenge.id, number, amount: '600000' })
  const pay = (number: string) => paid({ kind: '揭榜挂帅', challenge: challenge.id, number, amount: '600000' })
  const top = await climbed('challenge', 'main', challenge, {
    values: {
      need: { need: '减重两成' },
      refined: { refined: '可对接' },
      posted: { bounty: '1500000', bids_until: '2025-04-01' },
      bid: { bids: '2' },
      judged: { winner: '试验大学' },
      signed: { contract_amount: '1200000', signed_on: '2025-06-15' },
    },
    before: {
      milestone: () => one('1'),
      accepted: async () => {
        await add('challenge_milestone', { name: '未到期', challenge: challenge.id, due: '2027-06-01' }).then(
          ({ id, version }) =>
            office('removeEntry', { register: 'challenge_milestone', id, version, reason: '并入第二个' }),
        )
        await one('2')
      },
      paid: async () => {
        await pay('1')
        expect((await shownNow('challenge', challenge.id)).computed).toMatchObject({
          unpaid: '600000',
          paid_share: '50',
        })
        await pay('2')
      },
    },
  })
  expect(top.computed).toMatchObject({
    milestones: '2',
    passed: '2',
    overdue: '0',
    payable: '1200000',
    paid: '1200000',
  })
  expect(top.computed).toMatchObject({ unpaid: '0', paid_share: '100', next_due: '2025-03-01' })
})

test('a grant becomes equity at the valuation of the round that follows', async () => {
  const grant = await add('grant_equity', { name: '试验拨投', firm: firm.id, holder: unit('产业投资公司') })
  const top = await climbed('grant_equity', 'main', grant, {
    values: {
      agreed: { total: '3000000', province: '1000000', district: '2000000', agreed_on: '2025-03-15' },
      valued: { pre_money: '120000000', raised: '20000000' },
      settled: { settlement: '转股' },
      exited: { exit_on: '2025-07-10', exit_amount: '9000000', locked_until: '2025-07-01' },
    },
    before: { granting: ({ id }) => paid({ kind: '拨投结合', grant: id, amount: '3000000' }) },
  })
  expect(top.computed).toMatchObject({ granted: '3000000', pending: '0', granted_share: '100', district_ratio: '2' })
  expect(top.computed).toMatchObject({ conversion: '2.0979', exit_multiple: '3' })
})

test('shares of both sides that do not add up keep the gate closed', async () => {
  const { id } = await add('grant_equity', { name: '不平', total: '3000000', province: '1000000', district: '1000000' })
  await office('reviseEntry', { register: 'grant_equity', id, version: 1, values: { agreed_on: '2025-03-01' } })
  const list = await office('getChecklist', { register: 'grant_equity', id, ladder: 'main', to: 'agreed' })
  expect(list.conditions.map(({ verdict }) => verdict)).toEqual(['yes', 'no'])
})

test('a direct investment goes through examination, decision, payment, watching, exit and appraisal', async () => {
  const deal = await add('angel', { name: '试验直投', lead: unit('产业投资公司') })
  const top = await climbed('angel', 'main', deal, {
    values: {
      opened: { planned: '5000000' },
      decided: { decided_on: '2025-04-10' },
      paid: { paid: '5000000', paid_on: '2025-06-10', post_money: '62500000' },
      watched: { reported_on: '2025-07-01' },
      exited: { exit_on: '2025-08-01', exit_amount: '12000000' },
    },
  })
  expect(top.computed).toMatchObject({ share: '8', multiple: '2.4' })
})

test('a talent arrives and is paid by tranches; the year’s budget follows', async () => {
  const budget = await add('talent_budget', { name: '试验预算', year: '2025', amount: '80000000' })
  const talent = await add('talent', { name: '试验人才', kind: '创新', level: '高精尖缺人才', firm: firm.id })
  const top = await climbed('talent', 'main', talent, {
    values: {
      reviewed: { reviewed: '88.5' },
      publicised: { public_from: '2025-05-01', public_to: '2025-05-08' },
      signed: { award: '2000000', signed_on: '2025-06-01' },
      arrived: { arrived_on: '2025-07-01' },
      midterm: { midterm: '合格' },
      final: { final: '合格' },
    },
    before: {
      paying: () => paid({ kind: '人才资助', talent: talent.id, budget: budget.id, amount: '800000' }),
    },
  })
  expect(top.computed).toMatchObject({ paid: '800000', unpaid: '1200000', last_paid: '2025-04-15', tranches: '1' })
  await add('tranche', { name: '二期', kind: '人才资助', talent: talent.id, budget: budget.id, amount: '600000' })
  const spent = await climbed('talent_budget', 'main', budget, {
    values: { approved: { approval: '试验预〔2025〕1号' }, settled: { settled: '800000' } },
  })
  expect(spent.computed).toMatchObject({
    planned: '1400000',
    used: '800000',
    left: '79200000',
    rate: '1',
    platforms: '0',
  })
  const counted = { register: 'talent', counts: ['arrived_rare'], from: '2025-07-01', to: '2025-07-31' }
  expect((await office('listCountedSteps', counted)).steps.map(({ entry }) => entry)).toContain(talent.id)
})

test('a tenant enters young, is inside for so many months and graduates within four years', async () => {
  const space = await add('space', { name: '试验载体', kind: '孵化器', area: '2000' })
  const tenant = await add('tenant', { name: '试验入驻', space: space.id, founded_on: '2021-02-01', area: '150.25' })
  const old = { register: 'tenant', id: tenant.id, version: 1, values: { entered_on: '2023-03-02' } }
  await office('reviseEntry', old)
  const asked = { register: 'tenant', id: tenant.id, ladder: 'main', to: 'entered' }
  expect((await office('getChecklist', asked)).conditions[0]).toMatchObject({ verdict: 'no' })
  const young = await office('reviseEntry', { ...old, version: 2, values: { entered_on: '2022-11-30' } })
  expect(young.computed).toMatchObject({ months: '47', overlong: false })
  const top = await climbed('tenant', 'main', young, {
    values: { graduated: { left_on: '2025-03-15', ip: true } },
    before: {
      graduated: async () =>
        expect((await shownNow('space', space.id)).computed).toMatchObject({
          used: '150.25',
          occupancy: '7.5',
          graduates: '0',
        }),
    },
  })
  expect(top.computed).toMatchObject({ months: '27', overlong: false })
  expect((await shownNow('space', space.id)).computed).toMatchObject({ tenants: '0', used: '0', graduates: '1' })
})

test('an incubator climbs to the nation’s list when its tenants add up to the conditions', async () => {
  const space = await add('space', { name: '试验孵化器', kind: '孵化器', area: '10000' })
  const lines = Array.from({ length: 75 }, (_, i) => ({
    ...{ name: `在孵${i}`, space: space.id, lead: unit('科创局'), founded_on: '2024-01-01', entered_on: '2024-06-01' },
    ...{ area: i < 20 ? '60' : '140', ip: i % 2 === 0, funded: i % 5 === 0, ...(i < 20 && { left_on: '2025-02-01' }) },
  }))
  const fill = async () => {
    const { added } = await office('addEntries', { register: 'tenant', lines: lines as never })
    const step = (entry: string, to: string, on: string) => ({ entry, ladder: 'main', to, on, certificateOn: null })
    const steps = added.flatMap((id, i) => [
      step(id, 'entered', '2024-06-01'),
      ...(i < 20 ? [step(id, 'graduated', '2025-02-01')] : []),
    ])
    const { refused } = await office('recordSteps', { register: 'tenant', lines: steps, reason: '补录', trial: false })
    expect(refused).toEqual([])
  }
  const top = await climbed('space', 'main', space, {
    values: { open: { opened_on: '2022-01-01' }, nation: { fund: '6000000' } },
    before: { city: fill },
  })
  expect(top.computed).toMatchObject({ tenants: '55', graduates: '20', used: '7700', occupancy: '77', density: '5.5' })
  const board = await office('showBoard', { register: 'space', ladder: 'main', sums: ['area', 'used'] })
  const nation = board.rungs.find(({ rung }) => rung === 'nation')!
  expect(nation).toMatchObject({ count: 1, sums: { area: '10000', used: '7700' } })
})
