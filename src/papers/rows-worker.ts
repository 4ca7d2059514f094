// The thread in which a table that is brought in for a register is opened and laid out line by line, so that later each
// stretch of it can be read by itself.

import { parentPort, workerData } from 'node:worker_threads'
import { Refused } from '#base/refusal.ts'
import { readCsv } from '#papers/csv-rows.ts'
import { type RawSheet, textOf } from '#papers/raw-sheet.ts'
import { type NotTextReason, Unreadable } from '#papers/unreadable.ts'
import { readXlsxRows } from '#papers/xlsx-rows.ts'

export type RowsErrand = { kind: 'xlsx' | 'csv'; bytes: Uint8Array; fileName: string }

/** `lines`: a JSON array `[row, cells]` on each line; `slices`: where each stretch of lines begins, in bytes. */
export type LaidSheet = {
  name: string
  hidden: boolean
  rows: number
  columns: number
  /** The first rows in full, for whoever looks for the head. */
  top: { row: number; cells: string[] }[]
  lines: Uint8Array
  slices: { at: number; rows: number; first: number }[]
}
export type RowsOutcome = { sheets: LaidSheet[] } | { reason: NotTextReason }

const topRows = 30
const sliceLines = 1000
const sliceCharacters = 2_000_000

function laidOut({ name, hidden, rows }: RawSheet): LaidSheet {
  const pieces: Buffer[] = []
  const slices: LaidSheet['slices'] = []
  let at = 0
  let text = ''
  let first = 0
  let count = 0
  const close = () => {
    if (count === 0) return
    const piece = Buffer.from(text)
    slices.push({ at, rows: count, first })
    pieces.push(piece)
    at += piece.length
    text = ''
    count = 0
  }
  for (const { row, cells } of rows) {
    if (count === 0) first = row
    text += `${JSON.stringify([row, cells])}\n`
    count += 1
    if (count >= sliceLines || text.length >= sliceCharacters) close()
  }
  close()
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const top = rows
    .slice(0, topRows)
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => textOf(cell).slice(0, 500)) }))
  // A buffer of its own, which can be handed over.
  const lines = new Uint8Array(Buffer.concat(pieces))
  return { name, hidden, rows: rows.length, columns, top, lines, slices }
}

function outcomeOf({ kind, bytes, fileName }: RowsErrand): RowsOutcome {
  try {
    const sheets = kind === 'xlsx' ? readXlsxRows(bytes) : [readCsv(bytes, fileName)]
    if (sheets.every(({ rows }) => rows.length === 0)) return { reason: 'no-rows' }
    return { sheets: sheets.map(laidOut) }
  } catch (error) {
    if (error instanceof Unreadable) return { reason: error.reason }
    if (error instanceof Refused && error.refusal.code === 'not-text')
      return { reason: error.refusal.facts.reason as NotTextReason }
    if (error instanceof Refused && error.refusal.code === 'empty-text') return { reason: 'no-rows' }
    return { reason: 'damaged' }
  }
}

const outcome = outcomeOf(workerData as RowsErrand)
const moved = 'sheets' in outcome ? outcome.sheets.map(({ lines }) => lines.buffer as ArrayBuffer) : []
parentPort?.postMessage(outcome, moved)
