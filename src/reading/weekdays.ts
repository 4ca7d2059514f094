// Weeks and weekdays, counted from the week of today: 上周 · 下下个星期天 · 本周五 · 周末.
import { type Dated, daySpan, type Frame } from '#reading/dated.ts'
import { dayMs, dayStart, partsOf, weekStart } from '#reading/moment.ts'

const weekNames = '日一二三四五六'

/** The name of a weekday at `at`: 0 is Sunday. */
export function weekName(text: string, at: number): { end: number; weekday: number } | null {
  const size = text[at] === '周' ? 1 : text.startsWith('星期', at) || text.startsWith('礼拜', at) ? 2 : 0
  if (size === 0) return null
  const char = text[at + size] ?? ' '
  const arabic = /[1-7]/.test(char)
  const weekday = char === '天' ? 0 : arabic ? Number(char) % 7 : weekNames.indexOf(char)
  const next = text[at + size + 1] ?? ''
  if (
    weekday < 0 ||
    (arabic && /[\d年月天个]/.test(next)) ||
    (size === 1 && /[年岁围]/.test(next)) ||
    (char === '日' && next === '报')
  )
    return null
  return { end: at + size + 1, weekday }
}

/** 上周, 下下个星期天, 本周五, 这一周, 上上周的周日, 周末 */
export function weekdayAt(text: string, at: number, frame: Frame): Dated | null {
  if (!'上下这本今当一个周星礼半'.includes(text[at] ?? ' ')) return null
  const head = /^(上+|下+|这|本|今|当)?一?个?/.exec(text.slice(at, at + 5))!
  const from = at + head[0].length
  const shift = shiftOf(head[1])
  const monday = weekStart(frame.now) + (shift ?? 0) * 7 * dayMs
  const named = weekName(text, from)
  if (named) return namedDay(named, monday, shift, frame)
  if (text.startsWith('周末', from))
    return { end: from + 2, from: monday + 5 * dayMs, to: monday + 7 * dayMs, grain: 'day', year: null, month: null }
  if (shift === null) return null
  const size = text[from] === '周' ? 1 : text.startsWith('星期', from) || text.startsWith('礼拜', from) ? 2 : 0
  if (size === 0) {
    if (!text.startsWith('半周', from)) return null
    return {
      end: from + 2,
      from: monday + (shift > 0 ? 3 : 0) * dayMs - (shift > 0 ? 7 * dayMs : 0),
      to: monday + (shift > 0 ? 0 : 4 * dayMs),
      grain: 'week',
      year: null,
      month: null,
    }
  }
  const end = from + size
  const inner = weekName(text, text[end] === '的' ? end + 1 : end)
  if (inner) return namedDay(inner, monday, shift, frame)
  if (/[八九十年]/.test(text[end] ?? '') || text[end] === '0') return null
  return { end, from: monday, to: monday + 7 * dayMs, grain: 'week', year: null, month: null }
}

function shiftOf(head: string | undefined): number | null {
  if (!head) return null
  return head.startsWith('上') ? -head.length : head.startsWith('下') ? head.length : 0
}

// A bare weekday is the next one, today included.
function namedDay(named: { end: number; weekday: number }, monday: number, shift: number | null, frame: Frame): Dated {
  if (shift !== null) return daySpan(named.end, monday + ((named.weekday + 6) % 7) * dayMs, { weekday: true })
  const base = frame.after === null ? dayStart(frame.now) : dayStart(frame.after)
  return daySpan(named.end, base + ((named.weekday - partsOf(base).weekday + 7) % 7) * dayMs, { weekday: true })
}
