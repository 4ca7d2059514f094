// Lengths of time, alone and counted from now: 三年 · 近三年 · 未来两天 · 3天后 · 两小时内 · 两天以前.
import { clockAt } from '#reading/clocks.ts'
import type { Frame } from '#reading/dated.ts'
import { past } from '#reading/fold.ts'
import { boundedLength, type Length, lengthAt } from '#reading/lengths.ts'
import { matchAt } from '#reading/lexicon.ts'
import { nextHeads, pastHeads } from '#reading/lexicons/time-words.ts'
import type { Lengths, MentionType } from '#reading/mention.ts'
import { dayMs, dayStart, midnight, moved, partsOf, stretch } from '#reading/moment.ts'
import { asRange, isOpen, momentsAt, momentType, type Say, timeNorm } from '#reading/time-points.ts'

const counted = /\s{0,2}(之前|以前|前|之后|以后|过后|后|之内|以内|内|里|以来)/y

/** Offers the lengths of time at `at`, alone and counted from now. */
export function lengths(text: string, at: number, frame: Frame, say: Say): void {
  const headed = matchAt(pastHeads, text, at)
  const coming = matchAt(nextHeads, text, at)
  if (headed) spanAround(text, at, headed.word, frame, -1, say)
  if (coming) spanAround(text, at, coming.word, frame, 1, say)
  if (text.startsWith('再过', at)) {
    const length = lengthAt(text, at + 2)
    if (length)
      say(length.end, 'datetimerange', {
        k: 'time',
        any: [stretch({ from: moved(frame.now, length.parts, 1), to: null })],
      })
  }
  const bounded = boundedLength(text, at)
  if (!bounded) return
  const { length } = bounded
  if (length?.dateLike && length.unit === 'minute' && !shifted(text, length.end)) return
  say(bounded.end, 'duration', bounded.norm)
  if (length && !bounded.ranged && !isFromAct(text, at)) fromNow(text, length, frame, say)
}

// 受理后5个工作日内, 到期前30日: 前 and 后 belong to the act before them.
const isAfterAct = (text: string, at: number, word: string) =>
  (word === '前' || word === '后') && text.charCodeAt(at - 1) >= 0x4e00 && text.charCodeAt(at - 1) <= 0x9fff

// 自受理之日起20日内, 会后三天内: counted from an act, which has its day elsewhere.
const isFromAct = (text: string, at: number) => text[at - 1] === '起' || text[at - 1] === '后'

function shifted(text: string, at: number): boolean {
  counted.lastIndex = at
  return counted.test(text)
}

const isFine = (length: Length): boolean => ['hour', 'minute', 'second', 'moment'].includes(length.unit)

// 近三年, 过去的50分钟里, 未来两天, 上个小时. Days are whole days: the past ends before today, the future begins tomorrow.
function spanAround(text: string, at: number, word: string, frame: Frame, way: 1 | -1, say: Say): void {
  const from = past(text, at + word.length)
  const opened = text[from] === '的' ? from + 1 : from
  const length = lengthAt(text, opened) ?? (/个$/.test(word) ? unitAlone(text, opened) : null)
  if (!length || (word === '前' && /个?月|季度/.test(text.slice(opened, length.end)))) {
    firstMonths(text, at, word, frame, say)
    return
  }
  if (word.length === 1 && isAfterAct(text, at, word)) return
  const end = text[length.end] === '里' || text[length.end] === '内' ? length.end + 1 : length.end
  const fine = isFine(length)
  const base = fine ? frame.now : dayStart(frame.now) + (way > 0 ? dayMs : 0)
  const other = moved(base, length.parts, way)
  const any = [stretch(way > 0 ? { from: base, to: other } : { from: other, to: base })]
  if (way > 0 && !fine) any.push(stretch({ from: frame.now, to: moved(frame.now, length.parts, 1) }))
  say(end, fine ? 'datetimerange' : 'daterange', { k: 'time', any })
}

function unitAlone(text: string, at: number): Length | null {
  const parts: Lengths | null = text.startsWith('小时', at)
    ? { hour: 1 }
    : text.startsWith('钟头', at)
      ? { hour: 1 }
      : null
  return parts && { end: at + 2, parts, unit: 'hour', half: false, vague: false, dateLike: false }
}

