// The text under construction: paragraphs and tables go in, in reading order; text, places and tables come out.
// A paragraph is a line. A row of a table is a line too, its cells parted by tabs, as the reading floor takes them.

import type { Place } from '#domain/place.ts'
import { cellText, type Grid, type GridCell, headingText } from '#papers/grid.ts'
import { type Header, headerOf, repeatsHeader } from '#papers/header.ts'
import { limits, Unreadable } from '#papers/unreadable.ts'
import { holdsForEachRow } from '#reading/columns.ts'

/** Offsets are half-open in the paper's text; a cell merged over several rows has the same ones in each. */
export type PaperCell = { text: string; start: number; end: number }
/** `header` has a name for each column (of a heading of two rows, the more particular one), null without a heading. */
export type PaperTable = { start: number; end: number; header: PaperCell[] | null; rows: PaperCell[][] }
export type Written = {
  text: string
  places: Place[]
  tables: PaperTable[]
  margins: string[]
  /** Pages of a PDF that are pictures without words; absent when there is none. */
  picturePages?: number[]
}

export type Where = Omit<Place, 'start'>
/** Part of a paragraph with the place it stood at. */
export type Piece = { text: string; where: Where }

export class Writing {
  private parts: string[] = []
  private length = 0
  private cells = 0
  private last = ''
  private readonly places: Place[] = []
  private readonly tables: PaperTable[] = []
  private readonly margins = new Set<string>()

  /** What stands in the margin of pages; kept beside the text. */
  margin(text: string): void {
    if (text.trim() !== '') this.margins.add(text.trim())
  }

  /** Blank paragraphs are left out. */
  paragraph(pieces: readonly Piece[]): void {
    const text = readable(pieces.map((piece) => piece.text).join(''))
    if (text.trim() === '') return
    this.startLine(text)
    for (const piece of pieces) {
      this.place(piece.where)
      this.add(readable(piece.text))
    }
    this.endLine(text)
  }

  /** `whereOf` gets the grid's row and column from 0; `marked` when the format itself calls the first row a heading. */
  table(grid: Grid, whereOf: (row: number, column: number) => Where, marked = false): void {
    if (isLayout(grid)) this.layout(grid, whereOf)
    else this.trueTable(grid, whereOf, marked)
  }

  private trueTable(grid: Grid, whereOf: (row: number, column: number) => Where, marked: boolean): void {
    const header = headerOf(grid, marked)
    const written = new Map<GridCell, PaperCell>()
    const start = this.length
    const rows: PaperCell[][] = []
    for (const [row, cells] of grid.entries()) {
      const isHeader = header !== null && row >= header.from && row < header.to
      if (header && row >= header.to && repeatsHeader(grid, header, cells)) continue
      const line = this.row(cells, row, isHeader, header, written, whereOf)
      if (line && !isHeader) rows.push(line)
    }
    this.tables.push({ start, end: this.length, header: header && headerCells(grid, header, written), rows })
  }

  done(): Written {
    return { text: this.parts.join(''), places: this.places, tables: this.tables, margins: [...this.margins] }
  }

  private row(
    cells: GridCell[],
    row: number,
    isHeader: boolean,
    header: Header | null,
    written: Map<GridCell, PaperCell>,
    whereOf: (row: number, column: number) => Where,
  ): PaperCell[] | null {
    const texts = cells.map((cell, column) => {
      if (!isWrittenAt(cell, row, column, isHeader ? null : header)) return ''
      return readable(isHeader ? headingText(cell) : cellText(cell))
        .replaceAll('\t', ' ')
        .trim()
    })
    const last = texts.findLastIndex((text) => text !== '')
    if (last < 0) return null
    this.count(cells.length)
    if (last === 0) this.startLine(texts[0]!)
    const line = cells.map((cell, column) => {
      if (column > 0 && column <= last) this.add('\t')
      const text = texts[column]!
      if (text === '') return written.get(cell) ?? { text, start: this.length, end: this.length }
      this.place(whereOf(cell.top, cell.left))
      const at = { text, start: this.length, end: this.length + text.length }
      written.set(cell, at)
      this.add(text)
      return at
    })
    this.endLine(texts.join('\t'))
    return line
  }

  /** A table of one column is a frame around paragraphs. */
  private layout(grid: Grid, whereOf: (row: number, column: number) => Where): void {
    const cells = new Set(grid.flat())
    this.count(cells.size)
    for (const cell of cells) {
      for (const text of cell.lines) this.paragraph([{ text, where: whereOf(cell.top, cell.left) }])
    }
  }

  private count(cells: number): void {
    this.cells += cells
    if (this.cells > limits.cells) throw new Unreadable('too-much-inside')
  }

  /** The reading joins broken lines; a blank before a line says that it begins anew. */
  private startLine(text: string): void {
    const open = this.last !== '' && !closed.test(this.last) && !this.last.includes('\t')
    if (open && !enumerated.test(text) && !/^[\s\u3000]/.test(text)) this.add('\u3000')
  }

  private endLine(text: string): void {
    this.last = text.trim()
    this.add('\n')
  }

  private place(where: Where): void {
    if (this.places.at(-1)?.start === this.length) this.places.pop()
    this.places.push({ start: this.length, ...where })
  }

  private add(text: string): void {
    this.length += text.length
    if (this.length > limits.characters) throw new Unreadable('too-much-inside')
    this.parts.push(text)
  }
}

const closed = /[。！？；：!?;:][”"』」’）)】》〉]*$/
const enumerated =
  /^(第?[一二三四五六七八九十百]{1,4}[、章节条部]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|——|[●■◆▪•])/

/** Soft hyphens, joiners and marks of direction are no characters of a word; blanks of every width become plain ones. */
function readable(text: string): string {
  return text
    .replaceAll(/\r?\n|\r|\u2028|\u2029/g, '\n')
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
}

/** Once, at its first position; again in each row of a merged cell when its column says who or by when. */
function isWrittenAt(cell: GridCell, row: number, column: number, header: Header | null): boolean {
  if (cell.left !== column) return false
  if (cell.top === row) return true
  return header !== null && row >= header.to && cell.top >= header.to && holdsForEachRow(header.names[column]!)
}

function isLayout(grid: Grid): boolean {
  if (grid.every((row) => row.length <= 1)) return true
  const longest = grid.flat().reduce((most, cell) => Math.max(most, cellText(cell).length), 0)
  return grid.length <= 2 && longest > 600
}

function headerCells(grid: Grid, header: Header, written: Map<GridCell, PaperCell>): PaperCell[] {
  return header.names.map((text, column) => {
    const own = written.get(grid[header.to - 1]![column]!) ?? written.get(grid[header.from]![column]!)
    return { text, start: own?.start ?? 0, end: own?.end ?? 0 }
  })
}
