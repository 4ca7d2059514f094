// The entries of a register as cards on a phone: what is filled in of each, and a list that grows as it is read.

import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { isDerived } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { EntryLink, FieldShown } from '#web/parts/field-shown.tsx'
import type { Naming } from '#web/parts/field-text.ts'
import { useNaming } from '#web/parts/naming.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { type RegisterColumn, shownColumns } from '#web/parts/register-columns.ts'
import { narrowedBy } from '#web/parts/register-look.ts'
import { entriesInput, type ShownEntry, useEntryRows } from '#web/parts/register-rows.ts'
import { RungMark, rungOn } from '#web/parts/register-rung.tsx'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'
import './register-cards.css'

const step = 30
/** A card says the most important; the rest is on the entry's page. */
const lines = 8

export function RegisterCards({ register, view, look }: RegisterViewProps) {
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
    () => shownColumns(definition, view, look.columns, roles),
    [definition, view, look.columns, roles],
  )
  if (rows.error) return <RefusalNotice error={rows.error} onRetry={rows.again} />
  if (rows.total === null) return <LoadingMark />
  const empty = narrowedBy(look) > 0 ? registers.page.empty : registers.page.emptyAtAll(definition.entryName)
  return (
    <section aria-label={registers.page.list} aria-busy={rows.behind}>
      {rows.total === 0 && <p className="empty-mark">{empty}</p>}
      <ul className="entry-cards">
        {drawn.map((entry) => (
          <li key={entry.id} className="entry-card">
            <Card
              entry={entry}
              columns={columns}
              title={definition.title}
              code={definition.code}
              naming={naming}
              asOf={look.asOf}
            />
          </li>
        ))}
      </ul>
      {(drawn.length < rows.total || !rows.whole) && (
        <Button onClick={() => setShown(shown + step)}>{registers.page.more}</Button>
      )}
    </section>
  )
}

type CardProps = {
  entry: ShownEntry
  columns: readonly RegisterColumn[]
  title: string
  code: string
  naming: Naming
  asOf: string | null
}

function Card({ entry, columns, title, code, naming, asOf }: CardProps) {
  const { registers } = naming.words
  const name = { ...naming, title: () => String(entry.values[title] ?? registers.untitled) }
  const filled = columns.filter((column) => column.key !== title && isFilled(column, entry))
  return (
    <>
      <div className="entry-card-title">
        {entry.removed && <span className="ledger-mark">{registers.page.removed}</span>}
        <EntryLink register={code} id={entry.id} naming={name} asOf={asOf} />
      </div>
      <dl>
        {filled.slice(0, lines).map((column) => (
          <div key={column.key}>
            <dt>{column.name}</dt>
            <dd>
              {column.is === 'ladder' ? (
                <RungMark shown={rungOn(column.ladder, entry)!} />
              ) : (
                <FieldShown field={column.field} entry={entry} naming={naming} asOf={asOf} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function isFilled(column: RegisterColumn, entry: ShownEntry): boolean {
  if (column.is === 'ladder') return entry.rungs[column.ladder.key] !== undefined
  const { key } = column.field
  return isDerived(column.field) ? (entry.computed[key] ?? null) !== null : entry.values[key] !== undefined
}
