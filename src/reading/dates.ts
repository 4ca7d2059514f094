// Dates and periods in running text, resolved against the document's date: 2025年, 4月份, 一季度, 年底, “十五五”, 去年.

import { isHanziNumeral, readHanziNumeral } from '#base/numeral.ts'
import { type Day, isDay, isoDay, lastDayOf, monthsOf, type Period, yearsOf } from '#base/period.ts'
import { matchAt } from '#reading/lexicon.ts'
import { edges, planYears, yearParts, yearWords } from '#reading/lexicons/date-words.ts'
import { isDigit } from '#reading/numerals.ts'
import { charTable, standsAt } from '#reading/signs.ts'

/** What a date in the text covers. `day` dates date an event; `edge` dates (年底, 6月底) are a limit. */
export interface DateMention {
  start: number
  end: number
  /** Null when the document's date would be needed and is unknown. */
  period: Period | null
  grain: 'span' | 'year' | 'part' | 'month' | 'day' | 'edge'
  /** The year came from the document's date, not from the text. */
  relative: boolean
}

/** The document's date; `ruling` is the year that bare words (全年, 年底, 3月) mean where a heading names one. */
export interface Reference extends Day {
  ruling?: number
}

interface Reading {
  end: number
  period: Period | null
  grain: DateMention['grain']
  relative: boolean
}

// What a date begins with, and some of its kinds: at any other character none is looked for.
const openings = charTable(
  '0123456789零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟今本当去上明下前全首年岁月',
)
const edgeOpenings = charTable('年岁')
const planOpenings = charTable('十')
const monthOpenings = charTable('本当上下月')

/** Reads the date that starts at `at`; null when none does. `today` is the document's date. */
export function readDate(text: string, at: number, today: Reference | null): DateMention | null {
  if (!standsAt(openings, text, at)) return null
  const reading = isDigit(text.charCodeAt(at)) ? digitDate(text, at, today) : wordDate(text, at, today)
  return reading && { start: at, ...reading }
}

function digitDate(text: string, at: number, today: Reference | null): Reading | null {
  const count = digitRun(text, at)
  const number = Number(text.slice(at, at + Math.min(count, 4)))
  if (count === 4 && number >= 1900 && number <= 2100) return yearDate(text, at, number)
  if (count > 2) return null
  return (
    monthDate(text, at, rulingYear(today), true) ??
    partDate(text, at, rulingYear(today), true) ??
    plainMonths(text, at, rulingYear(today), true)
  )
}

function digitRun(text: string, at: number): number {
  let count = 0
  while (isDigit(text.charCodeAt(at + count))) count++
  return count
}

// 2025年, 2025年度, 2025年6月底, 2021—2025年, 2024-04-13.
function yearDate(text: string, at: number, year: number): Reading | null {
  const after = at + 4
  const mark = text[after] ?? ''
  if (mark === '年') return insideYear(text, after + 1, year, false)
  if ('-/.'.includes(mark) && mark !== '') {
    const day = numericDay(text, after, year, mark)
    if (day) return day
  }
  const second = rangeMark(text, after)
  const to = second > after && digitRun(text, second) === 4 ? Number(text.slice(second, second + 4)) : 0
  if (to < year || text[second + 4] !== '年') return null
  return { end: second + 5, period: yearsOf(year, to), grain: 'span', relative: false }
}

function numericDay(text: string, at: number, year: number, mark: string): Reading | null {
  const month = digitRun(text, at + 1)
  const second = at + 1 + month
  const day = digitRun(text, second + 1)
  if (month < 1 || month > 2 || text[second] !== mark || day < 1 || day > 2) return null
  const value = {
    year,
    month: Number(text.slice(at + 1, second)),
    day: Number(text.slice(second + 1, second + 1 + day)),
  }
  return isDay(value) ? dayReading(second + 1 + day, value, false) : null
}

// What may follow 年: a month, a part of the year, an edge, 至 and a second year.
function insideYear(text: string, at: number, year: number | null, relative: boolean): Reading {
  const start = text[at] === '度' ? at + 1 : at
  const inner =
    plainMonths(text, start, year, relative) ??
    monthDate(text, start, year, relative) ??
    partDate(text, start, year, relative) ??
    edgeDate(text, start - 1, year, relative)
  if (inner) return inner
  const second = rangeMark(text, start)
  if (second > start && digitRun(text, second) === 4 && text[second + 4] === '年') {
    const to = Number(text.slice(second, second + 4))
    return { end: second + 5, period: year === null ? null : yearsOf(year, to), grain: 'span', relative }
  }
  return { end: start, period: year === null ? null : yearsOf(year, year), grain: 'year', relative }
}

