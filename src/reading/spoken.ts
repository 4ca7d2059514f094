// Numbers as people write and say them, wherever they stand: 1,050 · 5亿1万4千 · 三百五又三分之一 · 负一点五亿 · 七百三四十 · 2e5.
// The text is folded (fold.ts). Offsets are those of the text.
import { past } from '#reading/fold.ts'

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

const digitOf = new Int8Array(65536).fill(-1)
for (const [value, chars] of [
  '零〇○',
  '一壹',
  '二两贰',
  '三叁',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
].entries())
  for (const char of chars) digitOf[char.charCodeAt(0)] = value
const powerOf: Record<string, number> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 }
const powers = new Int8Array(65536)
for (const [char, power] of Object.entries(powerOf)) powers[char.charCodeAt(0)] = power
const tens: Record<string, number> = { 廿: 20, 卅: 30 }
const liang = '两'.charCodeAt(0)

const isArabic = (code: number) => code >= 48 && code <= 57

/** The value of a Chinese digit, -1 for any other character. */
export function hanziDigit(code: number): number {
  return digitOf[code] ?? -1
}

/** Reads the number, with sign and fraction, that starts at `at`; null when none does. */
export function readSpoken(text: string, at: number): Readonly<Spoken> | null {
  if (text !== readText) readPlaces.fill(-1)
  // Kept even when equal: comparing one and the same string costs nothing, two equal ones all their characters.
  readText = text
  const slot = at & 15
  if (readPlaces[slot] === at) return readNumbers[slot]!
  const found = spokenAt(text, at)
  readPlaces[slot] = at
  readNumbers[slot] = found
  return found
}

// Many readers look at the same place one after the other: the number there is read once.
let readText = ''
const readPlaces = new Int32Array(16).fill(-1)
const readNumbers: (Readonly<Spoken> | null)[] = new Array(16).fill(null)

function spokenAt(text: string, at: number): Spoken | null {
  const sign = signAt(text, at)
  const first = core(text, sign.end)
  if (!first) return null
  const whole = sign.negative ? { ...first, start: at, value: -first.value, decimal: true } : { ...first, start: at }
  return joined(text, whole) ?? whole
}

function signAt(text: string, at: number): { end: number; negative: boolean } {
  const char = text[at]
  if (char === '负') return { end: past(text, at + 1), negative: true }
  if (char !== '-' || /[\w一-鿿)）-]/.test(text[at - 1] ?? ' ')) return { end: at, negative: false }
  if (text[at - 1] === ' ' && text[at + 1] === ' ' && isArabic(text.charCodeAt(at - 2)))
    return { end: at, negative: false }
  return { end: past(text, at + 1), negative: true }
}

// 三分之二 · 三百五又三分之一 · 1 4/3 · 3/5
function joined(text: string, whole: Spoken): Spoken | null {
  const at = past(text, whole.end)
  if (text[at] === '分') return over(text, whole, at)
  if (text[at] === '又' || (at > whole.end && isArabic(text.charCodeAt(at)) && !whole.decimal)) {
    const second = text[at] === '又' ? readSpoken(text, past(text, at + 1)) : slashed(text, at)
    if (!second?.fraction) return null
    const value = whole.value < 0 ? whole.value - second.value : whole.value + second.value
    return { ...whole, end: second.end, value, fraction: true, top: null, row: null }
  }
  if (text[whole.end] !== '/') return null
  const second = slashed(text, whole.end, whole)
  return second && { ...second, start: whole.start }
}

function over(text: string, below: Spoken, at: number): Spoken | null {
  const mark = past(text, at + 1)
  if (text[mark] !== '之') return null
  const sign = signAt(text, past(text, mark + 1))
  const above = core(text, sign.end)
  if (!above || below.value === 0) return null
  const value = ((sign.negative ? -1 : 1) * above.value) / below.value
  return { ...below, end: above.end, value, fraction: true, top: null, row: null }
}

