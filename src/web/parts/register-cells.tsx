// What stands in each cell of a register's table. As few elements as can be: the rows are drawn anew while scrolling.

import type { ReactNode } from 'react'
import type { Value } from '#domain/field-value.ts'
import { type Field, type FieldType, isDerived } from '#domain/register.ts'
import { entryAddress } from '#web/parts/entry-address.ts'
import { exactly, Tags, Warned } from '#web/parts/field-shown.tsx'
import { type Naming, textOfComputed, textOfValue } from '#web/parts/field-text.ts'
import { kindOf, type RegisterColumn } from '#web/parts/register-columns.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import { RungMark, rungOn, textOfRung } from '#web/parts/register-rung.tsx'

/** Everything a cell needs beside its entry; the same object for all rows, so that rows can be remembered. */
export type CellRoom = { naming: Naming; code: string; title: string; asOf: string | null }

const rightwards: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'money', 'percent'])

export function isNumeric(column: RegisterColumn): boolean {
  if (column.is === 'ladder') return false
  return rightwards.has(kindOf(column.field))
}

/** The cell's words, for its title on hover and for copying. */
export function wordsOf(column: RegisterColumn, entry: ShownEntry, { naming }: CellRoom): string {
  if (column.is === 'ladder') {
    const at = rungOn(column.ladder, entry)
    return at ? textOfRung(at, naming.words) : ''
  }
  const { field } = column
  if (isDerived(field)) return textOfComputed(field, entry.computed[field.key], naming)
  return textOfValue(field, entry.values[field.key], naming)
}

export function cellOf(column: RegisterColumn, entry: ShownEntry, room: CellRoom): ReactNode {
  if (column.is === 'ladder') {
    const at = rungOn(column.ladder, entry)
    return at && <RungMark shown={at} />
  }
  const { field } = column
  const words = wordsOf(column, entry, room)
  if (field.key === room.title) return <TitleCell entry={entry} words={words} room={room} />
  const value = entry.values[field.key]
  if (value === undefined) return words
  return marked(field, value, words, entry, room)
}

function marked(field: Field, value: Value, words: string, entry: ShownEntry, room: CellRoom): ReactNode {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return <Tags words={[value as string | string[]].flat()} />
    case 'commitment':
      return words && <Linked href={`/commitments/${value as string}`} words={words} />
    case 'entry':
      return <Linked href={entryAddress(field.of!, value as string, room.asOf)} words={words || '…'} />
    case 'credit-code':
    case 'industry': {
      const warned = entry.warnings.find((one) => one.field === field.key)
      return warned ? <Warned text={words} says={room.naming.words.registers.warnings[warned.warning]} /> : words
    }
    default:
      return words
  }
}

/** The title on hover: the words whole, and for money the yuan. */
export function hoverOf(column: RegisterColumn, entry: ShownEntry, room: CellRoom): string | undefined {
  const value = column.is === 'field' ? entry.values[column.field.key] : undefined
  const yuan = column.is === 'field' && value !== undefined ? exactly(column.field, value, room.naming) : undefined
  return yuan ?? (wordsOf(column, entry, room) || undefined)
}

/** A plain link: the table hands a plain click to the router (a router's link in every row would cost too much). */
function Linked({ href, words }: { href: string; words: string }) {
  return (
    <a href={href} data-entry tabIndex={-1}>
      {words}
    </a>
  )
}

function TitleCell({ entry, words, room }: { entry: ShownEntry; words: string; room: CellRoom }) {
  const { registers } = room.naming.words
  return (
    <>
      {entry.removed && <span className="ledger-mark">{registers.page.removed}</span>}
      <Linked href={entryAddress(room.code, entry.id, room.asOf)} words={words || registers.untitled} />
    </>
  )
}
