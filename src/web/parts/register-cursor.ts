// The cell cursor of a register's table: moved by keys and clicks, found again when coming back from an entry.

import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { headHeight, rowHeight } from '#web/parts/supervise-columns.ts'
import { moved, type Step, scrollFor } from '#web/parts/supervise-window.ts'

/** `column` counts the columns after 序号. */
export type Cell = { place: number; column: number }

const start: Cell = { place: 0, column: 0 }

const steps: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
}

/** Where a list was left, so that coming back from an entry finds the same cell. */
const left = new Map<string, { top: number; cell: Cell }>()

type Room = {
  /** What is shown, as text: a new list starts at its first cell. */
  of: string
  scroller: RefObject<HTMLDivElement | null>
  total: number | null
  columns: number
  follow: () => void
}

/** Cells from one corner to the other, both included. */
export type Picked = { top: number; bottom: number; left: number; right: number }

export type CellCursor = {
  cell: Cell
  /** What is copied: from where picking began to the cursor. */
  picked: Picked
  /** `extend`: the other corner stays where it is. */
  to: (cell: Cell, extend?: boolean) => void
  move: (event: KeyboardEvent) => boolean
}

export function pickedBetween(a: Cell, b: Cell): Picked {
  return {
    top: Math.min(a.place, b.place),
    bottom: Math.max(a.place, b.place),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  }
}

export function useCellCursor({ of, scroller, total, columns, follow }: Room): CellCursor {
  const [{ cell, corner }, setBoth] = useState({ cell: start, corner: start })
  const setCell = (next: Cell) => setBoth({ cell: next, corner: next })
  const to = (next: Cell, extend = false) => {
    const inside = {
      place: Math.min(Math.max(0, next.place), Math.max(0, (total ?? 1) - 1)),
      column: Math.min(Math.max(0, next.column), columns - 1),
    }
    setBoth({ cell: inside, corner: extend ? corner : inside })
    const box = scroller.current
    if (!box) return
    const top = scrollFor(inside.place, { top: box.scrollTop, height: box.clientHeight, rowHeight }, headHeight)
    if (top !== null) box.scrollTop = top
    showColumn(box, inside.column)
  }
  const move = (event: KeyboardEvent): boolean => {
    const next = movedTo(event, cell, { total: total ?? 0, columns, page: pageOf(scroller.current) })
    if (next) to(next, event.shiftKey && event.key !== 'Tab')
    return next !== null
  }
  useReturning(of, scroller, total !== null, cell, setCell, follow)
  return { cell, picked: pickedBetween(corner, cell), to, move }
}

type Bounds = { total: number; columns: number; page: number }

/** Home and End go along the row, with Ctrl to the first and last row that is known. Null: no key of the cursor. */
export function movedTo(
  {
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  { place, column }: Cell,
  { total, columns, page }: Bounds,
): Cell | null {
  if (altKey) return null
  const far = ctrlKey || metaKey
  const step = steps[key]
  if (step) return { place: far ? (step.endsWith('up') ? 0 : total - 1) : moved(place, step, { total, page }), column }
  switch (key) {
    case 'ArrowLeft':
      return { place, column: far ? 0 : Math.max(0, column - 1) }
    case 'ArrowRight':
      return { place, column: far ? columns - 1 : Math.min(columns - 1, column + 1) }
    case 'Home':
      return { place: far ? 0 : place, column: 0 }
    case 'End':
      return { place: far ? Math.max(0, total - 1) : place, column: columns - 1 }
    case 'Tab': {
      // At the ends of a row Tab leaves the table, so that nobody is caught in it.
      const next = column + (shiftKey ? -1 : 1)
      return next >= 0 && next < columns ? { place, column: next } : null
    }
    default:
      return null
  }
}

function pageOf(box: HTMLDivElement | null): number {
  return box ? Math.max(1, Math.floor((box.clientHeight - headHeight) / rowHeight) - 1) : 1
}

/** Scrolls sideways as far as the column needs; what stays in place on the left covers a part. */
function showColumn(box: HTMLDivElement, column: number): void {
  const heads = [...box.querySelectorAll<HTMLElement>('thead th')]
  const head = heads[column + 1]
  if (!head || head.classList.contains('frozen')) return
  const covered = heads.filter((one) => one.classList.contains('frozen')).reduce((sum, one) => sum + one.offsetWidth, 0)
  const [start, end] = [head.offsetLeft, head.offsetLeft + head.offsetWidth]
  if (start < box.scrollLeft + covered) box.scrollLeft = start - covered
  else if (end > box.scrollLeft + box.clientWidth) box.scrollLeft = end - box.clientWidth
}

function useReturning(
  of: string,
  scroller: RefObject<HTMLDivElement | null>,
  known: boolean,
  cell: Cell,
  setCell: (cell: Cell) => void,
  follow: () => void,
): void {
  const now = useRef(cell)
  now.current = cell
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is restored once per list, not whenever a function is made anew.
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || !known) return
    const before = left.get(of)
    box.scrollTop = before?.top ?? 0
    setCell(before?.cell ?? start)
    queueMicrotask(follow)
    return () => void left.set(of, { top: box.scrollTop, cell: now.current })
  }, [of, known])
}

/** A click moves the cursor; a plain one on a link opens it, any other is the browser's (a new tab, a download). */
export function useCellPicking(to: CellCursor['to'], columns: readonly string[]) {
  const navigate = useNavigate()
  return (event: MouseEvent) => {
    const cell = cellAt(event.target, columns)
    if (cell) to(cell, event.shiftKey)
    // With Shift the browser marks the words between as well.
    if (event.shiftKey) getSelection()?.removeAllRanges()
    const link = (event.target as HTMLElement).closest('a')
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void navigate({ href: link.getAttribute('href')! })
  }
}

export function cellAt(target: EventTarget, columns: readonly string[]): Cell | null {
  const box = (target as HTMLElement).closest('td')
  const row = box?.closest('tr')
  if (!row?.id.startsWith('row-')) return null
  return { place: Number(row.id.slice(4)), column: Math.max(0, columns.indexOf(box?.dataset.key ?? '')) }
}
