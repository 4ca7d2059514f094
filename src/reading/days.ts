// Calendar stretches in running text: days, weeks, months, quarters, years, decades, feasts, solar terms and lunar days.
import { rangeMarkEnd } from '#reading/amounts.ts'
import { type Small, smallAt } from '#reading/clocks.ts'
import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { dayHeads, dayWords, feasts, solarTerms, yearHeads } from '#reading/lexicons/time-words.ts'
import { lunarAt, lunarMonth, solarTerm } from '#reading/lunar.ts'
import { dayMs, dayStart, midnight, partsOf, weekStart } from '#reading/moment.ts'
import { hanziDigit, readSpoken } from '#reading/spoken.ts'

export type Grain = 'decade' | 'year' | 'quarter' | 'month' | 'week' | 'day'

export interface Dated {
  end: number
  from: number
  to: number
  grain: Grain
  /** The year was written. */
  year: number | null
  /** The month was written or is that of the day. */
  month: number | null
  /** A day that is not in the calendar: 2月30日. */
  unreal?: boolean
  /** Only the number before a range mark: the 12 of 12-19日. */
  open?: boolean
  /** The same words may mean this day as well: 八月十五 by the lunar calendar. */
  other?: { from: number; to: number }
  /** A feast or another name of a day. */
  named?: boolean
  weekday?: boolean
}

/** What a date is read against. `year` and `month` carry on from the first half of a range. */
export interface Frame {
  now: number
  hasNow: boolean
  future: boolean
  lunar: boolean
  year: number | null
  month: number | null
  /** The day the range began, for weekdays and days that come after it. */
  after: number | null
}

/** Reads the date that starts at `at`; null when none does. */
export function dayAt(text: string, at: number, frame: Frame): Dated | null {
  return withWeekday(text, plainDay(text, at, frame), frame)
}

function plainDay(text: string, at: number, frame: Frame): Dated | null {
  return (
    numeric(text, at, frame) ??
    century(text, at, frame) ??
    yearDay(text, at, frame) ??
    insideAt(text, at, frame.year, frame) ??
    wordDay(text, at, frame) ??
    bareYear(text, at)
  )
}

// 2009年10月12号，星期一 and 周日, 二月十号 are one day named twice.
function withWeekday(text: string, first: Dated | null, frame: Frame): Dated | null {
  if (first?.grain !== 'day' || first.open) return first
  const from = past(text, text[first.end] === ',' ? first.end + 1 : first.end)
  if (first.weekday) {
    if (text[first.end] !== ',') return first
    const second = monthDay(text, from, frame.year, frame)
    return second?.grain === 'day' ? { ...second, weekday: true } : first
  }
  const open = text[from] === '(' ? from + 1 : from
  const weekday = /[周星礼]/.test(text[open] ?? '') ? weekdayAt(text, open, frame) : null
  if (weekday?.grain !== 'day') return first
  const close = open > from ? (text[weekday.end] === ')' ? weekday.end + 1 : -1) : weekday.end
  return close < 0 ? first : { ...first, end: close, weekday: true }
}

const daySpan = (end: number, from: number, rest: Partial<Dated> = {}): Dated => ({
  end,
  from,
  to: from + dayMs,
  grain: 'day',
  year: null,
  month: partsOf(from).month,
  ...rest,
})

function monthSpan(end: number, year: number, first: number, last: number, rest: Partial<Dated> = {}): Dated {
  const grain = last === first ? 'month' : last - first === 2 ? 'quarter' : 'year'
  return {
    end,
    from: midnight(year, first, 1),
    to: midnight(year, last + 1, 1),
    grain,
    year: null,
    month: first,
    ...rest,
  }
}

function yearSpan(end: number, first: number, last: number, rest: Partial<Dated> = {}): Dated {
  return {
    end,
    from: midnight(first, 1, 1),
    to: midnight(last + 1, 1, 1),
    grain: 'year',
    year: first,
    month: null,
    ...rest,
  }
}

/** A day of a month, marked unreal when the calendar has none. */
function dayOf(end: number, year: number, month: number, day: number, rest: Partial<Dated> = {}): Dated {
  const from = midnight(year, month, day)
  const unreal = month > 12 || partsOf(from).month !== month
  return daySpan(end, from, unreal ? { month, ...rest, unreal } : { month, ...rest })
}

