// Numbers in running text: 12,500 · 3.5万 · 300多万 · 百亿 · 三十二 · 1.2万亿. Value and extent only; what they count comes later.
import { isHanziNumeral, readHanziNumeral, scalePower } from '#base/numeral.ts'
import { scaled } from '#base/quantity.ts'
import { charTable, standsAt } from '#reading/signs.ts'

export interface NumberToken {
  start: number
  /** After the number, its scale word and 多/余, where a unit may follow. */
  end: number
  value: number
  /** Power of ten already in the value through a scale word: 3.5万 has 4. Lets 3—5亿 lift its first number too. */
  power: number
  /** 多 or 余 stood in the number: 300多万, 2万余. */
  more: boolean
  /** Written in Chinese characters. */
  hanzi: boolean
  /** Only a scale word: 亿, 百亿, 万. */
  bare: boolean
  /** Digits as written, for looking at their shape (2024, 12345). */
  digits: string
}

// After these characters 千 belongs to the unit: 千瓦, 千伏, 千克.
const thousandUnits = new Set('瓦伏克米升卡帕赫')

/** Reads the number that starts at `at` (a digit or a Chinese numeral); null when there is none. */
export function readNumber(text: string, at: number): NumberToken | null {
  return isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readHanzi(text, at)
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function readArabic(text: string, start: number): NumberToken {
  const whole = wholeEnd(text, start)
  const digitsEnd = fractionEnd(text, whole)
  const written = text.slice(start, digitsEnd)
  return withScale(text, start, digitsEnd, written.includes(',') ? written.replaceAll(',', '') : written)
}

// Digits with thousands separators: a comma counts only before exactly three digits and after one to three.
function wholeEnd(text: string, start: number): number {
  let at = start
  while (isDigit(text.charCodeAt(at))) at++
  if (at - start > 3 || text[at] !== ',') return at
  while (text[at] === ',' && digitsFrom(text, at + 1, 4) === 3) at += 4
  return at
}

function digitsFrom(text: string, at: number, limit: number): number {
  let count = 0
  while (count < limit && isDigit(text.charCodeAt(at + count))) count++
  return count
}

function fractionEnd(text: string, at: number): number {
  if (text[at] !== '.' || !isDigit(text.charCodeAt(at + 1))) return at
  let end = at + 1
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

// 300多万, 2万余, 1.2万亿, 8千: up to three scale words, 多/余 before or after them.
function withScale(text: string, start: number, digitsEnd: number, digits: string): NumberToken {
  let end = digitsEnd
  let more = false
  let power = 0
  if (text[end] === '个' && text[end + 1] === '亿') end++
  if (isMore(text, end)) {
    end++
    more = true
  }
  for (let count = 0; count < 3 && isScale(text, end, power > 0); count++) power += scalePower[text[end++]!]!
  if (!more && isMore(text, end)) {
    end++
    more = true
  }
  const value = power > 0 ? scaled(digits, power) : Number(digits)
  return { start, end, value, power, more, hanzi: false, bare: false, digits }
}

function isMore(text: string, at: number): boolean {
  return text[at] === '多' || (text[at] === '余' && text[at + 1] !== '额' && text[at + 1] !== '热')
}

const scales = charTable(Object.keys(scalePower).join(''))

function isScale(text: string, at: number, second: boolean): boolean {
  if (!standsAt(scales, text, at)) return false
  const char = text[at]!
  if (char === '千') return !thousandUnits.has(text[at + 1] ?? '')
  if (char === '百') return text[at + 1] !== '分'
  return char !== '十' || second
}

function readHanzi(text: string, start: number): NumberToken | null {
  let limit = start
  while (limit - start < 24 && isHanziNumeral(text.charCodeAt(limit))) limit++
  while (limit > start && swallowsUnit(text, limit)) limit--
  const numeral = limit > start ? readHanziNumeral(text, start, limit) : null
  if (!numeral) return null
  const word = text.slice(start, numeral.end)
  const bare = isBare(text, start, numeral.end)
  const token = {
    start,
    end: numeral.end,
    value: numeral.value,
    power: 0,
    more: false,
    hanzi: true,
    bare,
    digits: word,
  }
  return afterHanzi(text, token)
}

function isBare(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!standsAt(scales, text, at) || text[at] === '十') return false
  return true
}

// 百 of 百分点, 千 of 千瓦 and 两 as the weight are not part of the numeral.
function swallowsUnit(text: string, limit: number): boolean {
  const last = text[limit - 1]
  return (last === '百' && text[limit] === '分') || (last === '千' && thousandUnits.has(text[limit] ?? ''))
}

// 六十多万, 万余, 三千多: 多/余 may be followed by one more scale.
function afterHanzi(text: string, token: NumberToken): NumberToken {
  if (!isMore(text, token.end)) return token
  const next = text[token.end + 1] ?? ''
  const power = next === '万' || next === '亿' ? scalePower[next]! : 0
  return {
    ...token,
    end: token.end + (power ? 2 : 1),
    more: true,
    power,
    value: token.value * 10 ** power,
    bare: token.bare,
  }
}
