// The functions of the profile: what they take, what they give, what they do with constants. Those with `rows: true` are
// also compiled for facts (compile.ts); the others only work on constants, which are reckoned when the rule is checked.

import { serialOf } from '#base/day.ts'
import { isDay, isoDay } from '#base/period.ts'
import { type Exact, exact, floorOf, isWhole, magnitude, minus, order, over, plus, times } from '#rules/exact.ts'
import {
  type DateValue,
  isoOf,
  type Months,
  parseDate,
  parseLength,
  type Seconds,
  same,
  type Type,
  type Value,
} from '#rules/value.ts'

export interface Told {
  /** Types of the parameters; a trailing `?` one may be left out, a single `…` one may be repeated. */
  takes: readonly (Type | 'any')[]
  optional?: number
  variadic?: true
  /** Parameter names for calls by name. */
  names: readonly string[]
  gives: Type
  /** Also for facts: the compiler knows it. */
  rows?: true
  /** `undefined` where FEEL would report an error. Never called with a null argument unless `nulls`. */
  apply(parts: readonly Value[]): Value | undefined
  nulls?: true
}

const number = (value: Value): Exact => value as Exact
const text = (value: Value): string => value as string
const whole = (value: Exact): number | undefined => (isWhole(value) ? Number(value.n / value.d) : undefined)
const codePoints = (value: Value): string[] => Array.from(text(value))

function substring([of, from, count]: readonly Value[]): Value | undefined {
  const chars = codePoints(of!)
  const start = whole(number(from!))
  if (start === undefined || start === 0) return undefined
  const length = count === undefined ? chars.length : whole(number(count))
  if (length === undefined || length < 0) return undefined
  const at = start > 0 ? start - 1 : chars.length + start
  return at < 0 ? undefined : chars.slice(at, at + length).join('')
}

const listOf = (parts: readonly Value[]): readonly Value[] =>
  parts.length === 1 && Array.isArray(parts[0]) ? (parts[0] as readonly Value[]) : parts

function numbersOf(parts: readonly Value[]): Exact[] | null | undefined {
  const list = listOf(parts)
  if (list.some((part) => part === null)) return null
  if (list.some((part) => typeof part !== 'object' || !('n' in (part as object)))) return undefined
  return list as Exact[]
}

const overNumbers = (reckon: (list: Exact[]) => Value) => (parts: readonly Value[]) => {
  const list = numbersOf(parts)
  if (list === undefined) return undefined
  return list === null || list.length === 0 ? null : reckon(list)
}

function median(list: Exact[]): Exact {
  const sorted = list.toSorted(order)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : over(plus(sorted[middle - 1]!, sorted[middle]!), exact(2n))!
}

function everyTruth(parts: readonly Value[], decisive: boolean): Value | undefined {
  const list = listOf(parts)
  if (list.some((part) => part !== null && typeof part !== 'boolean')) return undefined
  if (list.includes(decisive)) return decisive
  return list.includes(null) ? null : !decisive
}

function dateFrom(parts: readonly Value[]): Value | undefined {
  const [year, month, day] = parts.map((part) => whole(number(part)))
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (year < 1000 || year > 9999 || !isDay({ year, month, day })) return undefined
  return { day: serialOf(isoDay(year, month, day)) }
}

