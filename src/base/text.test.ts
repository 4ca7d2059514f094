import { expect, test } from 'vitest'
import { cut, findUnstorable } from '#base/text.ts'

test.each([
  ['新增高企', 0, 2, '新增'],
  ['𠮷村', 0, 1, ''],
  ['𠮷村', 1, 3, '村'],
  ['在𠮷', 0, 2, '在'],
  ['村', -5, 9, '村'],
])('%s from %i to %i: %s', (text, start, end, part) => expect(cut(text, start, end)).toBe(part))

test.each([
  [{ a: ['好', 'b'] }, null],
  [{ a: ['好', 'b\0'] }, ['a', '1']],
  [{ a: { b: '\ud842' } }, ['a', 'b']],
  [{ 'k\0': 1 }, ['k\0']],
  [12, null],
])('%j: %j', (value, path) => expect(findUnstorable(value)).toEqual(path))
