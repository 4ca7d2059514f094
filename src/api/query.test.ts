// Query strings, decoded by the entry's own schema.

import { expect, test } from 'vitest'
import { decodeQuery, type Query } from '#api/query.ts'
import { contract } from '#contract/contract.ts'

const input = contract.listCommitments.input

test.each<[Query, object]>([
  [
    { limit: '50', offset: '0' },
    { limit: 50, offset: 0 },
  ],
  [{ light: 'red' }, { light: ['red'] }],
  [{ light: ['red', 'yellow'] }, { light: ['red', 'yellow'] }],
  [{ descending: 'true' }, { descending: true }],
  [{ descending: 'yes' }, { descending: 'yes' }],
  [{ limit: 'many' }, { limit: 'many' }],
  [{ limit: ['1', '2'] }, { limit: ['1', '2'] }],
  [{ text: '123' }, { text: '123' }],
])('%j → %j', (query, decoded) => {
  expect(decodeQuery(input, query)).toEqual(decoded)
})

test('a mistyped name is refused', () => {
  expect(() => decodeQuery(input, { ligth: 'red' })).toThrow('"path":"ligth"')
  expect(() => decodeQuery(input, { constructor: 'x' })).toThrow('bad-input')
})
