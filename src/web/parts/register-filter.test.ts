import { expect, test } from 'vitest'
import { narrowedColumns, readLine, textsOf, withoutColumn, withTexts } from '#web/parts/register-filter.ts'

const filter = ['chain=电子信息', 'amount>=100000000', 'chain=', '@main=signed']

test.each([
  ['chain=电子信息', 'chain', '=', '电子信息'],
  ['due=', 'due', '=', ''],
  ['name~a=b', 'name', '~', 'a=b'],
  ['amount>=1', 'amount', '>=', '1'],
  ['@main=signed', '@main', '=', 'signed'],
])('%s', (line, key, op, text) => expect(readLine(line)).toEqual({ key, op, text }))

test.each(['', 'x', '名称=1', 'a!1'])('“%s” is no line', (line) => expect(readLine(line)).toBeNull())

test('the words of a column', () => {
  expect(textsOf(filter, 'chain', '=')).toEqual(['电子信息', ''])
  expect(textsOf(filter, 'amount', '>=')).toEqual(['100000000'])
  expect(textsOf(filter, 'amount', '<=')).toEqual([])
})

test('other words take the place of the old ones', () => {
  expect(withTexts(filter, 'chain', '=', ['生物医药'])).toEqual(['chain=生物医药', 'amount>=100000000', '@main=signed'])
  expect(withTexts(filter, 'chain', '=', [])).toEqual(['amount>=100000000', '@main=signed'])
  expect(withTexts(filter, 'amount', '<=', ['9'])).toEqual([...filter, 'amount<=9'])
})

test('columns that narrow', () => {
  expect(narrowedColumns(filter)).toEqual(['chain', 'amount', '@main'])
  expect(withoutColumn(filter, 'chain')).toEqual(['amount>=100000000', '@main=signed'])
})
