// Comparators: what stands right before or after a number says on which side of it the real one lies.
// 超过20项 gt · 100亿元以上 ge · 3—5家 range · 约60亿元, 500亿级 about · 控制在3%以内 le · 不足10家 lt
import type { Span } from '#base/span.ts'
import type { Quantity } from '#reading/quantities.ts'
import type { Comparator } from '#reading/statement.ts'

export interface Bound {
  op: Comparator
  /** The word that says it; null for the plain number. */
  span: Span | null
  /** Where the number with its trailing bound ends. */
  end: number
}

const before: [string, Comparator][] = [
  ['不得低于', 'ge'],
  ['不得少于', 'ge'],
  ['不得超过', 'le'],
  ['不得高于', 'le'],
  ['不低于', 'ge'],
  ['不少于', 'ge'],
  ['不小于', 'ge'],
  ['不超过', 'le'],
  ['不高于', 'le'],
  ['不大于', 'le'],
  ['不多于', 'le'],
  ['至少', 'ge'],
  ['至多', 'le'],
  ['最多', 'le'],
  ['超过了', 'gt'],
  ['突破了', 'gt'],
  ['超过', 'gt'],
  ['突破', 'gt'],
  ['大于', 'gt'],
  ['高于', 'gt'],
  ['多于', 'gt'],
  ['不足', 'lt'],
  ['不到', 'lt'],
  ['低于', 'lt'],
  ['少于', 'lt'],
  ['小于', 'lt'],
  ['接近', 'about'],
  ['将近', 'about'],
  ['大约', 'about'],
  ['约为', 'about'],
  ['约占', 'about'],
  ['大概', 'about'],
  ['约', 'about'],
  ['近', 'about'],
  ['超', 'gt'],
  ['逾', 'gt'],
  ['破', 'gt'],
]
const after: [string, Comparator][] = [
  ['及以上', 'ge'],
  ['（含）以上', 'ge'],
  ['以上', 'ge'],
  ['及以下', 'le'],
  ['以下', 'le'],
  ['以内', 'le'],
  ['之内', 'le'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['级', 'about'],
]

/** The comparator of a quantity in its text. A bound after the number wins over one before it (约30亿元以上 is ge). */
export function boundOf(text: string, quantity: Quantity): Bound {
  const { start, end } = quantity
  const tail = after.find(([word]) => text.startsWith(word, end))
  if (tail && quantity.value2 === null)
    return { op: tail[1], span: { start: end, end: end + tail[0].length }, end: end + tail[0].length }
  if (quantity.value2 !== null) return { op: 'range', span: { start, end }, end: tail ? end + tail[0].length : end }
  if (quantity.word === '两位数') return { op: 'ge', span: { start, end }, end }
  if (quantity.word === '半数') return { op: 'gt', span: { start, end }, end }
  const lead = text.slice(Math.max(0, start - 4), start)
  const head = before.find(([word]) => lead.endsWith(word))
  if (head) return { op: head[1], span: { start: start - head[0].length, end: start }, end }
  if (quantity.more) return { op: 'gt', span: { start, end }, end }
  if (quantity.bare && text[start - 1] === '上') return { op: 'ge', span: { start: start - 1, end: start }, end }
  return { op: 'eq', span: null, end }
}
