// Months and days of the lunar calendar: 正月十五 · 腊月 · 闰四月 · 五月廿二 · 农历八月初五.
import { smallAt } from '#reading/clocks.ts'
import { type Dated, daySpan, type Frame } from '#reading/dated.ts'
import { lunarAt, lunarMonth } from '#reading/lunar.ts'
import { dayStart, partsOf } from '#reading/moment.ts'
import { isPlainDay } from '#reading/month-days.ts'

const lunarHeads: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 }

/** 正月十五, 腊月, 闰四月, 五月廿二, 八月初五; `sure` when 农历 stands before it. */
export function lunarDayAt(text: string, at: number, given: number | null, frame: Frame, sure: boolean): Dated | null {
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
  const start =
    lunarAt(year, month, day.value, leap) ?? (leap && given === null ? leapNear(year, month, day.value) : null)
  return start === null ? null : daySpan(day.end, start, { named: true })
}

// 闰六月初一 without a year is of the nearest one that has the month.
function leapNear(year: number, month: number, day: number): number | null {
  for (let away = 1; away <= 19; away++) {
    const start = lunarAt(year - away, month, day, true) ?? lunarAt(year + away, month, day, true)
    if (start !== null) return start
  }
  return null
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
