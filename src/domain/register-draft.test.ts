// What is wrong with a definition as it is written, one fault a line: the place by keys, then why. And keys nobody thinks of.

import { expect, test } from 'vitest'
import { Definition } from '#domain/register.ts'
import {
  draftFaults,
  emptyDefinition,
  freshCount,
  freshField,
  freshKey,
  freshLadder,
  freshLink,
  freshNetwork,
  freshRatio,
  freshView,
} from '#domain/register-draft.ts'
import { definitionFile, definitionFrom } from '#domain/register-file.ts'
import { followField, followLadder } from '#domain/register-rename.ts'

const lamps = Definition.parse({
  code: 'lamp',
  name: '路灯台账',
  entryName: '路灯',
  title: 'f1',
  fields: [
    { key: 'f1', name: '编号', type: 'text' },
    { key: 'f2', name: '造价', type: 'money' },
    { key: 'f3', name: '光源', type: 'choice', choices: [{ word: 'LED' }] },
    { key: 'f4', name: '单价', type: 'computed', rule: 'round half up(造价 / 2, 2)' },
    { key: 'f5', name: '面积', type: 'number', unit: '平方米' },
  ],
  ladders: [
    {
      key: 'l1',
      name: '改造',
      rungs: [
        { key: 'r1', name: '计划' },
        { key: 'r2', name: '完工', gate: { conditions: [{ rule: '造价 > 0元 and 改造阶段 = "计划"' }] } },
      ],
    },
  ],
  views: [{ key: 'v1', name: '看板', kind: 'board', ladder: 'l1', fields: ['f2'] }],
  counts: [{ key: 'c1', name: '完工数', ladder: 'l1', rung: 'r2' }],
})

type Change = (draft: Definition) => void
function changed(change: Change): Definition {
  const draft = structuredClone(lamps)
  change(draft)
  return draft
}
const gate = (d: Definition) => d.ladders[0]!.rungs[1]!.gate

test.each<[string, Change]>([
  ['', () => {}],
  ['name empty', (d) => Object.assign(d, { name: '' })],
  ['fields.f2.name empty', (d) => Object.assign(d.fields[1]!, { name: '' })],
  ['fields.f2.name unfit-name', (d) => Object.assign(d.fields[1]!, { name: '造 价' })],
  ['fields.f3.name twice', (d) => Object.assign(d.fields[2]!, { name: '造价' })],
  ['fields.f3.name twice', (d) => Object.assign(d.fields[2]!, { name: '今日' })],
  ['fields.f3.choices incomplete', (d) => Object.assign(d.fields[2]!, { choices: [] })],
  ['fields.f3.choices.LED gone', (d) => Object.assign(d.fields[2]!, { choices: [{ word: '钠灯', retired: false }] })],
  ['fields.f5.scale changed', (d) => Object.assign(d.fields[4]!, { scale: 2 })],
  ['fields.f5.unit changed', (d) => Object.assign(d.fields[4]!, { unit: '亩' })],
  ['fields.f5 gone', (d) => void d.fields.pop()],
  ['fields.f4.rule rule', (d) => Object.assign(d.fields[3]!, { rule: 'round half up(造介 / 2, 2)' })],
  ['fields.f4.rule empty', (d) => Object.assign(d.fields[3]!, { rule: '' })],
  ['title retired', (d) => Object.assign(d.fields[0]!, { retired: true })],
  ['views.v1.fields retired', (d) => Object.assign(d.fields[1]!, { retired: true })],
  ['views.v1.ladder incomplete', (d) => Object.assign(d.views[0]!, { ladder: null })],
  ['ladders.l1.rungs.r2.name twice', (d) => Object.assign(d.ladders[0]!.rungs[1]!, { name: '计划' })],
  ['ladders.l1.rungs.r2.conditions.0.rule rule', (d) => Object.assign(gate(d).conditions[0]!, { rule: '造价' })],
  [
    'ladders.l1.rungs.r2.proofs.0.kind empty',
    (d) => gate(d).proofs.push({ kind: '', required: true, tolerated: false }),
  ],
  ['counts.c1.rung leads-nowhere', (d) => Object.assign(d.counts[0]!, { rung: 'r9' })],
  [
    'fields.f2.name empty; fields.f3.choices incomplete',
    (d) => {
      Object.assign(d.fields[1]!, { name: '' })
      Object.assign(d.fields[2]!, { choices: [] })
    },
  ],
])('%s', (faults, change) => {
  const found = draftFaults(changed(change), lamps).filter(
    ({ at }) => at !== 'fields.f3.choices.LED' || faults.includes('LED'),
  )
  expect(found.map(({ at, why }) => `${at} ${why}`).join('; ')).toBe(faults)
})

