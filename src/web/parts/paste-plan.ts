// What pasting a block at a cell would do, line by line and cell by cell: which entries change, which are new, what cannot be
// read or may not be written. Pure; nothing is saved here.

import { cellSentence } from '#contract/cell-words.ts'
import type { Language } from '#contract/sentences.ts'
import type { Names } from '#domain/cell-names.ts'
import { readCell, readHead } from '#domain/cell-text.ts'
import type { Value } from '#domain/field-value.ts'
import type { Field } from '#domain/register.ts'
import type { RegisterColumn } from '#web/parts/register-columns.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'

/** One line of the block: the entry it falls on (null: a new one), and the text for each column. */
export type PasteLine = { line: number; entry: ShownEntry | null; texts: Readonly<Record<string, string>> }

export type Block = {
  columns: readonly RegisterColumn[]
  lines: readonly PasteLine[]
  /** By column: what a bare amount counts in, as its head says. */
  units: Readonly<Record<string, string>>
  /** Columns of the block that had no place, by their heads where they have any, and their cells that were not empty. */
  spilt: { columns: number; cells: number; heads: readonly string[] }
}

/** Where a block is laid: `shown` are the table's columns, `all` those that there could be besides. */
export type Bed = {
  shown: readonly RegisterColumn[]
  all: readonly RegisterColumn[]
  /** The column under the cursor. */
  from: number
  /** Those from the first line on, as many as there are. */
  entries: readonly ShownEntry[]
}

/** A first line that names columns leads the others to them, wherever the cursor stands; else the block lies to the right of it. */
export function layBlock(cells: readonly (readonly string[])[], { shown: columns, all, from, entries }: Bed): Block {
  const heads = headedBy(cells[0] ?? [], all)
  const width = Math.max(0, ...cells.map((line) => line.length))
  const targets = heads?.columns ?? Array.from({ length: width }, (_, i) => columns[from + i] ?? null)
  const body = heads ? cells.slice(1) : cells
  const lost = targets.flatMap((one, i) => (one === null ? [i] : []))
  const spilt = { columns: lost.length, cells: 0, heads: heads ? lost.map((i) => cells[0]![i]!.trim()) : [] }
  const lines = body.map((line, i) => {
    const texts: Record<string, string> = {}
    for (const [at, text] of line.entries()) {
      const column = targets[at]
      if (column) texts[column.key] = text
      else if (text.trim() !== '') spilt.cells += 1
    }
    return { line: i, entry: entries[i] ?? null, texts }
  })
  return { columns: targets.filter((one) => one !== null), lines, units: heads?.units ?? {}, spilt }
}

/** Null where the line names no columns: two at least must be named, or the only one there is. */
function headedBy(cells: readonly string[], columns: readonly RegisterColumn[]) {
  const heads = cells.map(readHead)
  const found = heads.map(({ name }) => columns.find((column) => column.name === name) ?? null)
  const named = found.filter((one) => one !== null)
  if (named.length < Math.min(2, cells.length) || new Set(named).size < named.length) return null
  const units = heads.flatMap(({ unit }, i) => (unit && found[i] ? [[found[i].key, unit] as const] : []))
  return { columns: found, units: Object.fromEntries(units) }
}

export type PlannedCell =
  /** `left`: nothing to write; the cell is empty, or says what is there. */
  | { state: 'left' }
  | { state: 'changed'; value: Value | null }
  | { state: 'wrong'; says: string }
  /** Not for this person, or for nobody, to fill in. */
  | { state: 'shut'; says: string }

type Ground = {
  names: Names
  language: Language
  /** What a bare amount counts in where its head is silent. */
  moneyUnit: string
  units: Readonly<Record<string, string>>
  /** Why the cell may not be written; null when it may. */
  shut: (column: RegisterColumn, entry: ShownEntry | null) => string | null
}

/** An empty cell leaves what is there; 【清空】 empties it. */
export function planCell(column: RegisterColumn, { entry, texts }: PasteLine, ground: Ground): PlannedCell {
  const text = texts[column.key] ?? ''
  if (text.trim() === '') return { state: 'left' }
  const shut = ground.shut(column, entry)
  if (shut !== null || column.is === 'ladder') return { state: 'shut', says: shut ?? '' }
  const { field } = column
  const before = entry?.values[field.key]
  const unit = ground.units[field.key] ?? (field.type === 'money' ? ground.moneyUnit : null)
  const read = readCell({ field, unit }, text, ground.names, before)
  if ('problem' in read) return { state: 'wrong', says: cellSentence(read, ground.language) }
  return same(read.value, before) ? { state: 'left' } : { state: 'changed', value: read.value }
}

const same = (a: Value | null, b: Value | undefined): boolean => JSON.stringify(a) === JSON.stringify(b ?? null)

export type PlannedLine = {
  line: PasteLine
  cells: Readonly<Record<string, PlannedCell>>
  /** What would be sent; empty where there is nothing to do. */
  values: Readonly<Record<string, Value | null>>
  wrong: boolean
}

export function planLine(line: PasteLine, columns: readonly RegisterColumn[], ground: Ground): PlannedLine {
  const cells = Object.fromEntries(columns.map((column) => [column.key, planCell(column, line, ground)]))
  const changed = Object.entries(cells).flatMap(([key, cell]) => (cell.state === 'changed' ? [[key, cell.value]] : []))
  const wrong = Object.values(cells).some(({ state }) => state === 'wrong')
  return { line, cells, values: Object.fromEntries(changed) as Record<string, Value | null>, wrong }
}

/** Fields that are asked for beside the pasted ones because the server wants them of a new entry. */
export function columnsWanted(
  columns: readonly RegisterColumn[],
  fields: readonly Field[],
  keys: ReadonlySet<string>,
): RegisterColumn[] {
  const there = new Set(columns.map(({ key }) => key))
  const more = fields.filter(({ key }) => keys.has(key) && !there.has(key))
  return [...columns, ...more.map((field) => ({ key: field.key, name: field.name, is: 'field' as const, field }))]
}
