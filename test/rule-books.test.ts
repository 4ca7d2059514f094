// A zone's own rule set from draft to withdrawal; a rule that cannot be read is refused with its place and nothing is kept.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#operations/context.ts'
import { run } from '#operations/run.ts'
import { refusalOf } from './support/refused.ts'
import { openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Context

beforeAll(async () => {
  zone = await openTestZone()
  office = await zone.contextOf('fangning')
})
afterAll(() => zone.close())

const set = (rule: string) => ({
  code: 'own-growth',
  title: '高成长企业',
  authority: '高新区管委会',
  basis: { title: '待补依据', docNo: '', note: '' },
  validFrom: '2026-01-01',
  validTo: null,
  dictionary: 'enterprise@1',
  conditions: [{ code: 'size', title: '规模', rule }],
})
const own = async () => (await run(office, 'listRuleSets', {})).own

test('a rule with an error is not kept', async () => {
  const no = await refusalOf(run(office, 'draftRuleSet', { set: set('上年营业收入 >= 1000万元 and 上年利闰 > 0') }))
  expect(no).toMatchObject({ code: 'rule-broken', facts: { start: 21, end: 25 } })
  expect(await own()).toEqual([])
  expect(
    await refusalOf(run(office, 'draftRuleSet', { set: { ...set('失信'), dictionary: 'nothing@1' } })),
  ).toMatchObject({
    code: 'unknown-dictionary',
  })
})

test('drafted, changed, in force, withdrawn; two at once: one wins', async () => {
  const draft = await run(office, 'draftRuleSet', { set: set('上年营业收入 >= 1000万元') })
  expect(draft.state).toBe('drafted')
  const both = await Promise.allSettled([
    run(office, 'reviseRuleSet', { id: draft.id, version: 1, set: set('上年营业收入 >= 2000万元') }),
    run(office, 'reviseRuleSet', { id: draft.id, version: 1, set: set('上年营业收入 >= 3000万元') }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const inForce = await run(office, 'issueRuleSet', { id: draft.id, version: 2 })
  expect(inForce.state).toBe('in-force')
  expect(await refusalOf(run(office, 'reviseRuleSet', { id: draft.id, version: 3, set: set('失信') }))).toMatchObject({
    code: 'wrong-stage',
  })
  await run(office, 'withdrawRuleSet', { id: draft.id, version: 3 })
  expect((await own()).map(({ state }) => state)).toEqual(['withdrawn'])
})

test('the shipped sets are listed with their dictionaries', async () => {
  const { shipped, dictionaries } = await run(office, 'listRuleSets', {})
  expect(shipped.length).toBeGreaterThan(10)
  expect(dictionaries.map(({ name }) => name)).toContain('enterprise')
})
