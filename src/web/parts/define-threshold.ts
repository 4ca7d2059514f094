// A threshold as people write it (1亿, 5000万元, 1,200.5) as the plain decimal that a counting rule keeps.

import { decimalOf, exact, parseExact, times } from '#rules/exact.ts'

const scales: Record<string, bigint> = {
  '': 1n,
  千: 1000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
}

/** Null when it is no amount. */
export function thresholdFrom(typed: string): string | null {
  const bare = typed.normalize('NFKC').replaceAll(/[,\s]/g, '')
  const [, digits, scale = ''] = /^(\d+(?:\.\d+)?)(千万|百万|亿|万|千)?元?$/.exec(bare) ?? []
  const value = digits === undefined ? null : parseExact(digits)
  return value && decimalOf(times(value, exact(scales[scale]!)))
}
