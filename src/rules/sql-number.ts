// Numbers in SQL, exact: a quotient is kept as two expressions and compared by multiplying out, never divided; columns that
// store scaled integers are reckoned with as integers while the bounds say that nothing can overflow, else as numeric.

import { decimalOf, type Exact, magnitude, order, terminating, zero } from '#rules/exact.ts'

/** An expression; its value is `sql / 10^scale`, a bigint no larger than `bound`, or `sql` itself, a numeric. */
export interface Part {
  sql: string
  scale: number | null
  bound: bigint
  /** Known never to be negative, so that a comparison need not look at the sign. */
  positive: boolean
  /** Set for a literal, which can be written in any form. */
  literal?: Exact
  nullable: boolean
  /** The shortest expression that is null when the part is; else the part itself. */
  nullBy?: string
  /** An int4 column as it is: good enough to be compared, widened before it is reckoned with. */
  narrow?: boolean
  /** How many numbers are multiplied in it at most: the database keeps 131,072 figures, and no product may need more. */
  factors: number
}

/** Facts and literals have at most so many figures. */
export const mostFigures = 60
const mostFactors = 250

/** A rule that is fine to decide for one subject, but more than the database takes. */
export class TooMuch extends Error {}

const longestSql = 200_000

/** Parts that are needed twice stand there twice: what grows beyond all measure is stopped on the way. */
export function sized(sql: string): string {
  if (sql.length > longestSql) throw new TooMuch()
  return sql
}

/** `below` null: the number is `above` itself. Zero below: the number is not known. */
export interface Term {
  above: Part
  below: Part | null
}

const largest = 2n ** 63n - 1n
const byOrder = (a: bigint, b: bigint): number => (a < b ? -1 : 1)
const larger = (...of: [bigint, bigint]): bigint => of.toSorted(byOrder)[1]!

export function column(
  sql: string,
  scale: number | null,
  most: Exact | null,
  least: Exact | null,
  nullable: boolean,
): Part {
  const bound = scale === null || most === null || least === null ? largest : boundOf(scale, most, least)
  return { sql, scale, bound, positive: least !== null && order(least, zero) >= 0, nullable, factors: 1 }
}

function boundOf(scale: number, most: Exact, least: Exact): bigint {
  const stored = (limit: Exact) => {
    const whole = (limit.n * 10n ** BigInt(scale)) / limit.d
    return whole < 0n ? -whole : whole
  }
  const [high, low] = [stored(most), stored(least)]
  return larger(high, low) + 1n
}

/** A constant; one whose decimals have no end is a quotient of two literals. */
export function literalTerm(value: Exact): Term {
  const ends = terminating(value)
  if (ends) return { above: literalPart(ends), below: null }
  return { above: literalPart({ n: value.n, d: 1n }), below: literalPart({ n: value.d, d: 1n }) }
}

export function literalPart(value: Exact): Part {
  const text = decimalOf(value)
  const sql = text.startsWith('-') ? `(${text})` : text
  const factors = Math.ceil(text.length / mostFigures)
  return { sql, scale: null, bound: largest, positive: value.n >= 0n, literal: value, nullable: false, factors }
}

/** The decimal places of a literal. */
const placesOf = (value: Exact): number => decimalOf(value).split('.')[1]?.length ?? 0

/** The least bigint has no opposite: a column without bounds is turned as a numeric. */
const turnable = (part: Part): Part => (part.scale !== null && part.bound >= largest ? asDecimal(part) : wide(part))

const wide = (part: Part): Part => (part.narrow ? { ...part, sql: `${part.sql}::bigint`, narrow: false } : part)

/** As a numeric expression. */
export function asDecimal(part: Part): Part {
  if (part.literal) return { ...part, scale: null, sql: numericWord(part.literal) }
  if (part.scale === null) return part
  const sql = part.scale === 0 ? `${part.sql}::numeric` : `(${part.sql}::numeric * ${inverse(part.scale)})`
  return { ...part, nullBy: part.nullBy ?? part.sql, sql, scale: null, bound: largest, narrow: false }
}

export const literalNumber = numericWord

/** 5 would be an integer to the database. */
function numericWord(value: Exact): string {
  const text = decimalOf(value)
  const numeric = text.includes('.') ? text : `${text}::numeric`
  return text.startsWith('-') ? `(${numeric})` : numeric
}

