// The tree of units in one line: `child<parent`, then `=>` what lies at and below the first unit named.

import { expect, test } from 'vitest'
import { subtree } from '#domain/zone.ts'

test.each([
  'a => a',
  'a b<a c<b d<a => a b c d',
  'b<a c<b a => b c',
  'a<b b<a => a b', // bent into a ring by two moves at once
  'a<a => a',
])('%s', (line) => {
  const [tree, below] = line.split(' => ') as [string, string]
  const units = tree.split(' ').map((word) => ({ id: word.split('<')[0]!, parent: word.split('<')[1] ?? null }))
  expect(subtree(units, units[0]!.id).join(' ')).toBe(below)
})
