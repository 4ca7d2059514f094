import { expect, test } from 'vitest'
import { uuid7 } from '#operations/id.ts'

test('ids rise, in one millisecond and when the clock goes back', () => {
  const moments = [...Array.from({ length: 10_000 }, () => 1_800_000_000_000), 1_799_999_999_999, 1_800_000_000_500]
  const ids = moments.map(uuid7)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
