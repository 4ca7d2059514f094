// The characters numbers are written with in running text: digits, scale words, 多 and 余, and where they are no numerals.
import { hanziDigits } from '#base/numeral.ts'

/** The value of a Chinese digit, by its code; -1 for any other character. */
export const digitOf = new Int8Array(65536).fill(-1)

for (const [value, chars] of hanziDigits.entries()) for (const char of chars) digitOf[char.charCodeAt(0)] = value
digitOf['○'.charCodeAt(0)] = 0

const powerOf: Record<string, number> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 }

/** The power of ten of a scale word, by its code; 0 for any other character. */
export const powers = new Int8Array(65536)

for (const [char, power] of Object.entries(powerOf)) powers[char.charCodeAt(0)] = power

/** Numerals that are tens by themselves. */
export const tens: Record<string, number> = { 廿: 20, 卅: 30 }

const twenty = '廿'.charCodeAt(0)
const thirty = '卅'.charCodeAt(0)

/** True for the code of 廿 or 卅. */
export const isTens = (code: number) => code === twenty || code === thirty

export const liang = '两'.charCodeAt(0)

const opensNumbers = new Uint8Array(65536)
for (let code = 0; code < 65536; code++) if (digitOf[code]! >= 0 || powers[code]! > 0) opensNumbers[code] = 1
for (const char of '0123456789廿卅半负-.') opensNumbers[char.charCodeAt(0)] = 1

/** Whether a number, with its sign, or a share may begin with the character at `at`. */
export const opensNumber = (text: string, at: number) => opensNumbers[text.charCodeAt(at)] === 1

/** True for the code of an Arabic digit. */
export const isArabic = (code: number) => code >= 48 && code <= 57

/** True for the code of a Latin letter. */
export const isLatin = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** The value of a Chinese digit, -1 for any other character. */
export function hanziDigit(code: number): number {
  return digitOf[code] ?? -1
}

// After these 千, 百 and 兆 belong to the unit: 千瓦, 千克.
const thousandUnits = new Set('瓦伏克米升卡帕赫字比')

export function isUnitThousand(text: string, at: number): boolean {
  return text[at] === '千' && thousandUnits.has(text[at + 1] ?? '') && !text.startsWith('千克拉', at)
}

// 十来天, 百来户
function isRoundly(text: string, at: number): boolean {
  return powers[text.charCodeAt(at - 1)]! > 0 && '天周户家人名次里亩吨台处项件分秒元块'.includes(text[at + 1] ?? ' ')
}

/** True where 多, 余 or 来 makes the number before it more than itself; 多少, 余额 and the like are none. */
export function isMore(text: string, at: number): boolean {
  const char = text[at]
  if (char !== '多' && char !== '余' && char !== '来') return false
  if (char === '多') return !/[少种样方]/.test(text[at + 1] ?? '')
  return (
    (char === '余' && !/[额热]/.test(text[at + 1] ?? '')) ||
    (char === '来' && (/[个岁年万]/.test(text[at + 1] ?? '') || isRoundly(text, at)))
  )
}
