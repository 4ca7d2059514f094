// The stretches of due dates that an office asks for most: this month, this quarter, this year, past.

import { isoDay, lastDayOf, monthsOf, parseDay, yearsOf } from '#base/period.ts'

export const spans = ['past', 'thisMonth', 'thisQuarter', 'thisYear'] as const
export type Span = (typeof spans)[number]

/** Both ends included; without `from` it reaches back to the beginning. */
export function dueSpan(span: Span, today: string): { from: string | undefined; to: string } {
  const day = parseDay(today)
  if (!day) throw new Error(`not a day: ${today}`)
  const { year, month } = day
  const quarter = month - ((month - 1) % 3)
  switch (span) {
    case 'past':
      return { from: undefined, to: dayBefore(today) }
    case 'thisMonth':
      return { from: isoDay(year, month, 1), to: isoDay(year, month, lastDayOf(year, month)) }
    case 'thisQuarter':
      return monthsOf(year, quarter, quarter + 2)
    case 'thisYear':
      return yearsOf(year, year)
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