function slashed(text: string, at: number, above = core(text, at)): Spoken | null {
  if (!above || text[above.end] !== '/' || !isArabic(text.charCodeAt(above.end + 1))) return null
  const below = core(text, above.end + 1)
  if (!below || below.value === 0 || text[below.end] === '/' || text[above.start - 1] === '/') return null
  return { ...below, start: at, value: above.value / below.value, fraction: true }
}

interface Sum {
  high: number
  middle: number
  section: number
  pending: number | null
  /** What the second of two neighbouring digits adds. */
  spread: number
  /** The last scale read, as a factor; 0 before any. */
  last: number
  /** The pending digit may be short for the next lower scale: 三万五. */
  short: boolean
  digits: boolean
  more: boolean
}

// One run of digits and scale words without sign and fraction.
function core(text: string, start: number): Spoken | null {
  const sum: Sum = {
    high: 0,
    middle: 0,
    section: 0,
    pending: null,
    spread: 0,
    last: 0,
    short: false,
    digits: false,
    more: false,
  }
  let end = start
  let row: number | null = null
  for (let steps = 0; steps < 40; steps++) {
    const at = end === start ? start : past(text, end)
    const code = text.charCodeAt(at)
    const part =
      isArabic(code) || isPoint(text, at, code) || digitOf[code]! >= 0 || text[at]! in tens
        ? digitsAt(text, at, sum, at > end)
        : scaleAt(text, at, sum, at > end)
    if (!part) break
    if (part.final) return part.final(start)
    row = part.row
    end = part.end
  }
  if (end === start || (sum.pending === null && sum.last === 0)) return null
  return finished(text, start, end, sum, row)
}

// .5 is a number, the .5 of 2.5 is none of its own.
function isPoint(text: string, at: number, code: number): boolean {
  return code === 46 && isArabic(text.charCodeAt(at + 1)) && !/[\w.]/.test(text[at - 1] ?? ' ')
}

interface Part {
  end: number
  row: number | null
  final?: (start: number) => Spoken
}

function digitsAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  if (sum.pending !== null || (spaced && sum.last === 0)) return null
  const char = text[at]!
  if (char in tens) {
    sum.section += tens[char]!
    sum.last = 10
    sum.digits = true
    return { end: at + 1, row: null }
  }
  if (isArabic(text.charCodeAt(at)) || char === '.') return arabicAt(text, at, sum, spaced)
  return hanziAt(text, at, sum, spaced)
}

function arabicAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  const { end, digits, decimal } = arabic(text, at)
  if (sum.last > 0 && (decimal || (spaced && !powers[text.charCodeAt(past(text, end))]))) return null
  if (decimal && sum.last === 0) return { end, row: null, final: (start) => scaledDecimal(text, start, end, digits) }
  sum.pending = Number(digits)
  sum.short = digits.length === 1
  sum.digits = true
  return { end, row: null }
}

// 10.1万, 1.2万亿, 2e5, 5k: a decimal takes its scales and is over.
function scaledDecimal(text: string, start: number, end: number, digits: string): Spoken {
  let power = 0
  let at = end
  let more = false
  if (isMore(text, at)) {
    at++
    more = true
  }
  for (let next = past(text, at); powers[text.charCodeAt(next)]; next = past(text, at)) {
    if (isUnitThousand(text, next)) break
    power += powers[text.charCodeAt(next)]!
    at = next + 1
  }
  if (!more && power > 0 && isMore(text, at)) {
    at++
    more = true
  }
  if (more && power === 0 && at > end) at = end + 1
  const value = Number(power === 0 ? digits : /e/i.test(digits) ? Number(digits) * 10 ** power : `${digits}e${power}`)
  return { start, end: at, value, top: null, row: null, bare: false, fraction: false, more, decimal: true }
}

