// The mean of parts: `60 40 -80` are two parts that count and a cancelled one.

import { expect, test } from 'vitest'
import { plainMean } from '#web/parts/supervise-rollup.ts'

test.each([
  ['', null],
  ['-80', null],
  ['60', { percent: 60, of: 1 }],
  ['60 40 -80', { percent: 50, of: 2 }],
  ['100 0 0', { percent: 33.3, of: 3 }],
])('%s', (parts, mean) => {
  const of = parts
    .split(' ')
    .filter(Boolean)
    .map((part) => ({
      percent: Math.abs(Number(part)),
      closure: part.startsWith('-') ? ('cancelled' as const) : ('open' as const),
    }))
  expect(plainMean(of)).toEqual(mean)
})
