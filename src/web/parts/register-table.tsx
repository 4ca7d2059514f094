// The entries of a register as a list that grows as it is read: a table on a wide screen, cards on a phone.

import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { isDerived } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type Naming, textOfComputed, textOfValue } from '#web/parts/field-text.ts'
import { useNaming } from '#web/parts/naming.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { type RegisterColumn, shownColumns } from '#web/parts/register-columns.ts'
import { narrowedBy } from '#web/parts/register-look.ts'
import { entriesInput, type ShownEntry, useEntryRows } from '#web/parts/register-rows.ts'
import { RungMark, rungOn } from '#web/parts/register-rung.tsx'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'

const step = 50

export function RegisterTable({ register, view, look }: RegisterViewProps) {
  const { registers } = useWords()
  const { roles } = useMe()
  const { definition } = register
  const [shown, setShown] = useState(step)
  const rows = useEntryRows(entriesInput(register, view, look), { first: 0, end: shown })
  const drawn = Array.from({ length: Math.min(shown, rows.total ?? 0) }, (_, place) => rows.rowAt(place)).filter(
    (row) => row !== undefined,
  )
  const naming = useNaming(definition, drawn, look.asOf)
  const columns = useMemo(
    () => shownColumns(definition, view, look.columns, roles).map((column) => columnFor(column, naming)),
    [definition, view, look.columns, roles, naming],
  )
  if (rows.error) return <RefusalNotice error={rows.error} onRetry={rows.again} />
  if (rows.total === null) return <LoadingMark />
  const empty = narrowedBy(look) > 0 ? registers.page.empty : registers.page.emptyAtAll(definition.entryName)
  return (
    <section aria-label={registers.page.list} aria-busy={rows.behind}>
      <PlainTable caption={definition.name} columns={columns} rows={drawn} rowKey={({ id }) => id} empty={empty} />
      {(drawn.length < rows.total || !rows.whole) && (
        <p>
          <Button onClick={() => setShown(shown + step)}>{registers.page.more}</Button>
        </p>
      )}
    </section>
  )
}

function columnFor(column: RegisterColumn, naming: Naming): Column<ShownEntry> {
  const cell = (entry: ShownEntry) => {
    if (column.is === 'ladder') {
      const at = rungOn(column.ladder, entry)
      return at && <RungMark shown={at} />
    }
    const { field } = column
    return isDerived(field)
      ? textOfComputed(field, entry.computed[field.key], naming)
      : textOfValue(field, entry.values[field.key], naming)
  }
  return { key: column.key, head: column.name, cell }
}
