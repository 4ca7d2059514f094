// A place with fewer corners, for a map that shows many: every ring and line keeps its ends and evenly picked corners
// between. The entry's own page has all of them.

import type { Place } from '#domain/field-value.ts'

type Position = [number, number]

/** At most `most` positions a ring or line (4 at least), so that an answer with many areas stays small. */
export function thinned(place: Place, most: number): Place {
  switch (place.type) {
    case 'Point':
      return place
    case 'LineString':
      return { ...place, coordinates: picked(place.coordinates, most) }
    case 'Polygon':
      return { ...place, coordinates: place.coordinates.map((ring) => picked(ring, most)) }
  }
}

function picked(positions: Position[], most: number): Position[] {
  if (positions.length <= most) return positions
  const step = (positions.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => positions[Math.round(i * step)]!)
}
