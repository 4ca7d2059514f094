// Recurrences: 每日 · 每周一下午八点 · 每月4号 · 每隔200秒 · 每年9月到11月.

import { smallAt } from '#reading/clocks.ts'
import type { Frame } from '#reading/dated.ts'
import { past } from '#reading/fold.ts'
import { lengthAt } from '#reading/lengths.ts'
import type { Lengths, Mention } from '#reading/mention.ts'
import { partsOf } from '#reading/moment.ts'
import { moments } from '#reading/time-ranges.ts'

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
  ['半小时', 'PT30M', { minute: 30 }],
  ['半年', 'P6M', { month: 6 }],
  ['半个月', 'P15D', { day: 15 }],
  ['半月', 'P15D', { day: 15 }],
  ['旬', 'P10D', { day: 10 }],
  ['季', 'P3M', { month: 3 }],
  ['周', 'P1W', { week: 1 }],
  ['天', 'P1D', { day: 1 }],
  ['早', 'P1D', { day: 1 }],
  ['晚', 'P1D', { day: 1 }],
  ['日', 'P1D', { day: 1 }],
  ['月', 'P1M', { month: 1 }],
  ['年', 'P1Y', { year: 1 }],
]

/** 每日, 每周一下午八点, 每月4号, 每隔200秒, 每年9月到11月 */
export function recurring(text: string, at: number, frame: Frame, offer: (mention: Mention) => void): void {
  const every = everyAt(text, at)
  if (!every) return
  const say = (end: number, timex: string) =>
    offer({ start: at, end, type: 'set', norm: { k: 'set', timex, every: every.every } })
  say(limitEnd(text, every.end), every.timex)
  if (every.every.month === 3) {
    // 每季度首月20日前: a day of one month of the quarter.
    const month = monthOfQuarter.exec(text.slice(every.end, every.end + 5))
    const day = month ? smallAt(text, every.end + month[0].length) : null
    const dated = day && /[日号]/.test(text[day.end] ?? '') ? day.end + 1 : null
    if (month) say(limitEnd(text, dated ?? every.end + month[0].length), every.timex)
    if (month) return
  }
  // 每月最后一个工作日, 每周首个工作日
  const workday = edgeDay.exec(text.slice(every.end, every.end + 9))
  if (workday) say(limitEnd(text, every.end + workday[0].length), every.timex)
  const from = past(text, text[every.end] === '的' ? every.end + 1 : every.end)
  const collect: Mention[] = []
  const part = '早晚晨夜'.includes(text[from - 1] ?? ' ') && every.every.day === 1 ? from - 1 : from
  const inner: Frame = { ...frame, year: partsOf(frame.now).year, month: 1 }
  moments(text, part, inner, false, (end, type, norm) => collect.push({ start: part, end, type, norm }))
  for (const found of collect) {
    const hour = found.norm.k === 'tod' && found.type === 'time' ? found.norm.any[0]?.from : null
    const tail = hour ? `T${hour.endsWith(':00:00') ? hour.slice(0, 2) : hour.slice(0, 5)}` : ''
    say(found.end, `${every.timex}${tail}`)
  }
}

const edgeDay = /^的?(第[一二三四五]个?|首个?|最后一个?)(工作日|天|日)/
const monthOfQuarter = /^的?(首月|末月|第[一二三123]个?月|首个月|最后一个月)/

// 每周五前, 每月25日之前: what is due by then is done as often.
function limitEnd(text: string, at: number): number {
  if (text.startsWith('之前', at) || text.startsWith('以前', at)) return at + 2
  return text[at] === '前' && !/[往来景提一二两三四五六七八九十\d]/.test(text[at + 1] ?? '') ? at + 1 : at
}

function everyAt(text: string, at: number): Every | null {
  let from = at + 1
  if (text[at] !== '每') return byUnit(text, from)
  if (text[from] === '隔' || text[from] === '逢') from++
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

// 按月, 逐季: by the unit. 按年度, 按日程 and 按天津 are none.
function byUnit(text: string, at: number): Every | null {
  for (const [word, timex, every] of everyUnits) {
    if (word.length > 2 || word.startsWith('半') || !/^P1?\d*[DWMY]/.test(timex) || !text.startsWith(word, at)) continue
    return '度程期常历头子后前月内份津次例利'.includes(text[at + word.length] ?? ' ')
      ? null
      : { end: at + word.length, timex, every }
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
