// Years, decades and centuries: 2018年 · 二〇一九年 · 九七年 · 八十年代 · 本世纪 · 1995-1997年 · 2018 alone.

import { smallAt } from '#reading/clocks.ts'
import { type Dated, type Frame, isDigit, shortYear, yearSpan } from '#reading/dated.ts'
import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { bookYears } from '#reading/lexicons/time-words.ts'
import { partsOf } from '#reading/moment.ts'
import { hanziDigit } from '#reading/numeral-chars.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'
import { readSpoken } from '#reading/spoken.ts'

/** 上世纪 · 20世纪 · 80年代 · 20世纪90年代; null when none begins at `at`. */
export function century(text: string, at: number, frame: Frame): Dated | null {
  const head = (text[at] === '上' || text[at] === '本') && text.startsWith('世纪', at + 1)
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

/** A year in digits or numerals with its 年; `open` when only a range mark follows: the 1995 of 1995-1997年. */
export function yearNumber(text: string, at: number): { end: number; year: number; open?: boolean } | null {
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
  if (/^[Qq][1-4]/.test(text.slice(number.end, number.end + 2))) return { end: number.end, year: value }
  const books = matchAt(bookYears, text, word)
  if (books) return { end: word + books.word.length, year: value }
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

/** 2018 alone is a year where nothing is counted by it. */
export function bareYear(text: string, at: number, frame: Frame): Dated | null {
  const number = smallAt(text, at)
  if (!number?.arabic || number.size !== 4 || number.value < 1500 || number.value > 2100) return null
  // 2025.09-2027: behind the mark of a range it is its last year.
  const closes = frame.after !== null && text[at - 1] === '-'
  if ((!closes && /[\d.A-Za-z\-/:¥$]/.test(text[at - 1] ?? '')) || /[\d.%A-Za-z:/]/.test(text[number.end] ?? ''))
    return null
  if (/^,\d{3}(?!\d)/.test(text.slice(number.end, number.end + 5))) return null
  const next = text[past(text, number.end)] ?? ''
  if (/[一-鿿]/.test(next) && !/[看到至的和与]/.test(next)) return null
  return yearSpan(number.end, number.value, number.value)
}