test('a beginning lacks its names and nothing else', () => {
  const draft = emptyDefinition(['register_1'], '名称')
  expect(draft.code).toBe('register_2')
  expect(draftFaults(draft, null).map(({ at, why }) => `${at} ${why}`)).toEqual(['name empty', 'entryName empty'])
  expect(
    draftFaults(
      { ...draft, name: '灯', entryName: '灯', fields: [...draft.fields, freshField(draft.fields, '数', 'number')] },
      null,
    ),
  ).toEqual([])
})

test.each([
  [[], 'f1'],
  [['f1', 'f2'], 'f3'],
  [['f1', 'f7', 'name', 'fx'], 'f8'],
])('after %j comes %s', (taken, key) => {
  expect(freshKey(taken, 'f')).toBe(key)
})

test('a new name of a field or a ladder goes into every rule, and breaks none', () => {
  const called = changed((d) => {
    Object.assign(d.fields[1]!, { name: '总造价' })
    Object.assign(d.ladders[0]!, { name: '提升' })
  })
  const renamed = followLadder(followField(called, 'f2', '造价'), 'l1', '改造')
  expect(renamed.fields[3]!.rule).toBe('round half up(总造价 / 2, 2)')
  expect(gate(renamed).conditions[0]!.rule).toBe('总造价 > 0元 and 提升阶段 = "计划"')
  expect(draftFaults(renamed, lamps)).toEqual([])
})

test('while another field bears the old name, rules stay with it', () => {
  const two = changed((d) => {
    Object.assign(d.fields[1]!, { name: '总造价' })
    Object.assign(d.fields[4]!, { name: '造价' })
  })
  expect(followField(two, 'f2', '造价').fields[3]!.rule).toBe('round half up(造价 / 2, 2)')
})

test('a definition goes out as a file and comes in again; units stay at home by name', () => {
  const unit = '01890000-0000-7000-8000-000000000000'
  const own = changed((d) => gate(d).checks.push({ key: 'c', asks: '用电', unit, by: '', workdays: 3 }))
  const { definition } = definitionFrom(
    definitionFile(own, () => '供电所'),
    new Set([unit]),
  )
  expect(gate(definition!).checks).toEqual([{ key: 'c', asks: '用电', unit: null, by: '供电所', workdays: 3 }])
  expect({ ...definition, ladders: [] }).toEqual({ ...own, ladders: [] })
})

test.each<[string, string | object, object]>([
  ['a text', '编号,造价', { why: 'not-json' }],
  ['something else', { name: '路灯' }, { why: 'no-definition' }],
  ['a list', [1], { why: 'no-definition' }],
  [
    'a type that is none',
    { ...lamps, fields: [lamps.fields[0], { key: 'x', name: '甲', type: 'txt' }] },
    { why: 'unfit', at: 'fields[2].type', value: '"txt"' },
  ],
  ['no name', { ...lamps, name: undefined }, { why: 'missing', at: 'name', value: '' }],
  ['a part nobody knows', { ...lamps, colour: '红' }, { why: 'unknown-part', at: 'colour', value: '"红"' }],
])('a file with %s is turned away with its reason', (_, file, trouble) => {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  expect(definitionFrom(`\uFEFF${text}`, new Set()).trouble).toEqual(trouble)
})

test('a register is not called what the page of new ones is called', () => {
  expect(draftFaults({ ...lamps, code: 'new' }, null)).toEqual([{ at: 'code', why: 'twice' }])
})

test('of a part that is begun only what a person must say is missing', () => {
  const draft = changed((d) => {
    d.ladders.push(freshLadder(d.ladders, '认定'))
    d.networks.push(freshNetwork(d, ''))
    d.views.push(freshView(d.views, '', ['f1']))
    d.counts.push(freshCount(d, ''))
    d.ratios.push(freshRatio(d.ratios, ''))
    d.links.push(freshLink(d, ''))
  })
  expect(draftFaults(draft, lamps).map(({ at, why }) => `${at} ${why}`)).toEqual([
    'ladders.l2.rungs.r1.name empty',
    'networks.n1.name empty',
    'views.v2.name empty',
    'counts.c2.name empty',
    'ratios.q1.name empty',
    'ratios.q1.of empty',
    'ratios.q1.among empty',
    'links.k1.words empty',
  ])
})
