// Steps in one line: `rung day, rung day`; `-` is off the ladder, `!` before it struck out.

import { expect, test } from 'vitest'
import type { Ladder } from '#domain/register.ts'
import { stripOf } from '#web/parts/entry-strip.ts'

const rung = (key: string, retired = false) => ({ key, name: key, retired })
const ladder = { key: 'main', name: '推进', rungs: ['a', 'b', 'c', 'd'].map((key) => rung(key)) } as unknown as Ladder

function strip(line: string, of = ladder): string {
  const climbs = line
    .split(', ')
    .filter(Boolean)
    .map((step) => {
      const [word = '', on = ''] = step.split(' ')
      const to = word.replace('!', '')
      const struck = word.startsWith('!') ? { on, by: '', reason: '' } : null
      return { ladder: 'main', to: to === '-' ? null : to, on: `2026-${on}`, struck }
    })
  const standing = climbs.filter(({ struck }) => !struck)
  const last = standing.at(-1)
  const rungNow = standing.findLast(({ to }) => to !== null)?.to
  const at = rungNow
    ? { rung: rungNow, since: last!.on, reached: [], left: last!.to === null ? '迁出' : null }
    : undefined
  return stripOf(of, climbs, at, '2026-02-01')
    .map(({ rung: { key }, state, days }) => `${key} ${state}${days === null ? '' : ` ${days}`}`)
    .join(', ')
}

test.each([
  ['', 'a ahead, b ahead, c ahead, d ahead'],
  ['a 01-01', 'a now 31, b ahead, c ahead, d ahead'],
  ['a 01-01, c 01-11', 'a reached 10, b passed, c now 21, d ahead'],
  ['a 01-01, b 01-02, a 01-05', 'a now 28, b reached 3, c ahead, d ahead'],
  ['a 01-01, !b 01-02', 'a now 31, b ahead, c ahead, d ahead'],
  ['a 01-01, b 01-11, - 01-21', 'a reached 10, b left 10, c ahead, d ahead'],
])('%s is %s', (line, shown) => {
  expect(strip(line)).toBe(shown)
})

test('a retired rung is there only where the entry was', () => {
  const retired = { ...ladder, rungs: [rung('a', true), rung('b')] } as unknown as Ladder
  expect(strip('b 01-11', retired)).toBe('b now 21')
  expect(strip('a 01-01, b 01-11', retired)).toBe('a reached 10, b now 21')
})
