// Months and the days, thirds and ends of them: 3月5日 · 上个月 · 12号 · 5月中旬 · 六月底.

import { type Small, smallAt } from '#reading/clocks.ts'
import { type Dated, dayOf, type Frame, monthSpan, yearOf } from '#reading/dated.ts'
import { past } from '#reading/fold.ts'
import { lunarAt } from '#reading/lunar.ts'
import { dayMs, dayStart, midnight, partsOf } from '#reading/moment.ts'
import { partOfMonth } from '#reading/now-parts.ts'
import { nthOf } from '#reading/nth.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'

/** A month with what stands inside it, or a bare day of one; `given` is the year that was written, null when none was. */
export function monthDay(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  const relative = relativeMonth(text, at, frame)
  if (relative) return inMonth(text, relative.end, relative.year, relative.month, frame, true)
  if (text.startsWith('元月', at)) {
    const end = text[at + 2] === '份' ? at + 3 : at + 2
    return inMonth(text, end, given ?? yearOf(frame, 1, 31), 1, frame, given !== null)
  }
  const number = smallAt(text, at)
  if (number && number.value >= 1 && number.value <= 12 && number.size <= 2) {
    const word = past(text, number.end)
    if (text[word] === '月' && !/\d/.test(text[at - 1] ?? '')) {
      const year = given ?? yearOf(frame, number.value, 31)
      const end = text[word + 1] === '份' ? word + 2 : word + 1
      return inMonth(text, end, year, number.value, frame, given !== null)
    }
    const mark = joinEnd(text, at, number)
    const second = mark > number.end ? smallAt(text, mark) : null
    if (second && text[second.end] === '月' && second.value <= 12 && !/\d/.test(text[at - 1] ?? ''))
      return monthSpan(number.end, given ?? yearOf(frame, number.value, 31), number.value, number.value, { open: true })
  }
  if (given !== null && frame.month === null && text[at] === '前' && number === null) {
    const months = /^前(\S)个?月/.exec(text.slice(at, at + 5))
    const last = months ? smallAt(text, at + 1) : null
    if (last) return monthSpan(at + months![0].length, given, 1, last.value)
  }
  return bareDay(text, at, number, frame)
}

/** The end of what joins two numbers to a range: 7至8月, and 7、8月 where one follows the other and is no heading. */
export function joinEnd(text: string, at: number, number: Small): number {
  if (text[number.end] !== '、') return rangeMarkEnd(text, number.end)
  const isHeading = at === 0 || text[at - 1] === '\n'
  return !isHeading && smallAt(text, number.end + 1)?.value === number.value + 1 ? number.end + 1 : number.end
}

// 12号, 29日, 12-19日, and 十二日 in the second half of a range.
function bareDay(text: string, at: number, number: Small | null, frame: Frame): Dated | null {
  if (!number || number.value < 1 || number.value > 31 || number.size > 3 || /[\d.第]/.test(text[at - 1] ?? ''))
    return null
  const year = frame.year ?? partsOf(frame.now).year
  const month = frame.month ?? partsOf(frame.now).month
  const word = past(text, number.end)
  if (isDayWord(text, word)) {
    if (!frame.hasNow && frame.month === null && text[word] === '日') return null
    const day = dayOf(word + 1, year, month, number.value)
    if (day.unreal && frame.month === null) return dayOf(word + 1, year, month + 1, number.value)
    const isOver = frame.future && frame.month === null && day.from < dayStart(frame.now)
    return isOver ? dayOf(word + 1, year, month + 1 > 12 ? 1 : month + 1, number.value) : day
  }
  const mark = rangeMarkEnd(text, number.end)
  const second = mark > number.end ? smallAt(text, mark) : null
  if (!second || !isDayWord(text, second.end) || second.value > 31 || frame.month === null) return null
  return dayOf(number.end, year, month, number.value, { open: true })
}

function isDayWord(text: string, at: number): boolean {
  const next = text[at + 1] ?? ''
  if (text[at] === '号') return !/[楼线文院店机令召称码]/.test(next)
  return (
    text[at] === '日' &&
    !/^([元币本常游用均志内]|之[^前后内间]|报[^送告名批请备经到省市区县]|报$)/.test(text.slice(at + 1, at + 3))
  )
}

function relativeMonth(text: string, at: number, frame: Frame): { end: number; year: number; month: number } | null {
  if (!'上下本这当次翌'.includes(text[at] ?? ' ')) return null
  const match = /^(上+|下+|本|这|当|次|翌)(个)?月/.exec(text.slice(at, at + 6))
  if (!match) return null
  const head = match[1]!
  const shift = head.startsWith('上')
    ? -head.length
    : head.startsWith('下')
      ? head.length
      : head === '次' || head === '翌'
        ? 1
        : 0
  const now = partsOf(frame.now)
  const { year, month } = partsOf(midnight(now.year, now.month + shift, 1))
  return { end: at + match[0].length, year, month }
}

// What may stand inside a month: a day, its first or last weekday, a third of it, its end.
function inMonth(text: string, at: number, year: number, month: number, frame: Frame, yearKnown: boolean): Dated {
  const from = past(text, text[at] === '的' ? at + 1 : at)
  const plain = monthSpan(at, year, month, month)
  const number = smallAt(text, from)
  if (number && number.value >= 1 && number.value <= 31 && number.size <= 3 && from <= at + 1) {
    const word = past(text, number.end)
    const fixed = yearKnown ? year : yearOf(frame, month, number.value)
    if (isDayWord(text, word))
      return dayOf(word + 1, leapFit(fixed, month, number.value, yearKnown), month, number.value)
    const mark = joinEnd(text, from, number)
    const second = mark > number.end ? smallAt(text, mark) : null
    if (second && isDayWord(text, second.end)) return dayOf(number.end, fixed, month, number.value, { open: true })
    if (isPlainDay(text, number)) return plainDayOf(number, fixed, month, frame)
  }
  return nthOf(text, at, plain.from, plain.to, 'month') ?? monthEdge(text, at, plain, year, month) ?? plain
}

// 2月29日 without a year is one of a leap year.
function leapFit(year: number, month: number, day: number, known: boolean): number {
  if (known || month !== 2 || day !== 29 || partsOf(midnight(year, 2, 29)).month === 2) return year
  for (let next = year + 1; next < year + 9; next++) if (partsOf(midnight(next, 2, 29)).month === 2) return next
  return year
}

/** 1月3, 一月二十三, 腊月18: nothing that is counted or measured may follow. */
export function isPlainDay(text: string, number: Small): boolean {
  const next = text[number.end] ?? ''
  if (/[\d.%:]/.test(next) || /[A-Za-z]/.test(next)) return false
  return !/[个家项亩元万亿千百十吨人名台套户次点时周年月天届期批公平米度岁种件条所座场分秒至到\-~—]/.test(next)
}

function plainDayOf(number: Small, year: number, month: number, frame: Frame): Dated {
  const day = dayOf(number.end, year, month, number.value)
  const lunar = number.arabic || !frame.lunar ? null : lunarAt(year, month, number.value)
  return lunar === null ? day : { ...day, other: { from: lunar, to: lunar + dayMs } }
}

function monthEdge(text: string, at: number, plain: Dated, year: number, month: number): Dated | null {
  const part = partOfMonth(text, at, year, month)
  if (part) return part
  if (/[底末]/.test(text[at] ?? '')) return { ...plain, end: at + 1, from: plain.to - 6 * dayMs }
  return text[at] === '初' && !/[一二三四五六七八九十\d]/.test(text[at + 1] ?? '')
    ? { ...plain, end: at + 1, to: plain.from + 5 * dayMs }
    : null
}
