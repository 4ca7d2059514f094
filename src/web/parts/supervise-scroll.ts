// Following the scrolling of the 督办 table: which rows are drawn, and how much of them while they run by.

import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { rowHeight } from '#web/parts/supervise-columns.ts'
import { type Stretch, skims, stretchOf } from '#web/parts/supervise-window.ts'

/** `skim`: the rows run by; draw only what says which they are. */
export type Drawn = Stretch & { skim: boolean }

/** How long the list must rest before its rows are drawn whole again. */
const restMilliseconds = 80

/** What to do on every scroll: draw the rows now in sight before the next frame is shown. */
export function useScrolling(
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
