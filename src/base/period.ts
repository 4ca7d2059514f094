// Calendar days and periods as plain strings: YYYY-MM-DD, both ends included. No clock: today is always an argument.

export interface Period {
  from: string
  to: string
}

/** A day taken apart; month 1–12, day 1–31. */
export interface Day {
  year: number
  month: number
  day: number
  /** Only the year, or year and month, is known: the rest is then its last. */
  known?: 'year' | 'month'
}

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Takes a YYYY-MM-DD string apart; null when it is not a day of the calendar. */
export function parseDay(text: string): Day | null {
  const match = dayShape.exec(text)
  if (!match) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? day : null
}

/** A day, or the year or month that is all that is known of one: 2024-04-13, 2024-04, 2024; null for anything else. */
export function parsePartialDay(text: string): Day | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text)
  if (!match) return parseDay(text)
  const year = Number(match[1])
  if (match[2] === undefined) return { year, month: 12, day: 31, known: 'year' }
  const month = Number(match[2])
  return month >= 1 && month <= 12 ? { year, month, day: lastDayOf(year, month), known: 'month' } : null
}

/** The first day that a day may be of which only a part is known; the last is the day itself. */
export function earliest({ year, month, day, known }: Day): string {
  return isoDay(year, known === 'year' ? 1 : month, known ? 1 : day)
}

export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function lastDayOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || (year % 400 === 0 && year > 0))
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? Number.NaN)
}

const two = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

export function isoDay(year: number, month: number, day: number): string {
  return `${year > 999 ? year : String(year).padStart(4, '0')}-${two[month]}-${two[day]}`
}

/** The whole months `first`–`last` of a year: monthsOf(2024, 4, 6) is the second quarter of 2024. */
export function monthsOf(year: number, first: number, last: number): Period {
  return { from: isoDay(year, first, 1), to: isoDay(year, last, lastDayOf(year, last)) }
}

/** Whole years, both included: yearsOf(2021, 2025) is the 14th five-year plan. */
export function yearsOf(first: number, last: number): Period {
  return { from: isoDay(first, 1, 1), to: isoDay(last, 12, 31) }
}
