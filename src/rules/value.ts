// The values a rule works with. Null is 'not known', which is neither false nor zero.

import { serialOf } from '#base/day.ts'
import { isDay, lastDayOf } from '#base/period.ts'
import { type Exact, order } from '#rules/exact.ts'

/** A calendar day, as days since 1 January 1970. */
export interface DateValue {
  readonly day: number
}
/** A length of time in whole months: P1Y is 12. */
export interface Months {
  readonly months: number
}
/** A length of time in seconds: P1D is 86400. */
export interface Seconds {
  readonly seconds: number
}
export interface Range {
  readonly low: Value
  readonly high: Value
  readonly lowIn: boolean
  readonly highIn: boolean
}

export type Value = null | boolean | string | Exact | DateValue | Months | Seconds | Range | readonly Value[]
export type Type = 'null' | 'boolean' | 'text' | 'number' | 'date' | 'months' | 'seconds' | 'range' | 'list' | 'thing'
/** A rule may only ask whether they are there, and what words a list holds. */
export const isOpaque = (type: Type): boolean => type === 'list' || type === 'thing'

export function typeOf(value: Value): Type {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'text'
  if (Array.isArray(value)) return 'list'
  if ('n' in value) return 'number'
  if ('day' in value) return 'date'
  if ('months' in value) return 'months'
  if ('seconds' in value) return 'seconds'
  return 'range'
}

/** Negative, zero or positive; both of one type that has an order. Texts by code point. */
export function orderOf(a: NonNullable<Value>, b: NonNullable<Value>): number {
  if (typeof a === 'string') return orderOfTexts(a, b as string)
  if (typeof a === 'boolean') return Number(a) - Number(b)
  if ('n' in a) return order(a, b as Exact)
  if ('day' in a) return a.day - (b as DateValue).day
  if ('months' in a) return a.months - (b as Months).months
  if ('seconds' in a) return a.seconds - (b as Seconds).seconds
  throw new Error(`no order among ${typeOf(a)}`)
}

// UTF-16 puts characters beyond U+FFFF before some of those below; the database's "C" order does not.
function orderOfTexts(a: string, b: string): number {
  if (a === b) return 0
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left === right) continue
    const isPair = (code: number) => code >= 0xd800 && code < 0xe000
    return isPair(left) === isPair(right) ? left - right : isPair(left) ? 1 : -1
  }
  return a.length - b.length
}

/** FEEL equality: null equals only null. */
export function same(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b
  if (typeOf(a) !== typeOf(b)) return false
  if (Array.isArray(a)) {
    const other = b as readonly Value[]
    return a.length === other.length && a.every((part, at) => same(part, other[at]!))
  }
  if (typeOf(a) === 'range') return sameRange(a as Range, b as Range)
  return orderOf(a, b) === 0
}

const sameRange = (a: Range, b: Range): boolean =>
  a.lowIn === b.lowIn && a.highIn === b.highIn && same(a.low, b.low) && same(a.high, b.high)

/** Days are counted from the year 1000 to 9999: outside of it nobody means a date. */
export function parseDate(text: string): DateValue | null {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay({ year, month, day }) ? { day: serialOf(text) } : null
}

/** YYYY-MM-DD; a date moved beyond 9999 has five digits. */
export function isoOf({ day }: DateValue): string {
  const at = new Date(day * 864e5)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
}

/** The day of the month clamps to the month's end: 31 January and one month is the last of February. */
export function shifted(date: DateValue, months: number, days: number): DateValue {
  if (months === 0) return { day: date.day + days }
  const at = new Date(date.day * 864e5)
  const count = at.getUTCFullYear() * 12 + at.getUTCMonth() + months
  const [year, month] = [Math.floor(count / 12), ((count % 12) + 12) % 12]
  const clamped = Math.min(at.getUTCDate(), lastDayOf(year, month + 1))
  return { day: new Date(0).setUTCFullYear(year, month, clamped) / 864e5 + days }
}

/** Whether a date is one that could have been written. */
export const isWritable = ({ day }: DateValue): boolean => day >= earliest && day <= latest
const earliest = serialOf('1000-01-01')
const latest = serialOf('9999-12-31')

const lengthShape = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** P1Y2M in months, P3DT4H in seconds; null for anything else, mixtures of the two too. */
export function parseLength(text: string): Months | Seconds | null {
  const match = lengthShape.exec(text)
  if (!match || /[PT]$/.test(text)) return null
  const [years, months, days, hours, minutes, seconds] = match.slice(2).map((part) => part && Number(part))
  const sign = match[1] === '-' ? -1 : 1
  const isMonths = years !== undefined || months !== undefined
  const isSeconds = [days, hours, minutes, seconds].some((part) => part !== undefined)
  if (isMonths && isSeconds) return null
  const [y, mo, d, h, mi, s] = [years, months, days, hours, minutes, seconds].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const count = isMonths ? y * 12 + mo : ((d * 24 + h) * 60 + mi) * 60 + s
  if (!Number.isSafeInteger(count)) return null
  return isMonths ? { months: sign * count || 0 } : { seconds: sign * count || 0 }
}