// 3月, 4月份, 3月--6月, 11月12月, 4月13日, 6月底, 9月上旬.
function monthDate(text: string, at: number, year: number | null, relative: boolean): Reading | null {
  const first = monthAt(text, at)
  if (!first) return null
  const second = monthAt(text, rangeMark(text, first.end)) ?? null
  if (second && second.month >= first.month) return months(second.end, year, first.month, second.month, relative)
  const day = digitRun(text, first.end)
  const mark = text[first.end + day] ?? ''
  if ((day === 1 || day === 2) && (mark === '日' || mark === '号')) {
    return dayIn(first.end + day + 1, year, first.month, Number(text.slice(first.end, first.end + day)), relative)
  }
  return (
    monthEdge(text, first.end, year, first.month, relative) ??
    months(first.end, year, first.month, first.month, relative)
  )
}

function monthAt(text: string, at: number): { month: number; end: number } | null {
  const count = digitRun(text, at)
  if (count > 2 || (count === 0 && !isHanziNumeral(text.charCodeAt(at)))) return null
  const hanzi = count === 0 ? readHanziNumeral(text, at, at + 2) : null
  const end = hanzi ? hanzi.end : at + count
  if (text[end] !== '月') return null
  const month = hanzi ? hanzi.value : Number(text.slice(at, end))
  if (end === at || month < 1 || month > 12) return null
  return { month, end: text[end + 1] === '份' ? end + 2 : end + 1 }
}

function months(end: number, year: number | null, first: number, last: number, relative: boolean): Reading {
  return { end, period: year === null ? null : monthsOf(year, first, last), grain: 'month', relative }
}

function dayIn(end: number, year: number | null, month: number, day: number, relative: boolean): Reading | null {
  if (day < 1 || day > 31) return null
  if (year === null) return { end, period: null, grain: 'day', relative }
  return isDay({ year, month, day }) ? dayReading(end, { year, month, day }, relative) : null
}

function dayReading(end: number, { year, month, day }: Day, relative: boolean): Reading {
  const iso = isoDay(year, month, day)
  return { end, period: { from: iso, to: iso }, grain: 'day', relative }
}

// 初 and 上旬 are the 10th, 中旬 the 20th, 底 and 末 the last day.
function monthEdge(text: string, at: number, year: number | null, month: number, relative: boolean): Reading | null {
  const word = text.startsWith('上旬', at)
    ? '上旬'
    : text.startsWith('中旬', at)
      ? '中旬'
      : text.startsWith('下旬', at)
        ? '下旬'
        : text[at]
  const day =
    word === '初' || word === '上旬'
      ? 10
      : word === '中旬'
        ? 20
        : word === '底' || word === '末' || word === '下旬'
          ? 31
          : 0
  if (!word || day === 0) return null
  const end = at + word.length
  if (year === null) return { end, period: null, grain: 'edge', relative }
  const iso = isoDay(year, month, Math.min(day, lastDayOf(year, month)))
  return { end, period: { from: iso, to: iso }, grain: 'edge', relative }
}

// 一季度, 上半年, 前三季度, 第二季度末.
function partDate(text: string, at: number, year: number | null, relative: boolean): Reading | null {
  const part = matchAt(yearParts, text, at)
  if (!part) return null
  const [first, last] = part.tag.split('-').map(Number) as [number, number]
  const end = at + part.word.length
  if (text[end] === '末' || text[end] === '底') return monthEdge(text, end, year, last, relative)
  return { end, period: year === null ? null : monthsOf(year, first, last), grain: 'part', relative }
}

// 1—5月, 1-2月: a range of months whose first number bears no 月.
function plainMonths(text: string, at: number, year: number | null, relative: boolean): Reading | null {
  const count = digitRun(text, at)
  if (count === 0 || count > 2) return null
  const second = rangeMark(text, at + count)
  const last = second > at + count ? monthAt(text, second) : null
  const first = Number(text.slice(at, at + count))
  return !last || first < 1 || first >= last.month ? null : months(last.end, year, first, last.month, relative)
}

function edgeDate(text: string, at: number, year: number | null, relative: boolean): Reading | null {
  if (!standsAt(edgeOpenings, text, at)) return null
  const edge = edges[text.slice(at, at + 2)]
  if (!edge) return null
  const iso = year === null ? '' : isoDay(year, edge[0], edge[1])
  return { end: at + 2, period: year === null ? null : { from: iso, to: iso }, grain: 'edge', relative }
}

