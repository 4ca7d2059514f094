// The address of the 督办 page: what goes in comes out again, and nonsense in an address is left out.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allColumns,
  firstLook,
  fixedColumns,
  kinds,
  type Look,
  lights,
  lookOf,
  narrowed,
  pressed,
  searchOf,
  stages,
  toggled,
} from '#web/parts/supervise-look.ts'

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
const some = <V>(of: readonly V[]) => fc.subarray([...of], { minLength: 1 })
const filter = fc.record(
  {
    text: fc.string({ minLength: 1, maxLength: 100 }).filter((text) => text.trim() === text),
    stage: some(stages),
    light: some(lights),
    kind: some(kinds),
    closure: some(['open', 'closed', 'cancelled'] as const),
    lead: fc.uniqueArray(fc.uuid({ version: 7 }), { minLength: 1, maxLength: 3 }),
    supporting: fc.uniqueArray(fc.uuid({ version: 7 }), { minLength: 1, maxLength: 3 }),
    document: fc.uuid({ version: 7 }),
    parent: fc.oneof(fc.constant('none' as const), fc.uuid({ version: 7 })),
    dueFrom: day.map((at) => at.toISOString().slice(0, 10)),
    dueTo: day.map((at) => at.toISOString().slice(0, 10)),
  },
  { requiredKeys: [] },
)
const free = allColumns.filter((key) => !fixedColumns.includes(key))
const look: fc.Arbitrary<Look> = fc.record({
  view: fc.constantFrom('table', 'board', 'tree'),
  filter,
  sort: fc.constantFrom('number', 'title', 'dueOn', 'percent', 'stage', 'light', 'lead'),
  descending: fc.boolean(),
  columns: fc
    .subarray(free)
    .map((chosen) => allColumns.filter((key) => fixedColumns.includes(key) || chosen.includes(key))),
  asOf: fc.option(day.map((at) => at.toISOString())),
})

test('a look survives its address, also through the query string', () => {
  fc.assert(
    fc.property(look, (shown) => {
      const query = new URLSearchParams(Object.entries(searchOf(shown)) as [string, string][])
      expect(lookOf(Object.fromEntries(query))).toEqual(shown)
    }),
  )
})

test('the first look has a bare address', () => {
  expect(searchOf(firstLook)).toEqual({})
  expect(lookOf({})).toEqual(firstLook)
})

test('nonsense is left out', () => {
  const nonsense = {
    view: 'map',
    light: 'pink,red',
    stage: 7,
    lead: 'x',
    dueFrom: '2024-02-31',
    asOf: 'soon',
    sort: '-x',
  }
  expect(lookOf(nonsense)).toEqual({ ...firstLook, filter: { light: ['red'] } })
})

test('links of other pages: arrays, and descending as a field', () => {
  const shown = lookOf({ light: ['yellow', 'red'], sort: 'dueOn', descending: true, text: 2024 })
  expect(shown).toEqual({
    ...firstLook,
    filter: { light: ['red', 'yellow'], text: '2024' },
    sort: 'dueOn',
    descending: true,
  })
})

test('narrowing by nothing takes the field away', () => {
  const filter = { text: '高企', light: ['red' as const] }
  expect(narrowed(filter, 'light', toggled(filter.light, 'red'))).toEqual({ text: '高企' })
  expect(narrowed(filter, 'text', '')).toEqual({ light: ['red'] })
  expect(narrowed({}, 'light', toggled(undefined, 'blue'))).toEqual({ light: ['blue'] })
})

test('a header sorts up, down, then not', () => {
  const up = pressed(firstLook, 'dueOn')
  const down = pressed(up, 'dueOn')
  expect([up, down, pressed(down, 'dueOn')]).toEqual([
    { sort: 'dueOn', descending: false },
    { sort: 'dueOn', descending: true },
    { sort: 'number', descending: false },
  ])
})
