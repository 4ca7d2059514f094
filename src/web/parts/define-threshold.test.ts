// Thresholds as people write them, and the decimal that is kept; nothing where it is no amount.

import { expect, test } from 'vitest'
import { thresholdFrom } from '#web/parts/define-threshold.ts'

test.each<[string, string | null]>([
  ['1亿', '100000000'],
  ['0.5亿元', '50000000'],
  ['5000万', '50000000'],
  ['2千万元', '20000000'],
  ['1,200.5', '1200.5'],
  ['１００ 万', '1000000'],
  ['100', '100'],
  ['一亿', null],
  ['-1万', null],
  ['', null],
])('%s is %s', (typed, kept) => {
  expect(thresholdFrom(typed)).toBe(kept)
})
