// Dates written in digits and marks alone: 2010-01-29 · 2010.01.29 · 20240307 · 12/1 · 13.5.2015 · 27-7-3.
import { type Dated, dayOf, type Frame, isDigit, monthSpan, shortYear, yearOf } from '#reading/dated.ts'

/** 2010-01-29, 2010.01.29, 2010 01 29, 20240307, 1994.01-19, 12/1, 09-01, 13.5.2015, 27-7-3 */
export function numeric(text: string, at: number, frame: Frame): Dated | null {
  if (!isDigit(text, at) || isDigit(text, at - 1) || isPlain(text, at)) return null
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
  const month = monthOfRange(end, values, sizes, marks)
  if (month) return month
  if (/[\d%]/.test(text[end] ?? '') || (text[end] === '.' && isDigit(text, end + 1))) return null
  return numericParts(text, end, values, sizes, marks, frame)
}

// Digits without a mark and more digits after them are a date only where they are eight.
function isPlain(text: string, at: number): boolean {
  let end = at + 1
  while (end - at < 9 && isDigit(text, end)) end++
  return end - at !== 8 && !('-/. '.includes(text[end] ?? '#') && isDigit(text, end + 1))
}

// 2024.03-2026.06, 2025.09-2027: the month before the mark of a range of years.
function monthOfRange(end: number, [a = 0, b = 0, c = 0]: number[], sizes: number[], marks: string[]): Dated | null {
  const isRange = sizes[0] === 4 && sizes[1] === 2 && sizes[2] === 4 && marks[0] !== '-' && marks[1] === '-'
  return isRange && b >= 1 && b <= 12 && c >= a && c < 2200 ? monthSpan(end - 5, a, b, b, { year: a }) : null
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