const inverse = (scale: number): string => `0.${'0'.repeat(scale - 1)}1`

function asInteger(part: Part, scale: number): Part | null {
  if (part.literal) {
    const stored = (part.literal.n * 10n ** BigInt(scale)) / part.literal.d
    const bound = stored < 0n ? -stored : stored
    if (bound > largest) return null
    return { ...part, sql: stored < 0n ? `(${stored})` : String(stored), scale, bound }
  }
  if (part.scale === null) return null
  const by = 10n ** BigInt(scale - part.scale)
  if (part.bound * by > largest) return null
  if (by === 1n) return part
  const nullBy = part.nullBy ?? part.sql
  return { ...part, nullBy, sql: `(${wide(part).sql} * ${by})`, scale, bound: part.bound * by, narrow: false }
}

/** Both as integers of one scale where that is safe, both as numeric otherwise. */
export function aligned(a: Part, b: Part): [Part, Part] {
  const isInteger = (part: Part) => part.scale !== null || part.literal !== undefined
  if (isInteger(a) && isInteger(b)) {
    const scale = Math.max(a.literal ? placesOf(a.literal) : a.scale!, b.literal ? placesOf(b.literal) : b.scale!)
    const [left, right] = [asInteger(a, scale), asInteger(b, scale)]
    // Two bare figures would be int4.
    const typed = (part: Part) => (a.literal && b.literal ? { ...part, sql: `${part.sql}::bigint` } : part)
    if (left && right) return [typed(left), typed(right)]
  }
  return [asDecimal(a), asDecimal(b)]
}

function made(sql: string, scale: number | null, bound: bigint, a: Part, b: Part, positive: boolean): Part {
  const factors = Math.max(a.factors, b.factors)
  // What is reckoned from one fact and literals is null when that fact is.
  const [only, second] = [a, b].filter((part) => !part.literal)
  const nullBy = only && !second && { nullBy: only.nullBy ?? only.sql }
  return { ...nullBy, sql: sized(sql), scale, bound, positive, nullable: a.nullable || b.nullable, factors }
}

export function sum(op: '+' | '-', a: Part, b: Part): Part {
  let [left, right] = aligned(a, b)
  if (left.scale !== null && left.bound + right.bound > largest) [left, right] = [asDecimal(a), asDecimal(b)]
  const positive = op === '+' && a.positive && b.positive
  return made(
    `(${wide(left).sql} ${op} ${wide(right).sql})`,
    left.scale,
    left.scale === null ? largest : left.bound + right.bound,
    a,
    b,
    positive,
  )
}

export function product(a: Part, b: Part): Part {
  const factors = a.factors + b.factors
  if (factors > mostFactors) throw new TooMuch()
  return { ...productOf(a, b), factors }
}

function productOf(a: Part, b: Part): Part {
  const positive = a.positive && b.positive
  const scaleOf = (part: Part) => (part.literal ? placesOf(part.literal) : part.scale)
  const [p, q] = [scaleOf(a), scaleOf(b)]
  if (p !== null && q !== null && !(a.literal && b.literal)) {
    const [left, right] = [asInteger(a, p), asInteger(b, q)]
    if (left?.sql === '1' && right) return { ...right, scale: p + q }
    if (right?.sql === '1' && left) return { ...left, scale: p + q }
    if (left && right && left.bound * right.bound <= largest)
      return made(`(${wide(left).sql} * ${wide(right).sql})`, p + q, left.bound * right.bound, a, b, positive)
  }
  return made(`(${asDecimal(a).sql} * ${asDecimal(b).sql})`, null, largest, a, b, positive)
}

const times = (part: Part, by: Part | null): Part => (by ? product(part, by) : part)

export function termSum(op: '+' | '-', a: Term, b: Term): Term {
  const above = sum(op, times(a.above, b.below), times(b.above, a.below))
  return { above, below: a.below && b.below ? product(a.below, b.below) : (a.below ?? b.below) }
}

export function termProduct(a: Term, b: Term): Term {
  return {
    above: product(a.above, b.above),
    below: a.below && b.below ? product(a.below, b.below) : (a.below ?? b.below),
  }
}

