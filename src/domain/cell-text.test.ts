// One line a cell: the field, what its head says that numbers count in, the cell, and the value or the problem.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Named, nameBook, namesOf } from '#domain/cell-names.ts'
import { cellText, headOf, readCell, readHead } from '#domain/cell-text.ts'
import { readValue, type Value } from '#domain/field-value.ts'
import { Field, FieldType } from '#domain/register.ts'
import type { Directory } from '#domain/zone.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const unit = (n: number, name: string, shortName: string, parent: number | null) =>
  ({ id: id(n), name, shortName, parent: parent && id(parent) }) as Directory['units'][number]

const directory = {
  units: [
    unit(1, '云溪高新技术产业开发区', '云溪高新区', null),
    unit(2, '经济发展局', '经发局', 1),
    unit(3, '经济发展和统计办公室', '经发局', 4),
    unit(4, '东山镇', '东山镇', 1),
  ],
  posts: [
    { id: id(11), name: '局长', unit: id(2) },
    { id: id(12), name: '局长', unit: id(3) },
    { id: id(13), name: '镇长', unit: id(4) },
  ],
  people: [
    { id: id(21), name: '李敏', username: 'limin' },
    { id: id(22), name: '李敏', username: 'limin2' },
    { id: id(23), name: '王强', username: 'wangqiang' },
  ],
} as Directory
const parks: Named[] = [
  { id: id(31), words: ['一号厂房', 'A-01'] },
  { id: id(32), words: ['二号厂房', 'A-02'] },
]
const matters = [41, 42].map((n) => ({ id: id(n), words: [`003-0${n}`] }))
const names = { ...namesOf(directory, { park: nameBook(parks) }), commitments: nameBook(matters) }

const field = (type: string, more: object = {}) =>
  Field.parse({ key: 'a', name: '甲', type, of: type === 'entry' ? 'park' : null, ...more })
const colours = { choices: [{ word: '红' }, { word: '黄、绿' }, { word: '绿' }, { word: '旧', retired: true }] }
const said = (field: Field, unit: string | null, cell: string | number, before?: Value) => {
  const read = readCell({ field, unit }, cell, names, before)
  return 'problem' in read ? read.problem : read.value
}

