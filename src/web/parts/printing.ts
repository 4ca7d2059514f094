// Printing a list that the screen holds only in part: all of it is fetched and drawn for the printer, then the screen has its own
// again.

import { useEffect, useState } from 'react'
import { useRefusalMessage } from '#web/hooks.ts'

/** `ready`: how far the fetching is, as `gather` tells it; null when nothing is being fetched. */
export type Printing<T> = { printed: T | null; ready: number | null; print: () => void }

export function usePrinting<T>(gather: (onReady: (ready: number) => void) => Promise<T>): Printing<T> {
  const [printed, setPrinted] = useState<T | null>(null)
  const [ready, setReady] = useState<number | null>(null)
  const refused = useRefusalMessage()
  useEffect(() => {
    if (!printed) return
    const done = () => setPrinted(null)
    window.addEventListener('afterprint', done)
    // Two frames: the lines are laid out before the printer looks.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
    return () => window.removeEventListener('afterprint', done)
  }, [printed])
  const print = () => {
    setReady(0)
    gather(setReady)
      .then(setPrinted, refused)
      .finally(() => setReady(null))
  }
  return { printed, ready, print }
}
