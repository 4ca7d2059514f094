// Times in running text: dates and times of day put together, ranges, what is before or after them, lengths counted from
// today, and recurrences. Every reading that is possible at a place is offered, the caller takes the longest it wants.
import { rangeMarkEnd } from '#reading/amounts.ts'
import { type ClockRead, clockAt, meant } from '#reading/clocks.ts'
import type { Dated, Frame } from '#reading/dated.ts'
import { dayAt } from '#reading/days.ts'
import { past } from '#reading/fold.ts'
import { boundedLength, type Length, lengthAt } from '#reading/lengths.ts'
import { matchAt } from '#reading/lexicon.ts'
import { nextHeads, nowWords, pastHeads } from '#reading/lexicons/time-words.ts'
import type { Lengths, Mention, MentionType, Norm, Stretch } from '#reading/mention.ts'
import { clock, dayMs, dayStart, hourMs, midnight, moved, partsOf, type Reach, stretch } from '#reading/moment.ts'
import { hanziDigit } from '#reading/spoken.ts'

/** Offers every time that begins at `at` to `offer`, shorter ones first. */
export function timesAt(text: string, at: number, frame: Frame, offer: (mention: Mention) => void): void {
  if (text[at] === '每') {
    recurring(text, at, frame, offer)
    return
  }
  const head = headEnd(text, at)
  const say = (end: number, type: MentionType, norm: Norm) => offer({ start: at, end, type, norm })
  if (isInside(text, at)) return
  moments(text, head, frame, head > at, say)
  if (head === at) lengths(text, at, frame, say)
}

// The rest of a longer number or of a name is no time: 二十七点三, 888-000-9999, v2.5.
function isInside(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57)
    return /[\dA-Za-z]/.test(before) || (/[.\-/]/.test(before) && /\d/.test(text[at - 2] ?? ''))
  return hanziDigit(code) >= 0 || text[at] === '十'
    ? hanziDigit(before.charCodeAt(0)) >= 0 || /[十百千万]/.test(before)
    : false
}

type Say = (end: number, type: MentionType, norm: Norm) => void

const heads = ['自从', '从', '自', '截止到', '截至', '截止', '由', '到', '至', '在']

// 从, 自 and 截至 belong to the time they open.
function headEnd(text: string, at: number): number {
  for (const word of heads.slice(0, 6)) if (text.startsWith(word, at)) return past(text, at + word.length)
  return at
}

// ---- one moment

interface Moment {
  end: number
  day: Dated | null
  clock: ClockRead | null
  now: boolean
}

/** Every reading of the moment at `at`: the day alone, then with its time of day. */
function momentsAt(text: string, at: number, frame: Frame): Moment[] {
  const now = matchAt(nowWords, text, at)
  if (now && !/[后]/.test(now.word)) return [{ end: at + now.word.length, day: null, clock: null, now: true }]
  const day = dayAt(text, at, frame)
  if (!day) {
    const clock = clockAt(text, about(text, at))
    return clock ? [{ end: around(text, clock.end), day: null, clock, now: false }] : []
  }
  const alone = {
    end: day.grain === 'day' && !day.open ? around(text, day.end) : day.end,
    day,
    clock: null,
    now: false,
  }
  if (day.grain !== 'day' || day.open || day.to - day.from > dayMs) return [alone]
  const clock = clockAfter(text, day.end)
  if (clock === 'impossible') return []
  return clock ? [alone, { end: around(text, clock.end), day, clock, now: false }] : [alone]
}

function about(text: string, at: number): number {
  return text.startsWith('大约', at) || text.startsWith('大概', at) ? past(text, at + 2) : at
}

function around(text: string, at: number): number {
  return text.startsWith('左右', at) ? at + 2 : at
}

// 下周六下午25点 is no time at all.
function clockAfter(text: string, at: number): ClockRead | null | 'impossible' {
  let from = past(text, at)
  if (text[from] === '的') from = past(text, from + 1)
  const comma = text[from] === ','
  if (comma) from = past(text, from + 1)
  const clock = clockAt(text, about(text, from))
  if (clock && !clock.band && !comma) return clock
  if (!clock || comma) return clock?.part && !clock.band ? clock : null
  return /^\d{2}[点时]/.test(text.slice(clock.end, clock.end + 3)) ? 'impossible' : clock
}

function momentType({ day, clock, now }: Moment): MentionType {
  if (now) return 'datetime'
  if (!day) return clock!.band || clock!.to - clock!.from > hourMs ? 'timerange' : 'time'
  if (clock) return clock.band || clock.to - clock.from > hourMs ? 'datetimerange' : 'datetime'
  return day.grain === 'day' && day.to - day.from === dayMs ? 'date' : 'daterange'
}

