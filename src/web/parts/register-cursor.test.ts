import { expect, test } from 'vitest'
import { movedTo, pickedBetween } from '#web/parts/register-cursor.ts'

const bounds = { total: 100, columns: 5, page: 20 }
const press = (key: string, more: object = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
})

test.each<[string, object, [number, number], [number, number] | null]>([
  ['ArrowDown', {}, [3, 2], [4, 2]],
  ['ArrowUp', {}, [0, 2], [0, 2]],
  ['ArrowDown', { ctrlKey: true }, [3, 2], [99, 2]],
  ['ArrowRight', {}, [3, 4], [3, 4]],
  ['ArrowLeft', { ctrlKey: true }, [3, 4], [3, 0]],
  ['PageDown', {}, [3, 2], [23, 2]],
  ['Home', {}, [3, 2], [3, 0]],
  ['End', { ctrlKey: true }, [3, 2], [99, 4]],
  ['Tab', {}, [3, 2], [3, 3]],
  ['Tab', {}, [3, 4], null],
  ['Tab', { shiftKey: true }, [3, 0], null],
  ['ArrowDown', { altKey: true }, [3, 2], null],
  ['a', {}, [3, 2], null],
])('%s %j from %j', (key, more, [place, column], to) => {
  const next = movedTo(press(key, more), { place, column }, bounds)
  expect(next && [next.place, next.column]).toEqual(to)
})

test('cells are picked from corner to corner', () => {
  expect(pickedBetween({ place: 4, column: 1 }, { place: 2, column: 3 })).toEqual({
    top: 2,
    bottom: 4,
    left: 1,
    right: 3,
  })
})
