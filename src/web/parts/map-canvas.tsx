// The ground as a React part: opened once, told what to draw whenever that changes. Where it cannot be drawn, a sentence
// stands in its place, and the list beside it holds everything.

import { useEffect, useRef, useState } from 'react'
import type { Box } from '#domain/boundary.ts'
import { useWords } from '#web/language.ts'
import { canDraw, type Drawing, type Ground, type GroundEvents, openGround } from '#web/parts/map-ground.ts'

type Props = {
  /** What is looked at first. */
  box: Box
  drawing: Drawing
  events: GroundEvents
  /** Handed out when the map is there, for those who move it. */
  onOpen?: (ground: Ground | null) => void
  label: string
}

export function MapCanvas({ box, drawing, events, onOpen, label }: Props) {
  const { map } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const heard = useRef(events)
  heard.current = events
  const [ground, setGround] = useState<Ground | null>(null)
  const [able] = useState(canDraw)
  // Opened once: a new box, new words or new listeners do not throw the map away.
  const first = useRef({ box, says: map.controls, onOpen, positions: events.onPosition !== undefined })
  useEffect(() => {
    if (!able || !place.current) return
    const { box, says, onOpen, positions } = first.current
    const opened = openGround(
      place.current,
      box,
      {
        onGround: (seen) => heard.current.onGround(seen),
        onPlace: (id) => heard.current.onPlace(id),
        onCluster: (around) => heard.current.onCluster(around),
        ...(positions && { onPosition: (at: [number, number]) => heard.current.onPosition?.(at) }),
      },
      says,
    )
    setGround(opened)
    onOpen?.(opened)
    return () => {
      onOpen?.(null)
      opened.close()
    }
  }, [able])
  useEffect(() => ground?.draw(drawing), [ground, drawing])
  if (!able) {
    return (
      <p className="map-not-drawn" role="status">
        {map.noDrawing}
      </p>
    )
  }
  return <section ref={place} className="map-canvas" aria-label={label} />
}
