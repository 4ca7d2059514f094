// Ages: 60岁 · 十个月大 · 18至60岁.
import { tailed } from '#reading/counted.ts'
import { past } from '#reading/fold.ts'
import { decimal, type Mention, mention } from '#reading/mention.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'
import { readSpoken } from '#reading/spoken.ts'

const ages: readonly [word: string, unit: string][] = [
  ['周岁', 'year'],
  ['岁', 'year'],
  ['个月大', 'month'],
  ['月大', 'month'],
  ['周大', 'week'],
  ['天大', 'day'],
]

/** 60岁 · 十个月大 */
export function ageAt(text: string, at: number): Mention | null {
  const first = readSpoken(text, at)
  if (!first) return null
  // 18至60岁, 七八十岁
  const mark = rangeMarkEnd(text, first.end)
  const second = mark > first.end ? readSpoken(text, mark) : null
  const number = second ?? first
  const lo = second ? first.value : number.top === null ? null : number.value
  const here = past(text, number.end)
  for (const [word, u] of ages)
    if (text.startsWith(word, here)) {
      const half = text[here + word.length] === '半' && u === 'year'
      const v = decimal(number.value + (half ? 0.5 : 0))
      if (lo !== null) {
        const hi = number.top ?? number.value
        return lo < hi
          ? mention(at, here + word.length, 'age', { k: 'qty', lo: decimal(lo), hi: decimal(hi), u })
          : null
      }
      const tail = tailed(text, here + word.length + (half ? 1 : 0))
      const bounded =
        tail.bound === null
          ? { v }
          : tail.bound === 'min'
            ? { v, lo: v, bound: tail.bound }
            : { v, hi: v, bound: tail.bound }
      return mention(at, tail.end, 'age', { k: 'qty', ...bounded, u })
    }
  return null
}
