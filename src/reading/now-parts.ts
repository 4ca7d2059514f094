// Parts of today's year, quarter, month and week that stand alone: 年内 · 月底前 · 中旬 · 下半月 · 季末.
import { type Dated, type Frame, monthSpan } from '#reading/dated.ts'
import { matchAt } from '#reading/lexicon.ts'
import { nowParts } from '#reading/lexicons/time-words.ts'
import { dayMs, midnight, partsOf, weekStart } from '#reading/moment.ts'

// Behind these the word is the end of another one: 几年内, 三个月内, 岁月初心, 每月底.
const others = '几数多半两余来零一二三四五六七八九十百整每个岁日明蜜满今去前后0123456789'

/** A part of the present year, quarter, month or week; null when none begins at `at` or there is no today. */
export function nowPart(text: string, at: number, frame: Frame): Dated | null {
  const word = matchAt(nowParts, text, at)
  if (!word || !frame.hasNow || (at > 0 && others.includes(text[at - 1]!))) return null
  const end = at + word.word.length
  if ('部容外蒙心'.includes(text[end] ?? ' ')) return null
  const { year, month } = partsOf(frame.now)
  const last = month + ((3 - (month % 3)) % 3)
  switch (word.tag) {
    case 'year':
      return monthSpan(end, year, 1, 12)
    case 'quarter':
      return monthSpan(end, year, last - 2, last)
    case 'quarter begins':
      return monthSpan(end, year, last - 2, last - 2)
    case 'quarter ends':
      return monthSpan(end, year, last, last)
    case 'week': {
      const monday = weekStart(frame.now)
      return { end, from: monday, to: monday + 7 * dayMs, grain: 'week', year: null, month: null }
    }
    default:
      return partOfMonth(text, at, year, month) ?? monthSpan(end, year, month, month)
  }
}

/** 上旬, 下半月, 月底 at `at` of a month; null when none of them stands there. */
export function partOfMonth(text: string, at: number, year: number, month: number): Dated | null {
  const word = matchAt(nowParts, text, at)
  const days = word && monthDays[word.tag]
  if (!days) return null
  const next = midnight(year, month + 1, 1)
  const [first, last] = days
  const whole = monthSpan(at + word.word.length, year, month, month)
  const from = first < 0 ? next + first * dayMs : midnight(year, month, first)
  return { ...whole, from, to: last === null ? next : midnight(year, month, last + 1) }
}

// First and last day; the end of a month is its last six days, the beginning its first five.
const monthDays: Record<string, [first: number, last: number | null] | undefined> = {
  first: [1, 10],
  second: [11, 20],
  third: [21, null],
  'first two': [1, 20],
  'last two': [11, null],
  half: [1, 15],
  rest: [16, null],
  begins: [1, 5],
  middle: [11, 20],
  ends: [-6, null],
}
