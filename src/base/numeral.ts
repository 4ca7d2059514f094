// Chinese numerals: 三百二十, 两千零五, 百亿, 万亿, 二〇二四. Exact powers of ten, never a guess (几 and 数 carry no number).

/** A numeral read at a place: its value and the offset after its last character. */
export interface Numeral {
  value: number
  end: number
}

/** The characters of each Chinese digit, everyday and banker's, by its value. */
export const hanziDigits: readonly string[] = [
  '零〇',
  '一壹',
  '二两贰',
  '三叁',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
]

const digitOf: Record<string, number> = {}
for (const [value, chars] of hanziDigits.entries()) for (const char of chars) digitOf[char] = value
const smallPower: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const bigPower: Record<string, number> = { 万: 1e4, 亿: 1e8 }

const numeralCodes = new Uint8Array(65536)
for (const char of Object.keys({ ...digitOf, ...smallPower, ...bigPower })) numeralCodes[char.charCodeAt(0)] = 1

/** True for the UTF-16 codes of the characters a Chinese numeral may consist of. */
export function isHanziNumeral(code: number): boolean {
  return numeralCodes[code] === 1
}

/** Powers of ten a scale word adds to an Arabic number: 3.5万 is 3.5e4, 2万亿 is 2e12. Empty when it is no scale word. */
export const scalePower: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/**
 * Reads the Chinese numeral that starts at `at`; null when there is none or its value is beyond 1e16.
 * A bare scale counts as one of it (百亿 is 1e10); a row of digits is read as digits (二〇二四 is 2024); 点 opens decimals.
 */
export function readHanziNumeral(text: string, at: number, limit = text.length): Numeral | null {
  const end = runEnd(text, at, limit)
  if (end === at) return null
  const word = text.slice(at, end)
  const value = isDigitRow(word) ? Number(digitsOf(word)) : sumOf(word)
  if (value === null || value > 1e16) return null
  const decimals = text[end] === '点' ? digitsOf(text.slice(end + 1, runEnd(text, end + 1, text.length))) : null
  return decimals ? { value: Number(`${value}.${decimals}`), end: end + 1 + decimals.length } : { value, end }
}

function runEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && end - at < 32 && isHanziNumeral(text.charCodeAt(end))) end++
  return end
}

function isDigitRow(word: string): boolean {
  return word.length > 1 && digitsOf(word).length === word.length
}

// The leading digits of a word as a digit string: 五零二 is '502'.
function digitsOf(word: string): string {
  let digits = ''
  for (const char of word) {
    if (!(char in digitOf)) break
    digits += digitOf[char]
  }
  return digits
}

// 一亿二千万零五十: sections below 万 are summed, then lifted by 万 and 亿; a section that is empty counts as one.
function sumOf(word: string): number | null {
  let high = 0
  let middle = 0
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
      const below = middle + section + (digit ?? 0)
      if (char === '亿') high = (high + below || 1) * 1e8
      else middle = (below || 1) * 1e4
      if (char === '亿') middle = 0
      section = 0
      digit = null
    }
  }
  return high + middle + section + (digit ?? 0) * shortTail(word)
}

// 三万五 is 35000 and 一百二 is 120: a last digit right after a scale is of the next lower one.
function shortTail(word: string): number {
  const scale = word.at(-2) ?? ''
  if (word.length < 2 || !(word.at(-1)! in digitOf)) return 1
  return Math.max(1, (smallPower[scale] ?? bigPower[scale] ?? 10) / 10)
}