function reachOf({ day, clock, now }: Moment, frame: Frame): Reach {
  if (now) return { from: frame.now, to: frame.now }
  if (!day) return { from: clock!.from, to: clock!.to }
  return clock ? { from: day.from + clock.from, to: day.from + clock.to } : { from: day.from, to: day.to }
}

function timeNorm(moment: Moment, frame: Frame): Norm {
  if (moment.day?.unreal) return { k: 'unresolved' }
  const reach = reachOf(moment, frame)
  if (!moment.day && moment.clock) return { k: 'tod', any: [{ from: clock(reach.from), to: clock(reach.to) }] }
  const other = moment.day?.other
  const any = [stretch(reach)]
  if (other) {
    const shift = other.from - moment.day!.from
    any.push(stretch({ from: reach.from! + shift, to: reach.to! + shift }))
  }
  return { k: 'time', any }
}

function moments(text: string, at: number, frame: Frame, headed: boolean, say: Say): void {
  for (const moment of momentsAt(text, at, frame)) {
    if (!isOpen(moment) && !headed) say(moment.end, momentType(moment), timeNorm(moment, frame))
    if (!isOpen(moment)) limits(text, at, moment, frame, headed, say)
    ranges(text, moment, frame, headed, say)
  }
}

const isOpen = (moment: Moment): boolean => Boolean(moment.day?.open || moment.clock?.open)

const ranged: Partial<Record<MentionType, MentionType>> = {
  date: 'daterange',
  time: 'timerange',
  datetime: 'datetimerange',
}
const asRange = (type: MentionType): MentionType => ranged[type] ?? type

// ---- before and after

const limit = /\s{0,2}(或|及|以及)?(之前|以前|前|之后|以后|后|起|开始|为止)/y

// 2018年之前, 6月底前, 8点以后, 2015年起, 自2016年3月1日起; a day before which something is due is included.
function limits(text: string, at: number, moment: Moment, frame: Frame, headed: boolean, say: Say): void {
  const type = asRange(momentType(moment))
  const reach = reachOf(moment, frame)
  const write = (value: Reach): Norm =>
    moment.day || moment.now
      ? { k: 'time', any: [stretch(value)] }
      : { k: 'tod', any: [{ from: clock(value.from), to: clock(value.to) }] }
  const found = limitAt(text, moment.end)
  if (!found) {
    if (!headed || moment.now) return
    const until = /^[截]/.test(text.slice(Math.max(0, at - 4), at).replace(/^.*?(?=截)/s, ''))
    const value = until ? { from: null, to: reach.to } : { from: reach.from, to: null }
    if (until || text.startsWith('自从', at - 2)) say(moment.end, type, write(value))
    return
  }
  const { end, word, joined } = found
  if (headed && !/^(起|开始)$/.test(word)) return
  if (/前|止/.test(word)) {
    say(end, type, write({ from: null, to: moment.day && !moment.clock ? reach.to : reach.from }))
    return
  }
  const from = joined || /^(起|开始)$/.test(word) || moment.clock ? reach.from : reach.to
  say(end, type, write({ from, to: null }))
  if (!/后/.test(word)) return
  // 2010年之后2018年之前
  const second = momentsAt(text, text[end] === ',' ? end + 1 : end, frame).at(-1)
  const close = second && limitAt(text, second.end)
  if (second && close && /前/.test(close.word))
    say(close.end, type, write({ from: reach.from, to: reachOf(second, frame).from }))
}

function limitAt(text: string, at: number): { end: number; word: string; joined: boolean } | null {
  limit.lastIndex = at
  const match = limit.exec(text)
  if (!match) return null
  const next = text[limit.lastIndex] ?? ''
  const word = match[2]!
  if (
    word.length === 1 &&
    /[零一二三四五六七八九十两几\d期面者续来列景提沿置往瞻人台排备勤半夜天日点诉草步码义用有]/.test(next)
  )
    return null
  return { end: limit.lastIndex, word, joined: match[1] !== undefined }
}

// ---- ranges

