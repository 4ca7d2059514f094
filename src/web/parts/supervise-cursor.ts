// The row cursor of the 督办 table: moved by keys and clicks, opened, and found again when coming back.

import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { useKeys } from '#web/parts/keys.tsx'
import { lookingBack } from '#web/parts/supervise-cells.tsx'
import { headHeight, rowHeight } from '#web/parts/supervise-columns.ts'
import type { Look } from '#web/parts/supervise-look.ts'
import type { Rows } from '#web/parts/supervise-rows.ts'
import { moved, type Step, scrollFor } from '#web/parts/supervise-window.ts'

/** Where a look was left, so that coming back from a commitment finds the same row. */
const left = new Map<string, { top: number; cursor: number }>()

type CursorRoom = {
  look: Look
  rows: Rows
  scroller: RefObject<HTMLDivElement | null>
  active: boolean
  onWhy: (row: CommitmentRow, button: HTMLElement) => void
}

export function useCursor({ look, rows, scroller, active, onWhy }: CursorRoom): [number, (place: number) => void] {
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

/** A click moves the cursor; a plain one on a title opens it, any other is the browser's (a new tab, a download). */
export function usePicking(asOf: string | null, setCursor: (place: number) => void) {
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

/** A new look starts at its first row; a look that was left is found as it was. */
export function useReturn(
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
