// What the cells of a table hold, before anybody asks what they mean: texts, numbers, and faults where a formula gave none.
// One shape for Excel and CSV, and the limits that keep a hostile file small.

import { Unreadable } from '#papers/unreadable.ts'

/** A number is one of a numeric cell; days and percents are texts already: 2026-03-05, 12.5%. */
export type RawCell = string | number | null | { fault: string }
/** Counted from 1, as the spreadsheet shows it. Rows without any filled cell are left out. */
export type RawRow = { row: number; cells: RawCell[] }
export type RawSheet = { name: string; hidden: boolean; rows: RawRow[] }

export const sheetLimits = { rows: 200_000, columns: 1_000, cells: 6_000_000, sheets: 200 } as const

/** Takes cells in any order and refuses what is too much as soon as it comes. */
export class SheetRows {
  readonly rows: RawRow[] = []
  #cells = 0

  /** `column` from 0; an empty text is no cell. */
  put(row: number, column: number, cell: RawCell): void {
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return
    if (column >= sheetLimits.columns) throw new Unreadable('too-many-columns')
    let last = this.rows.at(-1)
    if (!last || last.row !== row) {
      if (this.rows.length >= sheetLimits.rows) throw new Unreadable('too-many-rows')
      last = { row, cells: [] }
      this.rows.push(last)
    }
    while (last.cells.length < column) last.cells.push(null)
    last.cells[column] = typeof cell === 'string' ? storable(cell) : cell
    this.#cells += 1
    if (this.#cells > sheetLimits.cells) throw new Unreadable('too-much-inside')
  }
}

/** Without what no database keeps. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}

export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.fault : String(cell)
}