function ranges(text: string, first: Moment, frame: Frame, headed: boolean, say: Say): void {
  const opened = text.startsWith('起', first.end)
    ? first.end + 1
    : text.startsWith('开始', first.end)
      ? first.end + 2
      : first.end
  const mark = rangeMarkEnd(text, opened)
  const both = mark === opened && /[和与]/.test(text[past(text, opened)] ?? '')
  const from = past(text, both ? past(text, opened) + 1 : mark)
  if (from === opened) return
  if (text[from] === '今' && !/[天日年晚早晨明后]/.test(text[from + 1] ?? '') && headed)
    say(from + 1, 'datetimerange', { k: 'time', any: [stretch({ from: reachOf(first, frame).from, to: frame.now })] })
  const base = first.day ?? null
  const begun = base ? base.from : null
  const inner: Frame = {
    ...frame,
    year: base ? base.year : frame.year,
    month: base?.grain === 'day' ? base.month : base ? null : frame.month,
    after: begun ?? frame.after,
  }
  for (const second of momentsAt(text, from, inner)) {
    if (isOpen(second) || (second.clock?.band && !first.clock?.band)) continue
    const close = /^(之间|间|期间)/.exec(text.slice(past(text, second.end), past(text, second.end) + 2))
    if (both && !close) continue
    const end = close
      ? past(text, second.end) + close[0].length
      : text[second.end] === '止'
        ? second.end + 1
        : second.end
    rangeOf(first, second, frame, close !== null && both, (type, norm) => say(end, type, norm))
  }
}

function rangeOf(
  first: Moment,
  second: Moment,
  frame: Frame,
  exclusive: boolean,
  say: (type: MentionType, norm: Norm) => void,
): void {
  if (first.day?.unreal || second.day?.unreal) return
  if (first.clock && !first.day && second.clock && !second.day && !first.now) {
    clockRange(first.clock, second.clock, say)
    return
  }
  const start = startOf(first, second, frame)
  const stop = endOf(first, second, start, frame, exclusive)
  if (stop === null) return
  const clocked = first.clock || second.clock || first.now || second.now
  if (!clocked && stop <= start && !(first.day && second.day)) return
  say(clocked ? 'datetimerange' : 'daterange', {
    k: 'time',
    any: [{ from: stretch({ from: start, to: null }).from, to: stretch({ from: null, to: stop }).to }] as Stretch[],
  })
}

function clockRange(first: ClockRead, second: ClockRead, say: (type: MentionType, norm: Norm) => void): void {
  const from = first.part === null && second.part ? earlier(first, second) : first.from
  const to = second.band ? second.to : later(first, second)
  say('timerange', { k: 'tod', any: [{ from: clock(from), to: clock(to) }] })
}

// 3点 - 5点PM: the first takes the half of the second where it still comes before it.
function earlier(first: ClockRead, second: ClockRead): number {
  const hour = meant(first.hour, second.part)
  const from = hour === null ? first.from : first.from + (hour - first.hour) * hourMs
  return from < second.from ? from : first.from
}

// 下午五点到六点: the second keeps to the half of the first, else it is the next day's.
function later(first: ClockRead, second: ClockRead): number {
  if (second.part !== null) return second.from
  const hour = meant(second.hour, first.part)
  const same = hour === null ? second.from : second.from + (hour - second.hour) * hourMs
  if (same > first.from) return same
  return second.from > first.from ? second.from : second.from + 24 * hourMs
}

function startOf(first: Moment, second: Moment, frame: Frame): number {
  if (first.now) return frame.now
  if (first.day) return first.day.from + (first.clock ? first.clock.from : 0)
  void second
  return dayStart(frame.now) + first.clock!.from
}

function endOf(first: Moment, second: Moment, start: number, frame: Frame, exclusive: boolean): number | null {
  if (second.now) return frame.now
  if (second.day) {
    if (!second.clock) return exclusive ? second.day.from : second.day.to
    return second.day.from + (second.clock.band ? second.clock.to : second.clock.from)
  }
  const clockRead = second.clock!
  if (first.day && !first.clock) return null
  const base = first.day ? first.day.from : dayStart(start)
  if (first.clock) return base + (clockRead.band ? clockRead.to : later(first.clock, clockRead))
  let at = base + clockRead.from
  while (at <= start) at += (clockRead.part === null && clockRead.hour <= 12 ? 12 : 24) * hourMs
  return at
}

// ---- lengths of time, alone and counted from now

const counted = /\s{0,2}(之前|以前|前|之后|以后|过后|后|之内|以内|内|里|以来)/y

function lengths(text: string, at: number, frame: Frame, say: Say): void {
  const headed = matchAt(pastHeads, text, at)
  const coming = matchAt(nextHeads, text, at)
  if (headed) around1(text, at, headed.word, frame, -1, say)
  if (coming) around1(text, at, coming.word, frame, 1, say)
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
  if (length && !bounded.ranged) fromNow(text, length, frame, say)
}

function shifted(text: string, at: number): boolean {
  counted.lastIndex = at
  return counted.test(text)
}

const isFine = (length: Length): boolean => ['hour', 'minute', 'second', 'moment'].includes(length.unit)

