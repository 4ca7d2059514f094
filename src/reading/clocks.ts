// Times of day: 下午三点一刻 · 15:05 · 晚上8点许 · 3:15pm · 今晚6点 (the day is read in days.ts).

import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { dayParts } from '#reading/lexicons/time-words.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'

export interface ClockRead {
  end: number
  /** Milliseconds after midnight; a band (下午) or an hour (三点) runs to `to`. */
  from: number
  to: number
  part: string | null
  /** Only the number before a range mark: the 五 of 五到六点. */
  open: boolean
  band: boolean
  hour: number
}

const minuteMs = 60000
const hourMs = 3600000

export interface Small {
  end: number
  value: number
  /** How many characters are written, to tell 07 from 7. */
  size: number
  arabic: boolean
}

const ones = new Int8Array(65536).fill(-1)
for (const [value, chars] of ['零〇', '一', '二两', '三', '四', '五', '六', '七', '八', '九'].entries())
  for (const char of chars) ones[char.charCodeAt(0)] = value

function one(text: string, at: number): number {
  return at < text.length ? ones[text.charCodeAt(at)]! : -1
}

/** A small whole number at `at`: up to four digits or a Chinese one below a hundred. */
export function smallAt(text: string, at: number): Small | null {
  let end = at
  let value = 0
  for (let code = text.charCodeAt(end); end - at < 5 && code >= 48 && code <= 57; code = text.charCodeAt(++end))
    value = value * 10 + code - 48
  if (end > at) return end - at > 4 ? null : { end, value, size: end - at, arabic: true }
  const first = one(text, at)
  if (first < 0 && text[at] !== '十' && text[at] !== '廿' && text[at] !== '卅') return null
  if (text[at] === '廿' || text[at] === '卅') {
    const low = one(text, at + 1)
    const tens = text[at] === '廿' ? 20 : 30
    return low > 0
      ? { end: at + 2, value: tens + low, size: 2, arabic: false }
      : { end: at + 1, value: tens, size: 1, arabic: false }
  }
  const ten = text[at] === '十' ? at : first > 0 && text[at + 1] === '十' ? at + 1 : -1
  if (ten >= 0) {
    const low = one(text, ten + 1)
    const value = (ten === at ? 1 : first) * 10
    return low > 0
      ? { end: ten + 2, value: value + low, size: ten + 2 - at, arabic: false }
      : { end: ten + 1, value, size: ten + 1 - at, arabic: false }
  }
  if (first < 0) return null
  const second = first === 0 ? one(text, at + 1) : -1
  return second > 0
    ? { end: at + 2, value: second, size: 2, arabic: false }
    : { end: at + 1, value: first, size: 1, arabic: false }
}

/** Reads the time of day or the part of the day (下午) at `at`. `glued`: the digits of a day may stand right before it. */
export function clockAt(text: string, at: number, glued = false): ClockRead | null {
  const part = matchAt(dayParts, text, at)
  const from = part ? past(text, at + part.word.length) : at
  const hour = colonClock(text, from, glued) ?? hourClock(text, from)
  if (hour) return withPart(text, hour, part ? part.tag : null)
  // 下午25点 is no time at all.
  if (part && /^(\d{1,3}|[一二三四五六七八九十]{1,3})[点时]/.test(text.slice(from, from + 4))) return null
  if (!part || (part.word.length === 1 && !standsAlone(text, at, part.word))) return null
  const [name, low, high] = part.tag.split(' ')
  const end = at + part.word.length
  return {
    end,
    from: Number(low) * hourMs,
    to: Number(high) * hourMs,
    part: name!,
    open: false,
    band: true,
    hour: Number(low),
  }
}

// 早, 晚, 夜, 晨 alone only right after a day, which the caller has seen.
function standsAlone(text: string, at: number, word: string): boolean {
  return (
    /[日号天今昨明前后当\d一二三四五六]/.test(text[at - 1] ?? '') &&
    !(word === '早' && /[就已]/.test(text[at + 1] ?? ''))
  )
}

interface Hour {
  end: number
  hour: number
  minute: number | null
  second: number | null
  half: string | null
  open: boolean
  top: number
}

function colonClock(text: string, at: number, glued: boolean): Hour | null {
  const hour = smallAt(text, at)
  if (!hour?.arabic || hour.size > 2 || text[hour.end] !== ':' || (!glued && /[\d:.]/.test(text[at - 1] ?? '')))
    return null
  const minute = smallAt(text, hour.end + 1)
  if (!minute?.arabic || minute.size > 2 || minute.value > 59) return null
  const more = text[minute.end] === ':' ? smallAt(text, minute.end + 1) : null
  const second = more?.arabic && more.size === 2 && more.value < 60 ? more : null
  if (hour.value > 24) return null
  const stop = (second ?? minute).end
  const end = text[stop] === '时' || (text[stop] === '分' && text[stop + 1] !== '之') ? stop + 1 : stop
  return {
    end,
    hour: hour.value,
    minute: minute.value,
    second: second ? second.value : null,
    half: null,
    open: false,
    top: 0,
  }
}

function hourClock(text: string, at: number): Hour | null {
  if (text[at - 1] === '第') return null
  const pair = pairOf(text, at)
  const hour = pair ?? smallAt(text, at)
  if (!hour || hour.size > 3 || hour.value > 24 || (hour.arabic && /[\d.]/.test(text[at - 1] ?? ''))) return null
  let end = past(text, hour.end)
  if (text[end] === '许' && text[end + 1] === '时') end++
  const isHour = hourWord(text, end)
  const latin = isHour ? null : half(text, hour.end)
  if (latin && hour.arabic)
    return { end: hour.end, hour: hour.value, minute: null, second: null, half: null, open: false, top: 0 }
  if (!isHour) return openHour(text, hour)
  end += text.startsWith('多', end + 1) ? 2 : 1
  return minutes(text, end, hour.value, pair ? pair.value + 1 : 0)
}

