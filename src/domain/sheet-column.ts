// What a column of a register's sheet stands for: a field, where the entry stands on a ladder, the day of a step, or which
// entry the line is and in which version it was written out. Export writes these heads and import knows them again.

import { type CellForm, headOf } from '#domain/cell-text.ts'
import {
  type Definition,
  type Field,
  type FieldType,
  fieldOf,
  type Ladder,
  ladderOf,
  type Rung,
  rungOf,
  standing,
} from '#domain/register.ts'

export type SheetColumn =
  | { is: 'mark' }
  | { is: 'field'; form: CellForm }
  /** The rung an entry stands on: told, never taken back. */
  | { is: 'standing'; ladder: Ladder }
  | { is: 'step'; ladder: Ladder; rung: Rung }

export type Wanted = {
  /** Keys of fields in the order wanted; left out: all that are in use. */
  fields?: readonly string[] | undefined
  /** What amounts are written in. */
  money: string
  steps: boolean
}

export function columnsOf(definition: Definition, wanted: Wanted, hidden: ReadonlySet<string>): SheetColumn[] {
  const named = wanted.fields?.flatMap((key) => fieldOf(definition, key) ?? [])
  const fields = (named ?? definition.fields.filter(({ retired }) => !retired)).filter(({ key }) => !hidden.has(key))
  return [
    { is: 'mark' },
    ...fields.map((field): SheetColumn => ({ is: 'field', form: formOf(field, wanted.money) })),
    ...(wanted.steps ? definition.ladders.flatMap(stepColumns) : []),
  ]
}

const formOf = (field: Field, money: string): CellForm => ({ field, unit: field.type === 'money' ? money : null })

function stepColumns(ladder: Ladder): SheetColumn[] {
  const steps = standing(ladder).map((rung): SheetColumn => ({ is: 'step', ladder, rung }))
  return [{ is: 'standing', ladder }, ...steps]
}

const markHead = '条目标识'
const standingHead = '阶段'

export function columnHead(column: SheetColumn): string {
  switch (column.is) {
    case 'mark':
      return markHead
    case 'field':
      return headOf(column.form)
    case 'standing':
      return `${column.ladder.name}·${standingHead}`
    case 'step':
      return `${column.ladder.name}·${column.rung.name}`
  }
}

/** Only told: cells of it are not taken back. */
export function isTold(column: SheetColumn): boolean {
  return column.is === 'standing' || (column.is === 'field' && told.includes(column.form.field.type))
}

const told: readonly FieldType[] = ['computed', 'rollup', 'files']

/** Which entry a line is, and the version that it was written out in: `0198…@3`. */
export const markOf = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`

export function readMark(text: string): { id: string; version: number } | null {
  const [, id, version] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(\d{1,9})$/i.exec(text.trim()) ?? []
  return id === undefined ? null : { id: id.toLowerCase(), version: Number(version) }
}

/** A column as a word, for a mapping: `mark`, `field/amount`, `standing/main`, `step/main/signed`. */
export function columnWord(column: SheetColumn): string {
  switch (column.is) {
    case 'mark':
      return 'mark'
    case 'field':
      return `field/${column.form.field.key}`
    case 'standing':
      return `standing/${column.ladder.key}`
    case 'step':
      return `step/${column.ladder.key}/${column.rung.key}`
  }
}

/** Back from its word; null where the register has no such thing in use. */
export function columnNamed(definition: Definition, word: string, unit: string | null): SheetColumn | null {
  const [is, key = '', rungKey = ''] = word.split('/')
  if (is === 'mark') return { is }
  if (is === 'field') {
    const field = fieldOf(definition, key)
    return field ? { is, form: { field, unit } } : null
  }
  const ladder = ladderOf(definition, key)
  if (!ladder || (is !== 'standing' && is !== 'step')) return null
  if (is === 'standing') return { is, ladder }
  const rung = rungOf(ladder, rungKey)
  return rung && !rung.retired ? { is, ladder, rung } : null
}
