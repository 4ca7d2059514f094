// Quantities written in Chinese numerals, and when they count: 三家, 上万人, 三分之二, 十大平台, but not 四个全面 or 五大行动.

import { isHanziNumeral, readHanziNumeral } from '#base/numeral.ts'
import { matchAt } from '#reading/lexicon.ts'
import { titleWords, watchwords } from '#reading/lexicons/count-words.ts'
import { ordinalCounters } from '#reading/lexicons/units.ts'
import { type NumberToken, readNumber } from '#reading/numerals.ts'
import { type Found, found, part, type UnitRead, unitAfter } from '#reading/quantities.ts'

/** Reads the Chinese numeral at `at` where it counts something; null when none begins there. */
export function hanziAt(text: string, at: number): Found | null {
  const ratio = hanziRatio(text, at)
  if (ratio) return ratio
  const token = readNumber(text, at)
  if (!token) return afterRun(text, at)
  const great = greatOf(text, token)
  if (great) return great
  const unit = unitAfter(text, token)
  if (!unit || !isCounting(text, token, unit)) return { end: token.end }
  return found(token, { ...unit, value: token.value, value2: null }, unit.end)
}

// A row of numerals that is no number (万万万…) is passed over at once.
function afterRun(text: string, at: number): Found | null {
  let end = at
  while (isHanziNumeral(text.charCodeAt(end))) end++
  return end > at ? { end } : null
}

// 三分之二, 百分之五, 八成以上.
function hanziRatio(text: string, at: number): Found | null {
  const below = readHanziNumeral(text, at)
  if (!below) return null
  if (text.startsWith('分之', below.end) || (text.startsWith('百分之', at) && below.end === at + 1)) {
    const above = readNumber(text, text.indexOf('之', below.end) + 1)
    return above ? { quantity: part(at, above.end, above.value, below.value), end: above.end } : null
  }
  const ends = '，,。；、以左多的）'.includes(text[below.end + 1] ?? '。')
  if (text[below.end] !== '成' || !ends || below.value > 10) return null
  return { quantity: part(at, below.end + 1, below.value, 10), end: below.end + 1 }
}

// 十大高端研发平台 counts ten; 五大行动 is a title.
function greatOf(text: string, token: NumberToken): Found | null {
  if (
    text[token.end] !== '大' ||
    token.bare ||
    token.value < 2 ||
    token.value > 15 ||
    text.endsWith('党的', token.start) ||
    token.digits.length > 2
  )
    return null
  const title = titleWords.has(text.slice(token.end + 1, token.end + 3)) || text[token.end + 1] === '会'
  if (title || !/[一-鿿]/.test(text[token.end + 1] ?? '')) return { end: token.end + 1 }
  const end = token.end + 1
  return found(token, { unit: '个', kind: 'count', end, unitImplied: true, value: token.value, value2: null }, end)
}

// A Chinese number counts when a counter follows and nothing makes it a name, an ordinal or a vague one.
function isCounting(text: string, token: NumberToken, unit: UnitRead): boolean {
  const before = text[token.start - 1] ?? ''
  if ('第每这前后上下另同其各数几十'.includes(before) && before !== '' && !(before === '上' && token.bare)) return false
  if (token.digits.length === 2 && /^[一二三四五六七八九]{2}$/.test(token.digits)) return false
  if (token.bare)
    return (
      unit.kind === 'money' ||
      token.more ||
      (unit.kind === 'measure' && token.digits.length > 1) ||
      '超破上近逾过达约'.includes(before)
    )
  if (unit.kind === 'time') return true
  if (token.value < 2 && !token.more)
    return (
      unit.kind === 'times' &&
      /[增提扩高多长][加长高大]?[约近]?$/.test(text.slice(Math.max(0, token.start - 3), token.start))
    )
  const counter = text.slice(token.end, unit.end)
  if (ordinalCounters.has(counter)) return '分共设'.includes(before) && before !== ''
  return !isWatchword(text, counter, unit.end)
}

// 三个代表, 十次全会, 三次产业, 四套班子, 两个地区.
function isWatchword(text: string, counter: string, end: number): boolean {
  if (/^[区地岸院]/.test(text.slice(end, end + 1))) return true
  if (counter === '个') return matchAt(watchwords, text, end) !== null
  return /^(全会|全体|产业|班子)/.test(text.slice(end, end + 2))
}
