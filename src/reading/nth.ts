// Counted parts of a year or month: 第一周 · 第3个月 · 前两天 · 最后4个月 · 最后一个星期一.
import { smallAt } from '#reading/clocks.ts'
import { type Dated, daySpan, type Grain } from '#reading/dated.ts'
import { past } from '#reading/fold.ts'
import { dayMs, midnight, partsOf, weekStart } from '#reading/moment.ts'
import { weekName } from '#reading/weekdays.ts'

const monthMs = 31 * dayMs

/** 第一周, 第3个月, 前两天, 最后4个月, 最后一个星期一 of a year or month. */
export function nthOf(text: string, at: number, from: number, to: number, of: 'year' | 'month'): Dated | null {
  const start = text[at] === '的' ? at + 1 : at
  if (!'第前最'.includes(text[start] ?? ' ')) return null
  const match = /^(第|前|最后|最後)\s?/.exec(text.slice(start, start + 3))
  if (!match) return null
  const last = match[1]!.startsWith('最')
  const number = smallAt(text, start + match[0].length)
  if (!number || number.value < 1 || number.value > 53) return null
  const unitAt = past(text, number.end)
  const weekday = weekdayIn(text, text[unitAt] === '个' ? unitAt + 1 : unitAt, from, to, number.value, last)
  if (weekday && match[1] !== '前') return weekday
  const unit = /^个?(周|星期|礼拜|月|季度|天|日)/.exec(text.slice(unitAt, unitAt + 3))
  if (!unit || (of === 'month' && unit[1] === '月')) return null
  const reach = nthReach(unit[1]!, number.value, match[1] === '第', last, from, to)
  return reach && { end: unitAt + unit[0].length, ...reach, year: null, month: null }
}

function nthReach(
  unit: string,
  count: number,
  single: boolean,
  last: boolean,
  from: number,
  to: number,
): { from: number; to: number; grain: Grain } | null {
  const { year, month } = partsOf(from)
  if (unit === '月') {
    if (last) return { from: midnight(year, 13 - count, 1), to, grain: 'month' }
    return {
      from: midnight(year, month + (single ? count - 1 : 0), 1),
      to: midnight(year, month + count, 1),
      grain: 'month',
    }
  }
  if (unit === '季度')
    return last
      ? null
      : { from: midnight(year, single ? count * 3 - 2 : 1, 1), to: midnight(year, count * 3 + 1, 1), grain: 'quarter' }
  const length = unit === '天' || unit === '日' ? dayMs : 7 * dayMs
  // The first week of a year or month begins with its first Monday.
  const first = length === dayMs ? from : weekStart(from + 6 * dayMs)
  const grain = length === dayMs ? 'day' : 'week'
  if (last) return { from: to - count * length, to, grain }
  return { from: first + (single ? (count - 1) * length : 0), to: first + count * length, grain }
}

/** The `count`th weekday of that name in the stretch, from its end when `last`. */
export function weekdayIn(
  text: string,
  at: number,
  from: number,
  to: number,
  count: number,
  last: boolean,
): Dated | null {
  const named = weekName(text, text[at] === '的' ? at + 1 : at)
  if (!named) return null
  const step = (start: number) => start + ((named.weekday - partsOf(start).weekday + 7) % 7) * dayMs
  const day = last ? step(to - 7 * dayMs) - (count - 1) * 7 * dayMs : step(from) + (count - 1) * 7 * dayMs
  return day < from || day >= to + monthMs ? null : daySpan(named.end, day, { weekday: true })
}
