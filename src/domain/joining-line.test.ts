// Lines and groups of places, for any places: each is joined once, never by a longer way than given; groups do not depend on
// the order, hold only what is near, and leave out only what is not.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type At, kilometres, lengthKm } from '#domain/great-circle.ts'
import { joiningLine } from '#domain/joining-line.ts'
import { joinedShare, nearGroups, type Spot } from '#domain/near-groups.ts'

const place = fc.tuple(
  fc.integer({ min: 116_500, max: 118_000 }).map((n) => n / 1000),
  fc.integer({ min: 33_500, max: 35_000 }).map((n) => n / 1000),
) as fc.Arbitrary<At>
const placesUpTo = (most: number) => fc.array(place, { maxLength: most })

test.each<[At, At, number]>([
  [[117, 34], [117, 34], 0],
  [[0, 0], [0, 1], 111.195],
  [[117, 34], [118, 34], 92.186],
  [[0, 90], [100, 90], 0],
])('from %j to %j it is %d km', (from, to, km) => {
  expect(kilometres(from, to)).toBeCloseTo(km, 2)
})

test('every place is joined once, and the line is never longer than the order given', () => {
  fc.assert(
    fc.property(placesUpTo(14), (places) => {
      const order = joiningLine(places)
      expect(order.toSorted((a, b) => a - b)).toEqual(places.map((_, i) => i))
      expect(lengthKm(order.map((i) => places[i]!))).toBeLessThanOrEqual(lengthKm(places) + 1e-6)
    }),
  )
})

test('no stretch of it could be turned around for a shorter line', () => {
  fc.assert(
    fc.property(placesUpTo(9), fc.nat(8), fc.nat(8), (places, a, b) => {
      const order = joiningLine(places)
      const [i, j] = [Math.min(a, b), Math.max(a, b) + 1]
      const turned = [...order.slice(0, i), ...order.slice(i, j).toReversed(), ...order.slice(j)]
      const km = (of: number[]) => lengthKm(of.map((one) => places[one]!))
      expect(km(order)).toBeLessThanOrEqual(km(turned) + 1e-6)
    }),
  )
})

test('places on a street are joined along it', () => {
  const street = [3, 0, 4, 1, 2].map((n): At => [117 + n / 100, 34])
  expect([
    [1, 3, 4, 0, 2],
    [2, 0, 4, 3, 1],
  ]).toContainEqual(joiningLine(street))
})

test('two hundred places are joined in a second or two', () => {
  const places = Array.from({ length: 200 }, (_, i): At => [117 + ((i * 37) % 101) / 100, 34 + ((i * 61) % 97) / 100])
  const started = performance.now()
  const order = joiningLine(places)
  expect(new Set(order).size).toBe(200)
  console.log(
    `200 places joined in ${Math.round(performance.now() - started)} ms, ${Math.round(lengthKm(order.map((i) => places[i]!)))} km`,
  )
  expect(performance.now() - started).toBeLessThan(20_000)
})

const spots = placesUpTo(25).map((places) =>
  places.map((at, i): Spot => ({ id: `v${String(i).padStart(2, '0')}`, at })),
)

test('groups do not depend on the order in which the places come', () => {
  fc.assert(
    fc.property(
      spots,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 2, max: 4 }),
      fc.nat(),
      (all, km, least, seed) => {
        const mixed = all.toSorted((a, b) => ((a.id.charCodeAt(2) * seed) % 7) - ((b.id.charCodeAt(2) * seed) % 7))
        expect(nearGroups(mixed, km, least)).toEqual(nearGroups(all, km, least))
      },
    ),
  )
})

test('everything is in one group or alone; who is alone has too few near, and in a group each has one near', () => {
  fc.assert(
    fc.property(spots, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 4 }), (all, km, least) => {
      const { groups, alone } = nearGroups(all, km, least)
      expect([...groups.flat(), ...alone].toSorted()).toEqual(all.map(({ id }) => id))
      const at = (id: string) => all.find((one) => one.id === id)!.at
      const near = (id: string, within: readonly string[]) =>
        within.filter((other) => other !== id && kilometres(at(id), at(other)) <= km * 1.001)
      const ids = all.map(({ id }) => id)
      for (const id of alone)
        expect(
          ids.filter((other) => other !== id && kilometres(at(id), at(other)) < km * 0.999).length + 1,
        ).toBeLessThan(least)
      for (const group of groups) for (const id of group) expect(near(id, group).length).toBeGreaterThan(0)
    }),
  )
})

test.each<[(string | null)[], number | null]>([
  [[], null],
  [[null, null], 0],
  [['a', 'a', 'b', null], 0.5],
  [['a', 'a'], 1],
])('the share that is joined of %j is %s', (areas, share) => {
  expect(joinedShare(areas)).toBe(share)
})
