// Lengths of time: 8天20小时 · 三年半 · 一个星期又三天 · 30~90日 · 十五年以上,30年以下.

import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { type LengthUnit, lengthUnits } from '#reading/lexicons/time-words.ts'
import type { Lengths, Norm } from '#reading/mention.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'
import { readSpoken } from '#reading/spoken.ts'
import type { Spoken } from '#reading/spoken-number.ts'

export interface Length {
  end: number
  parts: Lengths
  /** The smallest unit named. */
  unit: LengthUnit
  /** 半 stood in it. */
  half: boolean
  /** 多, 余 or 几 stood in it. */
  vague: boolean
  /** Only a number and 日, 月 or 年, which may also be a date. */
  dateLike: boolean
}

interface Piece {
  end: number
  value: number
  unit: LengthUnit
  word: string
  half: boolean
  more: boolean
}

/** Reads the length of time at `at`; null when none begins there. */
export function lengthAt(text: string, at: number): Length | null {
  const first = pieceAt(text, at)
  if (!first) return null
  const length: Length = {
    end: first.end,
    parts: {},
    unit: first.unit,
    half: first.half,
    vague: first.more,
    dateLike: ['日', '月', '年', '分', '刻', '晚', '夜'].includes(first.word) && !first.half,
  }
  add(length.parts, first)
  for (let count = 0; count < 7; count++) {
    const next = pieceAt(text, joint(text, length.end))
    if (!next || rank[next.unit] <= rank[length.unit]) break
    if (next.word === '日' && first.word === '月') return null
    if (next.unit === 'night' && length.unit !== 'day') break
    add(length.parts, next)
    length.end = next.end
    length.unit = next.unit === 'night' ? 'day' : next.unit
    length.half ||= next.half
    length.dateLike = false
  }
  return first.unit === 'night' || (first.unit === 'moment' && first.word === '刻') ? null : length
}

const rank: Record<LengthUnit, number> = {
  year: 0,
  quarter: 1,
  month: 2,
  week: 3,
  day: 4,
  workday: 4,
  night: 5,
  hour: 6,
  moment: 7,
  minute: 7,
  second: 8,
}

function joint(text: string, at: number): number {
  const from = past(text, at)
  return text[from] === '又' || text[from] === '零' || text[from] === '余' || text[from] === '多' ? from + 1 : from
}

function add(parts: Lengths, { value, unit }: Piece): void {
  if (unit === 'quarter') parts.month = (parts.month ?? 0) + value * 3
  else if (unit === 'moment') parts.minute = (parts.minute ?? 0) + value * 15
  else if (unit !== 'night') parts[unit] = (parts[unit] ?? 0) + value
}

function pieceAt(text: string, at: number): Piece | null {
  if (text[at] === '半') return halfAt(text, at)
  if (text.startsWith('俩', at)) return counted(text, at + 1, 2, false)
  if (text.startsWith('分半', at) && !/[\d一-鿿]/.test(text[at - 1] ?? ' '))
    return { end: at + 2, value: 1.5, unit: 'minute', word: '分', half: true, more: false }
  const number = readSpoken(text, at)
  if (!number || number.bare || number.value < 0 || (number.top !== null && number.row === null)) return null
  const few = text[number.end] === '几' ? number.end + 1 : number.end
  const middle = past(text, few)
  const half = text.startsWith('个半', middle) ? 2 : text[middle] === '半' ? 1 : 0
  if (half > 0) {
    const piece =
      counted(text, middle + half, number.value + 0.5, true) ?? counted(text, middle + half, number.value + 0.5, true)
    return piece && { ...piece, half: true }
  }
  const extra = text.startsWith('个多', middle) ? 2 : 0
  return counted(text, middle + extra, number.value, number.more || few > number.end || extra > 0)
}

