// Days become places: whole months and quarters, every day inside, marks that do not lie on each other.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { clustersOf, endPlace, placeOf, scaleOf } from '#web/parts/gantt-scale.ts'

test('whole months with one more, or whole quarters; the room is filled', () => {
  const months = scaleOf(['2026-03-15', '2026-05-02'], 'month', 0)
  expect([months.from, months.to]).toEqual(['2026-03-01', '2026-06-30'])
  expect(months.parts.map(({ key, number }) => `${key} ${number}`)).toEqual([
    '2026-03 3',
    '2026-04 4',
    '2026-05 5',
    '2026-06 6',
  ])
  const quarters = scaleOf(['2025-12-15', '2026-05-02'], 'quarter', 1000)
  expect([quarters.from, quarters.to, quarters.width]).toEqual(['2025-10-01', '2026-06-30', 1000])
  expect(quarters.parts.map(({ number }) => number)).toEqual([4, 1, 2])
  expect(quarters.years.map(({ number }) => number)).toEqual([2025, 2026])
})

test('every day lies inside, later days further right, the parts cover the whole width', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n))
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1 }),
      fc.constantFrom('month', 'quarter'),
      fc.nat(3000),
      (days, zoom, room) => {
        const scale = scaleOf(days, zoom, room)
        for (const one of days) {
          expect(placeOf(scale, one)).toBeGreaterThanOrEqual(0)
          expect(endPlace(scale, one)).toBeLessThanOrEqual(scale.width + 1)
          expect(endPlace(scale, one)).toBeGreaterThan(placeOf(scale, one))
        }
        for (const cells of [scale.parts, scale.years]) {
          expect(cells[0]!.x).toBe(0)
          for (const [i, { x, width }] of cells.entries())
            if (cells[i + 1]) expect(cells[i + 1]!.x).toBeCloseTo(x + width)
          const last = cells.at(-1)!
          expect(Math.abs(last.x + last.width - scale.width)).toBeLessThan(1)
        }
      },
    ),
  )
})

test('marks: one of a kind for what lies together, others aside, none lost', () => {
  const marks = [
    { x: 10, kind: 'red', name: 'a' },
    { x: 12, kind: 'red', name: 'b' },
    { x: 13, kind: 'black', name: 'c' },
    { x: 40, kind: 'red', name: 'd' },
  ]
  expect(clustersOf(marks, 10)).toEqual([
    { x: 10, kind: 'red', names: ['a', 'b'] },
    { x: 20, kind: 'black', names: ['c'] },
    { x: 40, kind: 'red', names: ['d'] },
  ])
})