test.each<[string, object, string | null, string | number, unknown]>([
  ['money', {}, '万元', '5000', '50000000'],
  ['money', {}, '万元', 1234.56, '12345600'],
  ['money', {}, '万元', '5000元', '5000'],
  ['money', {}, '万元', '1.2亿元', '120000000'],
  ['money', {}, null, '3亿', '300000000'],
  ['money', {}, null, '5000', 'unit-unsaid'],
  ['money', {}, '亿元', '0.3', '30000000'],
  ['money', {}, '元', '¥1,234,567.80', '1234567.8'],
  ['money', {}, '元', '12,34', 'not-a-number'],
  ['money', {}, '元', '1.2.3', 'not-a-number'],
  ['money', {}, '万元', '500万美元', 'other-unit'],
  ['money', {}, '万元', '0.0000001', 'too-precise'],
  ['money', {}, '亿元', '900000000', 'too-large'],
  ['money', {}, '万元', '约3000', 'not-a-number'],
  ['money', {}, '万元', 1e15, 'digits-lost'],
  ['number', { unit: '亩' }, null, '120亩', '120'],
  ['number', { unit: '亩' }, null, '1.2万亩', '12000'],
  ['number', { unit: '亩' }, null, '120平方米', 'other-unit'],
  ['number', { unit: '平方米' }, '万㎡', '3', '30000'],
  ['number', { unit: '万平方米', scale: 2 }, null, '30000㎡', '3'],
  ['number', { unit: '万平方米' }, null, '3万', 'other-unit'],
  ['number', { unit: '千瓦' }, null, '５００千瓦', '500'],
  ['number', { scale: 1 }, null, 0.1 + 0.2, '0.3'],
  ['number', { scale: 6 }, null, 1e-6, '0.000001'],
  ['percent', { scale: 1 }, null, '12.5%', '12.5'],
  ['percent', {}, null, '3万', 'other-unit'],
  ['date', {}, null, '2026-03-05', '2026-03-05'],
  ['date', {}, null, '2026/3/5', '2026-03-05'],
  ['date', {}, null, '2026.3.5', '2026-03-05'],
  ['date', {}, null, '2026年3月5日', '2026-03-05'],
  ['date', {}, null, '20260305', '2026-03-05'],
  ['date', {}, null, '2026-03-05 00:00:00', '2026-03-05'],
  ['date', {}, null, 46_086, '2026-03-05'],
  ['date', {}, null, '46086', '2026-03-05'],
  ['date', {}, null, 2026, 'not-a-day'],
  ['date', {}, null, '3/5/2026', 'not-a-day'],
  ['date', {}, null, '2026-02-29', 'not-a-day'],
  ['date', {}, null, '2026年3月', 'not-a-day'],
  ['month', {}, null, '2026年3月', '2026-03'],
  ['month', {}, null, '2026-3', '2026-03'],
  ['month', {}, null, '202603', '2026-03'],
  ['month', {}, null, '2026-03-01', '2026-03'],
  ['month', {}, null, '2026-03-15', 'not-a-month'],
  ['month', {}, null, '202613', 'not-a-month'],
  ['yes-no', {}, null, '是', true],
  ['yes-no', {}, null, '√', true],
  ['yes-no', {}, null, '否', false],
  ['yes-no', {}, null, '可能', 'not-yes-no'],
  ['choice', colours, null, ' 红 ', '红'],
  ['choice', colours, null, '蓝', 'unknown-choice'],
  ['choice', colours, null, '旧', 'unknown-choice'],
  ['choices', colours, null, '红、绿', ['红', '绿']],
  ['choices', colours, null, '红、黄、绿', ['红', '黄、绿']],
  ['choices', colours, null, '绿；黄、绿', ['绿', '黄、绿']],
  ['choices', colours, null, '红,蓝', 'unknown-choice'],
  ['unit', {}, null, '经济发展局', id(2)],
  ['unit', {}, null, '经发局', 'name-not-single'],
  ['unit', {}, null, '东山镇·经发局', id(3)],
  ['unit', {}, null, '财政局', 'unknown-name'],
  ['unit', {}, null, id(4).toUpperCase(), id(4)],
  ['post', {}, null, '镇长', id(13)],
  ['post', {}, null, '局长', 'name-not-single'],
  ['post', {}, null, '经济发展局·局长', id(11)],
  ['person', {}, null, '王 强', id(23)],
  ['person', {}, null, '李敏', 'name-not-single'],
  ['person', {}, null, '李敏（limin2）', id(22)],
  ['entry', {}, null, '一号厂房', id(31)],
  ['entry', {}, null, 'a-02', id(32)],
  ['entry', {}, null, '三号厂房', 'unknown-name'],
  ['place', {}, null, '117.2,34.2', { type: 'Point', coordinates: [117.2, 34.2] }],
  ['place', {}, null, '东经117.2，北纬34.2', { type: 'Point', coordinates: [117.2, 34.2] }],
  ['place', {}, null, '34.2,117.2', 'not-a-place'],
  ['text', {}, null, 13_800_138_000, '13800138000'],
  ['text', {}, null, 913_500_000_000_000_000, 'digits-lost'],
  ['text', {}, null, '=1+1', '=1+1'],
  ['text', {}, null, '字'.repeat(501), 'too-long'],
  ['text', {}, null, '【清空】', null],
  ['long-text', {}, null, '  ', null],
  ['credit-code', {}, null, '91350100m0001tgqxm', '91350100M0001TGQXM'],
  ['files', {}, null, '3', 'not-by-cell'],
  ['computed', { rule: '1' }, null, '3', 'computed'],
])('%s %j under %j: %j', (type, more, head, cell, expected) => {
  expect(said(field(type, more), head, cell)).toEqual(expected)
})

test('a retired choice may stay where it is', () => {
  expect(said(field('choice', colours), null, '旧', '旧')).toBe('旧')
})

test('a name that several share is told with them, and each of them would be understood', () => {
  const read = readCell({ field: field('unit'), unit: null }, '经发局', names)
  expect(read).toEqual({
    problem: 'name-not-single',
    facts: { word: '经发局', candidates: ['经济发展局', '经济发展和统计办公室'] },
  })
  const shared = nameBook([
    { id: id(1), words: ['甲'] },
    { id: id(2), words: ['甲'] },
  ])
  expect(shared.find(shared.textOf(id(2))!)).toEqual([id(2)])
})

