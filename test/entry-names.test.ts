// What entries are called and which go by a name: many at a time, only those the asker may see, also as of an earlier moment.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let finance: Call
let entries: OutputOf<'addEntry'>[]

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  finance = await zone.as('qianxueli')
  const definition = Definition.parse({
    ...{ code: 'hall', name: '办事大厅台账', entryName: '大厅', title: 'name', lead: 'lead' },
    fields: [
      { key: 'name', name: '名称', type: 'text' },
      { key: 'number', name: '编号', type: 'text', unique: true },
      { key: 'memo', name: '内部备注', type: 'text', indexed: true, seenBy: ['office'], filledBy: ['office'] },
      { key: 'lead', name: '管理单位', type: 'unit', required: true },
    ],
  })
  await office('defineRegister', { definition })
  const { units } = await office('getDirectory', {})
  const unit = (short: string) => units.find(({ shortName }) => shortName === short)!.id
  const add = (values: Record<string, string>) => office('addEntry', { register: 'hall', values })
  entries = [
    await add({ name: '东大厅', number: 'H-1', memo: '拟搬迁', lead: unit('财政局') }),
    await add({ name: '西大厅', number: 'H-2', lead: unit('经发局') }),
    await add({ number: 'H-3', lead: unit('财政局') }),
  ]
})
afterAll(() => zone.close())

const ids = () => entries.map(({ id }) => id)
const titles = (answer: OutputOf<'titlesOf'>) => answer.map(({ title }) => title).toSorted()

test('the titles of entries, in one statement', async () => {
  zone.sent.length = 0
  expect(titles(await office('titlesOf', { register: 'hall', ids: ids() }))).toEqual([null, '东大厅', '西大厅'])
  expect(zone.sent.filter(({ kind, text }) => kind === 'statement' && text.includes('entry_hall'))).toHaveLength(1)
  expect(await office('titlesOf', { register: 'hall', ids: [] })).toEqual([])
})

test('what is out of reach is left out', async () => {
  expect(titles(await finance('titlesOf', { register: 'hall', ids: ids() }))).toEqual([null, '东大厅'])
  expect(await finance('entriesNamed', { register: 'hall', names: ['西大厅'] })).toEqual([])
})

test('names lead to entries by the title or by a field that is unique', async () => {
  const found = await office('entriesNamed', { register: 'hall', names: ['东大厅', 'H-2', '无此大厅'] })
  expect(found.map(({ words }) => words).toSorted()).toEqual([
    ['东大厅', 'H-1'],
    ['西大厅', 'H-2'],
  ])
})

test('words are looked for in the title and in the texts and codes that the asker may see', async () => {
  const found = async (call: Call, text: string) =>
    (await call('listEntries', { register: 'hall', text })).entries.map(({ values }) => values.number)
  expect(await found(office, '西大')).toEqual(['H-2'])
  expect(await found(office, 'h-3')).toEqual(['H-3'])
  expect(await found(office, '搬迁')).toEqual(['H-1'])
  expect(await found(finance, '搬迁')).toEqual([])
  expect(await found(finance, 'H-1')).toEqual(['H-1'])
  expect(await found(office, '_')).toEqual([])
})

test('a title is what it was then, and one that was taken out says so', async () => {
  const [first] = entries as [OutputOf<'addEntry'>]
  const before = new Date(Date.parse('2026-03-06T12:00:00+08:00') + 1000).toISOString()
  zone.at('2026-03-09')
  const { version } = await office('reviseEntry', {
    ...{ register: 'hall', id: first.id, version: first.version },
    values: { name: '南大厅' },
  })
  await office('removeEntry', { register: 'hall', id: first.id, version, reason: '撤并' })
  const ask = { register: 'hall', ids: [first.id] }
  expect(await office('titlesOf', ask)).toEqual([{ id: first.id, title: '南大厅', removed: true }])
  expect(await office('titlesOf', { ...ask, asOf: before })).toEqual([
    { id: first.id, title: '东大厅', removed: false },
  ])
})
