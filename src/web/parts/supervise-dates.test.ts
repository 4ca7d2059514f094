// Stretches of due dates around a day.

import { expect, test } from 'vitest'
import { dueSpan } from '#web/parts/supervise-dates.ts'

test.each([
  ['thisMonth', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['thisQuarter', '2024-06-30', '2024-04-01', '2024-06-30'],
  ['thisQuarter', '2024-12-01', '2024-10-01', '2024-12-31'],
  ['thisYear', '2024-06-30', '2024-01-01', '2024-12-31'],
  ['past', '2024-03-01', undefined, '2024-02-29'],
] as const)('%s of %s', (span, today, from, to) => {
  expect(dueSpan(span, today)).toEqual({ from, to })
})
