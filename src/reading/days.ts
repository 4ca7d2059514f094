// Calendar stretches in running text: which reading of a day, month or year begins at a place, the longer names first.
import { type Dated, type Frame, yearSpan } from '#reading/dated.ts'
import { wordDay } from '#reading/day-words.ts'
import { feastAt } from '#reading/feast-days.ts'
import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { yearHeads } from '#reading/lexicons/time-words.ts'
import { lunarDayAt } from '#reading/lunar-days.ts'
import { partsOf } from '#reading/moment.ts'
import { monthDay } from '#reading/month-days.ts'
import { nowPart } from '#reading/now-parts.ts'
import { numeric } from '#reading/numeric-days.ts'
import { planYears } from '#reading/plan-years.ts'
import { weekdayAt } from '#reading/weekdays.ts'
import { partOfYear } from '#reading/year-parts.ts'
import { bareYear, century, yearNumber } from '#reading/years.ts'

/** Reads the date that starts at `at`; null when none does. */
export function dayAt(text: string, at: number, frame: Frame): Dated | null {
  const day = planYears(text, at) ?? withWeekday(text, plainDay(text, at, frame), frame)
  return day ? within(text, day) : nowPart(text, at, frame)
}

// 上半年内, 本月内, 3月内: within a stretch is the stretch.
function within(text: string, day: Dated): Dated {
  const isStretch =
    day.grain !== 'day' && !day.open && text[day.end] === '内' && !/[部容外蒙]/.test(text[day.end + 1] ?? '')
  return isStretch ? { ...day, end: day.end + 1 } : day
}

function plainDay(text: string, at: number, frame: Frame): Dated | null {
  return (
    numeric(text, at, frame) ??
    century(text, at, frame) ??
    yearDay(text, at, frame) ??
    insideAt(text, at, frame.year, frame) ??
    wordDay(text, at, frame) ??
    bareYear(text, at, frame)
  )
}

// 2009年10月12号，星期一 and 周日, 二月十号 are one day named twice.
function withWeekday(text: string, first: Dated | null, frame: Frame): Dated | null {
  if (first?.grain !== 'day' || first.open) return first
  const from = past(text, text[first.end] === ',' ? first.end + 1 : first.end)
  if (first.weekday) {
    const opened = text[first.end] === '('
    if (text[first.end] !== ',' && !opened) return first
    const second = monthDay(text, opened ? first.end + 1 : from, frame.year, frame)
    if (second?.grain !== 'day' || (opened && (text[second.end] !== ')' || second.from !== first.from))) return first
    return { ...second, end: opened ? second.end + 1 : second.end, weekday: true }
  }
  const open = text[from] === '(' ? from + 1 : from
  const weekday = /[周星礼]/.test(text[open] ?? '') ? weekdayAt(text, open, frame) : null
  if (weekday?.grain !== 'day') return first
  const close = open > from ? (text[weekday.end] === ')' ? weekday.end + 1 : -1) : weekday.end
  return close < 0 ? first : { ...first, end: close, weekday: true }
}

// 2018年10月, 今年, 二〇一九年, 九七年一季度, 1995-1997年
function yearDay(text: string, at: number, frame: Frame): Dated | null {
  const lunarHead = text.startsWith('农历', at) || text.startsWith('阴历', at) ? 2 : 0
  const word = matchAt(yearHeads, text, at + lunarHead)
  if (word)
    return inYear(
      text,
      at + lunarHead + word.word.length,
      partsOf(frame.now).year + Number(word.tag),
      frame,
      lunarHead > 0,
    )
  if (text.startsWith('今明两年', at)) return yearSpan(at + 4, partsOf(frame.now).year, partsOf(frame.now).year + 1)
  const number = yearNumber(text, at + lunarHead)
  if (!number) return lunarHead ? lunarDayAt(text, at + 2, frame.year, frame, true) : null
  if (number.open) return { ...yearSpan(number.end, number.year, number.year), open: true }
  return inYear(text, number.end, number.year, frame, lunarHead > 0)
}

// What may stand inside a year: nothing, a month, a quarter, a half, a feast, a week …
function inYear(text: string, at: number, year: number, frame: Frame, lunar: boolean): Dated | null {
  const from = past(text, text[at] === '的' ? at + 1 : at)
  const inner = lunar ? lunarDayAt(text, from, year, frame, true) : insideAt(text, from, year, { ...frame, year })
  if (inner) return { ...inner, year }
  if (text[at] === '度') return yearSpan(at + 1, year, year)
  if (text[at] === '内') return yearSpan(at + 1, year, year)
  return yearSpan(at, year, year)
}

/** What stands inside a year, the year itself known or not. */
function insideAt(text: string, at: number, year: number | null, frame: Frame): Dated | null {
  return (
    feastAt(text, at, year, frame) ??
    lunarDayAt(text, at, year, frame, false) ??
    monthDay(text, at, year, frame) ??
    partOfYear(text, at, year, frame)
  )
}
