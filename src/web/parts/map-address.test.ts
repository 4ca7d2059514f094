// One line an address: what is understood of it, what narrows a register, and what pressing a rung makes of it.

import { expect, test } from 'vitest'
import { filterOf, type MapSearch, mapSearch, rungTurned } from '#web/parts/map-address.ts'

test.each<[Record<string, unknown>, MapSearch]>([
  [{}, {}],
  [
    { on: ['village', 5], text: '溪' },
    { on: ['village'], text: '溪' },
  ],
  [{ on: 'village', text: '' }, {}],
  [{ filter: 'village:@main=named' }, { filter: ['village:@main=named'] }],
  [{ filter: ['village:town=白沙镇', 'town=白沙镇', 7, 'Village:a=b'] }, { filter: ['village:town=白沙镇'] }],
])('%j is %j', (search, expected) => {
  expect(mapSearch(search)).toEqual(expected)
})

test('each register is narrowed by its own lines', () => {
  const search = { filter: ['village:@main=named', 'village_area:theme~水', 'village:town=白沙镇'] }
  expect(filterOf(search, 'village')).toEqual(['@main=named', 'town=白沙镇'])
  expect(filterOf(search, 'village_area')).toEqual(['theme~水'])
  expect(filterOf(search, 'investment')).toEqual([])
})

test('a rung pressed narrows to it, another takes its place, the same again frees it', () => {
  const start: MapSearch = { on: ['village'], filter: ['village:town=白沙镇'] }
  const named = rungTurned(start, 'village', 'main', 'named')
  expect(named).toEqual({ on: ['village'], filter: ['village:town=白沙镇', 'village:@main=named'] })
  expect(rungTurned(named, 'village', 'main', null).filter).toEqual(['village:town=白沙镇', 'village:@main='])
  expect(rungTurned(named, 'village', 'main', 'named')).toEqual(start)
})
