// Made-up codes with a right and a wrong last character; the two early ones that are genuine and fail.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCreditCode, isIndustryCode } from '#domain/credit-code.ts'

test.each([
  ['91320300MA1MTXYK6Y', false],
  ['91350100M0001TGQXM', false],
  ['91350211M0000XUF46', false],
  ['9132030013641234', false],
  ['91320300MA1MTXYK6I', false],
])('%s', (code, right) => {
  expect(isCreditCode(code)).toBe(right)
})

test('of the 31 last characters exactly one is right', () => {
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  const head = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((parts) => parts.join(''))
  fc.assert(fc.property(head, (first) => alphabet.filter((last) => isCreditCode(first + last)).length === 1))
})

test.each([
  ['C', true],
  ['C38', true],
  ['C3825', true],
  ['C3', false],
  ['U38', false],
  ['3825', false],
])('industry %s', (code, right) => {
  expect(isIndustryCode(code)).toBe(right)
})
