// Notation: a proposal is two letters, kind (t k r f l) and state (? + = x): `t? k+ r?`; its id is its place, from 0.

import { expect, test } from 'vitest'
import type { Proposal } from '#domain/proposal.ts'
import {
  countsOf,
  firstFilter,
  linesOf,
  neighbour,
  nextUndecided,
  type ProposalState,
  previousCommitment,
  shown,
  toggled,
} from '#web/parts/review-queue.ts'

const kinds = { t: 'target', k: 'task', r: 'requirement', f: 'fact', l: 'roster' } as const
const states: Record<string, ProposalState> = { '?': 'proposed', '+': 'adopted', '=': 'merged', x: 'rejected' }

function queue(notation: string): Proposal[] {
  return notation.split(' ').map(([kind, state], place) => {
    const commitment = state === '+' || state === '=' ? `c${place}` : null
    const wording = { kind: kinds[kind as keyof typeof kinds] }
    return { id: String(place), wording, state: states[state!], commitment } as Proposal
  })
}
const ids = (items: readonly Proposal[]) => items.map(({ id }) => id).join(' ')

test('at first only undecided targets, tasks and requirements are shown', () => {
  expect(ids(shown(queue('t? k+ r? f? l? tx'), firstFilter, new Set()))).toBe('0 2')
})

test('what was just decided stays in sight', () => {
  expect(ids(shown(queue('t? k+ r? f?'), firstFilter, new Set(['1'])))).toBe('0 1 2')
})

test('grouped, each kind has a head with its count', () => {
  const lines = linesOf(queue('k? t? k? f?'), 'kind')
  const drawn = lines.map((line) => (line.is === 'head' ? `${line.kind} ${line.count}:` : line.proposal.id))
  expect(drawn).toEqual(['target 1:', '1', 'task 2:', '0', '2', 'fact 1:', '3'])
})

test('counts say what choosing would show', () => {
  const { byKind, byState } = countsOf(queue('t? t+ k? f? fx'), firstFilter)
  expect(byKind).toMatchObject({ target: 1, task: 1, fact: 1 })
  expect(byState).toEqual({ proposed: 2, adopted: 1, merged: 0, rejected: 0 })
})

test('a filter keeps its order and never becomes empty', () => {
  expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c'])
  expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'a')).toEqual(['c'])
  expect(toggled(['a', 'b', 'c'], ['a'], 'a')).toEqual(['a'])
})

test.each([
  ['t? k? r?', '0', 1, '1'],
  ['t? k? r?', '2', 1, '2'],
  ['t? k? r?', '0', -1, '0'],
  ['t? k? r?', null, 1, '0'],
] as const)('neighbour in %s of %s by %i is %s', (notation, id, step, expected) => {
  expect(neighbour(queue(notation), id, step)).toBe(expected)
})

test.each([
  ['t+ k? r?', '0', '1'],
  ['t? k+ r+', '2', '0'],
  ['t? k? r+', '1', '0'],
  ['t+ k? r+', '1', null],
  ['t+ k? r+', null, '1'],
])('next undecided in %s after %s is %s', (notation, id, expected) => {
  expect(nextUndecided(queue(notation), id)).toBe(expected)
})

test('the previous item is the nearest earlier one that has a commitment', () => {
  expect(previousCommitment(queue('t+ k= rx t?'), '3')?.id).toBe('1')
  expect(previousCommitment(queue('t? k+'), '0')).toBeNull()
})
