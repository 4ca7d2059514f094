// One run of digits and scale words summed to a number, without sign and fraction: 5亿1万4千 · 三万五 · 七百三四十.
import { decimals } from '#reading/decimals.ts'
import { past } from '#reading/fold.ts'
import { digitOf, isArabic, isMore, isTens } from '#reading/numeral-chars.ts'
import type { Spoken } from '#reading/spoken-number.ts'
import { digitsAt, type Sum, scaleAt } from '#reading/summands.ts'

/** One run of digits and scale words without sign and fraction. */
export function core(text: string, start: number): Spoken | null {
  return plain(text, start) ?? summed(text, start)
}

// Where one of these follows the digits, they are not yet the number: 3.5, 1,000, 2e5, 3万, 20多, 一百点五, 3个亿.
const goesOn = new Uint8Array(65536)
for (const char of '.,eE^个多余来点十拾百佰千仟万亿') goesOn[char.charCodeAt(0)] = 1

// Most numbers are digits, or one numeral, and nothing else: 2027, 10, 三.
function plain(text: string, start: number): Spoken | null {
  let end = start
  let value = digitOf[text.charCodeAt(start)] ?? -1
  if (value >= 0) {
    end++
    if (digitOf[text.charCodeAt(end)]! >= 0) return null
  } else value = 0
  if (end === start)
    for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(++end))
      value = value * 10 + code - 48
  if (end === start || end - start > 15 || goesOn[text.charCodeAt(end)] || goesOn[text.charCodeAt(past(text, end))])
    return null
  return {
    start,
    end,
    value,
    top: null,
    row: null,
    bare: false,
    fraction: false,
    more: false,
    decimal: false,
  }
}

function summed(text: string, start: number): Spoken | null {
  const sum: Sum = {
    high: 0,
    middle: 0,
    section: 0,
    pending: null,
    spread: 0,
    last: 0,
    short: false,
    digits: false,
    more: false,
  }
  let end = start
  let row: number | null = null
  for (let steps = 0; steps < 40; steps++) {
    const at = end === start ? start : past(text, end)
    const code = text.charCodeAt(at)
    const part =
      isArabic(code) || isPoint(text, at, code) || digitOf[code]! >= 0 || isTens(code)
        ? digitsAt(text, at, sum, at > end)
        : scaleAt(text, at, sum, at > end)
    if (!part) break
    if (part.final) return part.final(start)
    row = part.row
    end = part.end
  }
  if (end === start || (sum.pending === null && sum.last === 0)) return null
  return finished(text, start, end, sum, row)
}

// .5 is a number, the .5 of 2.5 is none of its own.
function isPoint(text: string, at: number, code: number): boolean {
  return code === 46 && isArabic(text.charCodeAt(at + 1)) && !/[\w.]/.test(text[at - 1] ?? ' ')
}

function finished(text: string, start: number, stop: number, sum: Sum, row: number | null): Spoken {
  const tail = sum.pending !== null && sum.short && sum.last > 10 ? sum.last / 10 : 1
  const value = sum.high + sum.middle + sum.section + (sum.pending ?? 0) * tail
  const top = sum.spread > 0 ? value + sum.spread * (sum.pending === null ? 1 : tail) : null
  const found: Spoken = {
    start,
    end: stop,
    value,
    top,
    row,
    bare: !sum.digits && text[start] !== '十' && text[start] !== '拾',
    fraction: false,
    more: sum.more,
    decimal: false,
  }
  return decimals(text, found) ?? (isMore(text, stop) && !sum.more ? withMore(text, found) : found)
}

// 二十多, 2000余, 百余; 多 of 多少 and 多个 and 余 of 余额 are no part of a number.
function withMore(_text: string, found: Spoken): Spoken {
  return { ...found, end: found.end + 1, more: true, bare: false }
}
