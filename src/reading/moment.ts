// Reckoning with local wall-clock time in milliseconds, as if every place kept UTC; and how a stretch of it is written.
import type { Lengths, Stretch } from '#reading/mention.ts'

export const dayMs = 86400000
export const hourMs = 3600000

export interface Reach {
  from: number | null
  to: number | null
}

/** Midnight of a day; months outside 1–12 run over into other years. */
export function midnight(year: number, month: number, day: number): number {
  if (year >= 100) return Date.UTC(year, month - 1, day)
  // Date.UTC takes the years 0 to 99 for those of the last century.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

export interface Parts {
  year: number
  month: number
  day: number
  /** 0 is Sunday. */
  weekday: number
}

/** A day of the calendar and how its midnight is written. */
interface Day {
  number: number
  parts: Readonly<Parts>
  midnight: string
}

// A text speaks of few days and of each again and again, so a day that was reckoned is kept.
const keptDays: Day[] = []

function dayNumbered(number: number): Day {
  const slot = number & 1023
  const kept = keptDays[slot]
  if (kept?.number === number) return kept
  const date = new Date(number * dayMs)
  const parts = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
  const day = { number, parts, midnight: Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19) }
  keptDays[slot] = day
  return day
}

export function partsOf(at: number): Readonly<Parts> {
  return dayNumbered(Math.floor(at / dayMs)).parts
}

export const dayStart = (at: number): number => Math.floor(at / dayMs) * dayMs

/** Monday of the week of `at`. */
export function weekStart(at: number): number {
  return dayStart(at) - ((partsOf(at).weekday + 6) % 7) * dayMs
}

/** `YYYY-MM-DDTHH:MM:SS` read as local time; a bare day is its midnight. Null for anything else. */
export function parseMoment(text: string | null | undefined): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text ?? '')
  if (!match) return null
  const [, year, month, day, hour = 0, minute = 0, second = 0] = match.map(Number)
  return midnight(year!, month!, day!) + (hour || 0) * hourMs + (minute || 0) * 60000 + (second || 0) * 1000
}

// 8.64e15 is as far as a Date reaches: 三千亿年前 is beyond every calendar and stays open.
export function written(at: number | null): string | null {
  if (at === null || !(Math.abs(at) <= 8.64e15)) return null
  const seconds = Math.round(at / 1000)
  const day = Math.floor(seconds / 86400)
  const { midnight } = dayNumbered(day)
  const clock = seconds - day * 86400
  return clock === 0 ? midnight : (midnight.slice(0, midnight.indexOf('T') + 1) + clockText(clock)).slice(0, 19)
}

function clockText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

export function stretch({ from, to }: Reach): Stretch {
  return { from: written(from), to: written(to) }
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value))

/** A time of day in milliseconds after midnight as HH:MM:SS; 24:00 is 00:00. */
export function clock(ms: number | null): string | null {
  if (ms === null) return null
  return clockText(Math.round(ms / 1000) % 86400)
}

/** Moves a moment by a length of time, backwards with -1. The last day of a month stays in the month. Half months are 15 days. */
export function moved(at: number, by: Lengths, direction: 1 | -1): number {
  const months = (by.year ?? 0) * 12 + (by.month ?? 0)
  const whole = Math.trunc(months)
  let result = addMonths(at, direction * whole) + direction * (months - whole) * 30 * dayMs
  result += direction * ((by.week ?? 0) * 7 + (by.day ?? 0)) * dayMs
  result += direction * ((by.hour ?? 0) * hourMs + (by.minute ?? 0) * 60000 + (by.second ?? 0) * 1000)
  return by.workday ? workdays(result, by.workday, direction) : result
}

function addMonths(at: number, months: number): number {
  if (months === 0) return at
  const { year, month, day } = partsOf(at)
  const last = partsOf(midnight(year, month + months + 1, 0)).day
  return midnight(year, month + months, Math.min(day, last)) + (at - dayStart(at))
}

// Mondays to Fridays; holidays are not known here.
function workdays(at: number, count: number, direction: 1 | -1): number {
  const weeks = Math.floor(count / 5)
  let result = at + direction * weeks * 7 * dayMs
  for (let left = Math.round(count - weeks * 5); left > 0; ) {
    result += direction * dayMs
    const { weekday } = partsOf(result)
    if (weekday !== 0 && weekday !== 6) left--
  }
  return result
}
