// Mentions in one line, in the order in which they were met: document, day of March 2026, the number with its unit, an
// addition with +, a year behind /. `!A` is an officer's ruling. => which holds and why, then who contradicts whom.

import { expect, test } from 'vitest'
import type { Commitment, Mention, Ruling } from '#domain/commitment.ts'
import { disputesOf, inForce, restatement } from '#domain/mentions.ts'

test.each([
  'A13=100家 => A only',
  'A13=100家 B20=120家 => B later, A≠B',
  'A20=120家 B13=100家 => A later, A≠B',
  'A13=100家 B13=120家 => B later, A≠B',
  'A13=100家 B20=100家 => B later',
  'A13=100家 B20=120亩 => B later',
  'A13=100家 B20=+120家 => B later',
  'A13=100家/2025 B20=120家/2026 => B later',
  'A13=100家/2026 B20=120家 => B later, A≠B',
  'A13=100家 B20= => B later',
  'A13=100家 B20=120家 !A => A ruled',
  'A13=100家 B20=120家 !B => B ruled',
  'A13=100家 B20=120家 !A C25=150家 => C later, A≠C, B≠C',
  'A13=100家 B20=120家 !A C15=150家 => A ruled, A≠C, B≠C',
])('%s', (line) => {
  const [said, expected] = line.split(' => ') as [string, string]
  const commitment = saidIn(said)
  const { mention, why } = inForce(commitment)!
  const disputes = disputesOf(commitment).map(([a, b]) => `${a.document}≠${b.document}`)
  expect([`${mention.document} ${why}`, ...disputes].join(', ')).toBe(expected)
})

test('parts only inherit the mentions of their whole', () => {
  expect(disputesOf({ ...saidIn('A13=100家 B20=120家'), parent: 'whole' })).toEqual([])
})

// What a commitment says, then what the mention in force says; with ! because an officer said so.
test.each([
  '100家 : 120家 => 120',
  '100家 : 100家 => as it was',
  '100家 : 120亩 => as it was',
  '100家 : !120亩 => 120',
  '100家 :  => as it was',
  ' : 120家 => 120',
])('a commitment of %s', (line) => {
  const [now, then, expected] = line.split(/ : | => /) as [string, string, string]
  const told = restatement(wordingOf(now), wordingOf(then.replace('!', '')), then.startsWith('!'))
  expect(told === null ? 'as it was' : String(told.value)).toBe(expected)
})

function saidIn(line: string): Pick<Commitment, 'mentions' | 'ruling' | 'parent'> {
  let ruling: Ruling | undefined
  const mentions: Mention[] = []
  for (const word of line.split(' ')) {
    if (word.startsWith('!')) ruling = { mention: word.slice(1), among: mentions.length } as Ruling
    else mentions.push(mentionOf(word))
  }
  return { mentions, parent: null, ...(ruling && { ruling }) }
}

function mentionOf(word: string): Mention {
  const [head, said] = word.split('=') as [string, string]
  const [document, day] = [head.slice(0, 1), head.slice(1)]
  return { document, proposal: document, on: `2026-03-${day}`, wording: wordingOf(said) } as Mention
}

function wordingOf(said: string): Mention['wording'] {
  const [, plus, value, unit, year] = /^(\+?)(\d*)([^/]*)(?:\/(\d+))?$/.exec(said)!
  const number = { value: value ? Number(value) : null, value2: null, unit: unit || null }
  const period = year ? { from: `${year}-01-01`, to: `${year}-12-31` } : null
  const how = { op: null, measure: value ? (plus ? 'increase' : 'level') : null, strength: 'none' } as const
  return { title: said, kind: 'target', ...number, ...how, period, dueOn: null }
}
