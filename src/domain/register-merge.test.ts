// Two changes of one register from the same version, put together. Each line: what I did, what the other did, what becomes.

import { expect, test } from 'vitest'
import { Definition } from '#domain/register.ts'
import { faultsOf } from '#domain/register-faults.ts'
import { mergeDefinitions } from '#domain/register-merge.ts'

const base = Definition.parse({
  code: 'lamp',
  name: '路灯台账',
  entryName: '路灯',
  title: 'f1',
  fields: [
    { key: 'f1', name: '编号', type: 'text' },
    { key: 'f2', name: '造价', type: 'money' },
    { key: 'f3', name: '光源', type: 'choice', choices: [{ word: 'LED' }] },
  ],
  ladders: [
    {
      key: 'l1',
      name: '改造',
      rungs: [
        { key: 'r1', name: '计划' },
        { key: 'r2', name: '完工' },
      ],
    },
  ],
})

type Change = (draft: Definition) => void
const after = (change: Change): Definition => {
  const draft = structuredClone(base)
  change(draft)
  return Definition.parse(draft)
}
const addField =
  (name: string): Change =>
  (d) =>
    void d.fields.push({ ...d.fields[0]!, key: 'f4', name })
const addRung =
  (name: string): Change =>
  (d) =>
    void d.ladders[0]!.rungs.push({ ...d.ladders[0]!.rungs[0]!, key: 'r3', name })
const fieldNames = (d: Definition) => d.fields.map(({ key, name }) => `${key}${name}`).join(' ')

test.each<[string, Change, Change, (d: Definition) => unknown, unknown, string[]]>([
  ['both add a field', addField('甲'), addField('乙'), fieldNames, 'f1编号 f2造价 f3光源 f4乙 f5甲', []],
  [
    'both add a rung',
    addRung('甲'),
    addRung('乙'),
    (d) => d.ladders[0]!.rungs.map(({ key, name }) => key + name).join(' '),
    'r1计划 r2完工 r3乙 r4甲',
    [],
  ],
  [
    'each another property',
    (d) => Object.assign(d.fields[1]!, { required: true }),
    (d) => Object.assign(d.fields[1]!, { name: '总价' }),
    (d) => [d.fields[1]!.required, d.fields[1]!.name],
    [true, '总价'],
    [],
  ],
  [
    'the same property',
    (d) => Object.assign(d.fields[1]!, { name: '甲' }),
    (d) => Object.assign(d.fields[1]!, { name: '乙' }),
    (d) => d.fields[1]!.name,
    '甲',
    ['fields.f2.name'],
  ],
  [
    'the same value',
    (d) => Object.assign(d, { name: '灯' }),
    (d) => Object.assign(d, { name: '灯' }),
    (d) => d.name,
    '灯',
    [],
  ],
  ['I reorder, they add', (d) => d.fields.reverse(), addField('乙'), fieldNames, 'f3光源 f2造价 f1编号 f4乙', []],
  [
    'both add a choice',
    (d) => d.fields[2]!.choices.push({ word: '甲', retired: false }),
    (d) => d.fields[2]!.choices.push({ word: '乙', retired: false }),
    (d) => d.fields[2]!.choices.map(({ word }) => word),
    ['LED', '乙', '甲'],
    [],
  ],
])('%s', (_, mine, theirs, look, expected, both) => {
  const merged = mergeDefinitions(base, after(mine), after(theirs))
  expect(look(merged.definition)).toEqual(expected)
  expect(merged.both).toEqual(both)
  expect(faultsOf(merged.definition, after(theirs))).toEqual([])
})

test('what names my new field by its key names it by its new key', () => {
  const mine = after((d) => {
    addField('甲')(d)
    d.views.push({ ...Definition.shape.views.unwrap().element.parse({ key: 'v1', name: '表', fields: ['f4'] }) })
  })
  const { definition } = mergeDefinitions(base, mine, after(addField('乙')))
  expect(definition.views[0]!.fields).toEqual(['f5'])
})

test('a network that both have added: mine under a key of its own, with the view that shows it and the rung that is new', () => {
  const network = (name: string, rung: string) => ({
    ...{ key: 'n1', name, target: 'a' },
    nodes: [{ key: 'a', name: '完', ladder: 'l1', rung }],
  })
  const mine = Definition.parse({
    ...after(addRung('甲')),
    networks: [network('甲网', 'r3')],
    views: [{ key: 'v1', name: '图', kind: 'gantt', network: 'n1', fields: ['f1'] }],
  })
  const theirs = Definition.parse({ ...after(addRung('乙')), networks: [network('乙网', 'r2')] })
  const { definition } = mergeDefinitions(base, mine, theirs)
  const own = definition.networks.find(({ key }) => key === definition.views[0]!.network)!
  expect([own.key, own.name, own.nodes[0]!.rung]).toEqual(['n2', '甲网', 'r4'])
  expect(definition.networks.map(({ name }) => name)).toEqual(['乙网', '甲网'])
  expect(faultsOf(definition, theirs)).toEqual([])
})
