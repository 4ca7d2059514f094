// The entry that is chosen on a map, as a card in its corner: what it is, where it stands, and the way to its page.

import { Link } from '@tanstack/react-router'
import { useWords } from '#web/language.ts'
import { MapMark } from '#web/parts/map-mark.tsx'
import { type MapColour, markOf } from '#web/parts/map-marks.ts'
import type { SourceShown } from '#web/parts/map-sources.ts'

type Props = { shown: readonly SourceShown[]; chosen: string | null; colour: MapColour; onClose: () => void }

export function MapChosen({ shown, chosen, colour, onClose }: Props) {
  const { map, registers } = useWords()
  for (const { source, there } of shown) {
    const place = there?.places.find(({ id }) => id === chosen)
    if (!place) continue
    const { code, entryName } = source.register.definition
    const rung = source.ladder?.rungs.find(({ key }) => key === place.rung)?.name
    return (
      <div className="map-chosen" role="status">
        <MapMark mark={markOf(source.ladder, place, colour)} />
        <span>
          <Link className="map-line-title" to="/registers/$code/$id" params={{ code, id: place.id }}>
            {place.title ?? registers.untitled}
          </Link>{' '}
          <span className="soft">
            {[entryName, rung, place.stay === 'usual' ? '' : map.stays[place.stay]].filter((word) => word).join(' · ')}
          </span>
        </span>
        <button type="button" className="word-button" onClick={onClose}>
          {map.close}
        </button>
      </div>
    )
  }
  return null
}