const shortYear = (value: number) => (value < 50 ? 2000 + value : 1900 + value)

// ---- digits only

const isDigit = (text: string, at: number) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57

// 2010-01-29, 2010.01.29, 2010 01 29, 20240307, 1994.01-19, 12/1, 09-01, 13.5.2015, 27-7-3
function numeric(text: string, at: number, frame: Frame): Dated | null {
  if (!isDigit(text, at) || isDigit(text, at - 1)) return null
  const sizes: number[] = []
  const values: number[] = []
  const marks: string[] = []
  let end = at
  for (let count = 0; count < 4; count++) {
    let stop = end
    while (stop - end < 9 && isDigit(text, stop)) stop++
    if (stop === end) break
    values.push(Number(text.slice(end, stop)))
    sizes.push(stop - end)
    end = stop
    const mark = text[end] ?? ''
    if (values.length < 3 && '-/. '.includes(mark) && mark !== '' && isDigit(text, end + 1)) marks.push(text[end++]!)
    else break
  }
  if (/[\d%]/.test(text[end] ?? '') || (text[end] === '.' && isDigit(text, end + 1))) return null
  return numericParts(text, end, values, sizes, marks, frame)
}

function numericParts(
  text: string,
  end: number,
  values: number[],
  sizes: number[],
  marks: string[],
  frame: Frame,
): Dated | null {
  const [a = 0, b = 0, c = 0] = values
  const fits = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
  if (sizes[0] === 8 && values.length === 1) {
    const month = Math.floor(a / 100) % 100
    const fine = a > 15000000 && a < 22000000 && fits(month, a % 100)
    return fine ? dayOf(end, Math.floor(a / 10000), month, a % 100, { year: Math.floor(a / 10000) }) : null
  }
  if (
    values.length === 3 &&
    sizes[0] === 4 &&
    sizes[2] === 4 &&
    marks[1] === '-' &&
    fits(b, Math.floor(c / 100)) &&
    marks[0] === '-'
  ) {
    // 2018-12-1209:03: the clock runs into the day.
    return text[end] === ':' ? dayOf(end - 2, a, b, Math.floor(c / 100), { year: a }) : null
  }
  if (sizes.some((size) => size > 4) || sizes.some((size) => size === 3)) return null
  if (values.length === 3 && sizes[0] === 4 && fits(b, c) && sizes[2]! <= 2) {
    if (marks.includes(' ') && (marks[0] !== marks[1] || sizes[1] !== 2)) return null
    return dayOf(end, a, b, c, { year: a })
  }
  if (values.length === 3 && sizes[2] === 4 && !marks.includes(' '))
    return fits(b, a) ? dayOf(end, c, b, a, { year: c }) : fits(a, b) ? dayOf(end, c, a, b, { year: c }) : null
  if (values.length === 3 && marks[0] === marks[1] && '-/'.includes(marks[0]!)) return shortNumeric(end, values, sizes)
  if (
    values.length === 2 &&
    sizes[0] === 4 &&
    '-./'.includes(marks[0]!) &&
    sizes[1] === 2 &&
    b >= 1 &&
    b <= 12 &&
    a > 1500 &&
    a < 2200
  )
    return text[end] === '年' ? null : monthSpan(end, a, b, b, { year: a })
  return null === frame ? null : monthAndDay(text, end, values, sizes, marks, frame)
}

function shortNumeric(end: number, [a = 0, b = 0, c = 0]: number[], sizes: number[]): Dated | null {
  if (sizes[0] === 2 && a > 12 && b >= 1 && b <= 12 && c >= 1 && c <= 31 && (sizes[2] === 1 || a > 31))
    return dayOf(end, shortYear(a), b, c, { year: shortYear(a) })
  if (sizes[0] === 2 && sizes[1] === 2 && a <= 12 && b <= 12 && c <= 31 && c > 0 && b > 0 && c < 32 && c <= 12)
    return dayOf(end, shortYear(a), b, c, { year: shortYear(a) })
  if (b >= 1 && b <= 12 && a >= 1 && a <= 31 && sizes[2] === 2)
    return dayOf(end, shortYear(c), b, a, { year: shortYear(c) })
  return null
}

