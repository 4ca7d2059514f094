// Comparators: what stands right before or after a number says on which side of it the real one lies.
// 超过20项 gt · 100亿元以上 ge · 3—5家 range · 约60亿元, 500亿级 about · 控制在3%以内 le · 不足10家 lt

import type { Span } from '#base/span.ts'
import { after, before } from '#reading/lexicons/bound-words.ts'
import type { Quantity } from '#reading/quantities.ts'
import { charTable, standsAt } from '#reading/signs.ts'
import type { Comparator } from '#reading/statement.ts'

export interface Bound {
  op: Comparator
  /** The word that says it; null for the plain number. */
  span: Span | null
  /** Where the number with its trailing bound ends. */
  end: number
}

/** The comparator of a quantity in its text. A bound after the number wins over one before it (约30亿元以上 is ge). */
export function boundOf(text: string, quantity: Quantity): Bound {
  const { start, end } = quantity
  const tail = standsAt(afterOpenings, text, end) ? after.find(([word]) => text.startsWith(word, end)) : undefined
  if (tail && quantity.value2 === null)
    return { op: tail[1], span: { start: end, end: end + tail[0].length }, end: end + tail[0].length }
  if (quantity.value2 !== null) return { op: 'range', span: { start, end }, end: tail ? end + tail[0].length : end }
  if (quantity.word === '两位数') return { op: 'ge', span: { start, end }, end }
  if (quantity.word === '半数') return { op: 'gt', span: { start, end }, end }
  const head = (standsAt(beforeEnds, text, start - 1) ? headOf(text, start) : undefined) ?? apart(text, start)
  if (head) return { op: head[1], span: { start: start - head[0].length, end: start }, end }
  if (quantity.more) return { op: 'gt', span: { start, end }, end }
  if (quantity.bare && text[start - 1] === '上') return { op: 'ge', span: { start: start - 1, end: start }, end }
  return { op: 'eq', span: null, end }
}

const afterOpenings = charTable(after.map(([word]) => word[0]).join(''))
const beforeEnds = charTable(before.map(([word]) => word.at(-1)).join(''))

function headOf(text: string, start: number): [string, Comparator] | undefined {
  const lead = text.slice(Math.max(0, start - 4), start)
  return before.find(([word]) => lead.endsWith(word))
}

// 至少建成1个, 最多设置3处: the verb stands between the bound and its number.
function apart(text: string, start: number): [string, Comparator] | undefined {
  const lead = text.slice(Math.max(0, start - 7), start)
  if (!lead.includes('少') && !lead.includes('多')) return undefined
  const word = ['至少', '最少', '最多', '至多'].find((bound) => lead.includes(bound))
  if (!word || /[，、；。\d]/.test(lead.slice(lead.indexOf(word)))) return undefined
  return [lead.slice(lead.indexOf(word)), word === '至少' || word === '最少' ? 'ge' : 'le']
}
