// A ladder in one line: `a b? c` are its rungs from the bottom, `?` may be passed over. Steps in one line: `up c because x`,
// `back a`, `leave`, `return b`, `strike 2` (the second step), each on its own day. The outcome: the rung and since when, or
// the code of the refusal of the step that was refused.

import { expect, test } from 'vitest'
import { type Climb, evolveClimb } from '#domain/climb.ts'
import { type Entry, evolveEntry } from '#domain/entry.ts'
import { Definition, type Register } from '#domain/register.ts'
import { decideBack, decideClimb, decideLeave, decideStrike, type Ground } from '#domain/step.ts'

const actor = {
  ...{ zone: 'z', person: 'p', name: '甲', posts: [], roles: ['office'] as const },
  ...{ reach: '*' as const, units: [], keeps: [], owns: [] },
}

function registerOf(ladder: string): Register {
  const rungs = ladder.split(' ').map((rung) => ({
    key: rung.replace('?', ''),
    name: rung,
    gate: { skippable: rung.endsWith('?') },
  }))
  const definition = Definition.parse({
    ...{ code: 'x', name: 'x', entryName: 'x', title: 'name' },
    fields: [{ key: 'name', name: '名称', type: 'text' }],
    ladders: [{ key: 'main', name: '推进', rungs }],
  })
  return { id: 'r', version: 1, definition }
}

function walk(ladder: string, steps: string): string {
  const register = registerOf(ladder)
  let entry = evolveEntry({ id: 'e', version: 0 } as Entry, {
    ...{ kind: 'added', register: 'r', definition: 1, on: '2026-01-01', values: {}, units: [] },
  })
  let climbs: Climb[] = []
  for (const [i, step] of steps.split(', ').entries()) {
    const [verb, what = '', , reason = null] = step.split(' ') as [string, string?, string?, string?]
    const on = `2026-01-${String(i + 1).padStart(2, '0')}`
    const ground: Ground = {
      register,
      entry,
      climbs,
      files: [],
      crossing: null,
      on,
      actor,
      beside: {},
      reporters: [],
      newId: () => `c${i + 1}`,
    }
    const result = stepOf(ground, verb, what, reason)
    if ('refused' in result) return result.refused.code
    entry = evolveEntry(entry, result.entry)
    if ('id' in result.climb) climbs = [...climbs, evolveClimb({ id: result.climb.id, version: 0 }, result.climb.event)]
    else {
      const struck = result.climb
      climbs = climbs.map((climb) => (climb.id === `c${what}` ? evolveClimb(climb, struck) : climb))
    }
  }
  const at = entry.rungs.main
  return at ? `${at.rung} ${at.since.slice(-2)} ${at.reached.join('')}${at.left === null ? '' : ' left'}` : 'nowhere'
}

function stepOf(ground: Ground, verb: string, to: string, reason: string | null) {
  const ladder = 'main'
  if (verb === 'up') return decideClimb(ground, { ladder, to, reason, certificateOn: null, owed: [] })
  if (verb === 'leave') return decideLeave(ground, { ladder, reason: '不干了' })
  if (verb === 'strike') return decideStrike(ground, `c${to}`, '记错')
  return decideBack(ground, { ladder, to, reason: '退' })
}

test.each([
  ['a b c', 'up a', 'a 01 a'],
  ['a b c', 'up a, up b, up c', 'c 03 abc'],
  ['a b c', 'up b', 'rung-not-skippable'],
  ['a? b c', 'up b', 'reason-missing'],
  ['a? b c', 'up b because 已有', 'b 01 b'],
  ['a b? c', 'up a, up c because 快', 'c 02 ac'],
  ['a b? c d', 'up a, up d because 快', 'rung-not-skippable'],
  ['a b c', 'up a, up a', 'not-above'],
  ['a b c', 'up a, up b, back a', 'a 03 ab'],
  ['a b c', 'up a, back b', 'not-below'],
  ['a b c', 'up a, back a', 'not-below'],
  ['a b c', 'back a', 'not-on-ladder'],
  ['a b c', 'up a, leave', 'a 02 a left'],
  ['a b c', 'up a, leave, up b', 'wrong-stage'],
  ['a b c', 'up a, leave, leave', 'not-on-ladder'],
  ['a b c', 'up a, leave, return a, up b', 'b 04 ab'],
  ['a b c', 'up a, up b, leave, return a', 'a 04 ab'],
  ['a b c', 'up a, up b, strike 2', 'a 01 a'],
  ['a b c', 'up a, up b, strike 1', 'b 02 b'],
  ['a b c', 'up a, strike 1', 'nowhere'],
  ['a b c', 'up a, up b, strike 2, up b', 'b 04 ab'],
  ['a b c', 'up a, strike 1, strike 1', 'wrong-stage'],
  ['a b c', 'up x', 'not-found'],
])('%s | %s → %s', (ladder, steps, outcome) => {
  expect(walk(ladder, steps)).toBe(outcome)
})
