// Plain tables as Excel sheets: a frozen heading with filters, real days and numbers, print-ready across the page.
// The one place that knows the spreadsheet library.

import { type CellValue, type ColumnDef, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { printable } from '#papers/office-words.ts'

/** `day` takes YYYY-MM-DD, `text` anything; `of` may answer null for an empty cell. Width in half-width characters. */
export type SheetColumn<Row> = {
  name: string
  width: number
  kind: 'text' | 'number' | 'points' | 'day'
  of: (row: Row, place: number) => string | number | null
}

/** Text is kept as text even when somebody edits the cell, so that = + - @ never begin a formula. */
const formats: Record<SheetColumn<unknown>['kind'], string> = {
  text: '@',
  number: 'General',
  points: '0.0',
  day: 'yyyy-mm-dd',
}

/** Excel's limits for one cell, in characters and points. */
const longestCell = 32_767
const highestRow = 409
const linePoints = 15
const widestOnA4 = 160

export function sheet<Row>(name: string, columns: readonly SheetColumn<Row>[], rows: readonly Row[]): WriteSheet {
  const heading = columns.map((column) => column.name)
  const cells = rows.map((row, place) => columns.map((column) => cellOf(column, column.of(row, place))))
  const last = colToLetter(columns.length - 1)
  return {
    name,
    columns: columns.map(columnStyle),
    rows: [heading, ...cells],
    cells: new Map(heading.map((value, at) => [`0,${at}`, { value, style: headingStyle }])),
    rowDefs: new Map(cells.map((row, place) => [place + 1, { height: heightOf(columns, row) }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    pageSetup: {
      paperSize: columns.reduce((sum, column) => sum + column.width, 0) > widestOnA4 ? 'a3' : 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C— &P —' },
  }
}

export type BookWords = { title: string; creator: string }

export function book(sheets: WriteSheet[], { title, creator }: BookWords): Promise<Uint8Array> {
  const properties = { title: printable(title), creator: printable(creator) }
  return writeXlsx({ sheets, properties, defaultFont: { name: '宋体', size: 11 } })
}

const thin = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }
const headingStyle = {
  font: { bold: true, name: '宋体', size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
} as const

function columnStyle<Row>({ width, kind }: SheetColumn<Row>): ColumnDef {
  const text = kind === 'text'
  const alignment = { vertical: 'center', horizontal: text ? 'left' : 'center', wrapText: text } as const
  return { width, style: { numFmt: formats[kind], alignment, border } }
}

function cellOf<Row>({ kind }: SheetColumn<Row>, value: string | number | null): CellValue {
  if (value === null) return null
  if (kind === 'day') return new Date(`${value}T00:00:00Z`)
  return typeof value === 'number' ? value : printable(value).slice(0, longestCell)
}

/** Points for the most lines a text of the row needs; without it viewers that do not measure cut wrapped text off. */
function heightOf<Row>(columns: readonly SheetColumn<Row>[], row: readonly CellValue[]): number {
  return rowHeight(row, columns)
}

export function rowHeight(row: readonly unknown[], columns: readonly { width: number }[]): number {
  const lines = row.map((cell, at) => (typeof cell === 'string' ? linesOf(cell, columns[at]!.width - 1) : 1))
  return Math.min(highestRow, Math.max(1, ...lines) * linePoints + 3)
}

/** Chinese characters take two half-widths. */
function linesOf(text: string, width: number): number {
  let lines = 1
  let filled = 0
  for (let at = 0; at < text.length && lines < highestRow / linePoints; at += 1) {
    const code = text.charCodeAt(at)
    filled += code < 0x100 ? 1 : 2
    if (code !== 0x0a && filled <= width) continue
    lines += 1
    filled = code === 0x0a ? 0 : 2
  }
  return lines
}
