import { expect, test } from 'vitest'
import { type Names, nameBook } from '#domain/cell-names.ts'
import { Field } from '#domain/register.ts'
import { layBlock, type PasteLine, planCell, planLine } from '#web/parts/paste-plan.ts'
import type { RegisterColumn } from '#web/parts/register-columns.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'

const field = (key: string, name: string, type: Field['type'], more: object = {}): RegisterColumn => {
  const made = Field.parse({ key, name, type, ...more })
  return { key, name, is: 'field', field: made }
}
const columns = [
  field('name', '名称', 'text'),
  field('amount', '投资', 'money'),
  field('kind', '类别', 'choice', { choices: [{ word: '政务' }, { word: '养老' }] }),
  field('lead', '单位', 'unit'),
]
const [, amount, kind, lead] = columns as [RegisterColumn, RegisterColumn, RegisterColumn, RegisterColumn]
const jingfa = '00000000-0000-4000-8000-000000000001'
const nobody = nameBook([])
const names: Names = {
  units: nameBook([{ id: jingfa, words: ['经发局', '经济发展局'] }]),
  posts: nobody,
  people: nobody,
  entries: {},
}
const ground = { names, language: 'zh' as const, moneyUnit: '万元', units: {}, shut: () => null }
const entry = (values: object) => ({ values }) as unknown as ShownEntry
const bed = (from: number, entries: ShownEntry[]) => ({ shown: columns, all: columns, from, entries })
const line = (texts: Record<string, string>, on: ShownEntry | null = entry({})): PasteLine => ({
  line: 0,
  entry: on,
  texts,
})

test('a block lies to the right of the cursor; lines below the end are new', () => {
  const first = entry({ amount: '1' })
  const block = layBlock(
    [
      ['5', '政务'],
      ['6', '养老'],
    ],
    bed(1, [first]),
  )
  expect(block.columns.map(({ key }) => key)).toEqual(['amount', 'kind'])
  expect(block.lines).toEqual([
    { line: 0, entry: first, texts: { amount: '5', kind: '政务' } },
    { line: 1, entry: null, texts: { amount: '6', kind: '养老' } },
  ])
})

test('what has no column is told', () => {
  const block = layBlock([['甲', '多', '']], bed(3, []))
  expect(block.columns.map(({ key }) => key)).toEqual(['lead'])
  expect(block.spilt).toEqual({ columns: 2, cells: 1, heads: [] })
})

test('a first line that names columns leads the others to them, and says the unit', () => {
  const block = layBlock(
    [
      ['类别', '投资（亿元）'],
      ['养老', '2'],
    ],
    bed(0, []),
  )
  expect(block.lines).toEqual([{ line: 0, entry: null, texts: { kind: '养老', amount: '2' } }])
  expect(planCell(amount, block.lines[0]!, { ...ground, units: block.units })).toEqual({
    state: 'changed',
    value: '200000000',
  })
})

test.each<[RegisterColumn, string, object]>([
  [amount, '12.5', { state: 'changed', value: '125000' }],
  [amount, '1.2亿元', { state: 'changed', value: '120000000' }],
  [amount, '一大笔', { state: 'wrong', says: '“一大笔”不是数字' }],
  [kind, '养老', { state: 'changed', value: '养老' }],
  [lead, '经济发展局', { state: 'changed', value: jingfa }],
  [lead, '', { state: 'left' }],
])('%s: %s', (column, text, planned) => {
  expect(planCell(column, line({ [column.key]: text }), ground)).toEqual(planned)
})

test('a unit that is not there is told at its cell', () => {
  const planned = planCell(lead, line({ lead: '经法局' }), ground)
  expect(planned).toMatchObject({ state: 'wrong', says: expect.stringContaining('经法局') })
})

test('what is there already is left, and 【清空】 empties', () => {
  expect(planCell(kind, line({ kind: '养老' }, entry({ kind: '养老' })), ground)).toEqual({ state: 'left' })
  expect(planCell(kind, line({ kind: '【清空】' }, entry({ kind: '养老' })), ground)).toEqual({
    state: 'changed',
    value: null,
  })
})

test('a line says what would be sent, without what may not be written', () => {
  const shut = (column: RegisterColumn) => (column.key === 'lead' ? '不能填写' : null)
  const planned = planLine(line({ kind: '养老', lead: '经发局', amount: 'x' }), columns, { ...ground, shut })
  expect(planned.values).toEqual({ kind: '养老' })
  expect(planned.wrong).toBe(true)
  expect(planned.cells.lead).toEqual({ state: 'shut', says: '不能填写' })
})
