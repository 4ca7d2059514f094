// The 督办 table: dense, drawn only where it is seen, its first columns in place, moved through by keyboard.

import { useMemo, useRef, useState } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { useWords } from '#web/language.ts'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import type { Show } from '#web/parts/supervise-address.ts'
import { headHeight, placed, widthOf } from '#web/parts/supervise-columns.ts'
import { useCursor, usePicking, useReturn } from '#web/parts/supervise-cursor.ts'
import { HeadCell } from '#web/parts/supervise-heads.tsx'
import { type Look, narrowedBy } from '#web/parts/supervise-look.ts'
import { useCellRoom } from '#web/parts/supervise-room.ts'
import { LedgerRow, Spacer } from '#web/parts/supervise-row.tsx'
import { useRows } from '#web/parts/supervise-rows.ts'
import { type Drawn, useScrolling } from '#web/parts/supervise-scroll.ts'
import { useSize } from '#web/parts/supervise-size.ts'
import { type Explained, WhySheet } from '#web/parts/supervise-why.tsx'

type Props = { look: Look; onLook: Show; printed: readonly CommitmentRow[] | null; active: boolean }

/** `printed`: all rows at once, while the page is being printed. `active`: keys are for the table. */
export function LedgerTable({ look, onLook, printed, active }: Props) {
  const { supervise } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const [{ skim, ...stretch }, setStretch] = useState<Drawn>({ first: 0, end: 40, skim: false })
  const rows = useRows(look, stretch)
  const [why, setWhy] = useState<{ of: Explained; beside: DOMRect } | null>(null)
  const room = useCellRoom(look.asOf, (row, button) =>
    setWhy({ of: explained(row), beside: button.getBoundingClientRect() }),
  )
  const columns = useMemo(
    () => placed(look.columns, size.width, room.language),
    [look.columns, size.width, room.language],
  )
  const follow = useScrolling(scroller, rows.total, setStretch)
  const [cursor, setCursor] = useCursor({ look, rows, scroller, active, onWhy: room.onWhy })
  useReturn(JSON.stringify({ ...look, columns: null }), scroller, rows.total, cursor, setCursor, follow)

  const pick = usePicking(look.asOf, setCursor)
  const total = printed?.length ?? rows.total ?? 0
  const drawn = printed
    ? { first: 0, end: total }
    : { first: Math.min(stretch.first, total), end: Math.min(stretch.end, total) }
  const places = Array.from({ length: drawn.end - drawn.first }, (_, i) => drawn.first + i)
  const inSight = cursor >= drawn.first && cursor < drawn.end && total > 0
  return (
    <>
      <RefusalNotice error={rows.error} onRetry={rows.again} />
      <div
        ref={scroller}
        className={rows.behind ? 'ledger is-behind' : 'ledger'}
        style={{ height: size.below }}
        onScroll={() => {
          follow()
          if (why) setWhy(null)
        }}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid moved through by keys, printed as a table.
          role="grid"
          tabIndex={0}
          className={widthOf(columns) > size.width ? 'ledger-table is-wide' : 'ledger-table'}
          aria-label={supervise.table.caption}
          aria-rowcount={total + 1}
          aria-colcount={columns.length}
          aria-busy={rows.behind || rows.total === null}
          aria-activedescendant={inSight ? `row-${cursor}` : undefined}
          style={{ width: widthOf(columns) }}
        >
          <colgroup>
            {columns.map(({ key, width }) => (
              <col key={key} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr style={{ height: headHeight }}>
              {columns.map(({ key, left }, i) => (
                <HeadCell key={key} column={key} index={i} look={look} onLook={onLook} left={left} />
              ))}
            </tr>
          </thead>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table do the same. */}
          <tbody onClick={pick}>
            <Spacer rows={drawn.first} columns={columns.length} />
            {places.map((place, i) => (
              <LedgerRow
                // While the list runs by every row is another one: their elements stay and change their words.
                key={skim ? -1 - i : place}
                place={place}
                row={printed ? printed[place] : rows.rowAt(place)}
                columns={columns}
                room={room}
                skim={skim && !printed}
                current={place === cursor}
              />
            ))}
            <Spacer rows={total - drawn.end} columns={columns.length} />
          </tbody>
        </table>
        {rows.total === 0 && (
          <p className="empty-mark">
            {narrowedBy(look.filter) > 0 ? supervise.table.empty : supervise.table.emptyAtAll}
          </p>
        )}
      </div>
      <WhySheet shown={why} onClose={() => setWhy(null)} />
    </>
  )
}

export function explained({ lit, percent, duty: { startOn, dueOn } }: CommitmentRow): Explained {
  return { lit, percent, startOn, dueOn }
}
