// A time between two nodes of a network, measured by what happened: 土地证到施工许可证, 开工到投产, 受理到办结 with its promised
// days. And what many of them come to.

import { addWorkdays, type Calendar } from '#base/calendar.ts'
import { addDays } from '#base/day.ts'
import { between } from '#domain/activity.ts'
import type { DayCount } from '#domain/register.ts'

export type Clock = { today: string; calendar: Calendar }
export type Measure = { from: string | null; to: string | null; atMost: number | null }
export type Told = {
  /** Days it took; null while it is not over, or a day is not known. */
  days: number | null
  /** The last day within what is aimed at. */
  dueOn: string | null
  late: boolean
}

export function timeBetween({ from, to, atMost }: Measure, by: DayCount, { today, calendar }: Clock): Told {
  if (from === null) return { days: null, dueOn: null, late: false }
  const days = to === null ? null : between(calendar, by, from, to)
  const dueOn =
    atMost === null ? null : by === 'days' ? addDays(from, atMost) : addWorkdays(calendar, from, atMost).date
  return { days, dueOn, late: dueOn !== null && (to ?? today) > dueOn }
}

/** The middle one, and of two in the middle the lower: a number of days that somebody really took. */
export function medianOf(days: readonly number[]): number | null {
  const sorted = days.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
