// Amounts as a reader sees them.

import { describe, expect, test } from 'vitest'
import type { Comparator } from '#reading/statement.ts'
import { showBytes, showNumber, showQuantity, showTarget } from '#web/words/amount.ts'

describe('quantities', () => {
  test.each([
    [120000000, '元', '1.2亿元', 'CNY 120 m'],
    [62000000000, '元', '620亿元', 'CNY 62 bn'],
    [26000000, '元', '2,600万元', 'CNY 26 m'],
    [123456, '元', '12.3456万元', 'CNY 123,456'],
    [800, '元', '800元', 'CNY 800'],
    [-30000000, '元', '-3,000万元', 'CNY -30 m'],
    [7.6, '%', '7.6%', '7.6%'],
    [40, '家', '40家', '40 家'],
    [12000, null, '12,000', '12,000'],
    [2026, '年', '2026年', '2026'],
    [6, '年', '6年', '6 年'],
  ] as const)('%d %s', (value, unit, zh, en) => {
    expect([showQuantity(value, unit, 'zh'), showQuantity(value, unit, 'en')]).toEqual([zh, en])
  })

  test('nothing is shown for nothing', () => {
    expect(showQuantity(null, '家', 'zh')).toBe('')
    expect(showTarget({ value: null, unit: '家', op: 'ge' }, 'zh')).toBe('')
  })

  test('no number is ever written with an exponent', () => {
    expect(showNumber(1e21, 'zh')).toBe('1,000,000,000,000,000,000,000')
    expect(showNumber(1e-6, 'zh')).toBe('0.000001')
  })
})

test.each([
  ['eq', '5家', '5 家'],
  ['ge', '5家以上', 'at least 5 家'],
  ['gt', '超过5家', 'more than 5 家'],
  ['le', '5家以内', 'at most 5 家'],
  ['lt', '不足5家', 'less than 5 家'],
  ['about', '5家左右', 'about 5 家'],
  ['range', '5家—8家', '5 家 to 8 家'],
] as [Comparator, string, string][])('a target with the bound %s', (op, zh, en) => {
  const target = { value: 5, value2: 8, unit: '家', op }
  expect([showTarget(target, 'zh'), showTarget(target, 'en')]).toEqual([zh, en])
})

test('sizes of files', () => {
  expect([0, 960, 1680, 52428800].map((bytes) => showBytes(bytes, 'zh'))).toEqual(['0 B', '960 B', '1.6 KB', '50 MB'])
})
