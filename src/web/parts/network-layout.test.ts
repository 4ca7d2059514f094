// Networks in one line, `c < a b`: c waits for a and b. Places as column.row.

import { expect, test } from 'vitest'
import { arrowsOf, placesOf } from '#web/parts/network-layout.ts'

const nodesOf = (text: string) =>
  text.split(', ').map((part) => {
    const [key, after] = part.split(' < ')
    return { key: key!, after: after?.split(' ') ?? [], on: null }
  })

test.each([
  ['a, b < a, c < b', 'a 0.0, b 1.0, c 2.0'],
  ['a, b, c < a b', 'a 0.0, b 0.1, c 1.0'],
  ['a, b < a, c < a, d < b c', 'a 0.0, b 1.0, c 1.1, d 2.0'],
  ['a, b, x < b, y < a', 'a 0.0, b 0.1, y 1.0, x 1.1'],
])('%s stands at %s', (text, places) => {
  const shown = [...placesOf(nodesOf(text)).places.values()].map(({ key, column, row }) => `${key} ${column}.${row}`)
  expect(shown.join(', ')).toBe(places)
})

test('what comes first stands above', () => {
  const nodes = [
    { key: 'late', after: [], on: '2026-05-01' },
    { key: 'early', after: [], on: '2026-04-01' },
  ]
  expect(placesOf(nodes).places.get('early')!.row).toBe(0)
})

test('an arrow that another way says already is left out', () => {
  expect(arrowsOf(nodesOf('a, b < a, c < b a')).map(({ from, to }) => `${from}${to}`)).toEqual(['ab', 'bc'])
})
