// A map with its legend and its list, over one register or several. Map and list show one answer: what is chosen in one is
// chosen in the other, and moving the map asks for what lies in sight.

import { Segmented } from 'antd'
import { type ReactNode, useDeferredValue, useRef, useState } from 'react'
import type { Box } from '#domain/boundary.ts'
import type { Ladder } from '#domain/register.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { useBoundaries } from '#web/parts/map-boundaries.ts'
import { MapCanvas } from '#web/parts/map-canvas.tsx'
import { MapChosen } from '#web/parts/map-chosen.tsx'
import { canDraw, type Drawing, type Ground } from '#web/parts/map-ground.ts'
import { MapLegend } from '#web/parts/map-legend.tsx'
import { MapList } from '#web/parts/map-list.tsx'
import type { MapColour } from '#web/parts/map-marks.ts'
import { aroundAll, drawnClusters, drawnPlaces, type MapSource, usePlaces } from '#web/parts/map-sources.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { showNumber } from '#web/words/amount.ts'
import './map.css'

type Props = {
  sources: readonly MapSource[]
  asOf: string | null
  /** Positions are made up: the map says so. */
  sample: boolean
  onRung?: (source: MapSource, ladder: Ladder, rung: string | null) => void
  /** Above the list: what is laid over the ground. */
  children?: ReactNode
}

/** Where nothing says where to look: the whole country. */
const country: Box = [73, 18, 135, 54]

export function MapView({ sources, asOf, sample, onRung, children }: Props) {
  const { map, registers } = useWords()
  const language = useLanguage()
  const [able] = useState(canDraw)
  const [seen, setSeen] = useState<Box | null>(null)
  const [colour, setColour] = useState<MapColour>('rung')
  const [chosen, setChosen] = useState<string | null>(null)
  const ground = useRef<Ground | null>(null)
  const boundaries = useBoundaries(asOf)
  const shown = usePlaces(sources, useDeferredValue(seen))
  const around = aroundAll(shown)
  const answered = shown.every(({ there, error }) => there !== undefined || error !== null)
  const opened = useRef(false)
  opened.current ||= boundaries.ready && answered
  const start = boundaries.box ?? (around && padded(around)) ?? country
  const whole = around && boundaries.box ? joined(around, boundaries.box) : start
  const places = drawnPlaces(shown, colour, registers.untitled)
  const drawing = useDrawing({
    boundaries: boundaries.drawn,
    places,
    clusters: drawnClusters(shown, (n) => showNumber(n, language)),
    sketch: [],
    chosen,
  })
  const into = (box: Box) => ground.current?.fit(padded(box, 0.0005))
  const choose = (id: string, middle: [number, number]) => {
    setChosen(id)
    ground.current?.show(middle)
  }
  return (
    <div className={able ? 'map-view' : 'map-view is-listed'}>
      <div className="map-bar">
        <Segmented<MapColour>
          aria-label={map.colour.label}
          options={[
            { value: 'rung', label: map.colour.rung },
            { value: 'stay', label: map.colour.stay },
          ]}
          value={colour}
          onChange={setColour}
        />
        {able && (
          <button type="button" className="plain-button small not-printed" onClick={() => ground.current?.fit(whole)}>
            {map.whole}
          </button>
        )}
        <button type="button" className="plain-button small not-printed" onClick={() => window.print()}>
          {map.print}
        </button>
      </div>
      <div className="map-ground">
        {opened.current ? (
          <MapCanvas
            box={start}
            drawing={drawing}
            label={map.groundLabel}
            onOpen={(map) => {
              ground.current = map
            }}
            events={{ onGround: setSeen, onPlace: setChosen, onCluster: into }}
          />
        ) : (
          <LoadingMark />
        )}
        {(sample || boundaries.sample) && <p className="map-sample">{map.sample}</p>}
        <MapChosen shown={shown} chosen={chosen} colour={colour} onClose={() => setChosen(null)} />
      </div>
      <aside className="map-side" aria-label={map.list}>
        {children}
        {shown.map((one) => (
          <section key={one.source.register.id} className="map-source">
            {sources.length > 1 && <h2>{one.source.register.definition.name}</h2>}
            <MapLegend
              shown={one}
              colour={colour}
              {...(onRung && { onRung: (ladder, rung) => onRung(one.source, ladder, rung) })}
            />
            <MapList shown={one} colour={colour} chosen={chosen} drawn={able} onChoose={choose} onInto={into} />
          </section>
        ))}
      </aside>
    </div>
  )
}

/** The same drawing while nothing in it has changed: the map is not told to draw it again. */
function useDrawing(drawing: Drawing): Drawing {
  const { boundaries, places, clusters, sketch, chosen } = drawing
  const key = JSON.stringify([
    boundaries.map(({ kind, areas }) => [kind, areas.features.length]),
    places.map(({ id, middle, mark, title }) => [id, middle, mark, title]),
    clusters,
    sketch,
    chosen,
  ])
  const last = useRef({ key, drawing })
  if (last.current.key !== key) last.current = { key, drawing }
  return last.current.drawing
}

/** A little air around, `least` degrees: a lone point gets a kilometre unless somebody wants to see it from near. */
function padded([west, south, east, north]: Box, least = 0.01): Box {
  const air = (from: number, to: number) => Math.max((to - from) * 0.08, least)
  const [x, y] = [air(west, east), air(south, north)]
  return [west - x, south - y, east + x, north + y]
}

function joined(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
