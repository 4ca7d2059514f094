import { expect, test } from 'vitest'
import type { Ladder } from '#domain/register.ts'
import { type CountedRung, columnsOf, moveOf, rungLines } from '#web/parts/board-columns.ts'

// A rung with a minus is retired.
const ladderOf = (line: string) =>
  ({
    key: 'main',
    rungs: line.split(' ').map((word) => ({ key: word.replace('-', ''), retired: word.startsWith('-') })),
  }) as unknown as Ladder
const counted = (line: string) => line.split(' ').map((rung) => ({ rung, count: 1 }) as CountedRung)

test.each([
  ['a b c', '', '', 'a b c'],
  ['a -b c', '', '', 'a c'],
  ['a -b c', '', 'b', 'a b c'],
  ['a b c', 'b c', '', 'b c'],
])('of %s, asked for (%s), with somebody on (%s): %s', (ladder, chosen, standing, shown) => {
  const columns = columnsOf(ladderOf(ladder), chosen.split(' ').filter(Boolean), counted(standing))
  expect(columns.map(({ key }) => key).join(' ')).toBe(shown)
})

test('the lines of this ladder become columns, the others stay a filter', () => {
  expect(rungLines(['@main=a', 'amount>=1', '@main=', '@mainly=x'], 'main')).toEqual({
    rungs: ['a', ''],
    rest: ['amount>=1', '@mainly=x'],
  })
})

test.each([
  [null, 'a', 'up'],
  ['a', 'c', 'up'],
  ['c', 'a', 'back'],
  ['b', 'b', 'nothing'],
])('from %s to %s is %s', (from, to, move) => {
  expect(moveOf(ladderOf('a b c'), from, to)).toBe(move)
})
