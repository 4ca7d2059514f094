// Times that cannot be: 3月45日 · 13月1日 · 下周八下午 · 3月5日25点. A slip of the pen is no time, nor is any part of it.
import { smallAt } from '#reading/clocks.ts'
import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { dayParts } from '#reading/lexicons/time-words.ts'
import { hanziDigit, isArabic, powers } from '#reading/numeral-chars.ts'

/** Where a day or weekday that cannot be ends, with the clock after it; 0 when there is none at `at`. */
export function slipEnd(text: string, at: number): number {
  const end = monthSlip(text, at) || weekdaySlip(text, at)
  return end === 0 ? 0 : clockEnd(text, end)
}

/** Whether an hour past midnight follows a day: 25点, 下午30时. */
export function isHourSlip(text: string, at: number): boolean {
  const part = matchAt(dayParts, text, at)
  const hour = smallAt(text, part ? past(text, at + part.word.length) : at)
  return hour !== null && hour.value > 24 && hour.size <= 3 && (text[hour.end] === '点' || text[hour.end] === '时')
}

// 13月1日, 七月三十五日, 七月廿二十一日. A day that only this month lacks, 2月30日, is a day all the same.
function monthSlip(text: string, at: number): number {
  const month = smallAt(text, at)
  if (month === null || month.size > 3 || text[month.end] !== '月') return 0
  const from = text[month.end + 1] === '份' ? month.end + 2 : month.end + 1
  const end = numeralsEnd(text, from)
  if (end === from || end - from > 5 || (text[end] !== '日' && text[end] !== '号')) return 0
  const day = smallAt(text, from)
  const fits = month.value >= 1 && month.value <= 12 && day?.end === end && day.value >= 1 && day.value <= 31
  return fits && !isHourSlip(text, past(text, end + 1)) ? 0 : end + 1
}

// 下周八下午, 星期九三点: only before a clock, for 周八 may be a name.
function weekdaySlip(text: string, at: number): number {
  if (!'上下本这周星礼'.includes(text[at] ?? ' ')) return 0
  let from = at
  while (from - at < 3 && '上下本这'.includes(text[from] ?? ' ')) from++
  const size = text[from] === '周' ? 1 : text.startsWith('星期', from) || text.startsWith('礼拜', from) ? 2 : 0
  const day = text[from + size]
  if (size === 0 || (day !== '八' && day !== '九')) return 0
  const end = from + size + 1
  return clockEnd(text, end) > end ? end : 0
}

function clockEnd(text: string, at: number): number {
  const part = matchAt(dayParts, text, at)
  const from = part ? at + part.word.length : at
  const end = numeralsEnd(text, from)
  if (end === from || (text[end] !== '点' && text[end] !== '时' && text[end] !== ':')) return from
  const minutes = numeralsEnd(text, end + 1)
  return text[minutes] === '分' ? minutes + 1 : minutes
}

function numeralsEnd(text: string, at: number): number {
  let end = at
  while (end - at < 6 && isNumeral(text.charCodeAt(end))) end++
  return end
}

const isNumeral = (code: number) => isArabic(code) || hanziDigit(code) >= 0 || powers[code]! > 0 || code === 0x5eff