/** Digits with separators, a decimal point and an exponent: 1,050.5 · 2e5 · 1.1^23. */
function arabic(text: string, at: number): { end: number; digits: string; decimal: boolean } {
  let end = at
  while (isArabic(text.charCodeAt(end))) end++
  if (end - at <= 3) while (text[end] === ',' && threeDigits(text, end + 1)) end += 4
  let decimal = false
  if (text[end] === '.' && isArabic(text.charCodeAt(end + 1))) {
    let stop = end + 1
    while (isArabic(text.charCodeAt(stop))) stop++
    // 192.168.1.1 and 1.2.3 are no decimals.
    decimal = text[stop] !== '.' || !isArabic(text.charCodeAt(stop + 1))
    if (decimal) end = stop
  }
  const plain = text.slice(at, end).replaceAll(',', '')
  return exponent(text, end, plain) ?? { end, digits: plain, decimal }
}

function threeDigits(text: string, at: number): boolean {
  for (let index = at; index < at + 3; index++) if (!isArabic(text.charCodeAt(index))) return false
  return !isArabic(text.charCodeAt(at + 3))
}

function exponent(text: string, at: number, digits: string): { end: number; digits: string; decimal: boolean } | null {
  const mark = text[at]
  if (mark !== 'e' && mark !== 'E' && mark !== '^') return null
  let end = at + 1
  if (text[end] === '+' || text[end] === '-') end++
  const first = end
  while (isArabic(text.charCodeAt(end)) && end - first < 4) end++
  if (end === first || /[A-Za-z]/.test(text[end] ?? ' ')) return null
  const power = Number(text.slice(at + 1, end))
  return { end, digits: mark === '^' ? String(Number(digits) ** power) : `${digits}e${power}`, decimal: true }
}

function hanziAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  let end = at
  while (end - at < 32 && digitOf[text.charCodeAt(end)]! >= 0) end++
  let from = at
  let zero = false
  while (sum.last > 0 && from < end - 1 && digitOf[text.charCodeAt(from)] === 0) {
    from++
    zero = true
  }
  // 十二两, 两万两: after a numeral 两 is the weight unless a scale follows it.
  if (
    end > from &&
    text.charCodeAt(end - 1) === liang &&
    !powers[text.charCodeAt(end)] &&
    (end - from > 1 || sum.last > 0)
  )
    end--
  if (end === from || (spaced && sum.last === 0)) return null
  const values = rowOf(text, from, end)
  if (sum.last > 0 && zero === false && values === '0') {
    // 三百零 5: a joining zero before digits of the other kind.
    sum.short = false
    if (!isArabic(text.charCodeAt(end))) sum.pending = 0
    return { end, row: null }
  }
  const first = Number(values[0])
  const second = Number(values[1])
  const isPair = values.length === 2 && first > 0 && (second === first + 1 || (first === 3 && second === 5))
  const scaled = powers[text.charCodeAt(past(text, end))]! > 0
  sum.digits = true
  sum.short = !zero && !(sum.last > 0 && values === '0')
  if (isPair && (scaled || sum.last > 0)) {
    sum.pending = first
    sum.spread = second - first
    return { end, row: null }
  }
  if (values.length > 1 && (sum.last > 0 || scaled)) {
    if (sum.last === 0 && !scaled) return null
    if (sum.last === 0) {
      // 一七二零万 is a row before a scale; 五六七十 is not a number, its last digit may be.
      sum.pending = Number(values)
      sum.short = false
      return powers[text.charCodeAt(past(text, end))]! >= 4 ? { end, row: null } : null
    }
    sum.pending = first
    return { end: from + 1, row: null }
  }
  sum.pending = isPair ? first : Number(values)
  sum.spread = isPair ? second - first : 0
  if (values.length > 1) sum.short = false
  return { end, row: isPair ? Number(values) : null }
}

function rowOf(text: string, from: number, end: number): string {
  let row = ''
  for (let at = from; at < end; at++) row += digitOf[text.charCodeAt(at)]
  return row
}

// After these 千, 百 and 兆 belong to the unit: 千瓦, 千克.
const thousandUnits = new Set('瓦伏克米升卡帕赫字比')

