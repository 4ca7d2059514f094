import { expect, test } from 'vitest'
import { grown } from '#web/parts/register-beginnings.ts'

const told = (...pages: [number, string | null][]) => new Map(pages.map(([page, next]) => [page, { next }]))

test('where a page ends the next one begins', () => {
  expect(grown([null], told([0, 'a']))).toEqual([null, 'a'])
  expect(grown([null, 'a'], told([1, 'b']))).toEqual([null, 'a', 'b'])
})

test('nothing new is the same list', () => {
  const known = [null, 'a', 'b']
  expect(grown(known, told([0, 'a'], [1, 'b']))).toBe(known)
  expect(grown(known, new Map([[1, undefined]]))).toBe(known)
})

test('where a beginning has moved, those behind it are found anew', () => {
  expect(grown([null, 'a', 'b', 'c'], told([0, 'x']))).toEqual([null, 'x'])
})

test('a list that has become shorter ends where it ends', () => {
  expect(grown([null, 'a', 'b'], told([1, null]))).toEqual([null, 'a'])
  const whole = [null, 'a']
  expect(grown(whole, told([1, null]))).toBe(whole)
})