/** (p/q) / (r/s) is p·s·s / (q·r·s): a zero below any of them stays a zero below. */
export function termQuotient(a: Term, b: Term): Term {
  const s = b.below
  const above = s ? product(product(a.above, s), s) : a.above
  const below = s ? product(b.above, s) : b.above
  return { above, below: a.below ? product(a.below, below) : below }
}

export function termNegated({ above, below }: Term): Term {
  const negated = above.literal ? literalPart({ n: -above.literal.n, d: above.literal.d }) : null
  return { above: negated ?? { ...turnable(above), sql: `(- ${turnable(above).sql})`, positive: false }, below }
}

export function termMagnitude({ above, below }: Term): Term {
  return { above: magnitudePart(above), below: below && magnitudePart(below) }
}

function magnitudePart(part: Part): Part {
  if (part.literal) return literalPart(magnitude(part.literal))
  return part.positive ? part : { ...turnable(part), sql: `abs(${turnable(part).sql})`, positive: true }
}

const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' } as const
export type Relation = keyof typeof turned

/** `a op b`; null in SQL where either is not known. */
export function related(op: Relation, a: Term, b: Term): string {
  const [left, right] = aligned(times(a.above, b.below), times(b.above, a.below))
  const plain = `${left.sql} ${op} ${right.sql}`
  const belows = [a.below, b.below].filter((part) => part !== null)
  if (belows.length === 0) return `(${plain})`
  if (belows.every((part) => part.positive))
    return `(CASE WHEN ${belows.map((part) => `${part.sql} > 0`).join(' AND ')} THEN ${plain} END)`
  const below = belows.length === 2 ? product(belows[0]!, belows[1]!) : belows[0]!
  const other = `${left.sql} ${turned[op]} ${right.sql}`
  return `(CASE WHEN ${below.sql} > 0 THEN ${plain} WHEN ${below.sql} < 0 THEN ${other} END)`
}

/** FEEL equality: null equals only null. Never null itself. */
export function equals(a: Term, b: Term): string {
  if (a.below === null && b.below === null) {
    const [left, right] = aligned(a.above, b.above)
    return `(${left.sql} IS NOT DISTINCT FROM ${right.sql})`
  }
  const [left, right] = aligned(times(a.above, b.below), times(b.above, a.below))
  return `(CASE WHEN ${unknown(a)} THEN ${unknown(b)} WHEN ${unknown(b)} THEN FALSE ELSE ${left.sql} = ${right.sql} END)`
}

export function unknown({ above, below }: Term): string {
  const isNull = (part: Part) => `${part.nullBy ?? part.sql} IS NULL`
  const tests = [isNull(above)]
  if (below) tests.push(isNull(below), `${below.sql} = 0`)
  return `(${tests.join(' OR ')})`
}

/** LEAST passes over nulls, FEEL does not. */
export function extremePart(which: 'LEAST' | 'GREATEST', a: Part, b: Part): Part {
  const [left, right] = aligned(a, b).map(wide) as [Part, Part]
  const known = [left, right]
    .filter((part) => part.nullable && !part.literal)
    .map((part) => `${part.nullBy ?? part.sql} IS NOT NULL`)
  const both = `${which}(${left.sql}, ${right.sql})`
  const sql = known.length === 0 ? both : `(CASE WHEN ${known.join(' AND ')} THEN ${both} END)`
  return made(sql, left.scale, larger(left.bound, right.bound), a, b, a.positive && b.positive)
}

/** The one of two terms: `test` true, else. */
export function chosen(test: string, yes: Term, no: Term, otherwise: 'else' | 'not'): Term {
  const pick = (a: Part, b: Part): Part => {
    const [left, right] = aligned(a, b).map(wide) as [Part, Part]
    const bound = larger(left.bound, right.bound)
    const sql =
      otherwise === 'else'
        ? `(CASE WHEN ${test} THEN ${left.sql} ELSE ${right.sql} END)`
        : `(CASE ${test} WHEN TRUE THEN ${left.sql} WHEN FALSE THEN ${right.sql} END)`
    // Which of the two is null says nothing: another one may be taken.
    const { nullBy: _, ...part } = made(sql, left.scale, bound, a, b, a.positive && b.positive)
    return { ...part, nullable: true }
  }
  const one = literalPart({ n: 1n, d: 1n })
  const isQuotient = yes.below !== null || no.below !== null
  return { above: pick(yes.above, no.above), below: isQuotient ? pick(yes.below ?? one, no.below ?? one) : null }
}
