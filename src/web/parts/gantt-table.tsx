// The Gantt chart itself: a table whose first column stays in place and whose lines are drawn only where they are seen. Moved
// through by keys; printed whole.

import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { GanttRow } from '#contract/plans.ts'
import { useWords } from '#web/language.ts'
import { headHigh, TimeHead } from '#web/parts/gantt-head.tsx'
import { GanttLine, type LineRoom } from '#web/parts/gantt-line.tsx'
import { daysOf, heightOf, type Line, linesInSight, linesOf } from '#web/parts/gantt-lines.ts'
import { endPlace, type Scale, scaleOf, type Zoom } from '#web/parts/gantt-scale.ts'
import { useKeys } from '#web/parts/keys.tsx'
import { useNarrow, useSize } from '#web/parts/supervise-size.ts'

export const titleWidth = { wide: 340, narrow: 132 }
/** An A3 sheet across, less its margins and the first column, in CSS pixels. */
const printedRoom = 1130

export type Chart = {
  rows: readonly GanttRow[]
  printed: boolean
  zoom: Zoom
  criticalOnly: boolean
  opened: ReadonlySet<string>
  active: boolean
  room: Omit<LineRoom, 'scale'>
  onNearEnd: () => void
  onZoom: (zoom: Zoom) => void
}

export function GanttTable({ rows, printed, zoom, criticalOnly, opened, active, room, onNearEnd, onZoom }: Chart) {
  const { plans } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const title = useNarrow() && !printed ? titleWidth.narrow : titleWidth.wide
  const space = printed ? printedRoom : size.width - title - 2
  const scale = useMemo(
    () => scaleOf(daysOf(rows, room.today), zoom, space, printed),
    [rows, room.today, zoom, space, printed],
  )
  const lines = useMemo(() => linesOf(rows, opened, criticalOnly), [rows, opened, criticalOnly])
  const [window, setWindow] = useState({ top: 0, height: 900 })
  const seen = printed ? { first: 0, end: lines.length } : linesInSight(lines, window.top, window.height)
  const lineRoom = useMemo(() => ({ ...room, scale }), [room, scale])
  const [cursor, setCursor] = useState(0)
  const toToday = useToday(scroller, scale, room.today, title, size.width > 0)
  useNearEnd(seen.end >= lines.length - 5 && !printed, onNearEnd)
  const move = (by: number) => {
    const next = Math.min(Math.max(cursor + by, 0), lines.length - 1)
    setCursor(next)
    bringIntoSight(scroller.current, lines[next])
  }
  const at = lines[Math.min(cursor, lines.length - 1)]
  useKeys(
    [
      { key: 'ArrowDown', run: () => move(1) },
      { key: 'ArrowUp', run: () => move(-1) },
      { key: 'ArrowRight', run: () => at?.is === 'entry' && !at.open && room.onOpen(at.row.entry) },
      { key: 'ArrowLeft', run: () => at && opened.has(at.row.entry) && room.onOpen(at.row.entry) },
      { key: 'Enter', run: () => at && room.onPlan(at.row) },
      { key: 't', run: toToday },
      { key: '+', run: () => onZoom('month') },
      { key: '-', run: () => onZoom('quarter') },
    ],
    active,
  )
  return (
    <div
      ref={scroller}
      className="gantt"
      style={printed ? undefined : { maxHeight: size.below }}
      onScroll={({ currentTarget: { scrollTop: top, clientHeight: height } }) => setWindow({ top, height })}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid moved through by keys, printed as a table.
        role="grid"
        tabIndex={0}
        className="gantt-table"
        aria-label={plans.chart.label}
        aria-rowcount={lines.length + 1}
        aria-activedescendant={cursor >= seen.first && cursor < seen.end ? `gantt-${cursor}` : undefined}
        style={{ width: title + scale.width }}
      >
        <colgroup>
          <col style={{ width: title }} />
          <col style={{ width: scale.width }} />
        </colgroup>
        <thead>
          <tr style={{ height: headHigh }}>
            <th scope="col">{room.entryName}</th>
            <th scope="col">
              <TimeHead scale={scale} zoom={zoom} today={room.today} left={title} />
            </th>
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table do the same. */}
        <tbody onClick={({ target }) => setCursor(placeUnder(target) ?? cursor)}>
          <Space height={lines[seen.first]?.top ?? 0} />
          {lines.slice(seen.first, seen.end).map((line, i) => (
            <GanttLine
              key={line.key}
              line={line}
              place={seen.first + i}
              current={seen.first + i === cursor}
              room={lineRoom}
            />
          ))}
          <Space height={heightOf(lines) - (lines[seen.end]?.top ?? heightOf(lines))} />
        </tbody>
      </table>
    </div>
  )
}

function Space({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; it is empty height.
    <tr aria-hidden="true">
      <td colSpan={2} style={{ height }} />
    </tr>
  )
}

function placeUnder(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-place]') : null
  return row ? Number(row.dataset.place) : null
}

function bringIntoSight(box: HTMLDivElement | null, line: Line | undefined): void {
  if (!box || !line) return
  const room = box.clientHeight - headHigh
  if (line.top < box.scrollTop) box.scrollTop = line.top
  else if (line.top + line.height > box.scrollTop + room) box.scrollTop = line.top + line.height - room
}

/** Today stands a third from the left, at first and when it is asked for. */
function useToday(
  scroller: RefObject<HTMLDivElement | null>,
  scale: Scale,
  today: string,
  title: number,
  measured: boolean,
): () => void {
  const go = () => {
    const box = scroller.current
    if (box) box.scrollLeft = endPlace(scale, today) - (box.clientWidth - title) * 0.55
  }
  const current = useRef(go)
  current.current = go
  useLayoutEffect(() => {
    if (measured) current.current()
  }, [measured])
  return () => current.current()
}

function useNearEnd(near: boolean, onNearEnd: () => void): void {
  const current = useRef(onNearEnd)
  current.current = onNearEnd
  useEffect(() => {
    if (near) current.current()
  }, [near])
}
