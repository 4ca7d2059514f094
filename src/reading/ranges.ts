// Ranges of plain numbers: 大于10且小于20 · 不小于三十 · 三十或者以上 · 比170低 · 从1到10 · 七八十. 以上 includes the number.

import { past } from '#reading/fold.ts'
import { kindBits, kindsAt } from '#reading/kinds.ts'
import { compileLexicon, matchAt } from '#reading/lexicon.ts'
import { units } from '#reading/lexicons/units.ts'
import { decimal, type Mention } from '#reading/mention.ts'
import { hanziDigit, isArabic, opensNumber } from '#reading/numeral-chars.ts'
import { namesPlan } from '#reading/plan-years.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'
import { percentAt } from '#reading/shares.ts'
import { readSpoken } from '#reading/spoken.ts'

interface Limit {
  end: number
  lo: number | null
  hi: number | null
  lo_in: boolean
  hi_in: boolean
}

const before = compileLexicon({
  '>': '大于 多于 高于 超过 超过了 超出 长于 大过 高过 > 突破 远超 远大于',
  '>=': '大于等于 大于或等于 大于或者等于 不小于 不少于 不低于 不短于 至少 至少是 至少有 最少 起码 ≥ >= 不下于 高于等于',
  '<': '小于 少于 低于 短于 不到 不足 小过 < 远小于 低过',
  '<=': '小于等于 小于或等于 小于或者等于 不大于 不多于 不高于 不超过 至多 最多 至多是 最多是 最多有 ≤ <= 不长于',
  '=': '等于 = 恰好是 正好是',
})

const behind = compileLexicon({
  '>=': '以上 或以上 或者以上 及以上 或更多 或者更多 或更高 或更大 起',
  '<=': '以下 或以下 或者以下 及以下 或更少 或者更少 或更低 或更小 以内',
})

/** Whether a range may begin at `at`. */
export function opensRange(text: string, at: number): boolean {
  if (opensNumber(text, at)) return true
  if ('比从在'.includes(text[at] ?? ' ') && opensNumber(text, past(text, at + 1))) return true
  return before.heads[text.charCodeAt(at)]! > 0 && (text[at + 2] === '=' || matchAt(before, text, at) !== null)
}

/** Reads the range at `at`; null when none begins there. `plain`: what a unit or % makes an amount is no range of numbers. */
export function rangeAt(text: string, at: number, plain: boolean): Mention | null {
  if (isAlone(text, at)) return null
  const first = limitAt(text, at)
  const found = first ? joined(text, at, first) : between(text, at)
  return found && plain && isAmount(text, found) ? null : found
}

const goesOn = new Uint8Array(65536)
for (const char of '到至~-—–―ー和与成%‰kK') goesOn[char.charCodeAt(0)] = 1
for (const bucket of behind.buckets) for (const { word } of bucket) goesOn[word.charCodeAt(0)] = 1

// A number with nothing after it, or after what it counts, that makes a range: 10个， 2027年
function isAlone(text: string, at: number): boolean {
  if (hanziDigit(text.charCodeAt(at)) < 0 && !isArabic(text.charCodeAt(at))) return false
  const number = readSpoken(text, at)
  if (!number || number.top !== null) return false
  const next = past(text, number.end)
  if (goesOn[text.charCodeAt(number.end)] || goesOn[text.charCodeAt(next)]) return false
  const counter = matchAt(units, text, next)
  return counter?.tag !== 'count' || !goesOn[text.charCodeAt(next + counter.word.length)]
}

// 超过5000万元, 3.5%以上, 不到30天 keep their unit.
function isAmount(text: string, { start, end, norm }: Mention): boolean {
  const kind = matchAt(units, text, past(text, end))?.tag
  if (kind === 'money' || kind === 'measure' || kind === 'time') return true
  for (let at = end - 1; at > start; at--) if (text[at] === '%' || text[at] === '‰') return true
  // 六七成 and 3~5成 are two shares in one, 八成以上 is one share.
  const isPair = norm.k === 'range' && norm.lo !== null && norm.hi !== null
  if (!isPair && (text[end - 1] === '成' || text[end - 3] === '成')) return true
  return (
    text.startsWith('百分之', start) || text.startsWith('百分之', start + 2) || text.startsWith('百分之', start + 3)
  )
}

const write = (start: number, limit: Limit): Mention => ({
  start,
  end: limit.end,
  type: 'numberrange',
  norm: {
    k: 'range',
    lo: limit.lo === null ? null : decimal(limit.lo),
    hi: limit.hi === null ? null : decimal(limit.hi),
    lo_in: limit.lo_in,
    hi_in: limit.hi_in,
  },
})

