// Chunks: a clause with several numbers is cut between them, so that each number has its own words around it.
// 新建10家验证中心、30家孵化器 → two chunks · 投资1.1亿元 | 改造总面积达21万平方米的双碳智谷
import { type Bound, boundOf } from '#reading/bounds.ts'
import type { Clause } from '#reading/clauses.ts'
import type { Quantity } from '#reading/quantities.ts'

export interface Chunk {
  start: number
  end: number
  quantity: Quantity
  bound: Bound
  /** A bare member of a 分别 list: 450亿元 in 分别达2400亿元、450亿元. */
  member: boolean
}

/** Cuts a clause at its speaking numbers. `from` is where the first chunk begins (before the clause when a frame joins it). */
export function chunksOf(text: string, clause: Clause, quantities: Quantity[], from: number): Chunk[] {
  const bounds = quantities.map((quantity) => boundOf(text, quantity))
  const chunks: Chunk[] = []
  let start = from
  quantities.forEach((quantity, index) => {
    const next = quantities[index + 1]
    const cut = next ? cutBetween(text, bounds[index]!.end, next.start) : { end: clause.end, next: clause.end }
    const lead = text.slice(start, quantity.start)
    chunks.push({
      start,
      end: cut.end,
      quantity,
      bound: bounds[index]!,
      member: index > 0 && /^(和|及|与|约|近|超|超过)?$/.test(lead),
    })
    start = cut.next
  })
  return shareBound(text, chunks)
}

// Right after the number, right before the next one, at the first 、 between them, or where the first number ends.
function cutBetween(text: string, end: number, next: number): { end: number; next: number } {
  if (text[end] === '、') return { end, next: end + 1 }
  const before = text[next - 1]!
  if (next - 1 > end && '、和及与'.includes(before)) return { end: next - 1, next }
  if (text[end] === '和' || text[end] === '及') return { end, next: end + 1 }
  const mark = text.slice(end, next).indexOf('、')
  if (mark >= 0) return { end: end + mark, next: end + mark + 1 }
  return { end, next: end }
}

// 20万吨和35万吨左右: a pair joined by 和 shares the bound after its last member.
function shareBound(text: string, chunks: Chunk[]): Chunk[] {
  const last = chunks.at(-1)
  if (chunks.length !== 2 || !last?.member || !last.bound.span || text[last.quantity.start - 1] !== '和') return chunks
  const first = chunks[0]!
  if (first.bound.op !== 'eq' || last.bound.span.start < last.quantity.end) return chunks
  return [{ ...first, bound: { ...first.bound, op: last.bound.op, span: last.bound.span } }, last]
}
