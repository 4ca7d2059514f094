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

// By character code: the value of a digit, the power of ten of a scale word; -1 and 0 for any other character.
const digitOf = new Int8Array(65536).fill(-1)
for (const [value, chars] of hanziDigits.entries()) for (const char of chars) digitOf[char.charCodeAt(0)] = value
const powerOf = new Int8Array(65536)
const powers: Record<string, number> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 }
for (const [char, power] of Object.entries(powers)) powerOf[char.charCodeAt(0)] = power
const tens = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8]

/** True for the UTF-16 codes of the characters a Chinese numeral may consist of. */
export function isHanziNumeral(code: number): boolean {
  return powerOf[code]! > 0 || digitOf[code]! >= 0
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
  const value = end - at > 1 && digitsEnd(text, at, end) === end ? rowOf(text, at, end) : sumOf(text, at, end)
  if (value === null || value > 1e16) return null
  if (text[end] !== '点') return { value, end }
  const decimals = digitsEnd(text, end + 1, runEnd(text, end + 1, text.length))
  if (decimals === end + 1) return { value, end }
  return { value: Number(`${value}.${digitsOf(text, end + 1, decimals)}`), end: decimals }
}

function runEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && end - at < 32 && isHanziNumeral(text.charCodeAt(end))) end++
  return end
}

// Where the digits end that begin at `at`.
function digitsEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && digitOf[text.charCodeAt(end)]! >= 0) end++
  return end
}

// 五零二 is '502'.
function digitsOf(text: string, at: number, end: number): string {
  let digits = ''
  for (let place = at; place < end; place++) digits += digitOf[text.charCodeAt(place)]
  return digits
}

function rowOf(text: string, at: number, end: number): number {
  return Number(digitsOf(text, at, end))
}

// 一亿二千万零五十: sections below 万 are summed, then lifted by 万 and 亿; a section that is empty counts as one.
function sumOf(text: string, at: number, end: number): number | null {
  let high = 0
  let middle = 0
  let section = 0
  let digit = -1
  for (let place = at; place < end; place++) {
    const code = text.charCodeAt(place)
    const power = powerOf[code]!
    if (power === 0) {
      if (digit > 0) return null
      digit = digitOf[code]!
    } else if (power < 4) {
      section += (digit > 0 ? digit : 1) * tens[power]!
      digit = -1
    } else {
      const below = middle + section + Math.max(digit, 0)
      if (power === 8) high = (high + below || 1) * 1e8
      middle = power === 8 ? 0 : (below || 1) * 1e4
      section = 0
      digit = -1
    }
  }
  return high + middle + section + (digit > 0 ? digit * shortTail(text, at, end) : 0)
}

// 三万五 is 35000 and 一百二 is 120: a last digit right after a scale is of the next lower one.
function shortTail(text: string, at: number, end: number): number {
  if (end - at < 2) return 1
  const power = powerOf[text.charCodeAt(end - 2)]!
  return power === 0 ? 1 : tens[power]! / 10
}
