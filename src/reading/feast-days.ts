// Feasts and solar terms: 国庆节 · 五一 · 除夕 · 清明 · 冬至, of the year that is named or else the next to come.
import { type Dated, daySpan, type Frame } from '#reading/dated.ts'
import { matchAt } from '#reading/lexicon.ts'
import { feasts, solarTerms } from '#reading/lexicons/time-words.ts'
import { lunarAt } from '#reading/lunar.ts'
import { dayMs, dayStart, midnight, partsOf } from '#reading/moment.ts'
import { solarTerm } from '#reading/solar-terms.ts'

/** A feast or solar term; `given` is the year that was written, null when none was. */
export function feastAt(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  const head = text[at + 1] === '历' && '农阴阳公'.includes(text[at]!) ? 2 : 0
  const word = matchAt(feasts, text, at) ?? (head ? matchAt(feasts, text, at + head) : null)
  if (!word) return termHeads[text.charCodeAt(at)] ? termAt(text, at, given, frame) : null
  const end = at + word.word.length + (text.startsWith(word.word, at) ? 0 : head)
  if (/^(五一|六一|五四|初一)$/.test(word.word) && !isFree(text, at, end, word.word)) return null
  const year = given ?? partsOf(frame.now).year
  let from = feastIn(word.tag, year)
  if (from !== null && given === null && from < dayStart(frame.now)) from = feastIn(word.tag, year + 1)
  if (given === null && word.tag.startsWith('l')) {
    const sooner = feastIn(word.tag, year - 1)
    if (sooner !== null && sooner >= dayStart(frame.now)) from = sooner
  }
  if (from === null) return null
  // A bare feast is the one to come; this year's, when it is over, may be meant as well.
  const over = given === null && !frame.future ? feastIn(word.tag, year) : null
  const other = over !== null && over < dayStart(frame.now) ? { other: { from: over, to: over + dayMs } } : {}
  return daySpan(end, from, { named: true, ...other })
}

// 五一 is a feast where no number, school year or counter is read from it.
function isFree(text: string, at: number, end: number, word: string): boolean {
  if (/[一-鿿]/.test(text[at - 1] ?? '') && /[零一二三四五六七八九十百千万第]/.test(text[at - 1]!)) return false
  if (word === '初一' && (/[一-鿿]/.test(text[at - 1] ?? '') || /[年级班学]/.test(text[end] ?? '')))
    return /[年月]/.test(text[at - 1] ?? '')
  return !/[零一二三四五六七八九十百千万亿点号路年月日运]/.test(text[end] ?? '')
}

function feastIn(tag: string, year: number): number | null {
  if (tag.startsWith('term')) return solarTerm(year, Number(tag.slice(5)))
  const nth = /^(\d+)#(\d)\.(\d)$/.exec(tag)
  if (nth) {
    const first = midnight(year, Number(nth[1]), 1)
    return first + (((Number(nth[3]) - partsOf(first).weekday + 7) % 7) + (Number(nth[2]) - 1) * 7) * dayMs
  }
  const [month = 1, day = 1] = tag.replace('l', '').split('-').map(Number)
  return tag.startsWith('l') ? lunarAt(year, month, day) : midnight(year, month, day)
}

const termHeads = new Uint8Array(65536)
for (const term of solarTerms) termHeads[term.charCodeAt(0)] = 1

function termAt(text: string, at: number, given: number | null, frame: Frame): Dated | null {
  const term = solarTerms.indexOf(text.slice(at, at + 2))
  if (term < 0 || (given === null && /雨水|小雪|大雪|白露/.test(text.slice(at, at + 2)))) return null
  const year = given ?? partsOf(frame.now).year
  const day = daySpan(at + 2, solarTerm(year, term), { named: true })
  if (given === null || term > 1) return day
  // 2017年大寒 is of January, or closes the farmers' year 2017.
  const closing = solarTerm(year + 1, term)
  return { ...day, other: { from: closing, to: closing + dayMs } }
}