// 七八点
function pairOf(text: string, at: number): Small | null {
  const low = one(text, at)
  if (low < 1 || one(text, at + 1) !== low + 1 || !hourWord(text, at + 2)) return null
  return { end: at + 2, value: low, size: 2, arabic: false }
}

function hourWord(text: string, at: number): boolean {
  if (text[at] === '点') return !/[多]?[评赞名击缀燃儿子位面阵]/.test(text[at + 1] ?? '') || text[at + 1] === '多'
  return text[at] === '时' && !/[代期间候刻长常速效段]/.test(text[at + 1] ?? '')
}

// 早上五到六点, 9~12点半: the hour word comes after the second number.
function openHour(text: string, hour: Small): Hour | null {
  const mark = rangeMarkEnd(text, hour.end)
  const second = mark > hour.end ? smallAt(text, mark) : null
  if (!second || !hourWord(text, second.end) || second.value > 24 || second.arabic !== hour.arabic) return null
  return { end: hour.end, hour: hour.value, minute: null, second: null, half: null, open: true, top: 0 }
}

function minutes(text: string, at: number, hour: number, top: number): Hour | null {
  const base: Hour = { end: at, hour, minute: null, second: null, half: null, open: false, top }
  if (text[at] === '半') return { ...base, end: at + 1, minute: 30 }
  const from = past(text, at)
  const passed = text[from] === '过' ? from + 1 : from
  const number = smallAt(text, passed)
  if (!number || number.value > 59 || number.size > 3) return rounded(text, base)
  // 减八点八, 10点五度 are decimals.
  if (
    !number.arabic &&
    number.size === 1 &&
    from === at &&
    passed === from &&
    text[at - 1] === '点' &&
    text[number.end] !== '分' &&
    text[number.end] !== '刻' &&
    text[at] !== '两' &&
    text[at] !== '十'
  )
    return null
  if (text[number.end] === '刻' && number.value < 4) return { ...base, end: number.end + 1, minute: number.value * 15 }
  if (text[number.end] === '分' && text[number.end + 1] !== '之') {
    const second = smallAt(text, number.end + 1)
    const isSecond = second && text[second.end] === '秒' && second.value < 60
    return isSecond
      ? { ...base, end: second.end + 1, minute: number.value, second: second.value }
      : { ...base, end: number.end + 1, minute: number.value }
  }
  if (passed > at && !number.arabic) return rounded(text, base)
  const plain = number.size >= 2 || number.arabic || !/[一-鿿]/.test(text[number.end] ?? '')
  if (!plain || text[at - 1] === '时' || /[个人年月日元万千百亿%:.]/.test(text[number.end] ?? ''))
    return rounded(text, base)
  return { ...base, end: number.end, minute: number.value }
}

function rounded(text: string, base: Hour): Hour {
  if (text[base.end] === '钟') return rounded(text, { ...base, end: base.end + 1 })
  return /[整正]/.test(text[base.end] ?? '') ? { ...base, end: base.end + 1 } : base
}

const latinHalf = /\s{0,2}([ap])\.?(?:m\.?)?(?![A-Za-z])/iy

function half(text: string, at: number): { end: number; half: string } | null {
  // Chinese characters and their punctuation, which mostly follow.
  if (text.charCodeAt(at) > 0x3000 && text.charCodeAt(at) < 0xfe00) return null
  latinHalf.lastIndex = at
  const match = latinHalf.exec(text)
  return match ? { end: latinHalf.lastIndex, half: match[1]!.toLowerCase() } : null
}

function withPart(text: string, read: Hour, tag: string | null): ClockRead | null {
  const latin = half(text, read.end)
  const part = tag ? tag.split(' ')[0]! : latin ? (latin.half === 'p' ? 'pm' : 'am') : null
  const hour = meant(read.hour, part)
  if (hour === null || (read.hour === 24 && (read.minute ?? 0) > 0)) return null
  const from = hour * hourMs + (read.minute ?? 0) * minuteMs + (read.second ?? 0) * 1000
  const grain = read.second !== null ? 1000 : read.minute !== null ? minuteMs : hourMs
  const to = read.top > 0 ? (read.top + 1 + (hour - read.hour)) * hourMs : from + grain
  let end = latin ? latin.end : read.end
  if (text[end] === '许' || text[end] === '整' || text[end] === '钟') end++
  return { end, from, to, part, open: read.open, band: false, hour: read.hour }
}

/** The hour of the day that an hour after a part of the day means; null when there is no such hour. */
export function meant(hour: number, part: string | null): number | null {
  if (hour > 24) return null
  if (part === 'afternoon' && hour === 24) return null
  if (part === 'night' || part === 'am') return hour === 12 ? 0 : hour
  if (part === 'noon') return hour < 6 ? hour + 12 : hour
  if (part === 'afternoon' || part === 'pm') return hour < 12 && hour > 0 ? hour + 12 : hour
  if (part === 'evening') return hour < 12 && hour > 3 ? hour + 12 : hour === 12 ? 24 : hour
  if (part === 'late') return hour === 12 ? 24 : hour < 12 && hour > 5 ? hour + 12 : hour
  return hour
}
