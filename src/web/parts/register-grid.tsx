// The table of a register: dense, drawn only where it is seen, its first columns in place, moved through cell by cell.

import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import type { Field } from '#domain/register.ts'
import { useMe, useRefusalMessage } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { entryAddress } from '#web/parts/entry-address.ts'
import type { GivenValue } from '#web/parts/field-control.ts'
import { useNaming } from '#web/parts/naming.ts'
import { parseBlock } from '#web/parts/paste-block.ts'
import type { Pasted } from '#web/parts/paste-preview.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import type { CellRoom } from '#web/parts/register-cells.tsx'
import { wordsOf } from '#web/parts/register-cells.tsx'
import { possibleColumns, shownColumns } from '#web/parts/register-columns.ts'
import { type Cell, cellAt, useCellCursor, useCellPicking } from '#web/parts/register-cursor.ts'
import { begunBy, shutCell } from '#web/parts/register-editing.ts'
import { CellEditor, type Onward } from '#web/parts/register-editor.tsx'
import { RegisterHead } from '#web/parts/register-heads.tsx'
import { narrowedBy, sortingOf } from '#web/parts/register-look.ts'
import { cellId, RegisterRow } from '#web/parts/register-row.tsx'
import { entriesInput, type ShownEntry, useEntryRows } from '#web/parts/register-rows.ts'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'
import { placedColumns, placeWidth, widthOfAll } from '#web/parts/register-widths.ts'
import { headHeight } from '#web/parts/supervise-columns.ts'
import { Spacer } from '#web/parts/supervise-row.tsx'
import { type Drawn, useScrolling } from '#web/parts/supervise-scroll.ts'
import { useSize } from '#web/parts/supervise-size.ts'
import './register-grid.css'

/** A sheet of more lines is for an import. */
const mostPasted = 500

/** The cell that is being edited, and the entry as it was when that began. */
type Editing = { cell: Cell; entry: ShownEntry; field: Field; begun: GivenValue | undefined }