// 近三年, 过去的50分钟里, 未来两天, 上个小时. Days are whole days: the past ends before today, the future begins tomorrow.
function around1(text: string, at: number, word: string, frame: Frame, way: 1 | -1, say: Say): void {
  const from = past(text, at + word.length)
  const opened = text[from] === '的' ? from + 1 : from
  const length = lengthAt(text, opened) ?? (/个$/.test(word) ? unitAlone(text, opened) : null)
  if (!length || (word === '前' && /个?月/.test(text.slice(opened, length.end)))) {
    firstMonths(text, at, word, frame, say)
    return
  }
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
    const to = length.unit === 'year' && !length.half ? point.to : band.to
    say(end, asRange(type), { k: 'time', any: [stretch({ from: frame.now, to }), stretch(point)] })
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
  if (length.unit === 'year' && way > 0) insideYears(text, end, at, frame, say)
}

// 2年后3月5号下午1点15分
function insideYears(text: string, at: number, moment: number, frame: Frame, say: Say): void {
  const year = partsOf(moment).year
  for (const inner of momentsAt(text, at, { ...frame, year })) {
    if (!inner.day || inner.day.year !== null || isOpen(inner)) continue
    say(inner.end, momentType(inner), timeNorm(inner, frame))
  }
}

// ---- recurrences

interface Every {
  end: number
  timex: string
  every: Lengths
}

const everyUnits: [string, string, Lengths][] = [
  ['工作日', 'P1D', { day: 1 }],
  ['星期', 'P1W', { week: 1 }],
  ['礼拜', 'P1W', { week: 1 }],
  ['季度', 'P3M', { month: 3 }],
  ['小时', 'PT1H', { hour: 1 }],
  ['钟头', 'PT1H', { hour: 1 }],
  ['分钟', 'PT1M', { minute: 1 }],
  ['周', 'P1W', { week: 1 }],
  ['天', 'P1D', { day: 1 }],
  ['日', 'P1D', { day: 1 }],
  ['月', 'P1M', { month: 1 }],
  ['年', 'P1Y', { year: 1 }],
]

// 每日, 每周一下午八点, 每月4号, 每隔200秒, 每年9月到11月
function recurring(text: string, at: number, frame: Frame, offer: (mention: Mention) => void): void {
  const every = everyAt(text, at)
  if (!every) return
  const say = (end: number, timex: string) =>
    offer({ start: at, end, type: 'set', norm: { k: 'set', timex, every: every.every } })
  say(every.end, every.timex)
  const from = past(text, text[every.end] === '的' ? every.end + 1 : every.end)
  const collect: Mention[] = []
  const inner: Frame = { ...frame, year: partsOf(frame.now).year, month: 1 }
  moments(text, from, inner, false, (end, type, norm) => collect.push({ start: from, end, type, norm }))
  for (const found of collect) {
    const hour = found.norm.k === 'tod' ? found.norm.any[0]?.from : null
    const tail = hour ? `T${hour.endsWith(':00:00') ? hour.slice(0, 2) : hour.slice(0, 5)}` : ''
    say(found.end, `${every.timex}${tail}`)
  }
}

function everyAt(text: string, at: number): Every | null {
  let from = at + 1
  if (text[from] === '隔') from++
  const length = lengthAt(text, from)
  if (length && !length.half) {
    const [unit, count] = Object.entries(length.parts)[0] as [keyof Lengths, number]
    return { end: length.end, timex: timexOf(unit, count), every: length.parts }
  }
  if (text[from] === '个') from++
  if (text.startsWith('周末', from)) return { end: from + 2, timex: 'XXXX-WXX-WE', every: { week: 1 } }
  for (const [word, timex, every] of everyUnits) {
    if (!text.startsWith(word, from)) continue
    const end = from + word.length
    if (every.week && text.startsWith('工作日', end)) return { end: end + 3, timex, every }
    const weekday = every.week ? '一二三四五六日'.indexOf((text[end] ?? ' ').replace('天', '日')) : -1
    if (weekday >= 0) return { end: end + 1, timex: `XXXX-WXX-${weekday + 1}`, every }
    return { end, timex, every }
  }
  return null
}

function timexOf(unit: keyof Lengths, count: number): string {
  const letter = {
    year: 'Y',
    month: 'M',
    week: 'W',
    day: 'D',
    workday: 'D',
    hour: 'H',
    minute: 'M',
    second: 'S',
    zero: '',
    infinite: '',
  }[unit]
  return `${/hour|minute|second/.test(unit) ? 'PT' : 'P'}${count}${letter}`
}
