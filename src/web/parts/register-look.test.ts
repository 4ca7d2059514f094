import { expect, test } from 'vitest'
import type { RegisterView } from '#domain/register.ts'
import {
  firstLook,
  narrowOf,
  pressedHead,
  registerLookOf,
  registerSearchOf,
  sortingOf,
} from '#web/parts/register-look.ts'

const view = { key: 'large', where: '协议总投资 >= 10亿元', sort: 'amount', descending: true } as RegisterView

test('a look and its address are the same', () => {
  const look = {
    view: 'large',
    filter: ['chain=电子信息', 'chain='],
    where: '用地面积 > 10亩',
    text: '电池',
    removed: true,
    sort: 'amount',
    descending: true,
    columns: ['name', '@main'],
    asOf: '2026-03-05T08:00:00.000Z',
  }
  expect(registerLookOf(registerSearchOf(look))).toEqual(look)
  expect(registerSearchOf(firstLook)).toEqual({})
  expect(registerLookOf({})).toEqual(firstLook)
  expect(registerLookOf({ sort: '+' }).sort).toBeNull()
})

test.each([
  [{ view: 'Große Projekte' }],
  [{ sort: 'amount; drop' }],
  [{ columns: 'name,<b>' }],
  [{ asOf: 'gestern' }],
  [{ removed: 'vielleicht' }],
  [{ filter: { a: 1 } }],
])('what is not understood is left out: %j', (search) => expect(registerLookOf(search)).toEqual(firstLook))

test('the condition of a view and that of the reader hold together', () => {
  expect(narrowOf(firstLook, null)).toEqual({ filter: [] })
  expect(narrowOf(firstLook, view).where).toBe('协议总投资 >= 10亿元')
  expect(narrowOf({ ...firstLook, where: 'a or b' }, view).where).toBe('(协议总投资 >= 10亿元) and (a or b)')
})

test('a head is pressed: up, down, as the view says again', () => {
  expect(sortingOf(firstLook, view)).toEqual({ sort: 'amount', descending: true })
  const up = pressedHead({ sort: null, descending: false }, 'name')
  expect(up).toEqual({ sort: 'name', descending: false })
  const down = pressedHead({ sort: 'name', descending: false }, 'name')
  expect(down).toEqual({ sort: 'name', descending: true })
  expect(pressedHead({ sort: 'name', descending: true }, 'name').sort).toBeUndefined()
  expect(sortingOf({ ...firstLook, sort: null }, view)).toEqual({ sort: null, descending: false })
})