/** The offset after a range mark (—, -, 至, 到 …) at `at`; `at` itself when there is none. */
export function rangeMark(text: string, at: number): number {
  let end = at
  while (end - at < 3 && '—–-－~～至到'.includes(text[end] ?? ' ')) end++
  return end
}

function wordDate(text: string, at: number, today: Reference | null): Reading | null {
  const word = matchAt(yearWords, text, at)
  if (word) return relativeYear(text, at, word, today)
  const plan = planDate(text, at)
  if (plan) return plan
  const hanzi = hanziYear(text, at)
  if (hanzi) return hanzi
  const year = rulingYear(today)
  const found = partDate(text, at, year, true) ?? edgeDate(text, at, year, true)
  return found ?? firstMonths(text, at, year) ?? monthDate(text, at, year, true) ?? monthWord(text, at, today)
}

function rulingYear(today: Reference | null): number | null {
  return today ? (today.ruling ?? today.year) : null
}

// 前5个月, 前三个月, 前5月: from January on.
function firstMonths(text: string, at: number, year: number | null): Reading | null {
  if (text[at] !== '前') return null
  const count = digitRun(text, at + 1)
  const hanzi = count === 0 ? readHanziNumeral(text, at + 1, at + 3) : null
  const end = hanzi ? hanzi.end : at + 1 + count
  const last = hanzi ? hanzi.value : Number(text.slice(at + 1, end))
  // 前5月 too, but not the month after 前 (会前5月): only digits count it so.
  const length = text.startsWith('个月', end) ? 2 : count > 0 && text[end] === '月' && text[end + 1] !== '份' ? 1 : 0
  if (length === 0 || last < 2 || last > 12) return null
  return months(end + length, year, 1, last, true)
}

// 今年, 去年底, 明年3月, 今年年底.
function relativeYear(text: string, at: number, word: { word: string; tag: string }, today: Reference | null): Reading {
  const bare = '年内 当年 全年'.includes(word.word)
  const year = today ? (bare ? rulingYear(today)! : today.year + Number(word.tag)) : null
  const end = at + word.word.length
  if (word.word === '年内' || word.word === '全年')
    return { end, period: year && yearsOf(year, year), grain: 'year', relative: true } as Reading
  const inner = edgeDate(text, end, year, true)
  return inner ?? insideYear(text, end, year, true)
}

function planDate(text: string, at: number): Reading | null {
  if (!standsAt(planOpenings, text, at)) return null
  const first = planYears[text.slice(at, at + 3)]
  if (first === undefined) return null
  let end = at + 3
  if (text[end] === '”') end++
  for (const tail of ['规划期间', '时期', '期间', '规划期'])
    if (text.startsWith(tail, end)) return planReading(end + tail.length, first)
  if (text[end] === '末')
    return {
      end: end + 1,
      period: { from: `${first + 4}-12-31`, to: `${first + 4}-12-31` },
      grain: 'edge',
      relative: false,
    }
  return planReading(end, first)
}

function planReading(end: number, first: number): Reading {
  return { end, period: yearsOf(first, first + 4), grain: 'span', relative: false }
}

function hanziYear(text: string, at: number): Reading | null {
  if (text[at] !== '二' && text[at] !== '一') return null
  const numeral = readHanziNumeral(text, at, at + 4)
  if (!numeral || numeral.end !== at + 4 || numeral.value < 1900 || numeral.value > 2100 || text[at + 4] !== '年')
    return null
  return insideYear(text, at + 5, numeral.value, false)
}

const monthShifts: Record<string, number> = { 本月: 0, 当月: 0, 上月: -1, 下月: 1, 月底: 0 }

// 本月, 上月, 下月, 月底.
function monthWord(text: string, at: number, today: Reference | null): Reading | null {
  if (!standsAt(monthOpenings, text, at)) return null
  const shift = monthShifts[text.slice(at, at + 2)]
  if (shift === undefined) return null
  const hasMonth = today !== null && today.known !== 'year'
  const year = hasMonth ? today.year + Math.floor((today.month - 1 + shift) / 12) : null
  const month = hasMonth ? ((today.month - 1 + shift + 12) % 12) + 1 : 1
  if (text[at] === '月') return monthEdge(text, at + 1, year, month, true)
  return monthEdge(text, at + 2, year, month, true) ?? months(at + 2, year, month, month, true)
}
