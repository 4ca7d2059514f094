// Mentions: every number with its unit, share, rank and date of a clean block, in one pass from left to right.
// Names keep their numbers to themselves: 《…》, “4+1”, 5G, PM2.5, 第三届, 1号工程 yield nothing.
import { isHanziNumeral } from '#base/numeral.ts'
import { hanziAt } from '#reading/counting.ts'
import { type DateMention, type Reference, readDate } from '#reading/dates.ts'
import { isDigit } from '#reading/numerals.ts'
import { type Found, numberAt, type Quantity } from '#reading/quantities.ts'
import { rank, wordQuantity } from '#reading/ranks.ts'
import { charTable, standsAt } from '#reading/signs.ts'

export interface Mentions {
  quantities: Quantity[]
  dates: DateMention[]
}

const letters = charTable('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')

// Only at these characters can a mention begin; all others are passed over without a look.
const opens = new Uint8Array(65536)
for (const char of '0123456789零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半《“第首全清动翻过超增应今去明上前本年当下岁月双') {
  opens[char.charCodeAt(0)] = 1
}

/**
 * Reads the mentions of a clean block text that begin before `until` into a list, and returns where reading goes on: the
 * next call starts there. `today` is the document's date, null when unknown. Linear.
 */
export function readMentions(
  text: string,
  from: number,
  until: number,
  today: Reference | null,
  mentions: Mentions,
): number {
  let at = from
  while (at < until) {
    const found: Found | null = opens[text.charCodeAt(at)] ? mentionAt(text, at, today) : null
    if (found?.quantity) mentions.quantities.push(found.quantity)
    if (found?.date) mentions.dates.push(found.date)
    at = found ? found.end : at + 1
  }
  return at
}

function mentionAt(text: string, at: number, today: Reference | null): Found | null {
  const char = text[at]!
  if (char === '《') return { end: closing(text, at, '》', 120) }
  if (char === '“') return quoted(text, at, today)
  if (char === '第' || char === '首') return rank(text, at)
  if (
    char === '全' ||
    char === '清' ||
    char === '动' ||
    char === '翻' ||
    char === '过' ||
    char === '超' ||
    char === '增' ||
    char === '应'
  ) {
    const word = wordQuantity(text, at)
    if (word) return word
  }
  const isNumber = isDigit(text.charCodeAt(at))
  if (isNumber && standsAt(letters, text, at - 1)) return { end: digitsEnd(text, at) }
  const date = readDate(text, at, today)
  if (date && !isDuration(text, at, date)) return { date, end: date.end }
  if (isNumber) return numberAt(text, at)
  return isHanziNumeral(text.charCodeAt(at)) || char === '半' ? (wordQuantity(text, at) ?? hanziAt(text, at)) : null
}

function isDuration(text: string, at: number, date: DateMention): boolean {
  return date.grain === 'month' && text[at] === '两'
}

function digitsEnd(text: string, at: number): number {
  let end = at
  while (isDigit(text.charCodeAt(end)) || (text[end] === '.' && isDigit(text.charCodeAt(end + 1)))) end++
  return end
}

function closing(text: string, at: number, mark: string, limit: number): number {
  for (let end = at + 1; end < text.length && end - at < limit; end++) if (text[end] === mark) return end + 1
  return at + 1
}

// “十四五”时期 is a date; “4+1”, “1650”, “三首两新” are names; a longer quotation is read like any text.
function quoted(text: string, at: number, today: Reference | null): Found {
  const date = readDate(text, at + 1, today)
  if (date?.grain === 'span' || (date?.grain === 'edge' && text[at + 3] === '五'))
    return { date: { ...date, start: at }, end: date.end }
  return { end: closing(text, at, '”', 16) }
}
