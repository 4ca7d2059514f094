// Numbers as people write and say them, wherever they stand: 1,050 · 5亿1万4千 · 三百五又三分之一 · 负一点五亿 · 七百三四十 · 2e5.
// The text is folded (fold.ts). Offsets are those of the text. Here: sign, fractions, and the number kept for its place.
import { past } from '#reading/fold.ts'
import { isArabic } from '#reading/numeral-chars.ts'
import type { Spoken } from '#reading/spoken-number.ts'
import { core } from '#reading/sums.ts'

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
  const whole = sign.negative ? { ...first, start: at, value: -first.value, decimal: true } : first
  return joined(text, whole) ?? whole
}

function signAt(text: string, at: number): { end: number; negative: boolean } {
  const char = text[at]
  if (char === '负') return { end: past(text, at + 1), negative: true }
  // 同比-3.5%: behind a word that expects a value the mark is a sign.
  if (char === '-' && '比为是速幅率于'.includes(text[at - 1] ?? ' ') && isArabic(text.charCodeAt(at + 1)))
    return { end: at + 1, negative: true }
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
