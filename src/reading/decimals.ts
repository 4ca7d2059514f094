// Decimals and Arabic digits: 1,050.5 · 10.1万 · 1.2万亿 · 2e5 · 一百点123 · 一点五亿.
import { past } from '#reading/fold.ts'
import { digitOf, isArabic, isMore, isUnitThousand, liang, powers } from '#reading/numeral-chars.ts'
import type { Spoken } from '#reading/spoken-number.ts'

/** 10.1万, 1.2万亿, 2e5, 5k: a decimal takes its scales and is over. */
export function scaledDecimal(text: string, start: number, end: number, digits: string): Spoken {
  let power = 0
  let at = end
  let more = false
  if (isMore(text, at)) {
    at++
    more = true
  }
  for (let next = past(text, at); powers[text.charCodeAt(next)]; next = past(text, at)) {
    if (isUnitThousand(text, next)) break
    power += powers[text.charCodeAt(next)]!
    at = next + 1
  }
  if (!more && power > 0 && isMore(text, at)) {
    at++
    more = true
  }
  if (more && power === 0 && at > end) at = end + 1
  const value = Number(power === 0 ? digits : /e/i.test(digits) ? Number(digits) * 10 ** power : `${digits}e${power}`)
  return { start, end: at, value, top: null, row: null, bare: false, fraction: false, more, decimal: true }
}

/** Digits with separators, a decimal point and an exponent: 1,050.5 · 2e5 · 1.1^23. */
export function arabic(text: string, at: number): { end: number; digits: string; decimal: boolean } {
  let end = at
  while (isArabic(text.charCodeAt(end))) end++
  if (end - at <= 3) while (text[end] === ',' && threeDigits(text, end + 1)) end += 4
  let decimal = false
  if (text[end] === '.' && isArabic(text.charCodeAt(end + 1))) {
    let stop = end + 1
    while (isArabic(text.charCodeAt(stop))) stop++
    // 192.168.1.1 and 1.2.3 are no decimals.
    decimal = text[stop] !== '.' || !isArabic(text.charCodeAt(stop + 1))
    if (decimal) end = stop
  }
  const plain = text.slice(at, end).replaceAll(',', '')
  return exponent(text, end, plain) ?? { end, digits: plain, decimal }
}

function threeDigits(text: string, at: number): boolean {
  for (let index = at; index < at + 3; index++) if (!isArabic(text.charCodeAt(index))) return false
  return !isArabic(text.charCodeAt(at + 3))
}

function exponent(text: string, at: number, digits: string): { end: number; digits: string; decimal: boolean } | null {
  const mark = text[at]
  if (mark !== 'e' && mark !== 'E' && mark !== '^') return null
  let end = at + 1
  if (text[end] === '+' || text[end] === '-') end++
  const first = end
  while (isArabic(text.charCodeAt(end)) && end - first < 4) end++
  if (end === first || /[A-Za-z]/.test(text[end] ?? ' ')) return null
  const power = Number(text.slice(at + 1, end))
  return { end, digits: mark === '^' ? String(Number(digits) ** power) : `${digits}e${power}`, decimal: true }
}

/** 一百点123, 十点二三三, 一点五亿; 九点二十 is a time of day. */
export function decimals(text: string, whole: Spoken): Spoken | null {
  const point = past(text, whole.end)
  if (text[point] !== '点') return null
  let at = past(text, point + 1)
  const first = at
  let digits = ''
  for (; digits.length < 32 && at < text.length; at++) {
    const code = text.charCodeAt(at)
    const value = isArabic(code) ? code - 48 : code === liang ? -1 : digitOf[code]!
    if (value < 0) break
    digits += value
  }
  if (at === first || powers[text.charCodeAt(at)] === 1) return null
  const base = whole.row ?? whole.value
  const plain = { ...whole, top: null, row: null }
  const found = scaledDecimal(text, whole.start, at, `${base}.${digits}`)
  return { ...plain, end: found.end, value: found.value, more: found.more, decimal: true }
}
