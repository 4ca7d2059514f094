// Stage and fraction in one line, and the share of the whole.

import { expect, test } from 'vitest'
import { ImportStage } from '#domain/progress.ts'
import { wholeFraction } from '#domain/progress-share.ts'

test.each(['received 0 => 0', 'opening 0.5 => 0.3', 'reading 0.5 => 0.75', 'keeping 1 => 1', 'reading 7 => 0.95'])(
  '%s',
  (line) => {
    const [stage, fraction, , whole] = line.split(' ') as [ImportStage, string, string, string]
    expect(wholeFraction({ stage, fraction: Number(fraction) })).toBeCloseTo(Number(whole))
  },
)

test('the bar never goes back from one stage to the next', () => {
  const told = ImportStage.options.flatMap((stage) => [0, 1].map((fraction) => wholeFraction({ stage, fraction })))
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})