// Two limits side by side are one range when they can both hold.
function joined(text: string, at: number, first: Limit): Mention {
  let from = past(text, first.end)
  const mark = /^(,|且|并且?|而且?|但|同时|和|,\s?且|,\s?而)/.exec(text.slice(from, from + 3))
  if (mark) from = past(text, from + mark[0].length)
  const second = limitAt(text, from)
  const fits =
    second &&
    ((first.hi === null && second.lo === null && first.lo! <= second.hi!) ||
      (first.lo === null && second.hi === null && second.lo! <= first.hi!))
  if (!second || !fits) return write(at, first)
  return write(at, {
    end: second.end,
    lo: first.lo ?? second.lo,
    hi: first.hi ?? second.hi,
    lo_in: first.lo_in || second.lo_in,
    hi_in: first.hi_in || second.hi_in,
  })
}

function limitAt(text: string, at: number): Limit | null {
  if ((text[at] === '>' || text[at] === '<') && /[A-Za-z"/]/.test(text[at - 1] ?? '')) return null
  const spaced = text[at + 2] === '=' ? /^[<>]\s=/.exec(text.slice(at, at + 3)) : null
  const entry = matchAt(before, text, at)
  const sign = spaced ? spaced[0].replace(' ', '') : entry?.tag
  if (sign) {
    const number = valueAt(text, past(text, at + (spaced ? 3 : entry!.word.length)))
    return number && limitOf(sign, number.value, number.end)
  }
  if (text[at] === '比') return compared(text, at)
  const number = valueAt(text, at)
  if (!number) return null
  const from = past(text, number.end)
  const counter = matchAt(units, text, from)
  const next = counter?.tag === 'count' ? from + counter.word.length : from
  const word = matchAt(behind, text, next) ?? matchAt(behind, text, from)
  return word && word.word !== '起'
    ? limitOf(word.tag, number.value, (text.startsWith(word.word, next) ? next : from) + word.word.length)
    : null
}

function limitOf(sign: string, value: number, end: number): Limit {
  const low = sign.startsWith('>') || sign === '='
  const high = sign.startsWith('<') || sign === '='
  const closed = sign.endsWith('=')
  return { end, lo: low ? value : null, hi: high ? value : null, lo_in: low && closed, hi_in: high && closed }
}

// 比三十大, 比 170 低
function compared(text: string, at: number): Limit | null {
  const number = valueAt(text, past(text, at + 1))
  if (!number) return null
  const word = past(text, number.end)
  const sign = /[大多高长重]/.test(text[word] ?? '') ? '>' : /[小少低短轻]/.test(text[word] ?? '') ? '<' : null
  return sign && limitOf(sign, number.value, word + 1)
}

function valueAt(text: string, at: number): { value: number; end: number } | null {
  const share = kindsAt(text, at) & kindBits.share ? percentAt(text, at) : null
  if (share?.norm.k === 'pct') return { value: Number(share.norm.v), end: share.end }
  const number = readSpoken(text, at)
  return number && !number.bare ? { value: number.row ?? number.value, end: number.end } : null
}

// 从1到10, 10到20之间, 1-10, and two neighbouring digits: 三五百, 十五六.
function between(text: string, at: number): Mention | null {
  const head = text[at] === '从' || text[at] === '在' ? past(text, at + 1) : at
  const first = readSpoken(text, head)
  if (!first || first.bare || namesPlan(text, head)) return null
  // 三五家 are three to five, 三五 alone is a row of digits.
  const pair = first.row === null || matchAt(units, text, first.end)?.tag === 'count'
  if (head === at && first.top !== null && pair)
    return write(at, { end: first.end, lo: first.value, hi: first.top, lo_in: true, hi_in: true })
  // 六七成, 3~5成
  if (head === at && first.top !== null && text[first.end] === '成' && first.top <= 10)
    return write(at, { end: first.end + 1, lo: first.value * 10, hi: first.top * 10, lo_in: true, hi_in: true })
  const mark = rangeMarkEnd(text, first.end)
  const both = mark === first.end && /[和与]/.test(text[past(text, first.end)] ?? '')
  const second = readSpoken(text, past(text, both ? past(text, first.end) + 1 : mark))
  if (!second || second.bare || (mark === first.end && !both)) return null
  if (mark > first.end && text[second.end] === '成' && second.value <= 10 && first.value < second.value)
    return write(at, { end: second.end + 1, lo: first.value * 10, hi: second.value * 10, lo_in: true, hi_in: true })
  const close = /^之?间/.exec(text.slice(past(text, second.end), past(text, second.end) + 2))
  if (both && !close) return null
  if (second.value <= first.value) return null
  const end = close ? past(text, second.end) + close[0].length : second.end
  return write(at, {
    end,
    lo: first.value,
    hi: second.value,
    lo_in: true,
    hi_in: !close,
  })
}
