// The window over a long list: what is in sight is always drawn, and on the pages that are asked for.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved, pagesOf, scrollFor, skims, stretchOf } from '#web/parts/supervise-window.ts'

const list = fc.record({
  top: fc.integer({ min: 0, max: 200_000 }),
  height: fc.integer({ min: 100, max: 2000 }),
  rowHeight: fc.constantFrom(28, 30, 32),
  total: fc.integer({ min: 0, max: 6000 }),
})

test('every row in sight is drawn, and few more', () => {
  fc.assert(
    fc.property(list, (scrolled) => {
      const { top, height, rowHeight, total } = scrolled
      const { first, end } = stretchOf(scrolled)
      const seen = Array.from({ length: total }, (_, row) => row).filter(
        (row) => (row + 1) * rowHeight > top && row * rowHeight < top + height,
      )
      expect(seen.every((row) => first <= row && row < end)).toBe(true)
      expect(end - first).toBeLessThan(height / rowHeight + 60)
      expect(end).toBeLessThanOrEqual(total)
    }),
  )
})

test('pages cover the rows drawn', () => {
  expect(pagesOf({ first: 0, end: 0 }, 200)).toEqual([0])
  expect(pagesOf({ first: 190, end: 230 }, 200)).toEqual([0, 200])
  expect(pagesOf({ first: 4800, end: 4860 }, 200)).toEqual([0, 4800])
})

test('the cursor stays on the list and its row in sight', () => {
  const list = { total: 10, page: 4 }
  expect([moved(0, 'up', list), moved(9, 'down', list), moved(3, 'page-down', list), moved(2, 'last', list)]).toEqual([
    0, 9, 7, 9,
  ])
  expect(moved(0, 'last', { total: 0, page: 4 })).toBe(0)
  const sight = { top: 300, height: 330, rowHeight: 30 }
  expect([scrollFor(10, sight, 30), scrollFor(3, sight, 30), scrollFor(25, sight, 30)]).toEqual([null, 90, 480])
})

test('a wheel step is read, a pull at the scroll bar is skimmed', () => {
  const rows = (first: number) => ({ first, end: first + 40 })
  expect([skims(rows(100), rows(108)), skims(rows(100), rows(180)), skims(rows(100), rows(60))]).toEqual([
    false,
    true,
    true,
  ])
})