test.each([
  ['总投资（万元）', { name: '总投资', unit: '万元' }],
  ['总投资(单位：万元)', { name: '总投资', unit: '万元' }],
  ['占 比[%]', { name: '占比', unit: '%' }],
  ['*项目名称*', { name: '*项目名称', unit: null }],
  ['项目名称：', { name: '项目名称', unit: null }],
])('the head %s', (head, expected) => {
  expect(readHead(head)).toEqual(expected)
})

test('a head says what its numbers count in', () => {
  expect(headOf({ field: field('money'), unit: '万元' })).toBe('甲（万元）')
  expect(headOf({ field: field('percent'), unit: null })).toBe('甲（%）')
  expect(headOf({ field: field('text'), unit: null })).toBe('甲')
})

// Every type with a value of its own kind, as the field would keep it.
const decimals = (scale: number) =>
  fc.bigInt({ min: -9_000_000_000_000_000n, max: 9_000_000_000_000_000n }).map((n) => {
    const digits = String(n < 0n ? -n : n).padStart(scale + 1, '0')
    return `${n < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale ? `.${digits.slice(-scale)}` : ''}`
  })
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const words = fc
  .string({ unit: fc.constantFrom(...'红绿、；;|／/\n，, ab'), minLength: 1, maxLength: 6 })
  .filter((word) => word.trim() !== '')
  .map((word) => word.trim())
const choices = fc.uniqueArray(words, { minLength: 1, maxLength: 6 })
const numbers: [string, number, string | null][] = [
  ['number', 3, null],
  ['money', 2, '万元'],
  ['money', 2, '亿元'],
  ['money', 2, '元'],
  ['percent', 1, null],
]
const among = (ids: number[]) => fc.constantFrom(...ids.map(id))
const kinds = fc.oneof(
  ...numbers.map(([type, scale, unit]) =>
    decimals(scale).map((value) => ({
      field: field(type, { scale, unit: type === 'number' ? '亩' : null }),
      unit,
      value: value as Value,
    })),
  ),
  days.map((value) => ({ field: field('date'), unit: null, value: value as Value })),
  days.map((value) => ({ field: field('month'), unit: null, value: value.slice(0, 7) as Value })),
  fc.boolean().map((value) => ({ field: field('yes-no'), unit: null, value: value as Value })),
  choices.map((all) => ({
    field: field('choice', { choices: all.map((word) => ({ word })) }),
    unit: null,
    value: all[0]! as Value,
  })),
  fc.tuple(choices, choices).map(([all, more]) => ({
    field: field('choices', { choices: [...new Set([...more, ...all])].map((word) => ({ word })) }),
    unit: null,
    value: all as Value,
  })),
  fc.constantFrom('unit', 'post', 'person', 'entry', 'commitment').chain((type) =>
    among(
      { unit: [1, 2, 3, 4], post: [11, 12, 13], person: [21, 22, 23], entry: [31, 32], commitment: [41, 42] }[type]!,
    ).map((value) => ({
      field: field(type),
      unit: null,
      value: value as Value,
    })),
  ),
  fc
    .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
    .map(([east, north]) => ({
      field: field('place'),
      unit: null,
      value: { type: 'Point', coordinates: [Number(east.toFixed(6)) + 0, Number(north.toFixed(6)) + 0] } as Value,
    })),
  fc.constantFrom('text', 'long-text', 'credit-code', 'industry').chain((type) =>
    fc
      .string({ maxLength: 50 })
      .filter((text) => text.trim() !== '')
      .map((value) => ({ field: field(type), unit: null, value: value as Value })),
  ),
)

test('what is written is read as the same value, for every type', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(kinds, ({ field, unit, value: given }) => {
      const read = readValue(field, given)
      if ('problem' in read || read.value === null)
        throw new Error(`no value of ${field.type}: ${JSON.stringify(given)}`)
      const form = { field, unit }
      expect(readCell(form, cellText(form, read.value, names), names)).toEqual(read)
      seen.add(field.type)
    }),
    { numRuns: 3000 },
  )
  expect([...seen].toSorted()).toEqual(
    FieldType.options.filter((type) => !['files', 'computed', 'rollup'].includes(type)).toSorted(),
  )
})
