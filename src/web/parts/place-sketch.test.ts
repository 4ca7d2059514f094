// A drawn place: what its corners make, what they are written as, and that both come back as they were.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Place } from '#domain/field-value.ts'
import {
  type Corner,
  cornersIn,
  cornersOf,
  fewest,
  type PlaceKind,
  placeFrom,
  sketchOf,
  textOfCorners,
} from '#web/parts/place-sketch.ts'

const degree = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5)
const corners = fc.array(fc.tuple(degree(180), degree(90)), { maxLength: 12 })
const kind = fc.constantFrom<PlaceKind>('Point', 'LineString', 'Polygon')

test('corners make a place that the register takes, as soon as there are enough', () => {
  fc.assert(
    fc.property(kind, corners, (kind, corners) => {
      const place = placeFrom(kind, corners, null)
      expect(place !== null).toBe(corners.length >= fewest[kind])
      if (!place) return
      expect(Place.parse(place)).toEqual(place)
      expect(cornersOf(place)).toEqual(kind === 'Point' ? corners.slice(0, 1) : corners)
    }),
  )
})

test('corners written as text are read back', () => {
  fc.assert(
    fc.property(corners, (corners) => {
      expect(cornersIn(textOfCorners(corners))).toEqual(corners)
    }),
  )
})

test.each<[string, Corner[] | null]>([
  [
    '117.2, 34.3\n\n117.3，34.4',
    [
      [117.2, 34.3],
      [117.3, 34.4],
    ],
  ],
  ['117.2 34.3', [[117.2, 34.3]]],
  ['34.3', null],
  ['117.2, 134.3', null],
  ['117.2, 34.3\n东边', null],
])('%j is %j', (text, expected) => {
  expect(cornersIn(text)).toEqual(expected)
})

test('holes of an area stay when its outer ring is changed', () => {
  const ring: Corner[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 0],
  ]
  const hole: Corner[] = [
    [1, 1],
    [2, 1],
    [2, 2],
    [1, 1],
  ]
  const place = placeFrom(
    'Polygon',
    [
      [0, 0],
      [5, 0],
      [5, 5],
    ],
    { type: 'Polygon', coordinates: [ring, hole] },
  )
  expect(place).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [5, 0],
        [5, 5],
        [0, 0],
      ],
      hole,
    ],
  })
})

test('two corners of an area are drawn as a line until the third is there', () => {
  const kinds = (corners: Corner[]) => sketchOf('Polygon', corners, null).map(({ type }) => type)
  expect(kinds([[0, 0]])).toEqual(['Point'])
  expect(
    kinds([
      [0, 0],
      [1, 0],
    ]),
  ).toEqual(['LineString', 'Point', 'Point'])
  expect(
    kinds([
      [0, 0],
      [1, 0],
      [1, 1],
    ])[0],
  ).toBe('Polygon')
})