// 12/1, 09-01, 6-3 before a thing; 11/3号
function monthAndDay(
  text: string,
  end: number,
  values: number[],
  sizes: number[],
  marks: string[],
  frame: Frame,
): Dated | null {
  const [a = 0, b = 0] = values
  if (values.length !== 2 || a < 1 || a > 12 || b < 1 || b > 31 || sizes[0]! > 2) return null
  const numbered = text[end] === '号' || text[end] === '日'
  const alone = end - sizes[0]! - sizes[1]! - 1 === 0 && /^\s|^$/.test(text[end] ?? '')
  const padded = sizes[0] === 2 && sizes[1] === 2 && marks[0] === '-' && !/[一-鿿]/.test(text[end] ?? '')
  if (marks[0] === '/' ? !(alone || numbered || text[end] === '-') : !(marks[0] === '-' && (alone || padded)))
    return null
  if (marks[0] === '-' && numbered) return null
  return dayOf(numbered ? end + 1 : end, yearOf(frame, a, b), a, b)
}

/** The year of a bare month or day: of this year, or of the next where only the future is asked for. */
function yearOf(frame: Frame, month: number, day: number): number {
  const { year } = partsOf(frame.now)
  if (frame.after !== null && frame.year === null) {
    const begun = partsOf(frame.after)
    return midnight(begun.year, month, day) < dayStart(frame.after) && month < begun.month ? begun.year + 1 : begun.year
  }
  return frame.future && midnight(year, month, day) < dayStart(frame.now) ? year + 1 : year
}

// ---- centuries, decades, years

function century(text: string, at: number, frame: Frame): Dated | null {
  const head = /^[上本]世纪/.test(text.slice(at, at + 3))
  const number = head ? null : smallAt(text, at)
  if (!head && (!number || number.size > 3)) return null
  if (head || text.startsWith('世纪', number!.end)) {
    const end = head ? at + 3 : number!.end + 2
    const start = head
      ? Math.floor(partsOf(frame.now).year / 100) * 100 - (text[at] === '上' ? 100 : 0)
      : (number!.value - 1) * 100
    const ten = smallAt(text, end)
    if (ten && text.startsWith('年代', ten.end) && ten.value % 10 === 0) return decade(ten.end + 2, start + ten.value)
    return start < 0 ? null : { ...yearSpan(end, start, start + 99), grain: 'decade' }
  }
  if (!text.startsWith('年代', number!.end) || number!.value % 10 !== 0) return null
  return decade(
    number!.end + 2,
    number!.value >= 1000 ? number!.value : number!.value >= 30 ? 1900 + number!.value : 2000 + number!.value,
  )
}

const decade = (end: number, year: number): Dated => ({ ...yearSpan(end, year, year + 9), grain: 'decade' })

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

function yearNumber(text: string, at: number): { end: number; year: number; open?: boolean } | null {
  if (isDigit(text, at)) return isDigit(text, at - 1) ? null : arabicYear(text, at)
  let end = at
  while (end - at < 5 && hanziDigit(text.charCodeAt(end)) >= 0 && text[end] !== '两') end++
  const size = end - at
  if (size >= 2 && size <= 4 && yearWord(text, end)) {
    const row = [...text.slice(at, end)].map((char) => hanziDigit(char.charCodeAt(0))).join('')
    return {
      end: end + 1,
      year:
        size === 2
          ? /^[一二三四五六七八九]/.test(text.slice(at)) && Number(row) >= 30
            ? 1900 + Number(row)
            : shortYear(Number(row))
          : Number(row),
    }
  }
  if (!'一二两'.includes(text[at] ?? ' ')) return null
  const spoken = readSpoken(text, at)
  if (
    !spoken ||
    spoken.more ||
    spoken.value < 1000 ||
    spoken.value > 2200 ||
    !yearWord(text, spoken.end) ||
    !Number.isInteger(spoken.value)
  )
    return null
  return { end: spoken.end + 1, year: spoken.value }
}

