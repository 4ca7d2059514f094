import { expect, test } from 'vitest'
import type { Field } from '#domain/register.ts'
import type { RegisterColumn } from '#web/parts/register-columns.ts'
import { begunBy } from '#web/parts/register-editing.ts'

const column = (type: Field['type']): RegisterColumn => ({
  key: 'x',
  name: '某项',
  is: 'field',
  field: { key: 'x', name: '某项', type } as Field,
})
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false })

test.each<[string, Field['type'], ReturnType<typeof begunBy>]>([
  ['Enter', 'text', 'as-is'],
  ['F2', 'choice', 'as-is'],
  ['Delete', 'date', { value: null }],
  ['7', 'money', { value: '7' }],
  ['电', 'text', { value: '电' }],
  ['a', 'choice', 'as-is'],
  ['/', 'text', undefined],
  ['ArrowUp', 'text', undefined],
  ['Shift', 'text', undefined],
])('%s on a field of type %s', (key, type, begins) => expect(begunBy(press(key), column(type))).toEqual(begins))

test('a letter with Ctrl is a command', () => expect(begunBy(press('c', true), column('text'))).toBeUndefined())
