// Measures and temperatures: 3.5公里 · 两米半 · 至少四ml · 37°C.
import { type Bounded, headed, pairAt, tailed, type UnitAt, valued } from '#reading/counted.ts'
import { past } from '#reading/fold.ts'
import { type Lexicon, matchAt } from '#reading/lexicon.ts'
import { measures, temperatureHeads, temperatures } from '#reading/lexicons/amount-words.ts'
import { decimal, type Mention, mention } from '#reading/mention.ts'
import { hanziDigit } from '#reading/numeral-chars.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'
import type { Spoken } from '#reading/spoken-number.ts'

const unitOf =
  (lexicon: Lexicon<string>): UnitAt =>
  (text, at, number) => {
    const here = past(text, at)
    const word = matchAt(lexicon, text, here) ?? matchAt(lexicon, text, text[here] === '个' ? here + 1 : here)
    if (!word) return null
    const end = here + word.word.length
    const latin = /[A-Za-z]/.test(word.word)
    if (latin && /[A-Za-z0-9]/.test(text[end] ?? '')) return null
    if (!isMeasureWord(text, end, word.word, number)) return null
    const half = text[end] === '半' && !number.decimal
    return { end: half ? end + 1 : end, tag: word.tag.replace("'", ''), half }
  }

// 里 after a number is inside more often than it is a mile; 位 is a bit only where nobody is counted.
function isMeasureWord(text: string, end: number, word: string, number: Spoken): boolean {
  if (number.bare) return false
  const next = text[end] ?? ''
  if (word === '里') return /[路地外远]/.test(next)
  if (word === '位') return next === '是' || (!/[一-鿿]/.test(next) && [8, 16, 32, 64, 128, 256].includes(number.value))
  if (word === '卡' || word === '兆') return !/[一-鿿A-Za-z]/.test(next)
  return word !== '米' || !/[饭粉色]/.test(next)
}

const measureUnit = unitOf(measures)
const temperatureUnit = unitOf(temperatures)

/** 3.5公里 · 三千两百两 · 两米半 · 至少四ml */
export function measureAt(text: string, at: number, whole: boolean): Mention | null {
  const head = whole ? headed(text, at) : { at, bound: null }
  const found = tallAt(text, head.at) ?? pairAt(text, head.at, measureUnit)
  if (!found) return null
  const tail = whole ? tailed(text, found.end) : { end: found.end, bound: null }
  if ((found.tag === 'B' || found.tag === 'bit') && thousands.test(text.slice(head.at, found.end)))
    return kilo(at, tail.end, found)
  const star = found.tag.indexOf('*')
  if (star > 0 && found.value !== null) found.value *= Number(found.tag.slice(star + 1))
  const u = star > 0 ? found.tag.slice(0, star) : found.tag
  return mention(at, tail.end, 'dimension', { k: 'qty', ...valued(found, head.bound ?? tail.bound), u })
}

const thousands = /^(\d+|[一二两三四五六七八九]+)千(字节|比特)$/

function kilo(start: number, end: number, found: Bounded): Mention {
  const v = decimal((found.value ?? 0) / 1000)
  return mention(start, end, 'dimension', { k: 'qty', v, u: found.tag === 'B' ? 'kB' : 'kbit' })
}

// 米九 and 米六到三米九: a height with its metre before the decimals.
function tallAt(text: string, at: number): Bounded | null {
  const one = tall(text, at)
  if (!one) return null
  const mark = rangeMarkEnd(text, one.end)
  const two = mark > one.end ? tall(text, mark) : null
  if (two) return { end: two.end, lo: one.value, hi: two.value, value: null, tag: 'm' }
  return { end: one.end, lo: null, hi: null, value: one.value, tag: 'm' }
}

function tall(text: string, at: number): { end: number; value: number } | null {
  const whole = text[at] === '米' ? 1 : hanziDigit(text.charCodeAt(at))
  const metre = text[at] === '米' ? at : at + 1
  if (whole < 1 || text[metre] !== '米') return null
  const tenth = hanziDigit(text.charCodeAt(metre + 1))
  if (tenth < 1 || /[一-鿿]/.test(text[metre + 2]?.replace(/[左上的到至高]/, '') ?? '')) return null
  return { end: metre + 2, value: whole + tenth / 10 }
}

/** 37°C · 摄氏37度 · 华氏温度98.6度 */
export function temperatureAt(text: string, at: number): Mention | null {
  const head = matchAt(temperatureHeads, text, at)
  const from = head ? past(text, at + head.word.length) : at
  const found = pairAt(text, from, temperatureUnit)
  if (!found || (!head && found.tag === 'deg' && /[电假]/.test(text[found.end] ?? ''))) return null
  return mention(at, found.end, 'temperature', { k: 'qty', ...valued(found, null), u: head ? head.tag : found.tag })
}
