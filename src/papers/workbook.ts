// Excel files: each visible sheet as paragraphs and tables. Formulas give the value that was last computed and kept;
// macros, links and hidden sheets, rows and columns are not read.

import { formatValue } from 'hucre'
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { type GridCell, gridOf } from '#papers/grid.ts'
import { unpack } from '#papers/unpack.ts'
import { limits, Unreadable } from '#papers/unreadable.ts'
import { type Where, Writing, type Written } from '#papers/writing.ts'

export async function readWorkbook(bytes: Uint8Array): Promise<Written> {
  checkSize(bytes)
  const { sheets } = await readXlsx(bytes, { readStyles: true, sheets: (sheet) => !sheet.hidden && !sheet.veryHidden })
  const writing = new Writing()
  for (const sheet of sheets) {
    writeSheet(sheet, writing)
    for (const words of Object.values(sheet.headerFooter ?? {})) if (typeof words === 'string') writing.margin(words)
  }
  return writing.done()
}

/** The library takes the rectangle around all cells of a sheet into memory: it is measured first. */
function checkSize(bytes: Uint8Array): void {
  const parts = unpack(bytes)
  let slots = 0
  for (const name of parts.names.filter((each) => each.startsWith('xl/'))) {
    const part = parts.read(name)
    if (part && /^xl\/worksheets\/[^/]+\.xml$/.test(name)) slots += rectangleOf(part)
    if (slots > limits.cells * 8) throw new Unreadable('too-much-inside')
  }
}

function rectangleOf(part: Uint8Array): number {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1')
  let rows = 0
  let columns = 0
  for (const [, letters, row] of xml.matchAll(/<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnNumber(letters!))
  }
  return rows * columns
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function columnLetters(number: number): string {
  return number > 26
    ? columnLetters(Math.floor((number - 1) / 26)) + columnLetters(((number - 1) % 26) + 1)
    : String.fromCharCode(64 + number)
}

/** `at` is its row on the sheet from 0, `shown` its place among the rows that are not hidden. */
type Row = { at: number; shown: number; cells: Map<number, string> }

/** Rows in a run are a table; a row with one filled cell between runs, or a merged title, is a paragraph. */
function writeSheet(sheet: Sheet, writing: Writing): void {
  const rows = filledRows(sheet)
  const whereOf = (row: number, column: number): Where => ({
    sheet: sheet.name,
    cell: `${columnLetters(column + 1)}${row + 1}`,
  })
  let run: Row[] = []
  const close = () => {
    if (run.length > 0) writeRun(run, sheet, writing, whereOf)
    run = []
  }
  for (const row of rows) {
    const previous = run.at(-1)
    if (previous && row.shown > previous.shown + 1 && row.at > lastCovered(previous.at, sheet) + 1) close()
    if (run.length === 0 && row.cells.size === 1 && !isTall(row.at, sheet)) writeAlone(row, writing, whereOf)
    else run.push(row)
  }
  close()
}

function writeAlone({ at, cells }: Row, writing: Writing, whereOf: (row: number, column: number) => Where): void {
  for (const [column, text] of cells) {
    for (const line of text.split('\n')) writing.paragraph([{ text: line, where: whereOf(at, column) }])
  }
}

function writeRun(run: Row[], sheet: Sheet, writing: Writing, whereOf: (row: number, column: number) => Where): void {
  const columns = [...new Set(run.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b)
  const rowAt = new Map(run.map(({ at }, place) => [at, place]))
  const cells = run.flatMap(({ at, cells: texts }, top) =>
    [...texts].map(([column, text]) => placed(text, at, column, top, { sheet, columns, rowAt })),
  )
  writing.table(gridOf(cells), (row, column) => whereOf(run[row]!.at, columns[column]!))
}

type Layout = { sheet: Sheet; columns: number[]; rowAt: Map<number, number> }

function placed(
  text: string,
  at: number,
  column: number,
  top: number,
  { sheet, columns, rowAt }: Layout,
): GridCell & { rows: number; columns: number } {
  const merge = sheet.merges?.find(({ startRow, startCol }) => startRow === at && startCol === column)
  const endRow = merge?.endRow ?? at
  const endColumn = merge?.endCol ?? column
  let rows = 1
  while (rowAt.get(at + rows) === top + rows && at + rows <= endRow) rows += 1
  const covered = columns.filter((each) => each >= column && each <= endColumn).length
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return { lines, top, left: columns.indexOf(column), rows, columns: covered }
}

function lastCovered(row: number, { merges = [] }: Sheet): number {
  return merges.reduce(
    (last, { startRow, endRow }) => (startRow <= row && endRow >= row ? Math.max(last, endRow) : last),
    row,
  )
}

function isTall(row: number, { merges = [] }: Sheet): boolean {
  return merges.some(({ startRow, endRow }) => startRow <= row && endRow > row)
}

function filledRows({ rows, rowDefs, columns, cells }: Sheet): Row[] {
  const found: Row[] = []
  let visible = 0
  for (const [at, values] of rows.entries()) {
    if (rowDefs?.get(at)?.hidden) continue
    visible += 1
    const texts = new Map<number, string>()
    for (const [column, value] of values.entries()) {
      if (columns?.[column]?.hidden) continue
      const text = shown(value, cells?.get(`${at},${column}`)).trim()
      if (text !== '') texts.set(column, text)
    }
    if (texts.size > 0) found.push({ at, shown: visible, cells: texts })
  }
  return found
}

/** What Excel shows: percents and days as such; no time zone is involved (days come as midnight UTC). */
function shown(value: CellValue, cell: Cell | undefined): string {
  const kept = value ?? cell?.formulaResult ?? null
  if (kept === null) return ''
  if (kept instanceof Date) return dayOf(kept)
  if (typeof kept === 'number') return numberShown(kept, cell?.style?.numFmt)
  if (typeof kept === 'boolean') return kept ? '是' : '否'
  return typeof kept === 'string' ? kept : ''
}

function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}

function numberShown(value: number, format: string | undefined): string {
  const plain = String(Number(value.toPrecision(15)))
  if (!format || /^(general|@)$/i.test(format)) return plain
  return formatValue(value, format).trim() || plain
}
