// Quantities written in digits: the number with its unit, range, fraction or implied money (12,500亩 · 3—5亿元 · 1/3 · 70亿的销售额).

import { unitName } from '#base/quantity.ts'
import { type DateMention, rangeMark } from '#reading/dates.ts'
import { matchAt } from '#reading/lexicon.ts'
import { moneyAfter, moneyBefore } from '#reading/lexicons/money-words.ts'
import { perUnits, type UnitKind, units } from '#reading/lexicons/units.ts'
import { isDigit, type NumberToken, readNumber } from '#reading/numerals.ts'

/** A number with what it counts. Offsets are those of the clean block text; `end` is after the unit. */
export interface Quantity {
  start: number
  end: number
  value: number
  value2: number | null
  unit: string | null
  kind: UnitKind | 'share' | 'rank' | 'times'
  /** 多 or 余 stood in the number. */
  more: boolean
  /** Only a scale word (百亿, 万): a size rather than a count. */
  bare: boolean
  hanzi: boolean
  /** The unit is not written: 每年30亿的销售额. */
  unitImplied: boolean
  /** A word, not a number, says it: 全覆盖, 两位数, 一半. */
  word: string | null
}

/** What was found at a place: where reading goes on, and the mention if there is one. */
export interface Found {
  end: number
  quantity?: Quantity
  date?: DateMention
}

/** The marks of a plain quantity, to be spread under the special ones. */
export const plain = { value2: null, more: false, bare: false, unitImplied: false, word: null }

const letters = /[A-Za-z]/

/** Reads the number in digits at `at` with what belongs to it. */
export function numberAt(text: string, at: number): Found {
  const token = readNumber(text, at)!
  const fraction = fractionAt(text, token)
  if (fraction) return fraction
  if (isGlued(text, token)) return { end: token.end }
  return rangeAt(text, token) ?? withUnit(text, token, token.start, null)
}

// 3个方面 counts headings, whatever digits it is written in.
function isHeadingCount(text: string, end: number): boolean {
  return text.startsWith('方面', end)
}

// 4+1, 5G, 2.0版: part of a name. 600MW is not.
function isGlued(text: string, token: NumberToken): boolean {
  const next = text[token.end] ?? ''
  if (text[token.start - 1] === '+' || next === '+' || text[token.start - 1] === '.') return true
  if (!letters.test(next)) return false
  const unit = matchAt(units, text, token.end)
  return !unit || letters.test(text[token.end + unit.word.length] ?? '')
}

// 1/3以上 is 33.33 %; a date or a model with two slashes is not.
function fractionAt(text: string, token: NumberToken): Found | null {
  const next = text[token.end]
  if (next !== '/' || !isDigit(text.charCodeAt(token.end + 1)) || token.power > 0) return null
  const below = readNumber(text, token.end + 1)!
  if (text[below.end] === '/' || below.value <= token.value) return { end: below.end }
  return { quantity: part(token.start, below.end, token.value, below.value), end: below.end }
}

/** A share of a whole: above of below, in percent with two decimals. */
export function part(start: number, end: number, above: number, below: number): Quantity {
  const value = Math.round((above / below) * 10000) / 100
  return { ...plain, start, end, value, unit: '%', kind: 'share', hanzi: false }
}

// 3—5家, 3—5亿元, 5%—7%, 20万吨至35万吨: two bounds with one unit.
function rangeAt(text: string, first: NumberToken): Found | null {
  const unit = matchAt(units, text, first.end)
  const end = unit && unit.tag !== 'time' ? first.end + unit.word.length : first.end
  const mark = rangeMark(text, end)
  if (mark === end || !isDigit(text.charCodeAt(mark))) return null
  const second = readNumber(text, mark)!
  const last = unitAfter(text, second)
  if (!last || (unit && end > first.end && unitName(unit.word) !== last.unit)) return null
  const low = first.power === 0 && end === first.end ? Number(`${first.digits}e${second.power}`) : first.value
  if (low >= second.value) return null
  return found(first, { ...last, value: low, value2: second.value }, last.end)
}

export interface UnitRead {
  unit: string | null
  kind: Quantity['kind']
  end: number
  unitImplied: boolean
}

function withUnit(text: string, token: NumberToken, start: number, value2: number | null): Found {
  const unit = unitAfter(text, token)
  if (!unit || isHeadingCount(text, unit.end)) return { end: token.end }
  const { value, more, bare, hanzi } = token
  const { kind, unitImplied, end } = unit
  return {
    quantity: { start, end, value, value2, unit: unit.unit, kind, more, bare, hanzi, unitImplied, word: null },
    end,
  }
}

/** A quantity found from its number and unit. */
export function found(
  token: NumberToken,
  read: UnitRead & { value: number; value2: number | null },
  end: number,
): Found {
  const { more, bare, hanzi, start } = token
  return { quantity: { ...read, start, end, more, bare, hanzi, word: null }, end }
}

/** The unit after a number, written or implied; null when nothing tells what it counts. */
export function unitAfter(text: string, token: NumberToken): UnitRead | null {
  const blank = text[token.end] === ' ' ? 1 : 0
  const at = token.end + blank
  const entry = matchAt(units, text, at)
  if (!entry || entry.word === '级') return impliedUnit(text, token)
  if (entry.tag === 'none') return null
  const end = at + entry.word.length
  const written = text.slice(at, end)
  const unit = unitName(written.length < 3 ? written : written.replace(/[（(].*/, '').replace(/^个(?=多月|半月)/, ''))
  const per = perEnd(text, end)
  const kind = entry.word === '倍' ? 'times' : entry.tag
  return {
    unit: per > end ? `${unit}${text.slice(end, per)}` : unit,
    kind,
    end: bracketEnd(text, per),
    unitImplied: false,
  }
}

// 吨/日, 微克/立方米: the unit is divided by a second one.
function perEnd(text: string, end: number): number {
  if (text[end] !== '/') return end
  for (let size = 4; size > 0; size--) if (perUnits.has(text.slice(end + 1, end + 1 + size))) return end + 1 + size
  return end
}

// 65篇（部）: a second counter in brackets belongs to the unit.
function bracketEnd(text: string, end: number): number {
  if (text[end] !== '（' && text[end] !== '(') return end
  const unit = matchAt(units, text, end + 1)
  const close = unit ? end + 1 + unit.word.length : end
  return unit && (text[close] === '）' || text[close] === ')') ? close + 1 : end
}

// 每年70亿的销售额, 百亿企业, 总投资120亿: money without its word.
function impliedUnit(text: string, token: NumberToken): UnitRead | null {
  const lifted = token.power >= 4 || (token.hanzi && token.value >= 1e8)
  if (!lifted) return null
  const before = text.slice(Math.max(0, token.start - 14), token.start)
  const after = text.slice(token.end, token.end + 4)
  const isMoney = token.value >= 1e8 && moneyAfter.test(after) ? true : moneyBefore.test(before)
  return isMoney ? { unit: '元', kind: 'money', end: token.end, unitImplied: true } : null
}