/** `printed`: the entries for the printer, all at once. */
export function RegisterGrid({
  register,
  view,
  look,
  onLook,
  printed,
  onPasted,
}: RegisterViewProps & { printed: readonly ShownEntry[] | null; onPasted: (pasted: Pasted) => void }) {
  const { registers } = useWords()
  const me = useMe()
  const { roles } = me
  const { message } = App.useApp()
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const refused = useRefusalMessage()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { definition } = register
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const [{ skim, ...stretch }, setStretch] = useState<Drawn>({ first: 0, end: 40, skim: false })
  const input = entriesInput(register, view, look)
  const rows = useEntryRows(input, stretch)
  const total = printed?.length ?? rows.total ?? 0
  const drawn = printed
    ? { first: 0, end: total }
    : { first: Math.min(stretch.first, total), end: Math.min(stretch.end, total) }
  const places = Array.from({ length: drawn.end - drawn.first }, (_, i) => drawn.first + i)
  const entryAt = (place: number) => (printed ? printed[place] : rows.rowAt(place))
  const naming = useNaming(definition, useEntriesNamed(places.flatMap((place) => entryAt(place) ?? [])), look.asOf)
  const { code, title } = definition
  const room = useMemo<CellRoom>(() => ({ naming, code, title, asOf: look.asOf }), [naming, code, title, look.asOf])
  const wanted = useMemo(
    () => shownColumns(definition, view, look.columns, roles),
    [definition, view, look.columns, roles],
  )
  const columns = useMemo(() => placedColumns(wanted, title, size.width), [wanted, title, size.width])
  const follow = useScrolling(scroller, rows.total, setStretch)
  const cursor = useCellCursor({
    of: JSON.stringify(input),
    scroller,
    total: rows.total,
    columns: columns.length,
    follow,
  })
  const keys = wanted.map(({ key }) => key)
  const pick = useCellPicking(cursor.to, keys)
  const sorted = sortingOf(look, view)
  const current = keys[cursor.cell.column] ?? title
  const inSight = cursor.cell.place >= drawn.first && cursor.cell.place < drawn.end && total > 0
  const edit = (cell: Cell, begun: GivenValue | undefined) => {
    const [entry, column] = [entryAt(cell.place), wanted[cell.column]]
    if (!entry || !column) return
    const shut = shutCell(definition, column, entry, me, look.asOf)
    if (shut) return void message.info(registers.edit.shut[shut])
    if (column.is === 'field') setEditing({ cell, entry, field: column.field, begun })
  }
  const done = (onward: Onward) => {
    if (!editing) return
    const { place, column } = editing.cell
    setEditing(null)
    const to = { down: [1, 0], next: [0, 1], before: [0, -1], stay: [0, 0] }[onward] as [number, number]
    if (onward !== 'stay') cursor.to({ place: place + to[0], column: column + to[1] })
    table.current?.focus({ preventScroll: true })
  }
  const onKey = (event: KeyboardEvent) => {
    if (cursor.move(event)) return event.preventDefault()
    const { cell } = cursor
    const [entry, column] = [entryAt(cell.place), wanted[cell.column]]
    if (!entry || !column) return
    const far = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && far) return void navigate({ href: entryAddress(code, entry.id, look.asOf) })
    if (event.key === 'c' && far && String(getSelection()) === '')
      return void navigator.clipboard?.writeText(wordsOf(column, entry, room))
    const begins = begunBy(event, column)
    if (!begins) return
    event.preventDefault()
    edit(cell, begins === 'as-is' ? undefined : begins.value)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget || look.asOf !== null) return
    const cells = parseBlock(event.clipboardData.getData('text/plain'))
    if (cells.length === 0) return
    event.preventDefault()
    if (cells.length > mostPasted) return void message.warning(registers.paste.tooMany(mostPasted))
    const { place, column } = cursor.cell
    const bed = { shown: wanted, all: possibleColumns(definition, roles), from: column }
    rows
      .fetch({ first: place, end: place + cells.length })
      .then((entries) => onPasted({ cells, bed: { ...bed, entries } }), refused)
  }
  const onDouble = ({ target }: MouseEvent) => {
    const cell = (target as HTMLElement).closest('a') ? null : cellAt(target, keys)
    if (cell) edit(cell, undefined)
  }
  const empty = narrowedBy(look) > 0 ? registers.page.empty : registers.page.emptyAtAll(definition.entryName)
  const wide = widthOfAll(columns) > size.width
  return (
    <>
      <RefusalNotice error={rows.error} onRetry={rows.again} />
      <div
        ref={scroller}
        className={rows.behind ? 'ledger is-behind' : 'ledger'}
        style={{ height: size.below }}
        onScroll={follow}
      >
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid moved through by keys, printed as a table.
          role="grid"
          tabIndex={0}
          className={wide ? 'ledger-table register-grid is-wide' : 'ledger-table register-grid'}
          aria-label={registers.grid.caption(definition.name)}
          aria-rowcount={rows.whole ? total + 1 : -1}
          aria-colcount={columns.length + 1}
          aria-busy={rows.behind || rows.total === null}
          aria-activedescendant={inSight ? cellId(cursor.cell.place, current) : undefined}
          style={{ width: widthOfAll(columns) }}
          onPaste={onPaste}
          onKeyDown={(event) => {
            if (event.target === event.currentTarget) onKey(event)
          }}
        >
          <colgroup>
            <col style={{ width: placeWidth }} />
            {columns.map(({ column, width }) => (
              <col key={column.key} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr style={{ height: headHeight }}>
              <th scope="col" aria-colindex={1} className="frozen number" style={{ left: 0 }}>
                {registers.grid.place}
              </th>
              {columns.map(({ column, left }, i) => (
                <RegisterHead key={column.key} {...{ column, look, onLook, sorted, left }} index={i + 1} />
              ))}
            </tr>
          </thead>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table do the same. */}
          <tbody onClick={pick} onDoubleClick={onDouble}>
            <Spacer rows={drawn.first} columns={columns.length + 1} />
            {places.map((place, i) => (
              <RegisterRow
                // While the list runs by every row is another one: their elements stay and change their words.
                key={skim ? -1 - i : place}
                place={place}
                entry={entryAt(place)}
                columns={columns}
                room={room}
                skim={skim && !printed}
                cursor={place === cursor.cell.place ? current : null}
              />
            ))}
            <Spacer rows={total - drawn.end} columns={columns.length + 1} />
          </tbody>
        </table>
        {editing && (
          <CellEditor
            key={`${editing.entry.id} ${editing.field.key}`}
            {...{ register, scroller, naming, entry: editing.entry, field: editing.field, begun: editing.begun }}
            cell={cellId(editing.cell.place, editing.field.key)}
            onDone={done}
          />
        )}
        {total === 0 && rows.total !== null && <p className="empty-mark">{empty}</p>}
      </div>
    </>
  )
}

/** The same list as long as the same entries are drawn, so that what they are called is not asked for at every step. */
function useEntriesNamed(entries: ShownEntry[]): ShownEntry[] {
  const kept = useRef<ShownEntry[]>([])
  const same = entries.length === kept.current.length && entries.every((entry, i) => entry === kept.current[i])
  if (!same) kept.current = entries
  return kept.current
}
