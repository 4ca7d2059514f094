// A place while it is drawn: its corners in order, as positions on the map and as lines of text, and the place that they make.

import type { Place } from '#domain/field-value.ts'

export type Corner = [number, number]
export type PlaceKind = Place['type']

/** Of an area the outer ring, without the corner that closes it. */
export function cornersOf(place: Place | null): Corner[] {
  if (place === null) return []
  switch (place.type) {
    case 'Point':
      return [place.coordinates]
    case 'LineString':
      return place.coordinates
    case 'Polygon':
      return place.coordinates[0]!.slice(0, -1)
  }
}

/** Null while there are too few corners. Holes of the area before stay. */
export function placeFrom(kind: PlaceKind, corners: readonly Corner[], before: Place | null): Place | null {
  const [first] = corners
  if (!first) return null
  if (kind === 'Point') return { type: kind, coordinates: first }
  if (kind === 'LineString') return corners.length < 2 ? null : { type: kind, coordinates: [...corners] }
  const holes = before?.type === 'Polygon' ? before.coordinates.slice(1) : []
  return corners.length < 3 ? null : { type: kind, coordinates: [[...corners, first], ...holes] }
}

export const fewest: Record<PlaceKind, number> = { Point: 1, LineString: 2, Polygon: 3 }

/** What is drawn while it grows: what it makes already, and each corner. */
export function sketchOf(kind: PlaceKind, corners: readonly Corner[], before: Place | null): Place[] {
  const points = corners.map((coordinates): Place => ({ type: 'Point', coordinates }))
  const made = placeFrom(kind, corners, before)
  const growing: Place[] = made ? [made] : corners.length > 1 ? [{ type: 'LineString', coordinates: [...corners] }] : []
  return kind === 'Point' ? points : [...growing, ...points]
}

export function textOfCorners(corners: readonly Corner[]): string {
  return corners.map(([x, y]) => `${x}, ${y}`).join('\n')
}

const line = /^(-?\d{1,3}(?:\.\d+)?)[\s,，]+(-?\d{1,2}(?:\.\d+)?)$/

/** Null where a line is no position. */
export function cornersIn(text: string): Corner[] | null {
  const lines = text.split('\n').map((one) => one.trim())
  const corners = lines.filter((one) => one !== '').map((one) => cornerIn(one))
  return corners.every((corner) => corner !== null) ? corners : null
}

function cornerIn(text: string): Corner | null {
  const [, x, y] = line.exec(text) ?? []
  const corner: Corner = [Number(x), Number(y)]
  return x !== undefined && Math.abs(corner[0]) <= 180 && Math.abs(corner[1]) <= 90 ? corner : null
}
