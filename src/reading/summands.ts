// What one digit run or scale word adds to a sum: 三, 25, 五零二, 百, 多万.
import { arabic, scaledDecimal } from '#reading/decimals.ts'
import { past } from '#reading/fold.ts'
import { digitOf, isArabic, isMore, isUnitThousand, liang, powers, tens } from '#reading/numeral-chars.ts'
import type { Spoken } from '#reading/spoken-number.ts'

/** A sum as it grows from left to right. */
export interface Sum {
  high: number
  middle: number
  section: number
  pending: number | null
  /** What the second of two neighbouring digits adds. */
  spread: number
  /** The last scale read, as a factor; 0 before any. */
  last: number
  /** The pending digit may be short for the next lower scale: 三万五. */
  short: boolean
  digits: boolean
  more: boolean
}

/** What one step read: where it ends, its digits as a row, and the number itself where it closes the run. */
interface Part {
  end: number
  row: number | null
  final?: (start: number) => Spoken
}

/** Adds the digits at `at`; null when they cannot belong to the sum. */
export function digitsAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  if (sum.pending !== null || (spaced && sum.last === 0)) return null
  const char = text[at]!
  if (char in tens) {
    sum.section += tens[char]!
    sum.last = 10
    sum.digits = true
    return { end: at + 1, row: null }
  }
  if (isArabic(text.charCodeAt(at)) || char === '.') return arabicAt(text, at, sum, spaced)
  return hanziAt(text, at, sum, spaced)
}

function arabicAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  const { end, digits, decimal } = arabic(text, at)
  if (sum.last > 0 && (decimal || (spaced && !powers[text.charCodeAt(past(text, end))]))) return null
  if (decimal && sum.last === 0) return { end, row: null, final: (start) => scaledDecimal(text, start, end, digits) }
  sum.pending = Number(digits)
  sum.short = digits.length === 1
  sum.digits = true
  return { end, row: null }
}

function hanziAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  let end = at
  while (end - at < 32 && digitOf[text.charCodeAt(end)]! >= 0) end++
  let from = at
  let zero = false
  while (sum.last > 0 && from < end - 1 && digitOf[text.charCodeAt(from)] === 0) {
    from++
    zero = true
  }
  // 十二两, 两万两: after a numeral 两 is the weight unless a scale follows it.
  if (
    end > from &&
    text.charCodeAt(end - 1) === liang &&
    !powers[text.charCodeAt(end)] &&
    (end - from > 1 || sum.last > 0)
  )
    end--
  if (end === from || (spaced && sum.last === 0)) return null
  const values = rowOf(text, from, end)
  if (sum.last > 0 && zero === false && values === '0') {
    // 三百零 5: a joining zero before digits of the other kind.
    sum.short = false
    if (!isArabic(text.charCodeAt(end))) sum.pending = 0
    return { end, row: null }
  }
  const first = Number(values[0])
  const second = Number(values[1])
  const isPair = values.length === 2 && first > 0 && (second === first + 1 || (first === 3 && second === 5))
  const scaled = powers[text.charCodeAt(past(text, end))]! > 0
  sum.digits = true
  sum.short = !zero && !(sum.last > 0 && values === '0')
  if (isPair && (scaled || sum.last > 0)) {
    sum.pending = first
    sum.spread = second - first
    return { end, row: null }
  }
  if (values.length > 1 && (sum.last > 0 || scaled)) {
    if (sum.last === 0 && !scaled) return null
    if (sum.last === 0) {
      // 一七二零万 is a row before a scale; 五六七十 is not a number, its last digit may be.
      sum.pending = Number(values)
      sum.short = false
      return powers[text.charCodeAt(past(text, end))]! >= 4 ? { end, row: null } : null
    }
    sum.pending = first
    return { end: from + 1, row: null }
  }
  sum.pending = isPair ? first : Number(values)
  sum.spread = isPair ? second - first : 0
  if (values.length > 1) sum.short = false
  return { end, row: isPair ? Number(values) : null }
}

function rowOf(text: string, from: number, end: number): string {
  let row = ''
  for (let at = from; at < end; at++) row += digitOf[text.charCodeAt(at)]
  return row
}

/** Lifts the sum by the scale word at `at`; null when none belongs to it. */
export function scaleAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  let here = at
  // 3个亿 is a number, 3个万亩 and 3个亿元 count things of that size.
  const isSized = '元亩吨级人千百'.includes(text[here + 2] ?? ' ')
  if (sum.digits && text[here] === '个' && (text[here + 1] === '亿' || text[here + 1] === '万') && !isSized) here++
  if (sum.digits && isMore(text, here) && powers[text.charCodeAt(here + 1)]! >= 4) {
    here++
    sum.more = true
  }
  const power = powers[text.charCodeAt(here)]!
  if (!power || isUnitThousand(text, here)) return null
  if (power === 2 && text[past(text, here + 1)] === '分' && sum.pending === null && sum.last > 0) return null
  if (spaced && sum.pending === null && sum.last > 0) return null
  if (power < 4) {
    if (sum.pending === null && sum.last > 0 && power !== 1) return null
    const factor = 10 ** power
    sum.section += (sum.pending === null || (sum.pending === 0 && sum.last === 0) ? 1 : sum.pending) * factor
    if (sum.pending === 0 && sum.last > 0) sum.section += factor
    sum.spread *= factor
    sum.last = factor
  } else {
    const below = sum.middle + sum.section + (sum.pending ?? 0)
    if (power === 8) {
      sum.high = (sum.high + below || 1) * 1e8
      sum.middle = 0
      sum.last = 1e8
    } else {
      sum.middle = (below || 1) * 1e4
      sum.last = 1e4
    }
    sum.spread *= sum.last
    sum.section = 0
  }
  sum.pending = null
  return { end: here + 1, row: null }
}
