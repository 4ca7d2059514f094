// The table of a register: dense, drawn only where it is seen, its first columns in place, moved through cell by cell.

import { useMemo, useRef, useState } from 'react'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { useNaming } from '#web/parts/naming.ts'
import type { Pasted } from '#web/parts/paste-preview.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import type { CellRoom } from '#web/parts/register-cells.tsx'
import { shownColumns } from '#web/parts/register-columns.ts'
import { type Picked, useCellCursor, useCellPicking } from '#web/parts/register-cursor.ts'
import { CellEditor } from '#web/parts/register-editor.tsx'
import { type Editing, useGridHands } from '#web/parts/register-hands.ts'
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
  const { roles } = useMe()
  const table = useRef<HTMLTableElement>(null)
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
  const hands = useGridHands({ register, asOf: look.asOf, rows, columns: wanted, room, cursor, table, onPasted })
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
          onKeyDown={hands.onKeyDown}
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
          <tbody onClick={pick} onDoubleClick={hands.onDoubleClick}>
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
                picked={pickedIn(cursor.picked, place)}
              />
            ))}
            <Spacer rows={total - drawn.end} columns={columns.length + 1} />
          </tbody>
        </table>
        {hands.editing && (
          <GridEditor {...{ register, scroller, naming }} editing={hands.editing} onDone={hands.done} />
        )}
        {total === 0 && rows.total !== null && <p className="empty-mark">{empty}</p>}
      </div>
    </>
  )
}

type EditorProps = Pick<Parameters<typeof CellEditor>[0], 'register' | 'scroller' | 'naming' | 'onDone'>

function GridEditor({ editing: { cell, entry, field, begun }, ...rest }: EditorProps & { editing: Editing }) {
  const at = cellId(cell.place, field.key)
  return <CellEditor key={`${entry.id} ${field.key}`} {...rest} entry={entry} field={field} begun={begun} cell={at} />
}

/** The columns of a row that are picked, as text, so that rows can be remembered; null when only the cursor stands there. */
function pickedIn({ top, bottom, left, right }: Picked, place: number): string | null {
  const single = top === bottom && left === right
  return !single && place >= top && place <= bottom ? `${left}-${right}` : null
}

/** The same list as long as the same entries are drawn, so that what they are called is not asked for at every step. */
function useEntriesNamed(entries: ShownEntry[]): ShownEntry[] {
  const kept = useRef<ShownEntry[]>([])
  const same = entries.length === kept.current.length && entries.every((entry, i) => entry === kept.current[i])
  if (!same) kept.current = entries
  return kept.current
}