function counted(text: string, at: number, value: number, more: boolean): Piece | null {
  const entry = matchAt(lengthUnits, text, past(text, at))
  if (!entry) return null
  const end = past(text, at) + entry.word.length
  const next = text[end] ?? ''
  // 2018年 and 07年 are years.
  if (entry.word === '年' && !more && (value >= 1000 || /[^\d]0\d$/.test(` ${text.slice(Math.max(0, at - 3), at)}`)))
    return null
  if (entry.word === '分' && /[之数一-鿿]/.test(next) && !/[半零一二三四五六七八九十前后内钟以之]/.test(next))
    return null
  if (entry.word === '分' && next === '之' && !/[前后内]/.test(text[end + 1] ?? '')) return null
  if (entry.word === '天' && next === '然') return null
  if (entry.word === '年' && /[代级龄轮]/.test(next) && !/[审换岗值]/.test(text[end + 1] ?? '')) return null
  if (entry.word === '周' && /[岁边围长]/.test(next)) return null
  if (entry.word === '日' && /[元币本之]/.test(next) && !text.startsWith('之内', end)) return null
  if (text.startsWith('分半钟', at))
    return { end: at + 3, value: value + 0.5, unit: 'minute', word: '分', half: true, more }
  const half = next === '半' && !/[年月天日小]/.test(text[end + 1] ?? '') && entry.word !== '月'
  return { end: half ? end + 1 : end, value: half ? value + 0.5 : value, unit: entry.tag, word: entry.word, half, more }
}

// 半年, 半个月, 半天, 半小时
function halfAt(text: string, at: number): Piece | null {
  const entry = matchAt(lengthUnits, text, past(text, at + 1))
  if (!entry) return null
  const end = past(text, at + 1) + entry.word.length
  if (entry.tag === 'day' && entry.word === '天')
    return { end, value: 12, unit: 'hour', word: '半天', half: true, more: false }
  if (['日', '夜', '晚', '分', '刻'].includes(entry.word)) return null
  return { end, value: 0.5, unit: entry.tag, word: entry.word, half: true, more: false }
}

/** A length as a mention's meaning, with its bounds or second length: 30~90日, 六个月以下. */
export function boundedLength(
  text: string,
  at: number,
): { end: number; norm: Norm; ranged: boolean; length: Length | null } | null {
  const length = lengthAt(text, at)
  const ranged = lengthRange(text, at, length)
  if (ranged) return { ...ranged, ranged: true, length: null }
  if (!length) return null
  const over = text.startsWith('以上', length.end)
  if (over || text.startsWith('以下', length.end)) {
    const norm: Norm = over
      ? { k: 'dur', lo: length.parts, hi: { infinite: true } }
      : { k: 'dur', lo: { zero: true }, hi: length.parts }
    return { end: length.end + 2, norm, ranged: true, length }
  }
  return { end: length.end, norm: { k: 'dur', parts: length.parts }, ranged: false, length }
}

function lengthRange(text: string, at: number, first: Length | null): { end: number; norm: Norm } | null {
  const number = readSpoken(text, at)
  const pair = number && number.top !== null ? neighbours(text, number, number.top) : null
  if (pair) return pair
  if (first) {
    const over = text.startsWith('以上', first.end)
    const from = over ? first.end + 2 : rangeMarkEnd(text, first.end)
    const second = from > first.end ? lengthAt(text, text[from] === ',' ? from + 1 : from) : null
    if (!second || (over && !text.startsWith('以下', second.end))) return null
    return { end: second.end + (over ? 2 : 0), norm: { k: 'dur', lo: first.parts, hi: second.parts } }
  }
  if (!number || number.bare) return null
  const mark = rangeMarkEnd(text, number.end)
  const second = mark > number.end ? lengthAt(text, mark) : null
  if (!second || second.half || Object.keys(second.parts).length !== 1) return null
  const unit = Object.keys(second.parts)[0] as keyof Lengths
  return { end: second.end, norm: { k: 'dur', lo: { [unit]: number.value } as Lengths, hi: second.parts } }
}

// 七八天, 十五六年
function neighbours(text: string, number: Readonly<Spoken>, top: number): { end: number; norm: Norm } | null {
  const unit = number.bare ? null : counted(text, number.end, number.value, false)
  if (!unit || unit.unit === 'night') return null
  return { end: unit.end, norm: { k: 'dur', lo: partsFor(unit, number.value), hi: partsFor(unit, top) } }
}

function partsFor(piece: Piece, value: number): Lengths {
  const parts: Lengths = {}
  add(parts, { ...piece, value })
  return parts
}
