// The list beside a map: the same answer in words, so that what is chosen here is chosen there. It is also the way without a
// mouse, and the whole of it where no map can be drawn.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Box } from '#domain/boundary.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { type Naming, textOfValue } from '#web/parts/field-text.ts'
import { MapMark } from '#web/parts/map-mark.tsx'
import { type MapColour, markOf } from '#web/parts/map-marks.ts'
import type { MapSource, PlaceThere, SourceShown } from '#web/parts/map-sources.ts'
import { useNaming } from '#web/parts/naming.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showNumber } from '#web/words/amount.ts'

type Props = {
  shown: SourceShown
  colour: MapColour
  chosen: string | null
  /** False where no map is drawn: then all is listed. */
  drawn: boolean
  onChoose: (id: string, middle: [number, number]) => void
  onInto: (box: Box) => void
}

export function MapList({ shown, colour, chosen, drawn, onChoose, onInto }: Props) {
  const { map } = useWords()
  const language = useLanguage()
  const { source, there, error, again } = shown
  const naming = useNaming(source.register.definition, there?.places ?? [], source.narrow.asOf ?? null)
  if (error) return <RefusalNotice error={error} onRetry={again} />
  if (!there) return <LoadingMark />
  const { places, clusters, count, everywhere, placeless } = there
  const number = (n: number) => showNumber(n, language)
  const placed = everywhere - placeless
  return (
    <>
      <p className="soft map-list-counts">
        {placed === 0
          ? map.nothingAtAll
          : drawn
            ? map.inView(number(count), number(placed))
            : map.allListed(number(placed))}
        {placeless > 0 && ` · ${map.placeless(number(placeless))}`}
      </p>
      {clusters.length > 0 && <p className="soft">{drawn ? map.tooMany : map.tooManyListed}</p>}
      {count === 0 && placed > 0 && <p className="soft">{map.nothing}</p>}
      <ul className="map-list">
        {places.map((place) => (
          <PlaceLine
            key={place.id}
            {...{ source, place, colour, naming, drawn, onChoose }}
            chosen={place.id === chosen}
          />
        ))}
        {drawn &&
          clusters
            .toSorted((a, b) => b.count - a.count)
            .slice(0, 50)
            .map((cluster) => (
              <li key={cluster.middle.join()} className="map-line">
                <span className="map-line-title">{map.cluster(number(cluster.count))}</span>
                <Button
                  size="small"
                  aria-label={`${map.into} ${map.cluster(number(cluster.count))}`}
                  onClick={() => onInto(cluster.box)}
                >
                  {map.into}
                </Button>
              </li>
            ))}
      </ul>
    </>
  )
}

type LineProps = Pick<Props, 'colour' | 'drawn' | 'onChoose'> & {
  source: MapSource
  place: PlaceThere
  naming: Naming
  chosen: boolean
}

function PlaceLine({ source, place, colour, naming, chosen, drawn, onChoose }: LineProps) {
  const { map, registers } = useWords()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const { id, title, middle, rung, stay, days } = place
  const { definition } = source.register
  const name = source.ladder?.rungs.find(({ key }) => key === rung)?.name
  const told = source.show.flatMap((key) => {
    const field = definition.fields.find((one) => one.key === key)
    const text = field ? textOfValue(field, place.values[key], naming) : ''
    return text === '' ? [] : [text]
  })
  return (
    <li ref={line} className="map-line" aria-current={chosen ? 'true' : undefined}>
      <MapMark mark={markOf(source.ladder, place, colour)} />
      <span className="map-line-words">
        <Link className="map-line-title" to="/registers/$code/$id" params={{ code: definition.code, id }}>
          {title ?? registers.untitled}
        </Link>
        <span className="soft">
          {[
            name,
            days === null ? '' : registers.rung.days(days),
            stay === 'usual' || stay === 'none' ? '' : map.stays[stay],
          ]
            .filter((word) => word)
            .join(' ')}
        </span>
        {told.length > 0 && <span className="soft map-line-more">{told.join(' · ')}</span>}
      </span>
      {drawn && (
        <Button
          size="small"
          type="text"
          className="not-printed"
          aria-pressed={chosen}
          aria-label={map.locateOf(title ?? registers.untitled)}
          onClick={() => onChoose(id, middle)}
        >
          {map.locate}
        </Button>
      )}
    </li>
  )
}
