// The statutory working-day calendar: weekends, less the days made up (调休), plus the holidays, year by year as the
// State Council announces them. Days of years it does not cover count by weekends alone, and every answer says so.

import { addDays, serialOf, weekdayOfSerial } from '#base/day.ts'

export type CalendarYear = {
  year: number
  /** The announcement's document number, or 待补依据. */
  basis: string
  /** Weekdays and weekend days that are off by the announcement; 31 December may stand in the one for the next year. */
  off: readonly string[]
  /** Weekend days worked. */
  workdays: readonly string[]
}

export type Calendar = { id: string; years: readonly CalendarYear[] }

type Days = { off: Set<number>; worked: Set<number>; years: Set<string>; upTo: Int32Array }

const known = new WeakMap<Calendar, Days>()
/** Between these days counting looks up a table; outside of them weekends alone count. */
const first = serialOf('1990-01-01')
const last = serialOf('2090-12-31')

function daysOf(calendar: Calendar): Days {
  const found = known.get(calendar)
  if (found) return found
  const { years } = calendar
  const off = new Set(years.flatMap((year) => year.off.map(serialOf)))
  const worked = new Set(years.flatMap((year) => year.workdays.map(serialOf)))
  const upTo = new Int32Array(last - first + 1)
  for (let i = 1; i < upTo.length; i++) upTo[i] = upTo[i - 1]! + (works(first + i, off, worked) ? 1 : 0)
  const made = { off, worked, years: new Set(years.map((year) => String(year.year))), upTo }
  known.set(calendar, made)
  return made
}

function works(serial: number, off: Set<number>, worked: Set<number>): boolean {
  const weekday = weekdayOfSerial(serial)
  return worked.has(serial) || (!off.has(serial) && weekday !== 0 && weekday !== 6)
}

export function isCovered(calendar: Calendar, day: string): boolean {
  return daysOf(calendar).years.has(day.slice(0, 4))
}

export function isWorkday(calendar: Calendar, day: string): boolean {
  const { off, worked } = daysOf(calendar)
  return works(serialOf(day), off, worked)
}

/** The day `count` working days after (or, negative, before) a day. 0 is the day itself, whatever it is. */
export function addWorkdays(calendar: Calendar, day: string, count: number): { date: string; covered: boolean } {
  const date = count === 0 ? day : addDays(day, stepsTo(calendar, serialOf(day), count))
  return { date, covered: isCovered(calendar, day) && isCovered(calendar, date) }
}

/** Days to the working day that is `count` of them away: found between two days by halving, as years are asked for too. */
function stepsTo(calendar: Calendar, from: number, count: number): number {
  const before = numberOf(calendar, count > 0 ? from : from - 1)
  const wanted = count > 0 ? before + count : before + count + 1
  const most = Math.abs(count) * 2 + 40 // no stretch has fewer working days than every second, but for a long holiday
  let [low, high] = count > 0 ? [1, most] : [-most, -1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (numberOf(calendar, from + middle) >= wanted) high = middle
    else low = middle + 1
  }
  return low
}

/** Working days since the beginning of the count, up to and including a day. */
function numberOf(calendar: Calendar, serial: number): number {
  const { upTo } = daysOf(calendar)
  const nearest = Math.min(Math.max(serial, first), last)
  return upTo[nearest - first]! + weekdaysTo(serial) - weekdaysTo(nearest)
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workdaysBetween(calendar: Calendar, from: string, to: string): { days: number; covered: boolean } {
  const at = (day: string) => numberOf(calendar, serialOf(day))
  return { days: at(to) - at(from), covered: isCovered(calendar, from) && isCovered(calendar, to) }
}

/** 5 January 1970, in days since the first of that month. */
const firstMonday = 4

/** Days from Monday to Friday since the first Monday of 1970. */
function weekdaysTo(serial: number): number {
  const days = serial - firstMonday
  const weeks = Math.floor(days / 7)
  return weeks * 5 + Math.min(days - weeks * 7 + 1, 5)
}
