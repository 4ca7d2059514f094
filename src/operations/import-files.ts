// The kept files around an import: how its sheets lie, their lines a stretch at a time, and what became of them.

import type { ImportJob, ImportSheet, Pass } from '#domain/import-job.ts'
import { ImportLine } from '#domain/import-line.ts'
import type { TopRow } from '#domain/sheet-head.ts'
import type { System } from '#operations/system.ts'
import type { RawRow } from '#papers/raw-sheet.ts'
import type { LaidSheet } from '#papers/rows-worker.ts'
import { collect } from '#store/files.ts'

/** The first rows of a sheet, and where each stretch of its lines lies in the kept file of lines. */
export type Laid = { top: TopRow[]; slices: LaidSheet['slices']; lines: string; bytes: number }

const anyBytes = Number.POSITIVE_INFINITY

async function* one(bytes: Uint8Array) {
  yield bytes
}

export async function keepBytes({ files }: System, zone: string, bytes: Uint8Array): Promise<string> {
  return (await files.keep(zone, one(bytes), anyBytes)).sha256
}

export async function keepSheet(system: System, zone: string, sheet: LaidSheet): Promise<ImportSheet> {
  const { name, rows, columns, hidden, top, slices, lines } = sheet
  if (hidden || rows === 0) return { name, rows, columns, laid: null }
  const laid: Laid = { top, slices, lines: await keepBytes(system, zone, lines), bytes: lines.byteLength }
  return { name, rows, columns, laid: await keepBytes(system, zone, Buffer.from(JSON.stringify(laid))) }
}

export async function laidOf({ files }: System, zone: string, sheet: ImportSheet | undefined): Promise<Laid | null> {
  if (!sheet?.laid) return null
  return JSON.parse(Buffer.from(await collect(files.read(zone, sheet.laid), anyBytes)).toString()) as Laid
}

/** The rows of one stretch below the head. */
export async function sliceOf({ files }: System, zone: string, laid: Laid, at: number, below: number) {
  const from = laid.slices[at]!.at
  const to = laid.slices[at + 1]?.at ?? laid.bytes
  const text = Buffer.from(await collect(files.read(zone, laid.lines, { from, to }), anyBytes)).toString()
  const rows = text.split('\n').filter((line) => line !== '')
  return rows.map(rowFrom).filter(({ row }) => row > below)
}

function rowFrom(line: string): RawRow {
  const [row, cells] = JSON.parse(line) as [number, RawRow['cells']]
  return { row, cells }
}

/** The kept file of a stretch's outcome; null when all its lines are as before. */
export async function keepOutcome(system: System, zone: string, lines: readonly ImportLine[]): Promise<string | null> {
  if (lines.length === 0) return null
  return keepBytes(system, zone, Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
}

/** What became of the lines, in their order, without those that are as before. */
export async function* outcomesOf({ files }: System, zone: string, pass: Pass, from = 0): AsyncGenerator<ImportLine[]> {
  for (const chunk of pass.chunks.slice(from)) {
    const text = Buffer.from(await collect(files.read(zone, chunk), anyBytes)).toString()
    yield text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ImportLine.parse(JSON.parse(line)))
  }
}

/** The pass that tells most: what was carried out, else what was tried. */
export function latestPass({ run, trial }: ImportJob): Pass | null {
  return run ?? trial
}