function monthsBetween([from, to]: readonly Value[]): Value {
  const [a, b] = [isoOf(from as DateValue), isoOf(to as DateValue)].map((iso) => iso.split('-').map(Number)) as [
    [number, number, number],
    [number, number, number],
  ]
  const months = (b[0] - a[0]) * 12 + b[1] - a[1]
  if (months > 0 && b[2] < a[2]) return { months: months - 1 }
  if (months < 0 && b[2] > a[2]) return { months: months + 1 }
  return { months }
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = 'January February March April May June July August September October November December'.split(' ')
const utc = (value: Value): Date => new Date((value as DateValue).day * 864e5)
const dayOfYear = (value: Value): number =>
  (value as DateValue).day - serialOf(`${String(utc(value).getUTCFullYear()).padStart(4, '0')}-01-01`) + 1

// ISO 8601: the week of the year's first Thursday is week 1.
function weekOfYear(value: Value): number {
  const weekday = utc(value).getUTCDay() || 7
  const thursday = { day: (value as DateValue).day - weekday + 4 }
  return Math.ceil(dayOfYear(thursday) / 7)
}

const parity = (of: Value, rest: bigint): Value | undefined => {
  const a = number(of)
  return isWhole(a) ? ((a.n / a.d) & 1n) === rest : undefined
}

const exactOf = (count: number): Exact => exact(BigInt(count))

const one = (type: Type, gives: Type, name: string, apply: (value: Value) => Value | undefined): Told => ({
  takes: [type],
  names: [name],
  gives,
  apply: ([value]) => apply(value!),
})
const two = (gives: Type, names: readonly string[], apply: (a: string, b: string) => Value): Told => ({
  takes: ['text', 'text'],
  names,
  gives,
  apply: ([a, b]) => apply(text(a!), text(b!)),
})
const list = (gives: Type, apply: Told['apply']): Told => ({
  takes: ['any'],
  variadic: true,
  names: ['list'],
  gives,
  nulls: true,
  apply,
})

export const functions: Record<string, Told> = {
  'string length': { ...one('text', 'number', 'string', (of) => exactOf(codePoints(of).length)), rows: true },
  'upper case': one('text', 'text', 'string', (of) => text(of).toUpperCase()),
  'lower case': one('text', 'text', 'string', (of) => text(of).toLowerCase()),
  contains: { ...two('boolean', ['string', 'match'], (of, part) => of.includes(part)), rows: true },
  'starts with': { ...two('boolean', ['string', 'match'], (of, part) => of.startsWith(part)), rows: true },
  'ends with': { ...two('boolean', ['string', 'match'], (of, part) => of.endsWith(part)), rows: true },
  'substring before': two('text', ['string', 'match'], (of, part) =>
    of.includes(part) ? of.slice(0, of.indexOf(part)) : '',
  ),
  'substring after': two('text', ['string', 'match'], (of, part) =>
    of.includes(part) ? of.slice(of.indexOf(part) + part.length) : '',
  ),
  substring: {
    takes: ['text', 'number', 'number'],
    optional: 1,
    names: ['string', 'start position', 'length'],
    gives: 'text',
    apply: substring,
  },
  abs: { ...one('number', 'number', 'n', (of) => magnitude(number(of))), rows: true },
  modulo: {
    takes: ['number', 'number'],
    names: ['dividend', 'divisor'],
    gives: 'number',
    apply: ([a, b]) => {
      const quotient = over(number(a!), number(b!))
      return quotient ? minus(number(a!), times(number(b!), exact(floorOf(quotient)))) : undefined
    },
  },
  even: one('number', 'boolean', 'number', (of) => parity(of, 0n)),
  odd: one('number', 'boolean', 'number', (of) => parity(of, 1n)),
  sum: list(
    'number',
    overNumbers((all) => all.reduce(plus)),
  ),
  product: list(
    'number',
    overNumbers((all) => all.reduce(times)),
  ),
  mean: list(
    'number',
    overNumbers((all) => over(all.reduce(plus), exactOf(all.length))),
  ),
  median: list('number', overNumbers(median)),
  count: { takes: ['list'], names: ['list'], gives: 'number', apply: ([of]) => exactOf((of as Value[]).length) },
  all: list('boolean', (parts) => everyTruth(parts, false)),
  any: list('boolean', (parts) => everyTruth(parts, true)),
  'list contains': {
    takes: ['list', 'any'],
    names: ['list', 'element'],
    gives: 'boolean',
    nulls: true,
    apply: ([of, part]) => (of === null ? undefined : (of as Value[]).some((each) => same(each, part!))),
  },
  date: { takes: ['number', 'number', 'number'], names: ['year', 'month', 'day'], gives: 'date', apply: dateFrom },
  'date from text': one('text', 'date', 'from', (of) => parseDate(text(of)) ?? undefined),
  duration: one('text', 'months', 'from', (of) => parseLength(text(of)) ?? undefined),
  'years and months duration': {
    takes: ['date', 'date'],
    names: ['from', 'to'],
    gives: 'months',
    apply: monthsBetween,
  },
  'day of year': one('date', 'number', 'date', (of) => exactOf(dayOfYear(of))),
  'day of week': one('date', 'text', 'date', (of) => weekdays[utc(of).getUTCDay()]!),
  'month of year': one('date', 'text', 'date', (of) => months[utc(of).getUTCMonth()]!),
  'week of year': one('date', 'number', 'date', (of) => exactOf(weekOfYear(of))),
}

/** `date.year` and its like; those of lengths of time only for constants. */
export const properties: Record<string, { of: Type; rows?: true; apply(value: Value): Value }> = {
  year: { of: 'date', rows: true, apply: (of) => exactOf(utc(of).getUTCFullYear()) },
  month: { of: 'date', rows: true, apply: (of) => exactOf(utc(of).getUTCMonth() + 1) },
  day: { of: 'date', rows: true, apply: (of) => exactOf(utc(of).getUTCDate()) },
  weekday: { of: 'date', rows: true, apply: (of) => exactOf(utc(of).getUTCDay() || 7) },
  years: { of: 'months', apply: (of) => exactOf(Math.trunc((of as Months).months / 12)) },
  months: { of: 'months', apply: (of) => exactOf((of as Months).months % 12) },
  days: { of: 'seconds', apply: (of) => exactOf(Math.trunc((of as Seconds).seconds / 86400)) },
  hours: { of: 'seconds', apply: (of) => exactOf(Math.trunc(((of as Seconds).seconds % 86400) / 3600)) },
  minutes: { of: 'seconds', apply: (of) => exactOf(Math.trunc(((of as Seconds).seconds % 3600) / 60)) },
  seconds: { of: 'seconds', apply: (of) => exactOf((of as Seconds).seconds % 60) },
}
