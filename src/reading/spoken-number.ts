// A number read in running text, with what the grammars around it want to know of how it was written.

export interface Spoken {
  start: number
  end: number
  value: number
  /** The second bound of two neighbouring digits: 七八 has 8, 七百三四十 has 740. */
  top: number | null
  /** The digits as a row, where `top` comes of two bare digits: 七八 is 78. */
  row: number | null
  /** Only scale words and no digit: 百, 万, 百亿. */
  bare: boolean
  /** 分之, 又 or / stood in it. */
  fraction: boolean
  /** 多, 余 or 来 stood in it: 2000余, 三十多万. */
  more: boolean
  /** A decimal point, sign or exponent stood in it. */
  decimal: boolean
}
