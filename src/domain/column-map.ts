// Which column of a table is which of the register: proposed from its head, by exact name, by what was chosen before, by key
// or by likeness; a person has the last word. No column of the register is taken twice.

import { z } from 'zod'
import { folded } from '#domain/cell-names.ts'
import { powerOver } from '#domain/cell-number.ts'
import { readHead } from '#domain/cell-text.ts'
import { no } from '#domain/decision.ts'
import type { Definition } from '#domain/register.ts'
import { columnHead, columnNamed, columnsOf, columnWord, isTold, type SheetColumn } from '#domain/sheet-column.ts'
import { likeness } from '#domain/sheet-head.ts'

export const MapWhy = z.enum(['name', 'remembered', 'key', 'alike'])

/** `to`: what it stands for (sheet-column.ts); null is not taken. `unit`: what its bare numbers count in. */
export const MappedColumn = z.object({
  /** From 0. */
  column: z.int().min(0).max(999),
  head: z.string().max(500),
  to: z.string().max(70).nullable(),
  unit: z.string().max(20).nullable(),
})
export type MappedColumn = z.infer<typeof MappedColumn>
export const ProposedColumn = MappedColumn.extend({ why: MapWhy.nullable() })
export type ProposedColumn = z.infer<typeof ProposedColumn>

type Known = {
  column: SheetColumn
  word: string
  head: string
  name: string
  keys: string[]
  /** Of the title: what an entry is called, 项目 or 项目名称. */
  called: string[]
}
/** What people chose for a head before; null: they chose to leave it out. */
export type Remembered = ReadonlyMap<string, Pick<MappedColumn, 'to' | 'unit'>>

export const rememberedHead = (head: string): string => folded(head)

/** All that a sheet of the register may have, by the words that may name it. */
export function knownColumns(definition: Definition, hidden: ReadonlySet<string>): Known[] {
  return columnsOf(definition, { money: '元', steps: true }, hidden).map((column) => {
    const head = columnHead(column)
    const keys = column.is === 'field' ? [column.form.field.key] : []
    const { title, entryName } = definition
    const called = column.is === 'field' && column.form.field.key === title ? [entryName, `${entryName}名称`] : []
    const name = folded(readHead(head).name)
    return { column, word: columnWord(column), head: folded(head), name, keys, called: called.map(folded) }
  })
}

export function isKnownHead(known: readonly Known[]): (head: string) => boolean {
  const names = new Set(known.flatMap(({ head, name, keys }) => [head, name, ...keys]))
  return (head) => names.has(folded(head)) || names.has(folded(readHead(head).name))
}

const likeEnough = 0.6

export function proposeColumns(
  known: readonly Known[],
  heads: readonly string[],
  remembered: Remembered,
  moneyUnit: string | null,
): ProposedColumn[] {
  const taken = new Set<string>()
  const found = new Map<number, { known: Known; why: z.infer<typeof MapWhy> }>()
  const leftOut = new Set<number>()
  const take = (why: z.infer<typeof MapWhy>, fits: (head: string) => Known | undefined) => {
    for (const [column, head] of heads.entries()) {
      if (head === '' || found.has(column) || leftOut.has(column)) continue
      const one = fits(head)
      if (!one || taken.has(one.word)) continue
      taken.add(one.word)
      found.set(column, { known: one, why })
    }
  }
  const plain = (head: string) => folded(readHead(head).name)
  take('name', (head) => known.find((one) => one.head === folded(head) || one.name === plain(head)))
  take('name', (head) => known.find((one) => one.name.replaceAll(/[·]/g, '') === plain(head).replaceAll(/[·]/g, '')))
  for (const [column, head] of heads.entries()) {
    if (!found.has(column) && remembered.get(rememberedHead(head))?.to === null) leftOut.add(column)
  }
  take('remembered', (head) => known.find(({ word }) => word === remembered.get(rememberedHead(head))?.to))
  take('key', (head) => known.find(({ keys }) => keys.includes(plain(head))))
  take('alike', (head) => known.find(({ called }) => called.includes(plain(head))))
  take('alike', (head) => mostAlike(known, head, taken))
  return heads.flatMap((head, column): ProposedColumn[] => {
    if (head === '') return []
    const one = found.get(column)
    // What is only told is known, so that nobody wonders, but it is not taken.
    const to = one && !isTold(one.known.column) ? one.known.word : null
    const before = remembered.get(rememberedHead(head))
    const unit = one ? unitOf(one.known.column, head, before?.to === to ? before.unit : null, moneyUnit) : null
    return [{ column, head: head.slice(0, 500), to, unit, why: one?.why ?? null }]
  })
}

/** The one that is clearly more alike than any other. */
function mostAlike(known: readonly Known[], head: string, taken: ReadonlySet<string>): Known | undefined {
  const rated = known
    .filter(({ word, column }) => !taken.has(word) && column.is !== 'mark' && !isTold(column))
    .map((one) => ({ one, score: likeness(one.name, head) }))
    .toSorted((a, b) => b.score - a.score)
  const [first, second] = rated
  return first && first.score >= likeEnough && first.score > (second?.score ?? 0) ? first.one : undefined
}

/** What the head says that numbers count in; of money also what was chosen before or stands above the table. */
function unitOf(column: SheetColumn, head: string, before: string | null, above: string | null): string | null {
  if (column.is !== 'field') return null
  const { field } = column.form
  const { unit } = readHead(head)
  if (unit !== null && ['number', 'money', 'percent'].includes(field.type) && powerOver(field, unit) !== null)
    return unit
  return field.type === 'money' ? (before ?? above) : null
}

/** The columns as they will be read, or the refusal of the first that cannot be. */
export function readPlan(definition: Definition, hidden: ReadonlySet<string>, columns: readonly MappedColumn[]) {
  const words = new Set<string>()
  const read: { at: number; head: string; column: SheetColumn }[] = []
  for (const { column: at, head, to, unit } of columns) {
    if (to === null) continue
    const column = columnNamed(definition, to, unit)
    const why = !column || isRetired(column) ? 'unknown' : words.has(to) ? 'twice' : isTold(column) ? 'told' : null
    if (why) return no('bad-mapping', { head, why })
    if (column!.is === 'field' && hidden.has(column!.form.field.key))
      return no('not-your-field', { field: column!.form.field.key })
    if (column!.is === 'field' && unit !== null && powerOver(column!.form.field, unit) === null)
      return no('bad-mapping', { head, why: 'unit' })
    words.add(to)
    read.push({ at, head, column: column! })
  }
  return read.some(({ column }) => column.is !== 'mark')
    ? { columns: read }
    : no('bad-mapping', { head: '', why: 'nothing' })
}

const isRetired = (column: SheetColumn): boolean => column.is === 'field' && column.form.field.retired
