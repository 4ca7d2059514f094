// Shares of a whole: 25% · 百分之三 · 千分之一 · 三成半.
import { suffixed } from '#reading/counted.ts'
import { past } from '#reading/fold.ts'
import { decimal, type Mention, mention } from '#reading/mention.ts'
import { hanziDigit, powers } from '#reading/numeral-chars.ts'
import { readSpoken } from '#reading/spoken.ts'

/** 25% · 百分之三 · 千分之一 · 三成半 · 半成 · 百分百. 百分点 is none. */
export function percentAt(text: string, at: number): Mention | null {
  return partsOf(text, at) ?? tenths(text, at) ?? sign(text, at)
}

function sign(text: string, at: number): Mention | null {
  const number = readSpoken(text, at)
  if (!number || number.fraction) return null
  const end = past(text, suffixed(text, number).end)
  if (text[end] !== '%' && text[end] !== '‰') return null
  if (/^[0-9A-F]{2}/.test(text.slice(end + 1, end + 3)) || /[A-Za-z%]/.test(text[at - 1] ?? '')) return null
  const value = suffixed(text, number).value * (text[end] === '‰' ? 0.1 : 1)
  return mention(at, end + 1, 'percentage', { k: 'pct', v: decimal(value) })
}

// 百分之三, 千万分之六: a denominator without a digit of its own.
function partsOf(text: string, at: number): Mention | null {
  const negative = text[at] === '负'
  const start = negative ? at + 1 : at
  if (powers[text.charCodeAt(start)]! < 2 || hanziDigit(text.charCodeAt(start - 1)) >= 0) return null
  let end = start
  let power = 0
  for (; end - start < 8; ) {
    const next = end === start ? end : past(text, end)
    const step = denominators[text[next] ?? '']
    if (!step) break
    power += step
    end = next + 1
  }
  if (power === 0) return null
  const mark = past(text, end)
  if (text[mark] !== '分') return null
  const of = past(text, mark + 1)
  const told = text[of] === '之' ? past(text, of + 1) : of
  if (text[of] !== '之' && power !== 2) return null
  if (text[told] === '百' && (text[told + 1] ?? '') !== '分') return percent(at, told + 1, negative ? -100 : 100, power)
  const number = readSpoken(text, told)
  // 百分之二三十 is no one share.
  if (!number || number.top !== null || (number.bare && number.value !== 100)) return null
  const whole = suffixed(text, number)
  return percent(at, whole.end, negative ? -whole.value : whole.value, power)
}

const denominators: Record<string, number | undefined> = { 百: 2, 千: 3, 万: 4, 亿: 8 }

function percent(start: number, end: number, value: number, power: number): Mention {
  return mention(start, end, 'percentage', { k: 'pct', v: decimal(Number(`${value}e${2 - power}`)) })
}

function tenths(text: string, at: number): Mention | null {
  const half = text[at] === '半'
  const number = half ? null : readSpoken(text, at)
  if (!half && !number) return null
  const mark = past(text, number ? number.end : at + 1)
  // 六七成 is no seven tenths.
  if (text[mark] === '成' && hanziDigit(text.charCodeAt(at - 1)) > 0) return null
  if (text[mark] !== '成' || /[为立员长本功果绩效交分熟就套品]/.test(text[mark + 1] ?? '')) return null
  const whole = number ? number.value : 0.5
  if (whole > 10 || (number && number.top !== null)) return null
  const tail = text[mark + 1] === '半'
  const tenth = hanziDigit(text.charCodeAt(mark + 1))
  if (
    tenth > 0 &&
    !tail &&
    !powers[text.charCodeAt(mark + 2)] &&
    hanziDigit(text.charCodeAt(mark + 2)) < 0 &&
    !/[家个户人种项年月日]/.test(text[mark + 2] ?? '')
  )
    return mention(at, mark + 2, 'percentage', { k: 'pct', v: decimal(whole * 10 + tenth) })
  return mention(at, mark + (tail ? 2 : 1), 'percentage', { k: 'pct', v: decimal((whole + (tail ? 0.5 : 0)) * 10) })
}
