// Which rows of a table are its heading: the words of task tables, what the format marks, or a first row of short words.

import { type Grid, type GridCell, headingText } from '#papers/grid.ts'
import { headingCount } from '#reading/columns.ts'

/** Rows `from`–`to` (half-open) and one name for each column. */
export type Header = { from: number; to: number; names: string[] }

/** Titles may stand above the heading inside the table. */
const searchedRows = 8

export function headerOf(grid: Grid, marked: boolean): Header | null {
  const found = grid.slice(0, searchedRows).map((_, row) => headerAt(grid, row))
  const best = found.reduce<(Header & { count: number }) | null>((most, one) => {
    const count = headingCount(one.names)
    return count >= 2 && count > (most?.count ?? 0) ? { ...one, count } : most
  }, null)
  if (best) return { from: best.from, to: best.to, names: best.names }
  return grid.length > 1 && (marked || looksLikeHeading(grid[0]!)) ? headerAt(grid, 0) : null
}

/** A heading of two rows: some cells of the first go through both, another spans the columns named in the second. */
function headerAt(grid: Grid, row: number): Header {
  const [first, second] = [grid[row]!, grid[row + 1]]
  const own = first.filter((cell) => cell.top === row)
  const spans = own.some((cell) => first.filter((other) => other === cell).length > 1)
  const goesOn = second?.some((cell) => cell.top === row) && second.some((cell) => cell.top === row + 1)
  const to = spans && goesOn ? row + 2 : row + 1
  const names = first.map((cell, column) => headingText(grid[to - 1]![column]!) || headingText(cell))
  return { from: row, to, names }
}

function looksLikeHeading(cells: GridCell[]): boolean {
  const texts = cells.map(headingText)
  return (
    new Set(cells).size > 1 &&
    cells.every(({ lines }) => lines.length === 1) &&
    texts.every((text) => text !== '' && text.length <= 12 && !/\d/.test(text))
  )
}

/** True for a row that says the heading (or one of its two rows) again, as on every page of a long table. */
export function repeatsHeader(grid: Grid, { from, to }: Header, cells: GridCell[]): boolean {
  const texts = cells.map(headingText)
  if (new Set(texts.filter((text) => text !== '')).size < 2) return false
  return grid.slice(from, to).some((heading) => {
    return texts.every((text, column) => text === '' || text === headingText(heading[column]!))
  })
}