// 前5个月 is January to May.
function firstMonths(text: string, at: number, word: string, frame: Frame, say: Say): void {
  if (word !== '前') return
  const length = lengthAt(text, at + 1)
  const count = length?.parts.month
  if (!count || count > 12 || length.half) return
  const { year } = partsOf(frame.now)
  say(length.end, 'daterange', {
    k: 'time',
    any: [stretch({ from: midnight(year, 1, 1), to: midnight(year, count + 1, 1) })],
  })
}

/** The stretch that a length from now falls on, as coarse as its smallest unit. */
function bandOf(length: Length, frame: Frame, way: 1 | -1): { from: number; to: number } {
  const at = moved(frame.now, length.parts, way)
  if (isFine(length)) return { from: at, to: at }
  const { year, month } = partsOf(at)
  if (length.unit === 'year' && length.half) return { from: midnight(year, month, 1), to: midnight(year, month + 1, 1) }
  if (length.unit === 'year') return { from: midnight(year, 1, 1), to: midnight(year + 1, 1, 1) }
  return { from: dayStart(at), to: dayStart(at) + dayMs }
}

// 3天后 is a day, 2小时前 an instant, 三天内 a stretch from now and the day it ends on, 两天以前 all that was before.
function fromNow(text: string, length: Length, frame: Frame, say: Say): void {
  counted.lastIndex = length.end
  const word = counted.exec(text)?.[1]
  if (!word || (word.length === 1 && /[零一二三四五六七八九十两几期面部外]/.test(text[counted.lastIndex] ?? ''))) return
  const end = counted.lastIndex
  const way = /前|来/.test(word) ? -1 : 1
  const band = bandOf(length, frame, way)
  const at = moved(frame.now, length.parts, way)
  const point = isFine(length) ? band : { from: dayStart(at), to: dayStart(at) + dayMs }
  const type: MentionType = isFine(length) ? 'datetime' : 'date'
  if (/内|里/.test(word)) {
    // 半年内 runs to the day; the end of that month is the vaguer reading.
    const ends =
      length.unit === 'year' && length.half ? [point.to, band.to] : [length.unit === 'year' ? point.to : band.to]
    const within = ends.map((to) => stretch({ from: frame.now, to }))
    say(end, asRange(type), { k: 'time', any: [...within, stretch(point)] })
    return
  }
  if (word === '以来') {
    say(end, asRange(type), { k: 'time', any: [stretch({ from: band.from, to: frame.now })] })
    return
  }
  const whole = length.unit === 'year' ? (length.half ? band : point) : point
  const open = way < 0 ? { from: null, to: band.to } : { from: band.from, to: null }
  if (word.startsWith('以')) {
    say(end, asRange(type), { k: 'time', any: [stretch(open), stretch(whole)] })
    return
  }
  say(end, type, { k: 'time', any: word.startsWith('之') ? [stretch(whole), stretch(open)] : [stretch(whole)] })
  if (!isFine(length) && length.unit !== 'year') dayAndClock(text, end, whole.from, say)
  if (length.unit === 'year' && way > 0) insideYears(text, end, at, frame, say)
}

// 7天后下午3点, 两周后的上午
function dayAndClock(text: string, at: number, day: number, say: Say): void {
  const from = past(text, text[at] === '的' ? at + 1 : at)
  const clock = clockAt(text, from)
  if (!clock || clock.open) return
  const type = clock.band ? 'datetimerange' : 'datetime'
  say(clock.end, type, { k: 'time', any: [stretch({ from: day + clock.from, to: day + clock.to })] })
}

// 2年后3月5号下午1点15分
function insideYears(text: string, at: number, moment: number, frame: Frame, say: Say): void {
  const year = partsOf(moment).year
  for (const inner of momentsAt(text, at, { ...frame, year })) {
    if (!inner.day || inner.day.year !== null || isOpen(inner)) continue
    say(inner.end, momentType(inner), timeNorm(inner, frame))
  }
}
