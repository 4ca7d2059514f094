// A number, or two, with the unit they share, and the words around it that bound it: 1.6~3.9米, 至少5万元, 60岁以上.
import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { after, lowBounds, roundly } from '#reading/lexicons/amount-words.ts'
import { decimal } from '#reading/mention.ts'
import { hanziDigit } from '#reading/numeral-chars.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'
import { readSpoken } from '#reading/spoken.ts'
import type { Spoken } from '#reading/spoken-number.ts'

/** The number with the k or K after it: 百分之15K */
export function suffixed(text: string, number: Spoken): Spoken {
  const at = past(text, number.end)
  if (
    (text[at] !== 'k' && text[at] !== 'K') ||
    /[A-Za-z]/.test(text[at + 1] ?? ' ') ||
    hanziDigit(text.charCodeAt(at - 1)) >= 0
  )
    return number
  return { ...number, value: number.value * 1e3, end: at + 1 }
}

export interface Bounded {
  end: number
  lo: number | null
  hi: number | null
  value: number | null
  tag: string
}

export interface Unit {
  end: number
  tag: string
  /** 半 after the unit: 两米半. */
  half?: boolean
  /** What coins add to the number: 50元6角. */
  add?: number
}

export type UnitAt = (text: string, at: number, number: Spoken) => Unit | null

/** One number or two with one unit: 3 km, 1.6~3.9米, 七八公斤, 1万元--5万元. */
export function pairAt(text: string, at: number, unitAt: UnitAt): Bounded | null {
  const first = countAt(text, at)
  if (!first) return null
  const one = unitAt(text, first.end, first)
  const from = one ? one.end : included(text, first.end)
  const mark = rangeMarkEnd(text, from)
  if (mark > from) {
    const second = countAt(text, past(text, mark))
    const two = second && unitAt(text, second.end, second)
    if (second && two && (!one || one.tag === two.tag)) {
      const low = one ? first.value : lifted(first, second, text[second.end - 1] ?? '')
      if (low < second.value) return { end: two.end, lo: low, hi: second.value, value: null, tag: two.tag }
    }
  }
  if (!one) return null
  const value = Number(decimal(first.value + (one.half ? 0.5 : 0) + (one.add ?? 0)))
  if (first.top !== null) return { end: one.end, lo: first.value, hi: first.top, value: null, tag: one.tag }
  return { end: one.end, lo: null, hi: null, value, tag: one.tag }
}

function countAt(text: string, at: number): Spoken | null {
  const number = readSpoken(text, at)
  if (number) return suffixed(text, number)
  if (text[at] !== '半') return null
  const blank = { top: null, row: null, bare: false, fraction: false, more: false, decimal: true }
  return { start: at, end: text[at + 1] === '个' ? at + 2 : at + 1, value: 0.5, ...blank }
}

// 2到3万: the first number takes the scale of the second where it has none of its own.
function lifted(first: Spoken, second: Spoken, scale: string): number {
  const factor = scales[scale]
  if (!factor || (first.value >= factor && factor < 1e4) || first.value >= 1e4) return first.value
  return first.value * factor < second.value ? first.value * factor : first.value
}

const scales: Record<string, number | undefined> = {
  百: 1e2,
  千: 1e3,
  仟: 1e3,
  佰: 1e2,
  k: 1e3,
  K: 1e3,
  万: 1e4,
  亿: 1e8,
}

function included(text: string, at: number): number {
  const open = past(text, at)
  return text.startsWith('(含)', open) ? open + 3 : at
}

export type Bound = 'min' | 'max' | null

interface Headed {
  at: number
  bound: Bound
}

/** What bounds or rounds the number before it: 至少, 最多, 大约. */
export function headed(text: string, at: number): Headed {
  const low = matchAt(lowBounds, text, at)
  if (low) return { at: past(text, at + low.word.length), bound: low.tag as Bound }
  const about = isPact(text, at) ? null : matchAt(roundly, text, at)
  return { at: about ? past(text, at + about.word.length) : at, bound: null }
}

// 签约, 履约, 合约: an agreement is no estimate.
const isPact = (text: string, at: number) => text[at] === '约' && '签合条契履违续解公预制'.includes(text[at - 1] ?? ' ')

interface Tailed {
  end: number
  bound: Bound
}

/** What bounds or rounds it after its unit: 以上, 以内, 左右. */
export function tailed(text: string, at: number): Tailed {
  const word = matchAt(after, text, at)
  if (!word) return { end: at, bound: null }
  return { end: at + word.word.length, bound: word.tag === 'about' ? null : (word.tag as Bound) }
}

/** The numbers of a meaning: one, two, or one with its bound. */
export function valued(found: Bounded, bound: Bound): { v?: string; lo?: string; hi?: string; bound?: 'min' | 'max' } {
  if (found.value === null) return { lo: decimal(found.lo!), hi: decimal(found.hi!) }
  const v = decimal(found.value)
  if (bound === 'min') return { v, lo: v, bound }
  return bound === 'max' ? { v, hi: v, bound } : { v }
}
