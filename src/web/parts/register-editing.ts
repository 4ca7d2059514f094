// Editing in a register's table: which cells this person may edit, what a key begins, and how a saved entry reaches the rows
// that are on the screen. Only for offering; the server decides again.

import type { QueryClient } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import type { EntryName, OutputOf } from '#contract/contract.ts'
import { type Definition, type FieldType, isDerived } from '#domain/register.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { type Writer, writesEntry } from '#web/parts/entry-rights.ts'
import type { GivenValue } from '#web/parts/field-control.ts'
import { fills } from '#web/parts/field-rights.ts'
import type { RegisterColumn } from '#web/parts/register-columns.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'

export type Shut = 'looking-back' | 'ladder' | 'derived' | 'retired' | 'removed' | 'not-your-field' | 'not-your-entry'

/** Why the cell cannot be edited; null when it can. */
export function shutCell(
  definition: Definition,
  column: RegisterColumn,
  entry: ShownEntry,
  me: Writer,
  asOf: string | null,
): Shut | null {
  if (asOf !== null) return 'looking-back'
  if (entry.removed) return 'removed'
  const shut = shutField(column, me.roles)
  if (shut) return shut
  if (!mayPass('reviseEntry', me.roles)) return 'not-your-field'
  return writesEntry(definition, entry, me) ? null : 'not-your-entry'
}

/** The same of an entry that is still to be added. */
export function shutField(column: RegisterColumn, roles: Writer['roles']): Shut | null {
  if (column.is === 'ladder') return 'ladder'
  if (isDerived(column.field)) return 'derived'
  if (column.field.retired) return 'retired'
  return fills(column.field, roles) ? null : 'not-your-field'
}

/** Types whose editor is typed in, so that the first letter begins it. */
const typed: readonly FieldType[] = [
  ...(['text', 'long-text', 'number', 'money', 'percent', 'credit-code', 'industry'] as const),
]

/** What the editor begins with when the key is pressed on a cell: undefined, no editor; 'as-is', the value that is there. */
export function begunBy(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  column: RegisterColumn,
): 'as-is' | { value: GivenValue } | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'Enter' || key === 'F2') return 'as-is'
  if (key === 'Delete' || key === 'Backspace') return { value: null }
  const begins = key.length === 1 && key !== ' ' && key !== '/' && key !== '?'
  if (!begins) return undefined
  return column.is === 'field' && typed.includes(column.field.type) ? { value: key } : 'as-is'
}

/** Types that are taken by choosing: there is nothing more to confirm. */
const chosen: readonly FieldType[] = [
  'choice',
  'yes-no',
  'date',
  'month',
  'unit',
  'post',
  'person',
  'entry',
  'commitment',
]

export const isChosen = (type: FieldType): boolean => chosen.includes(type)

/** What writing in entries does not change: definitions are long, and cells are many. */
export const unmoved: readonly EntryName[] = ['listRegisters', 'getDirectory', 'whoAmI', 'listRuleSets']

type Page = OutputOf<'listEntries'>

/** The entry as it is now stands in its row at once; the page is asked for again behind it. */
export function showEntry(queries: QueryClient, fresh: ShownEntry): void {
  queries.setQueriesData<Page>({ queryKey: ['listEntries'] }, (page) => {
    if (!page?.entries.some(({ id }) => id === fresh.id)) return page
    return { ...page, entries: page.entries.map((entry) => (entry.id === fresh.id ? fresh : entry)) }
  })
}
