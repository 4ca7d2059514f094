// What is thinned stays a place of its kind: rings stay closed, lines keep their ends, nothing is invented.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Place } from '#domain/field-value.ts'
import { thinned } from '#domain/thinned.ts'

const degree = fc.integer({ min: -80_000, max: 80_000 }).map((n) => n / 1000)
const position = fc.tuple(degree, degree)

test('a ring stays closed and short, and every corner was there before', () => {
  const ring = fc.array(position, { minLength: 3, maxLength: 400 }).map((open) => [...open, open[0]!])
  fc.assert(
    fc.property(ring, fc.integer({ min: 4, max: 50 }), (coordinates, most) => {
      const place = thinned({ type: 'Polygon', coordinates: [coordinates] }, most)
      expect(Place.parse(place)).toEqual(place)
      const [kept] = place.coordinates as [typeof coordinates]
      expect(kept.length).toBe(Math.min(coordinates.length, most))
      expect(kept.at(-1)).toEqual(kept[0])
      for (const one of kept) expect(coordinates).toContainEqual(one)
    }),
  )
})

test('a line keeps its ends, a point is left alone', () => {
  const coordinates = Array.from({ length: 1000 }, (_, i): [number, number] => [i / 100, 30])
  const line = thinned({ type: 'LineString', coordinates }, 10)
  expect([line.coordinates[0], line.coordinates.at(-1)]).toEqual([coordinates[0], coordinates[999]])
  expect(thinned({ type: 'Point', coordinates: [117, 34] }, 4)).toEqual({ type: 'Point', coordinates: [117, 34] })
})
