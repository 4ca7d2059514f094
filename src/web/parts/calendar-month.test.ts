// Weeks from Monday to Sunday that hold a month, and months before and after.

import { expect, test } from 'vitest'
import { monthAfter, weeksOf } from '#web/parts/calendar-month.ts'

test.each([
  ['2026-03', '2026-02-23', '2026-04-05', 6],
  ['2026-06', '2026-06-01', '2026-07-05', 5],
  ['2027-02', '2027-02-01', '2027-02-28', 4],
])('%s from %s to %s in %i weeks', (month, from, to, count) => {
  const weeks = weeksOf(month)
  expect([weeks[0]![0], weeks.at(-1)!.at(-1), weeks.length]).toEqual([from, to, count])
})

test.each([
  ['2026-01', -1, '2025-12'],
  ['2025-12', 1, '2026-01'],
  ['2026-03', 12, '2027-03'],
])('%s and %i months: %s', (month, count, other) => expect(monthAfter(month, count)).toBe(other))
