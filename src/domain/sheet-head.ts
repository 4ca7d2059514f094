// Where the head of a table lies: the rows, one to three, whose texts name most of a register's columns. A head over several
// columns is put before those below it, as 推进·签约.

import { folded } from '#domain/cell-names.ts'
import { readHead } from '#domain/cell-text.ts'

/** The first rows of a sheet in full; merged cells are filled. */
export type TopRow = { row: number; cells: string[] }
/** From and to are rows as the spreadsheet counts them. */
export type Head = { from: number; to: number }

const deepest = 3

/** `known` tells whether a head names something. Where none does, the first row with most different texts. */
export function findHead(top: readonly TopRow[], known: (head: string) => boolean): Head | null {
  let best: { head: Head; score: number; depth: number } | null = null
  for (const [at, first] of top.entries()) {
    for (let depth = 1; depth <= deepest; depth += 1) {
      const last = top[at + depth - 1]
      if (!last || last.row !== first.row + depth - 1) break
      const head = { from: first.row, to: last.row }
      const score = new Set(headsIn(top, head).filter(known)).size
      const most: number = best?.score ?? 0
      const fewer = score > 0 && score === most && best !== null && best.depth > depth
      if (score > most || fewer) best = { head, score, depth }
    }
  }
  return best?.head ?? fullest(top)
}

function fullest(top: readonly TopRow[]): Head | null {
  const counted = top.map(({ row, cells }) => ({ row, count: new Set(cells.filter((text) => text !== '')).size }))
  const most = Math.max(0, ...counted.map(({ count }) => count))
  const found = counted.find(({ count }) => count === most)
  return found && most > 0 ? { from: found.row, to: found.row } : null
}

/** The head of each column. */
export function headsIn(top: readonly TopRow[], { from, to }: Head): string[] {
  const rows = top.filter(({ row }) => row >= from && row <= to)
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: columns }, (_, column) => {
    const parts = rows.map(({ cells }) => (cells[column] ?? '').replaceAll(/\s+/gu, ' ').trim())
    return parts.filter((part, at) => part !== '' && part !== parts[at - 1]).join('·')
  })
}

/** 单位：万元 above a table says what its amounts are written in. */
export function unitAbove(top: readonly TopRow[], { from }: Head): string | null {
  const above = top.filter(({ row }) => row < from).flatMap(({ cells }) => cells)
  const said = new Set(above.flatMap((text) => /单位\s*[:：]\s*(亿元|万元|元)/u.exec(text)?.[1] ?? []))
  return said.size === 1 ? [...said][0]! : null
}

/** How alike two heads are, 0 to 1: one that holds the other, or the pairs of characters that they share. */
export function likeness(a: string, b: string): number {
  const [left, right] = [plainHead(a), plainHead(b)]
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  if (short.length >= 2 && long.includes(short)) return held + ((1 - held) * short.length) / long.length
  const [some, others] = [pairsOf(left), pairsOf(right)]
  if (some.length + others.length === 0) return 0
  const rest = [...others]
  const shared = some.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (some.length + others.length)
}

const held = 0.6

/** Offices write 时间 where a day is meant. */
function plainHead(head: string): string {
  return folded(readHead(head).name).replace(/(时间|日子|年月日)$/u, '日期')
}

function pairsOf(plain: string): string[] {
  const signs = [...plain]
  return signs.slice(1).map((sign, at) => signs[at]! + sign)
}
