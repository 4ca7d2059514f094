// Chinese numerals: 三百二十, 两千零五, 百亿, 万亿, 二〇二四. Exact powers of ten, never a guess (几 and 数 carry no number).

/** A numeral read at a place: its value and the offset after its last character. */
export interface Numeral {
  value: number
  end: number
}

const digitOf: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const smallPower: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const bigPower: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** True for the UTF-16 codes of the characters a Chinese numeral may consist of. */
export function isHanziNumeral(code: number): boolean {
  return numeralCodes[code] === 1
}

const numeralCodes = new Uint8Array(65536)
for (const char of '零〇一二两三四五六七八九十百千万亿') numeralCodes[char.charCodeAt(0)] = 1

/** Powers of ten a scale word adds to an Arabic number: 3.5万 is 3.5e4, 2万亿 is 2e12. Empty when it is no scale word. */
export const scalePower: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/**
 * Reads the Chinese numeral that starts at `at`; null when there is none or its value is beyond 1e16.
 * A bare scale counts as one of it (百亿 is 1e10); a row of digits is read as digits (二〇二四 is 2024).
 */
export function readHanziNumeral(text: string, at: number, limit = text.length): Numeral | null {
  let end = at
  while (end < limit && end - at < 24 && isHanziNumeral(text.charCodeAt(end))) end++
  if (end === at) return null
  const word = text.slice(at, end)
  const value = isDigitRow(word) ? Number([...word].map((char) => digitOf[char]).join('')) : sumOf(word)
  return value === null || value > 1e16 ? null : { value, end }
}

function isDigitRow(word: string): boolean {
  return word.length > 1 && [...word].every((char) => char in digitOf)
}

// 一亿二千万零五十: sections below 万 are summed, then lifted by 万 and 亿; a section that is empty counts as one.
function sumOf(word: string): number | null {
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const char of word) {
    if (char in digitOf) {
      if (digit !== null && digit !== 0) return null
      digit = digitOf[char]!
    } else if (char in smallPower) {
      section += (digit || 1) * smallPower[char]!
      digit = null
    } else {
      const lifted = section + (digit ?? 0)
      total = char === '亿' && total > 0 && lifted === 0 ? total * 1e8 : total + (lifted || 1) * bigPower[char]!
      section = 0
      digit = null
    }
  }
  return total + section + (digit ?? 0)
}
