// What an officer types into the edit form, against the change that is sent.

import { expect, test } from 'vitest'
import type { Wording } from '#domain/proposal.ts'
import { changeOf, type Draft, draftOf } from '#web/parts/review-draft.ts'

const before: Wording = {
  title: '引进亿元以上项目',
  kind: 'target',
  value: 100,
  value2: null,
  unit: '家',
  op: 'ge',
  measure: 'increase',
  period: { from: '2024-01-01', to: '2024-12-31' },
  dueOn: '2024-12-31',
  strength: 'strive',
}

test('nothing typed, nothing changed', () => {
  expect(changeOf(draftOf(before), before)).toEqual({ change: {} })
})

const typed: [Partial<Draft>, Partial<Wording>][] = [
  [{ title: ' 引进项目 ' }, { title: '引进项目' }],
  [
    { value: '120,000,000', unit: '元' },
    { value: 120000000, unit: '元' },
  ],
  [
    { value: '', unit: '' },
    { value: null, unit: null, op: null },
  ],
  [
    { op: 'range', value: '3', value2: '5' },
    { op: 'range', value: 3, value2: 5 },
  ],
  [{ from: null, to: null }, { period: null }],
  [
    { dueOn: null, strength: 'must' },
    { dueOn: null, strength: 'must' },
  ],
]
test.each(typed)('%j changes %j', (fields, change) => {
  expect(changeOf({ ...draftOf(before), ...fields }, before)).toEqual({ change })
})

const wrong: [Partial<Draft>, string][] = [
  [{ title: '  ' }, 'needTitle'],
  [{ value: '一百' }, 'badNumber'],
  [{ op: 'range', value2: '' }, 'badNumber'],
  [{ to: null }, 'badPeriod'],
  [{ from: '2025-01-01' }, 'badPeriod'],
]
test.each(wrong)('%j is %s', (fields, trouble) => {
  expect(changeOf({ ...draftOf(before), ...fields }, before)).toEqual({ trouble })
})
