// Lines and tables of all pages as paragraphs and whole tables. A line that is full goes on in the next one, overleaf too;
// a table whose columns go on at the top of the next page is the same table.

import type { Grid } from '#papers/grid.ts'
import { headingText } from '#papers/grid.ts'
import type { PageTable } from '#papers/pdf-grid.ts'
import { type Line, textOf } from '#papers/pdf-lines.ts'
import type { Piece } from '#papers/writing.ts'

type Page = { number: number; lines: Line[]; tables: PageTable[] }
export type Block =
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'table'; grid: Grid; pageOf: number[]; table: number; edges: number[] }

type Item = { kind: 'line'; line: Line; page: number } | { kind: 'table'; table: PageTable; page: number }

export function paragraphsOf(pages: readonly Page[]): Block[] {
  const blocks: Block[] = []
  let last: Item | null = null
  let tables = 0
  for (const item of pages.flatMap(itemsOf)) {
    const block = blocks.at(-1)
    if (item.kind === 'table') {
      if (block?.kind === 'table' && last && item.page > last.page && sameEdges(block.edges, item.table.edges)) {
        addRows(block, item)
      } else {
        tables += 1
        blocks.push(newTable(item, tables))
      }
    } else addLine(blocks, block, last, item)
    last = item
  }
  return blocks
}

/** Lines keep their reading order; a table stands before the first line that is below its top. */
function itemsOf({ number: page, lines, tables }: Page): Item[] {
  const items: Item[] = lines.map((line) => ({ kind: 'line', line, page }))
  for (const table of tables) {
    const at = items.findIndex((item) => (item.kind === 'line' ? item.line.y > table.top : item.table.top > table.top))
    items.splice(at < 0 ? items.length : at, 0, { kind: 'table', table, page })
  }
  return items
}

function newTable({ table, page }: Item & { kind: 'table' }, ordinal: number): Block {
  return { kind: 'table', grid: table.grid, pageOf: table.grid.map(() => page), table: ordinal, edges: table.edges }
}

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, i) => Math.abs(edge - b[i]!) < 4)
}

/** Cells know their row: rows that come later count on. */
function addRows(block: Block & { kind: 'table' }, { table, page }: Item & { kind: 'table' }): void {
  const from = block.grid.length
  for (const cell of new Set(table.grid.flat())) cell.top += from
  block.grid = [...block.grid, ...table.grid]
  block.pageOf = [...block.pageOf, ...table.grid.map(() => page)]
  joinSplitRow(block.grid, from)
}

/** A row cut by the page's end goes on with an empty first cell and words in only some of the others. */
function joinSplitRow(grid: Grid, from: number): void {
  const [above, below] = [grid[from - 1]!, grid[from]!]
  const first = headingText(below[0]!)
  const open = below.some((cell, i) => {
    const end = above[i]!.lines.at(-1) ?? ''
    return cell.lines.length > 0 && end !== '' && !/[。；;！？]$/.test(end)
  })
  if (first !== '' || !open || above.every((cell, i) => headingText(cell) === headingText(below[i]!))) return
  for (const [i, cell] of below.entries()) {
    const over = above[i]!
    if (cell.lines.length === 0) continue
    over.lines = [...over.lines.slice(0, -1), (over.lines.at(-1) ?? '') + cell.lines[0]!, ...cell.lines.slice(1)]
    cell.lines = []
  }
}

function addLine(blocks: Block[], block: Block | undefined, last: Item | null, item: Item & { kind: 'line' }): void {
  const piece = { text: textOf(item.line.glyphs), where: { page: item.page } }
  const goesOn = block?.kind === 'paragraph' && last?.kind === 'line' && continues(last, item, piece.text)
  if (!goesOn) blocks.push({ kind: 'paragraph', pieces: [piece] })
  else {
    const before = block.pieces.at(-1)!
    const blank = /[a-z\d]$/i.test(before.text) && /^[a-z]/i.test(piece.text) ? ' ' : ''
    block.pieces.push({ ...piece, text: blank + piece.text })
  }
}

const starts =
  /^(第?[一二三四五六七八九十百]{1,4}[、章节条部]|[（(][一二三四五六七八九十\d]{1,4}[)）]|\d{1,3}[.．、](?!\d)|[●■◆▪•])/

/** The line before is full (or centred and of the same large type), and this one is neither indented nor numbered. */
function continues(last: Item & { kind: 'line' }, { line, page }: Item & { kind: 'line' }, text: string): boolean {
  const before = last.line
  if (Math.abs(before.size - line.size) > line.size * 0.15 || starts.test(text)) return false
  const step = page === last.page ? line.y - before.y : 0
  if (step > line.size * 3) return false
  if (isTitle(before) && isTitle(line)) return page === last.page
  if (step > Math.max(line.pitch * 1.35, line.size * 1.2)) return false
  const full = before.right > before.columnRight - before.size * 1.9
  return full && line.left < line.columnLeft + line.size * 1.2
}

/** Centred: as far from one edge of its column as from the other, and away from both. */
function isTitle({ left, right, size, columnLeft, columnRight }: Line): boolean {
  const [before, after] = [left - columnLeft, columnRight - right]
  return Math.abs(before - after) < size * 1.5 && (before > size * 0.5 || size > 17)
}
