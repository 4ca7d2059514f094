// Parts of a year: 上半年 · 三季度 · Q3 · 春天 · 年底 · 年初.
import { smallAt } from '#reading/clocks.ts'
import { type Dated, type Frame, monthSpan } from '#reading/dated.ts'
import { midnight, partsOf } from '#reading/moment.ts'
import { joinEnd } from '#reading/month-days.ts'
import { nthOf } from '#reading/nth.ts'
import { solarTerm } from '#reading/solar-terms.ts'

/** A half, quarter, season, edge or counted part of a year; `given` is the year that was written, null when none was. */
export function partOfYear(text: string, at: number, given: number | null, frame: Frame): Dated | null {
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

const relativeQuarter = /^(上+|下+|本|这|当)[个一]?季(?:度|(?![节候]))/

function quarterAt(text: string, at: number, year: number, frame: Frame): Dated | null {
  const relative = '上下本这当'.includes(text[at] ?? ' ') ? relativeQuarter.exec(text.slice(at, at + 6)) : null
  if (relative) {
    const shift = relative[1]!.startsWith('上')
      ? -relative[1]!.length
      : relative[1]!.startsWith('下')
        ? relative[1]!.length
        : 0
    const now = partsOf(frame.now)
    const first = Math.floor((now.month - 1) / 3) * 3 + 1 + shift * 3
    const after = at + relative[0].length
    return quarterEdge(text, after, now.year, first + 2) ?? monthSpan(after, now.year, first, first + 2)
  }
  const from = /[第Qq]/.test(text[at] ?? '') ? at + 1 : at
  const number = smallAt(text, from)
  if (!number || number.value < 1 || number.value > 4 || number.size > 1) return null
  const latin = /[Qq]/.test(text[at] ?? '')
  const mark = joinEnd(text, from, number)
  if (mark > number.end && !latin) {
    // 一至三季度, 第一至第三季度
    const second = smallAt(text, text[mark] === '第' ? mark + 1 : mark)
    const isRange = second && second.value > number.value && second.value <= 4 && text.startsWith('季度', second.end)
    return isRange ? monthSpan(number.end, year, number.value * 3 - 2, number.value * 3, { open: true }) : null
  }
  const end = text.startsWith('季度', number.end)
    ? number.end + 2
    : text[number.end] === '季' && text[at] === '第' && text[number.end + 1] !== '日'
      ? number.end + 1
      : latin
        ? number.end
        : -1
  if (end < 0 || (latin && /[A-Za-z\d]/.test(text[end] ?? ''))) return null
  return quarterEdge(text, end, year, number.value * 3) ?? monthSpan(end, year, number.value * 3 - 2, number.value * 3)
}

// 三季度末 is the last month of the quarter, 四季度初 the first.
function quarterEdge(text: string, at: number, year: number, last: number): Dated | null {
  if (/[末底]/.test(text[at] ?? '')) return monthSpan(at + 1, year, last, last)
  return text[at] === '初' ? monthSpan(at + 1, year, last - 2, last - 2) : null
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
