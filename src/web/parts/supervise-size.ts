// How much room there is on the screen: the width of a box, the height from its top to the end of the window, and
// whether the screen is that of a phone.

import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react'

export type Size = { width: number; below: number }

/** `below` leaves a little air under the box and is never less than ten rows. */
export function useSize(box: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, below: 480 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const width = element.clientWidth
      const top = element.getBoundingClientRect().top + window.scrollY
      const below = Math.max(340, Math.floor(window.innerHeight - top - 20))
      setSize((before) => (before.width === width && before.below === below ? before : { width, below }))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    if (element.parentElement) watch.observe(element.parentElement)
    window.addEventListener('resize', measure)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [box])
  return size
}

/** The width at which the frame puts its navigation at the bottom (look.css). */
const phone = '(max-width: 760px)'

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(phone).matches)
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(phone)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Pop-ups belong to the page's main part, so that a screen reader finds them there. */
export function inMain(): HTMLElement {
  return document.getElementById('main') ?? document.body
}