function isUnitThousand(text: string, at: number): boolean {
  return text[at] === '千' && thousandUnits.has(text[at + 1] ?? '') && !text.startsWith('千克拉', at)
}

function scaleAt(text: string, at: number, sum: Sum, spaced: boolean): Part | null {
  let here = at
  if (sum.digits && text[here] === '个' && (text[here + 1] === '亿' || text[here + 1] === '万')) here++
  if (sum.digits && isMore(text, here) && powers[text.charCodeAt(here + 1)]! >= 4) {
    here++
    sum.more = true
  }
  const power = powers[text.charCodeAt(here)]!
  if (!power || isUnitThousand(text, here)) return null
  if (power === 2 && text[past(text, here + 1)] === '分' && sum.pending === null && sum.last > 0) return null
  if (spaced && sum.pending === null && sum.last > 0) return null
  if (power < 4) {
    if (sum.pending === null && sum.last > 0 && power !== 1) return null
    const factor = 10 ** power
    sum.section += (sum.pending === null || (sum.pending === 0 && sum.last === 0) ? 1 : sum.pending) * factor
    if (sum.pending === 0 && sum.last > 0) sum.section += factor
    sum.spread *= factor
    sum.last = factor
  } else {
    const below = sum.middle + sum.section + (sum.pending ?? 0)
    if (power === 8) {
      sum.high = (sum.high + below || 1) * 1e8
      sum.middle = 0
      sum.last = 1e8
    } else {
      sum.middle = (below || 1) * 1e4
      sum.last = 1e4
    }
    sum.spread *= sum.last
    sum.section = 0
  }
  sum.pending = null
  return { end: here + 1, row: null }
}

function finished(text: string, start: number, stop: number, sum: Sum, row: number | null): Spoken {
  const tail = sum.pending !== null && sum.short && sum.last > 10 ? sum.last / 10 : 1
  const value = sum.high + sum.middle + sum.section + (sum.pending ?? 0) * tail
  const top = sum.spread > 0 ? value + sum.spread * (sum.pending === null ? 1 : tail) : null
  const found: Spoken = {
    start,
    end: stop,
    value,
    top,
    row,
    bare: !sum.digits && text[start] !== '十' && text[start] !== '拾',
    fraction: false,
    more: sum.more,
    decimal: false,
  }
  return decimals(text, found) ?? (isMore(text, stop) && !sum.more ? withMore(text, found) : found)
}

// 二十多, 2000余; 多 of 多少 and 多个 and 余 of 余额 are no part of a number.
function withMore(_text: string, found: Spoken): Spoken {
  return { ...found, end: found.end + 1, more: true }
}

function isMore(text: string, at: number): boolean {
  const char = text[at]
  if (char !== '多' && char !== '余' && char !== '来') return false
  if (char === '多') return !/[少种样方]/.test(text[at + 1] ?? '')
  return (
    (char === '余' && !/[额热]/.test(text[at + 1] ?? '')) || (char === '来' && /[个岁年万]/.test(text[at + 1] ?? ''))
  )
}

// 一百点123, 十点二三三, 一点五亿; 九点二十 is a time of day.
function decimals(text: string, whole: Spoken): Spoken | null {
  const point = past(text, whole.end)
  if (text[point] !== '点') return null
  let at = past(text, point + 1)
  const first = at
  let digits = ''
  for (; digits.length < 32 && at < text.length; at++) {
    const code = text.charCodeAt(at)
    const value = isArabic(code) ? code - 48 : code === liang ? -1 : digitOf[code]!
    if (value < 0) break
    digits += value
  }
  if (at === first || powers[text.charCodeAt(at)] === 1) return null
  const base = whole.row ?? whole.value
  const plain = { ...whole, top: null, row: null }
  const found = scaledDecimal(text, whole.start, at, `${base}.${digits}`)
  return { ...plain, end: found.end, value: found.value, more: found.more, decimal: true }
}
