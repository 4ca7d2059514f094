// What the marks mean, with how many of each are in sight. Pressed, a rung narrows the map to itself.

import type { Ladder } from '#domain/register.ts'
import type { StayState } from '#domain/stay.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { MapMark } from '#web/parts/map-mark.tsx'
import { type MapColour, markOf } from '#web/parts/map-marks.ts'
import type { SourceShown } from '#web/parts/map-sources.ts'
import { showNumber } from '#web/words/amount.ts'

type Props = { shown: SourceShown; colour: MapColour; onRung?: (ladder: Ladder, rung: string | null) => void }

const order: readonly StayState[] = ['usual', 'late', 'stuck', 'left', 'none']

export function MapLegend({ shown: { source, there }, colour, onRung }: Props) {
  const { map } = useWords()
  const states = there?.states ?? []
  const { ladder } = source
  if (!ladder || states.length === 0) return null
  const sum = (fits: (state: (typeof states)[number]) => boolean) =>
    states.filter(fits).reduce((total, { count }) => total + count, 0)
  const rungs = [
    ...ladder.rungs.map(({ key, name }) => ({ key: key as string | null, name })),
    { key: null, name: map.notOnLadder },
  ]
  const stays = order.filter((stay) => states.some((state) => state.stay === stay))
  return (
    <section className="map-legend" aria-label={`${map.legend} ${source.register.definition.name}`}>
      {colour === 'rung' && (
        <ul>
          {rungs
            .map(({ key, name }) => ({ key, name, count: sum(({ rung }) => rung === key) }))
            .filter(({ count }) => count > 0)
            .map(({ key, name, count }) => (
              <li key={key ?? ''}>
                <LegendLine
                  mark={markOf(ladder, { rung: key, stay: key === null ? 'none' : 'usual' }, colour)}
                  name={name}
                  count={count}
                  {...(onRung && { says: map.only(name), onPress: () => onRung(ladder, key) })}
                />
              </li>
            ))}
        </ul>
      )}
      {(colour === 'stay' || stays.some((stay) => stay !== 'usual' && stay !== 'none')) && (
        <ul aria-label={map.legendStays}>
          {stays.map((stay) => (
            <li key={stay}>
              <LegendLine
                mark={colour === 'stay' ? markOf(null, { rung: null, stay }, colour) : plain(stay)}
                name={map.stays[stay]}
                count={sum((state) => state.stay === stay)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A shape without the colour of a rung. */
const plain = (stay: StayState) => ({
  ...markOf(null, { rung: null, stay }, 'stay'),
  fill: '#ffffff',
  ink: '#4a5563',
  sign: '',
})

type LineProps = { mark: ReturnType<typeof markOf>; name: string; count: number; says?: string; onPress?: () => void }

function LegendLine({ mark, name, count, says, onPress }: LineProps) {
  const language = useLanguage()
  const line = (
    <>
      <MapMark mark={mark} />
      <span>{name}</span>
      <span className="map-count">{showNumber(count, language)}</span>
    </>
  )
  if (!onPress) return <span className="map-legend-line">{line}</span>
  return (
    <button type="button" className="map-legend-line" title={says} onClick={onPress}>
      {line}
    </button>
  )
}
