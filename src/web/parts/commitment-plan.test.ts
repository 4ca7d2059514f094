// Rows of a break-down: what is wrong with each, and adding a row per unit.

import { expect, test } from 'vitest'
import { type PlanRow, partOf, problemsOf, withUnits } from '#web/parts/commitment-plan.ts'

const whole = { title: '新增高新技术企业100家', post: null, dueOn: '2024-12-31', proof: [] }
const row = (fields: Partial<PlanRow>): PlanRow => ({ ...whole, key: 1, lead: 'a', ...fields })

test.each([
  [row({}), []],
  [row({ title: ' ', lead: null, dueOn: null }), ['title', 'lead', 'due']],
  [row({ dueOn: '2025-01-01' }), ['late']],
  [row({ dueOn: '2024-12-31' }), []],
])('%o', (typed, problems) => {
  expect(problemsOf(typed, '2024-12-31')).toEqual(problems)
})

test('a whole without a due date leaves its parts free', () => {
  expect(problemsOf(row({ dueOn: '2030-01-01' }), null)).toEqual([])
})

test('a row per unit: no unit twice, the empty first row gives way', () => {
  const first = withUnits([row({ lead: null })], ['a', 'b'], whole)
  expect(first.map(({ key, lead }) => [key, lead])).toEqual([
    [2, 'a'],
    [3, 'b'],
  ])
  expect(withUnits(first, ['b', 'c'], whole).map(({ lead }) => lead)).toEqual(['a', 'b', 'c'])
})

test('proof is left out when nothing was typed, so that it comes from the whole', () => {
  expect(partOf(row({ title: ' 甲 ' }))).toEqual({ title: '甲', lead: 'a', post: null, dueOn: '2024-12-31' })
  expect(partOf(row({ proof: ['证书'] })).proof).toEqual(['证书'])
})
