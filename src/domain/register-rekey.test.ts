// A part under another key takes along what names it: the nodes of networks too.

import { expect, test } from 'vitest'
import { Definition } from '#domain/register.ts'
import { faultsOf } from '#domain/register-faults.ts'
import { rekeyFields, rekeyLadders, rekeyRungs } from '#domain/register-rekey.ts'

const definition = Definition.parse({
  ...{ code: 'x', name: 'x', entryName: 'x', title: 'name' },
  fields: [
    { key: 'name', name: '名称', type: 'text' },
    { key: 'days', name: '天数', type: 'number' },
  ],
  ladders: [{ key: 'l', name: '推进', rungs: ['a', 'b', 'c'].map((key) => ({ key, name: key })) }],
  networks: [
    {
      ...{ key: 'n', name: '网络', target: 'end' },
      nodes: [{ key: 'end', name: '终', ladder: 'l', begins: 'a', rung: 'c', preReview: { rung: 'b' } }],
      spans: [{ key: 's', name: '用时', from: 'end', to: 'end', limit: 'days' }],
    },
  ],
})

test('networks follow fields, ladders and rungs to their new keys, and nothing leads nowhere', () => {
  const rungs = rekeyRungs(
    definition,
    'l',
    new Map([
      ['a', 'a2'],
      ['b', 'b2'],
      ['c', 'c2'],
    ]),
  )
  const ladders = rekeyLadders(rungs, new Map([['l', 'l2']]))
  const moved = rekeyFields(ladders, new Map([['days', 'days2']]))
  expect(moved.networks[0]).toMatchObject({
    nodes: [{ ladder: 'l2', begins: 'a2', rung: 'c2', preReview: { rung: 'b2' } }],
    spans: [{ limit: 'days2' }],
  })
  expect(faultsOf(moved, null)).toEqual([])
})