function yearWord(text: string, at: number): boolean {
  return (
    (text[at] === '年' && !/[代级以]/.test(text[at + 1] ?? '')) ||
    (text[at] === '年' && /[前后来]/.test(text[at + 2] ?? ''))
  )
}

function arabicYear(text: string, at: number): { end: number; year: number; open?: boolean } | null {
  const number = smallAt(text, at)
  if (!number || number.size === 1) return null
  const word = past(text, number.end)
  const value = number.size === 2 ? shortYear(number.value) : number.value
  if (yearWord(text, word)) {
    if (number.size === 2 && !namesYear(text, word + 1, text[at] === '0')) return null
    if (number.size === 3 && !/[在于元]/.test(text[at - 1] ?? '')) return null
    return { end: word + 1, year: value }
  }
  if (number.size !== 4 || number.value < 1000) return null
  const mark = rangeMarkEnd(text, number.end)
  const second = mark > number.end ? smallAt(text, mark) : null
  if (second?.size !== 4 || second.value < number.value || text[past(text, second.end)] !== '年') return null
  return { end: number.end, year: value, open: true }
}

// 08年, 15年3月, 26年除夕 are years; 15年 and 30年以上 are lengths.
function namesYear(text: string, at: number, zero: boolean): boolean {
  if (zero) return true
  const from = past(text, at)
  const month = smallAt(text, from)
  if (month && month.size <= 2 && /[月季]/.test(text[month.end] ?? '')) return true
  return /^(底|末|初|第|上半|下半|春|夏|秋|冬|端|中秋|除夕|元|国庆|清明|重阳|腊|正月|大寒|小寒)/.test(
    text.slice(from, from + 2),
  )
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

// ---- parts of the year

function partOfYear(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  const year = given ?? partsOf(frame.now).year
  const two = text.slice(at, at + 3)
  if (two === '上半年' || text.startsWith('上个半年', at))
    return monthSpan(at + two.length + (two === '上半年' ? 0 : 1), year, 1, 6)
  if (two === '下半年' || text.startsWith('下个半年', at))
    return monthSpan(at + two.length + (two === '下半年' ? 0 : 1), year, 7, 12)
  const quarter = quarterAt(text, at, year, frame)
  if (quarter) return quarter
  if (given !== null || frame.year !== null) {
    const inner = nthOf(text, at, midnight(year, 1, 1), midnight(year + 1, 1, 1), 'year')
    if (inner) return inner
    const season = seasonAt(text, at, year)
    if (season) return season
    if (text.startsWith('首月', at)) return monthSpan(at + 2, year, 1, 1)
  }
  const edge = yearEdge(text, at, year, given)
  return edge
}

// 年底, 年末, 年初 after 今年, and 底, 末, 初 after 2019年.
function yearEdge(text: string, at: number, year: number, given: number | null): Dated | null {
  const word = text[at] === '年' ? at + 1 : given === null ? -1 : at
  if (word < 0) return null
  if (/[底末]/.test(text[word] ?? '') && text[word + 1] !== '世')
    return monthSpan(word + 1, year, 11, 12, { grain: 'month' })
  if (text[word] === '初' && !/[一二三四五六七八九十\d]/.test(text[word + 1] ?? ''))
    return monthSpan(word + 1, year, 1, 2, { grain: 'month' })
  return text.startsWith('伊始', word) ? monthSpan(word + 2, year, 1, 1) : null
}

function quarterAt(text: string, at: number, year: number, frame: Frame): Dated | null {
  const relative = /^(上+|下+|本|这|当)个?季度/.exec(text.slice(at, at + 6))
  if (relative) {
    const shift = relative[1]!.startsWith('上')
      ? -relative[1]!.length
      : relative[1]!.startsWith('下')
        ? relative[1]!.length
        : 0
    const now = partsOf(frame.now)
    const first = Math.floor((now.month - 1) / 3) * 3 + 1 + shift * 3
    return monthSpan(at + relative[0].length, now.year, first, first + 2)
  }
  const from = /[第Qq]/.test(text[at] ?? '') ? at + 1 : at
  const number = smallAt(text, from)
  if (!number || number.value < 1 || number.value > 4 || number.size > 1) return null
  const latin = /[Qq]/.test(text[at] ?? '')
  const end = text.startsWith('季度', number.end)
    ? number.end + 2
    : text[number.end] === '季' && text[at] === '第' && text[number.end + 1] !== '日'
      ? number.end + 1
      : latin
        ? number.end
        : -1
  if (end < 0 || (latin && /[A-Za-z\d]/.test(text[end] ?? ''))) return null
  return monthSpan(end, year, number.value * 3 - 2, number.value * 3)
}

const seasons: Record<string, [number, number]> = { 春: [2, 8], 夏: [8, 14], 秋: [14, 20], 冬: [20, 26] }

// The seasons run from 立春, 立夏, 立秋 and 立冬.
function seasonAt(text: string, at: number, year: number): Dated | null {
  const terms = seasons[text[at] ?? '']
  const next = text[at + 1] ?? ''
  if (!terms || /[节分至运耕游收招]/.test(next)) return null
  const end = /[季天]/.test(next) ? at + 2 : at + 1
  const to = terms[1] > 23 ? solarTerm(year + 1, terms[1] - 24) : solarTerm(year, terms[1])
  return { end, from: solarTerm(year, terms[0]), to, grain: 'quarter', year, month: null }
}

const monthMs = 31 * dayMs

// 第一周, 第3个月, 前两天, 最后4个月, 最后一个星期一 of a year or month.
function nthOf(text: string, at: number, from: number, to: number, of: 'year' | 'month'): Dated | null {
  const start = text[at] === '的' ? at + 1 : at
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

function weekdayIn(text: string, at: number, from: number, to: number, count: number, last: boolean): Dated | null {
  const named = weekName(text, text[at] === '的' ? at + 1 : at)
  if (!named) return null
  const step = (start: number) => start + ((named.weekday - partsOf(start).weekday + 7) % 7) * dayMs
  const day = last ? step(to - 7 * dayMs) - (count - 1) * 7 * dayMs : step(from) + (count - 1) * 7 * dayMs
  return day < from || day >= to + monthMs ? null : daySpan(named.end, day, { weekday: true })
}

// ---- months and days of the month

function monthDay(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  const relative = relativeMonth(text, at, frame)
  if (relative) return inMonth(text, relative.end, relative.year, relative.month, frame, true)
  const number = smallAt(text, at)
  if (number && number.value >= 1 && number.value <= 12 && number.size <= 2) {
    const word = past(text, number.end)
    if (text[word] === '月' && !/\d/.test(text[at - 1] ?? '')) {
      const year = given ?? yearOf(frame, number.value, 31)
      const end = text[word + 1] === '份' ? word + 2 : word + 1
      return inMonth(text, end, year, number.value, frame, given !== null)
    }
    const mark = rangeMarkEnd(text, number.end)
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
    text[at] === '日' && !/^([元币本常游用均志内]|报[^送告名批请备经到省市区县]|报$)/.test(text.slice(at + 1, at + 3))
  )
}

function relativeMonth(text: string, at: number, frame: Frame): { end: number; year: number; month: number } | null {
  const match = /^(上+|下+|本|这|当)(个)?月/.exec(text.slice(at, at + 6))
  if (!match) return null
  const head = match[1]!
  const shift = head.startsWith('上') ? -head.length : head.startsWith('下') ? head.length : 0
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
    const mark = rangeMarkEnd(text, number.end)
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

// 1月3, 一月二十三, 腊月18: nothing that is counted or measured may follow.
function isPlainDay(text: string, number: Small): boolean {
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
  const word = text.slice(at, at + 2)
  const third = { 上旬: 0, 中旬: 1, 下旬: 2 }[word]
  if (third !== undefined) {
    const to = third === 2 ? plain.to : midnight(year, month, third * 10 + 11)
    return { ...plain, end: at + 2, from: midnight(year, month, third * 10 + 1), to }
  }
  if (word === '月底' || word === '月末') return { ...plain, end: at + 2, from: plain.to - 6 * dayMs }
  if (word === '月初') return { ...plain, end: at + 2, to: plain.from + 5 * dayMs }
  if (/[底末]/.test(text[at] ?? '')) return { ...plain, end: at + 1, from: plain.to - 6 * dayMs }
  return text[at] === '初' && !/[一二三四五六七八九十\d]/.test(text[at + 1] ?? '')
    ? { ...plain, end: at + 1, to: plain.from + 5 * dayMs }
    : null
}

// ---- weeks and weekdays

const weekNames = '日一二三四五六'

function weekName(text: string, at: number): { end: number; weekday: number } | null {
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

// 上周, 下下个星期天, 本周五, 这一周, 上上周的周日, 周末
function weekdayAt(text: string, at: number, frame: Frame): Dated | null {
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

// ---- words

function wordDay(text: string, at: number, frame: Frame): Dated | null {
  const word = matchAt(dayWords, text, at)
  if (word && !/^(今天|今日|明天|昨天)(头条|报社)/.test(text.slice(at, at + 4))) {
    // 明天元旦 names one day twice: the feast's name is the mention.
    if (feastAt(text, at + word.word.length, null, frame)) return null
    const base = frame.after !== null && Number(word.tag) === 1 && /[次翌]/.test(word.word) ? frame.after : frame.now
    return daySpan(at + word.word.length, dayStart(base) + Number(word.tag) * dayMs)
  }
  const head = matchAt(dayHeads, text, at)
  if (
    head &&
    /^(早[^点稻就已期]|早$|晚[^点会报餐礼]|晚$|晨[^会报]|晨$|夜[^总]|夜$|午)/.test(
      text.slice(at + head.word.length, at + head.word.length + 2),
    )
  )
    return daySpan(at + head.word.length, dayStart(frame.now) + Number(head.tag) * dayMs)
  const week = weekdayAt(text, at, frame)
  if (week) return week
  const last = /^最后一个的?/.exec(text.slice(at, at + 5))
  const named = last ? weekName(text, at + last[0].length) : null
  const now = partsOf(frame.now)
  if (last && named)
    return weekdayIn(
      text,
      at + last[0].length,
      midnight(now.year, now.month, 1),
      midnight(now.year, now.month + 1, 1),
      1,
      true,
    )
  if (text.startsWith('第', at)) {
    const number = smallAt(text, at + 1)
    if (number && text[number.end] === '天' && frame.hasNow && number.value > 1)
      return daySpan(number.end + 1, dayStart(frame.now) + (number.value - 1) * dayMs)
  }
  return null
}

// ---- feasts, solar terms, lunar days

function feastAt(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  const head = /^(农历|阴历|阳历|公历)/.test(text.slice(at, at + 2)) ? 2 : 0
  const word = matchAt(feasts, text, at) ?? matchAt(feasts, text, at + head)
  if (!word) return termAt(text, at, given, frame)
  const end = at + word.word.length + (text.startsWith(word.word, at) ? 0 : head)
  if (/^(五一|六一|五四|初一)$/.test(word.word) && !isFree(text, at, end, word.word)) return null
  const year = given ?? partsOf(frame.now).year
  let from = feastIn(word.tag, year)
  if (from !== null && given === null && from < dayStart(frame.now)) from = feastIn(word.tag, year + 1)
  if (given === null && word.tag.startsWith('l')) {
    const sooner = feastIn(word.tag, year - 1)
    if (sooner !== null && sooner >= dayStart(frame.now)) from = sooner
  }
  return from === null ? null : daySpan(end, from, { named: true })
}

// 五一 is a feast where no number, school year or counter is read from it.
function isFree(text: string, at: number, end: number, word: string): boolean {
  if (/[一-鿿]/.test(text[at - 1] ?? '') && /[零一二三四五六七八九十百千万第]/.test(text[at - 1]!)) return false
  if (word === '初一' && (/[一-鿿]/.test(text[at - 1] ?? '') || /[年级班学]/.test(text[end] ?? '')))
    return /[年月]/.test(text[at - 1] ?? '')
  return !/[零一二三四五六七八九十百千万亿点号路年月日运]/.test(text[end] ?? '')
}

function feastIn(tag: string, year: number): number | null {
  if (tag.startsWith('term')) return solarTerm(year, Number(tag.slice(5)))
  const nth = /^(\d+)#(\d)\.(\d)$/.exec(tag)
  if (nth) {
    const first = midnight(year, Number(nth[1]), 1)
    return first + (((Number(nth[3]) - partsOf(first).weekday + 7) % 7) + (Number(nth[2]) - 1) * 7) * dayMs
  }
  const [month = 1, day = 1] = tag.replace('l', '').split('-').map(Number)
  return tag.startsWith('l') ? lunarAt(year, month, day) : midnight(year, month, day)
}

function termAt(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  const term = solarTerms.indexOf(text.slice(at, at + 2))
  if (term < 0 || (given === null && /雨水|小雪|大雪|白露/.test(text.slice(at, at + 2)))) return null
  const year = given ?? partsOf(frame.now).year
  return daySpan(at + 2, solarTerm(year, term), { named: true })
}

const lunarHeads: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 }

// 正月十五, 腊月, 闰四月, 五月廿二, 八月初五; `sure` when 农历 stands before it.
function lunarDayAt(text: string, at: number, given: number | null, frame: Frame, sure: boolean): Dated | null {
  const head = text.startsWith('农历', at) || text.startsWith('阴历', at) ? at + 2 : at
  const isSure = sure || head > at
  const leap = text[head] === '闰'
  const from = leap ? head + 1 : head
  const named = text[from + 1] === '月' ? lunarHeads[text[from] ?? ''] : undefined
  const number = named ? null : smallAt(text, from)
  const month = named ?? (number && text[number.end] === '月' ? number.value : 0)
  const end = named ? from + 2 : number ? number.end + 1 : from
  const year = given ?? partsOf(frame.now).year
  if (month < 1 || month > 12) return lunarDayAlone(text, head, given, frame)
  const day = lunarDayNumber(text, end, isSure || named !== undefined)
  if (!day) return leap || named || isSure ? wholeLunar(end, year, month, leap) : null
  if (!day.lunar && !named && !isSure && !leap) return null
  const start = lunarAt(year, month, day.value, leap)
  return start === null ? null : daySpan(day.end, start, { named: true })
}

function wholeLunar(end: number, year: number, month: number, leap: boolean): Dated | null {
  const reach = lunarMonth(year, month, leap)
  return reach && { end, ...reach, grain: 'month', year: null, month: null }
}

// 廿一, 初八 of the present lunar month.
function lunarDayAlone(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  if (given !== null || !/[廿初]/.test(text[at] ?? '') || /[一-鿿\d]/.test(text[at - 1] ?? '')) return null
  const day = lunarDayNumber(text, at, false)
  if (!day?.lunar || /[一-鿿]/.test(text[day.end] ?? '') || text.slice(at, at + 2) === '初一') return null
  const { year } = partsOf(frame.now)
  for (const candidate of [year - 1, year])
    for (let month = 1; month <= 12; month++) {
      const start = lunarAt(candidate, month, day.value)
      if (start !== null && start >= dayStart(frame.now)) return daySpan(day.end, start, { named: true })
    }
  return null
}

function lunarDayNumber(text: string, at: number, any: boolean): { end: number; value: number; lunar: boolean } | null {
  if (text[at] === '初') {
    const number = smallAt(text, at + 1)
    return number && number.value <= 10 ? { end: number.end, value: number.value, lunar: true } : null
  }
  const number = smallAt(text, at)
  if (!number || number.value < 1 || number.value > 30) return null
  const named = text[number.end] === '日' || text[number.end] === '号'
  if (text[at] === '廿' && !named) return { end: number.end, value: number.value, lunar: true }
  if (!any || (!named && !isPlainDay(text, number))) return null
  return { end: named ? number.end + 1 : number.end, value: number.value, lunar: false }
}

// 2018 alone is a year where nothing is counted by it.
function bareYear(text: string, at: number): Dated | null {
  const number = smallAt(text, at)
  if (!number?.arabic || number.size !== 4 || number.value < 1500 || number.value > 2100) return null
  if (/[\d.A-Za-z\-/:¥$]/.test(text[at - 1] ?? '') || /[\d.,%A-Za-z:/]/.test(text[number.end] ?? '')) return null
  const next = text[past(text, number.end)] ?? ''
  if (/[一-鿿]/.test(next) && !/[看到至的和与]/.test(next)) return null
  return yearSpan(number.end, number.value, number.value)
}
