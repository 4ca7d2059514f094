// The 督办 table: dense, drawn only where it is seen, its first columns in place, moved through by keyboard.

import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CommitmentRow } from '#contract/overview.ts'
import { useWords } from '../language.ts'
import { useKeys } from './keys.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import type { Show } from './supervise-address.ts'
import { lookingBack } from './supervise-cells.tsx'
import { headHeight, placed, rowHeight, widthOf } from './supervise-columns.ts'
import { HeadCell } from './supervise-heads.tsx'
import { type Look, narrowedBy } from './supervise-look.ts'
import { useCellRoom } from './supervise-room.ts'
import { LedgerRow, Spacer } from './supervise-row.tsx'
import { type Rows, useRows } from './supervise-rows.ts'
import { useSize } from './supervise-size.ts'
import { type Explained, WhySheet } from './supervise-why.tsx'
import { moved, type Step, type Stretch, scrollFor, skims, stretchOf } from './supervise-window.ts'

type Props = { look: Look; onLook: Show; printed: readonly CommitmentRow[] | null; active: boolean }

/** `skim`: the rows run by; draw only what says which they are. */
type Drawn = Stretch & { skim: boolean }

/** How long the list must rest before its rows are drawn whole again. */
const restMilliseconds = 80

/** Where a look was left, so that coming back from a commitment finds the same row. */
const left = new Map<string, { top: number; cursor: number }>()

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
  // A row that comes takes over the elements of one that leaves.
  const slots = Math.max(1, drawn.end - drawn.first)
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
            {places.map((place) => (
              <LedgerRow
                key={place % slots}
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

/** What to do on every scroll: draw the rows now in sight before the next frame is shown. */
function useScrolling(
  scroller: RefObject<HTMLDivElement | null>,
  total: number | null,
  onStretch: (drawn: Drawn) => void,
): () => void {
  const last = useRef<Stretch>({ first: 0, end: 0 })
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const follow = useCallback(() => {
    const box = scroller.current
    if (!box || total === null) return
    const next = stretchOf({ top: box.scrollTop, height: box.clientHeight, rowHeight, total })
    const before = last.current
    if (next.first === before.first && next.end === before.end) return
    last.current = next
    const skim = before.end > 0 && skims(before, next)
    clearTimeout(rest.current)
    if (skim) rest.current = setTimeout(() => onStretch({ ...last.current, skim: false }), restMilliseconds)
    flushSync(() => onStretch({ ...next, skim }))
  }, [scroller, total, onStretch])
  // After the first answer, a new size or a new number of rows: the same, once the page is drawn.
  useLayoutEffect(() => {
    queueMicrotask(follow)
    const watch = new ResizeObserver(() => queueMicrotask(follow))
    if (scroller.current) watch.observe(scroller.current)
    return () => watch.disconnect()
  }, [follow, scroller])
  return follow
}

/** A click moves the cursor; a plain one on a title opens it, any other is the browser's (a new tab, a download). */
function usePicking(asOf: string | null, setCursor: (place: number) => void) {
  const navigate = useNavigate()
  return (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const row = target.closest('tr')
    if (row?.id.startsWith('row-')) setCursor(Number(row.id.slice(4)))
    const id = target.closest('a')?.dataset.id
    if (!id || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void navigate({ to: '/commitments/$id', params: { id }, search: lookingBack(asOf) })
  }
}

type CursorRoom = {
  look: Look
  rows: Rows
  scroller: RefObject<HTMLDivElement | null>
  active: boolean
  onWhy: (row: CommitmentRow, button: HTMLElement) => void
}

function useCursor({ look, rows, scroller, active, onWhy }: CursorRoom): [number, (place: number) => void] {
  const [cursor, setCursor] = useState(0)
  const navigate = useNavigate()
  const go = (to: Step) => () => {
    const box = scroller.current
    if (!box) return
    const page = Math.max(1, Math.floor((box.clientHeight - headHeight) / rowHeight) - 1)
    const place = moved(cursor, to, { total: rows.total ?? 0, page })
    setCursor(place)
    const top = scrollFor(place, { top: box.scrollTop, height: box.clientHeight, rowHeight }, headHeight)
    if (top !== null) box.scrollTop = top
  }
  const open = () => {
    const row = rows.rowAt(cursor)
    if (row) void navigate({ to: '/commitments/$id', params: { id: row.id }, search: lookingBack(look.asOf) })
  }
  const whyNow = () => {
    const row = rows.rowAt(cursor)
    const button = document.getElementById(`row-${cursor}`)?.querySelector<HTMLElement>('button.light')
    if (row && button) onWhy(row, button)
  }
  const steps: Record<string, Step> = {
    ArrowUp: 'up',
    k: 'up',
    ArrowDown: 'down',
    j: 'down',
    PageUp: 'page-up',
    PageDown: 'page-down',
    Home: 'first',
    End: 'last',
  }
  const moves = Object.entries(steps).map(([key, step]) => ({ key, run: go(step) }))
  useKeys([...moves, { key: 'Enter', run: open }, { key: 'w', run: whyNow }], active)
  return [cursor, setCursor]
}

/** A new look starts at its first row; a look that was left is found as it was. */
function useReturn(
  key: string,
  scroller: RefObject<HTMLDivElement | null>,
  total: number | null,
  cursor: number,
  setCursor: (place: number) => void,
  follow: () => void,
): void {
  const now = useRef(cursor)
  now.current = cursor
  const known = total !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is restored once per look, not whenever a function is made anew.
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || !known) return
    const before = left.get(key)
    box.scrollTop = before?.top ?? 0
    setCursor(before?.cursor ?? 0)
    queueMicrotask(follow)
    const note = () => left.set(key, { top: box.scrollTop, cursor: now.current })
    box.addEventListener('scrollend', note)
    document.addEventListener('pointerup', note)
    document.addEventListener('keyup', note)
    return () => {
      box.removeEventListener('scrollend', note)
      document.removeEventListener('pointerup', note)
      document.removeEventListener('keyup', note)
    }
  }, [key, known])
}
