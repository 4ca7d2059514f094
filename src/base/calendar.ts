// The statutory working-day calendar: weekends, less the days made up (调休), plus the holidays, year by year as the
// State Council announces them. Days of years it does not cover count by weekends alone, and every answer says so.

import { addDays, weekdayOf } from '#base/day.ts'

export type CalendarYear = {
  year: number
  /** The announcement's document number, or 待补依据. */
  basis: string
  /** Weekdays and weekend days that are off by the announcement. */
  off: readonly string[]
  /** Weekend days worked. */
  workdays: readonly string[]
}

export type Calendar = { id: string; years: readonly CalendarYear[] }

const known = new WeakMap<Calendar, { off: Set<string>; worked: Set<string>; years: Set<string> }>()

function daysOf(calendar: Calendar) {
  const found = known.get(calendar)
  if (found) return found
  const { years } = calendar
  const made = {
    off: new Set(years.flatMap((year) => year.off)),
    worked: new Set(years.flatMap((year) => year.workdays)),
    years: new Set(years.map((year) => String(year.year))),
  }
  known.set(calendar, made)
  return made
}

export function isCovered(calendar: Calendar, day: string): boolean {
  return daysOf(calendar).years.has(day.slice(0, 4))
}

export function isWorkday(calendar: Calendar, day: string): boolean {
  const { off, worked } = daysOf(calendar)
  if (worked.has(day)) return true
  return !off.has(day) && weekdayOf(day) !== 0 && weekdayOf(day) !== 6
}

/** The day `count` working days after (or, negative, before) a day. 0 is the day itself, whatever it is. */
export function addWorkdays(calendar: Calendar, day: string, count: number): { date: string; covered: boolean } {
  const step = Math.sign(count)
  let date = day
  for (let left = Math.abs(count); left > 0; ) {
    date = addDays(date, step)
    if (isWorkday(calendar, date)) left--
  }
  return { date, covered: isCovered(calendar, day) && isCovered(calendar, date) }
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Costs a step per day. */
export function workdaysBetween(calendar: Calendar, from: string, to: string): { days: number; covered: boolean } {
  const covered = isCovered(calendar, from) && isCovered(calendar, to)
  if (to < from) return { days: -workdaysBetween(calendar, to, from).days, covered }
  let days = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkday(calendar, day)) days++
  }
  return { days, covered }
}
