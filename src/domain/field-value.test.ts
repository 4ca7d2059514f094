// One line a value: type and places, what is given, what is kept or the problem.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalFrom, type Given, readValue, storedDigits } from '#domain/field-value.ts'
import { Field } from '#domain/register.ts'

const field = (type: string, scale = 0) =>
  Field.parse({ key: 'a', name: '甲', type, scale, choices: [{ word: '红' }, { word: '旧', retired: true }] })

test.each<[string, number, Given[string], unknown]>([
  ['money', 0, '100000000', '100000000'],
  ['money', 0, '0012.50', '12.5'],
  ['money', 0, '-0.00', '0'],
  ['money', 0, '1,200.05', '1200.05'],
  ['money', 0, '0.005', 'too-precise'],
  ['money', 0, '90000000000000.01', 'too-large'],
  ['money', 0, '1e5', 'wrong-type'],
  ['number', 0, 12, '12'],
  ['number', 1, 12.25, 'too-precise'],
  ['percent', 2, '3.25', '3.25'],
  ['text', 0, '  云溪  ', '云溪'],
  ['text', 0, '   ', null],
  ['text', 0, 5, 'wrong-type'],
  ['date', 0, '2026-02-29', 'wrong-type'],
  ['date', 0, '2026-02-28', '2026-02-28'],
  ['month', 0, '2026-13', 'wrong-type'],
  ['month', 0, '2026-03', '2026-03'],
  ['choice', 0, '红', '红'],
  ['choice', 0, '旧', 'unknown-choice'],
  ['choices', 0, ['红', '红'], ['红']],
  ['choices', 0, [], null],
  ['yes-no', 0, false, false],
  ['place', 0, { type: 'Point', coordinates: [117.2, 34.2] }, { type: 'Point', coordinates: [117.2, 34.2] }],
  ['place', 0, { type: 'Point', coordinates: [200, 34.2] } as never, 'wrong-type'],
  ['credit-code', 0, '91350100m0001tgqxm', '91350100M0001TGQXM'],
  ['computed', 0, '1', 'computed'],
])('%s (%i places) %j', (type, scale, given, expected) => {
  const read = readValue(field(type, scale), given)
  expect('problem' in read ? read.problem : read.value).toEqual(expected)
})

test('a retired choice may stay where it is', () => {
  expect(readValue(field('choice'), '旧', '旧')).toEqual({ value: '旧' })
})

test('what is stored comes back as it was kept', () => {
  const whole = fc.integer({ min: -9_000_000_000_000_000, max: 9_000_000_000_000_000 })
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 6 }), (stored, scale) => {
      const decimal = decimalFrom(stored, scale)
      expect(storedDigits(decimal, scale)).toBe(String(stored))
      expect(readValue(field('number', scale), decimal)).toEqual({ value: decimal })
    }),
  )
})
