// One line a file: what is changed in a good one, and where it is found wrong.

import { expect, test } from 'vitest'
import { readAreas } from '#domain/boundary-areas.ts'

const square = (x: number, y: number) => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
]
const town = (name: unknown, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { name, population: 12 },
  geometry: { type, coordinates },
})
const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

test('areas are kept with their names and nothing else; heights are left out', () => {
  const lifted = square(117, 34).map((position) => [...position, 43.5])
  expect(readAreas(file(town(' 白沙镇 ', [lifted]), town('青石街道', [[square(118, 34)]], 'MultiPolygon')))).toEqual({
    areas: file(
      {
        type: 'Feature',
        properties: { name: '白沙镇' },
        geometry: { type: 'Polygon', coordinates: [square(117, 34)] },
      },
      {
        type: 'Feature',
        properties: { name: '青石街道' },
        geometry: { type: 'MultiPolygon', coordinates: [[square(118, 34)]] },
      },
    ),
    box: [117, 34, 119, 35],
  })
})

test.each<[string, unknown, string, string]>([
  ['no object', [], '', 'not-geojson'],
  ['a lone feature', town('甲', [square(1, 1)]), 'type', 'not-geojson'],
  ['no areas', file(), 'features', 'no-areas'],
  ['a point', file(town('甲', [1, 1], 'Point')), 'features[0].geometry', 'not-an-area'],
  ['no name', file(town('', [square(1, 1)])), 'features[0].properties.name', 'name-missing'],
  ['a name that is a number', file(town(5, [square(1, 1)])), 'features[0].properties.name', 'name-missing'],
  [
    'the same name',
    file(town('甲', [square(1, 1)]), town('甲', [square(3, 1)])),
    'features[1].properties.name',
    'name-twice',
  ],
  [
    'metres',
    file(town('甲', [square(39_500_000, 3_780_000)])),
    'features[0].geometry.coordinates[0][0]',
    'out-of-range',
  ],
  ['latitude first', file(town('甲', [square(34, 117)])), 'features[0].geometry.coordinates[0][0]', 'out-of-range'],
  ['words for numbers', file(town('甲', [[['117', '34']]])), 'features[0].geometry.coordinates[0][0]', 'bad-position'],
  ['an open ring', file(town('甲', [square(1, 1).slice(0, 4)])), 'features[0].geometry.coordinates[0]', 'not-closed'],
  ['no rings', file(town('甲', [])), 'features[0].geometry.coordinates', 'not-geojson'],
  [
    'other coordinates',
    { ...file(town('甲', [square(1, 1)])), crs: { properties: { name: 'EPSG:4527' } } },
    'crs',
    'other-coordinates',
  ],
])('%s is refused', (_, given, at, why) => {
  expect(readAreas(given)).toEqual({ at, why })
})

test('more positions than a browser draws are refused', () => {
  const ring = [...Array.from({ length: 500_001 }, (_, i) => [1 + i / 1e6, 1]), [1, 1]]
  expect(readAreas(file(town('甲', [ring])))).toMatchObject({ why: 'too-many' })
})
