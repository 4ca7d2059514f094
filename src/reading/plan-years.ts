// The five years of a plan: “十五五”期间 · 十四五规划 · “十三五”末. The 11th plan ran from 2006, each runs five years.
import { type Dated, yearSpan } from '#reading/dated.ts'
import { hanziDigit } from '#reading/numeral-chars.ts'

const behind = ['期间', '时期', '以来', '末', '初']

/** A five-year plan at `at`, with the quotation marks around it; null when none begins there. 十四五个 is no plan. */
export function planYears(text: string, at: number): Dated | null {
  const quoted = text[at] === '“' || text[at] === '"'
  const from = quoted ? at + 1 : at
  const nth = planNumber(text, from)
  if (nth === null) return null
  const close = from + 3
  if (quoted && text[close] !== '”' && text[close] !== '"') return null
  const end = quoted ? close + 1 : close
  const first = 1951 + 5 * nth
  const word = behind.find((each) => text.startsWith(each, end))
  if (word === '末') return yearSpan(end + 1, first + 4, first + 4)
  if (word === '初') return yearSpan(end + 1, first, first)
  if (!quoted && !namesPlan(text, at)) return null
  const counted = word === undefined || word === '以来' ? end : end + word.length
  return { ...yearSpan(counted, first, first + 4), year: null }
}

/** Whether 十四五 at `at` is a plan and no number. */
export function namesPlan(text: string, at: number): boolean {
  if (planNumber(text, at) === null) return false
  const after = text[at + 3] ?? ''
  return '”"&规期时开收目重以末初'.includes(after) && after !== ''
}

// 十四五: ten, a digit, five.
function planNumber(text: string, at: number): number | null {
  if (text[at] !== '十' || text[at + 2] !== '五') return null
  const digit = hanziDigit(text.charCodeAt(at + 1))
  return digit >= 1 && hanziDigit(text.charCodeAt(at - 1)) < 0 ? 10 + digit : null
}
