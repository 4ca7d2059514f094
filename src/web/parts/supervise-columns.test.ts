import { expect, test } from 'vitest'
import { placed, widthOf } from '#web/parts/supervise-columns.ts'

const shown = [
  'place',
  'number',
  'light',
  'title',
  'source',
  'value',
  'lead',
  'supporting',
  'dueOn',
  'percent',
  'latest',
  'stage',
  'urged',
] as const

test.each([
  [1428, 'zh', 1428],
  [1432, 'en', 1432],
  [1600, 'en', 1600],
] as const)('in %i pixels, %s, the columns are %i wide', (room, language, width) => {
  expect(widthOf(placed(shown, room, language))).toBe(width)
})

test('with far too little room the table is wider than it and scrolls; the title keeps its width', () => {
  const columns = placed(shown, 900, 'zh')
  expect(widthOf(columns)).toBeGreaterThan(900)
  expect(columns.find(({ key }) => key === 'title')?.width).toBe(250)
})
