// A table before it is written: rows of equal length; a merged cell stands at every position it covers, one same object.

/** `lines` are its paragraphs, `top` and `left` the first row and column it covers, from 0. */
export type GridCell = { lines: string[]; top: number; left: number }
export type Grid = GridCell[][]

/** A rectangle of cells from what each format says of them; positions nobody covers are empty cells. */
export function gridOf(cells: readonly (GridCell & { rows: number; columns: number })[]): Grid {
  const grid: Grid = []
  const height = cells.reduce((most, { top, rows }) => Math.max(most, top + rows), 0)
  const width = cells.reduce((most, { left, columns }) => Math.max(most, left + columns), 0)
  for (let row = 0; row < height; row += 1) grid.push(new Array<GridCell>(width))
  for (const { lines, top, left, rows, columns } of cells) {
    const cell = { lines, top, left }
    for (let row = top; row < top + rows; row += 1) {
      for (let column = left; column < left + columns; column += 1) grid[row]![column] ??= cell
    }
  }
  for (const [top, row] of grid.entries()) {
    for (let left = 0; left < width; left += 1) row[left] ??= { lines: [], top, left }
  }
  return grid
}

/** Heading words as one: no blanks between Chinese characters, lines joined (牵头⏎单 位). */
export function headingText({ lines }: GridCell): string {
  return lines.join('').replaceAll(/[\s\u3000]+(?=[^\x20-\x7e])|(?<=[^\x20-\x7e])[\s\u3000]+/g, '')
}

/** The words of a body cell: its paragraphs stay apart by three blanks, which the reading takes as an end. */
export function cellText({ lines }: GridCell): string {
  return lines.join('   ')
}
