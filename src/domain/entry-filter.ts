// What narrows a register's table, a line each, so that it travels in an address: `chain=电子信息`, `amount>=100000000`,
// `due=` (empty), `name~云溪` (holds the words), `@main=signed` (stands on the rung), `@main=` (was never on the ladder),
// `@main=-` (has left it). Several `=` of one field are alternatives; everything else must hold together.

import { type Decision, happens, no } from '#domain/decision.ts'
import { maySee } from '#domain/entry-change.ts'
import { readValue, type Value } from '#domain/field-value.ts'
import { type Definition, type Field, fieldOf, ladderOf, rungOf } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'

export type Test =
  | { kind: 'is'; field: Field; values: (Value | null)[] }
  | { kind: 'from' | 'to'; field: Field; value: Value }
  | { kind: 'holds'; field: Field; text: string }
  | { kind: 'on'; ladder: string; rungs: string[] }

/** Stands for a rung: the entry has left the ladder. */
export const leftLadder = '-'

const shape = /^(@?)([a-z][a-z0-9_]{0,29})(>=|<=|=|~)(.*)$/su
const ordered: readonly Field['type'][] = [
  'number',
  'money',
  'percent',
  'date',
  'month',
  'text',
  'industry',
  'credit-code',
]
const worded: readonly Field['type'][] = ['text', 'long-text', 'credit-code', 'industry', 'choice']

/** The tests in the lines, or the refusal of the first line that is none. */
export function readFilter(definition: Definition, lines: readonly string[], roles: readonly Role[]): Decision<Test> {
  const tests: Test[] = []
  for (const line of lines) {
    const [, at, key, op, text] = shape.exec(line) ?? []
    const test = at === '@' ? rungTest(definition, key, op, text) : fieldTest(definition, key, op, text)
    if (!test) return no('bad-filter', { filter: line })
    if (test.kind !== 'on' && !maySee(test.field, roles)) return no('not-your-field', { field: test.field.key })
    add(tests, test)
  }
  return happens(...tests)
}

function rungTest(definition: Definition, key = '', op = '', rung = ''): Test | null {
  const ladder = ladderOf(definition, key)
  return op === '=' && ladder && (rung === '' || rung === leftLadder || rungOf(ladder, rung))
    ? { kind: 'on', ladder: key, rungs: [rung] }
    : null
}

function fieldTest(definition: Definition, key = '', op = '', text = ''): Test | null {
  const field = fieldOf(definition, key)
  if (!field || field.type === 'computed' || field.type === 'place' || field.type === 'files') return null
  if (op === '~') return worded.includes(field.type) && text.length <= 100 ? { kind: 'holds', field, text } : null
  if (op !== '=' && !ordered.includes(field.type)) return null
  const read = readValue(field, given(field, text), text)
  if ('problem' in read) return null
  if (op === '=') return { kind: 'is', field, values: [read.value].flat() as (Value | null)[] }
  return read.value === null ? null : { kind: op === '>=' ? 'from' : 'to', field, value: read.value }
}

function given({ type }: Field, text: string): string | boolean | string[] {
  if (type === 'yes-no' && (text === 'true' || text === 'false')) return text === 'true'
  return type === 'choices' && text !== '' ? [text] : text
}

/** Alternatives of one field stand in one test. */
function add(tests: Test[], test: Test): void {
  for (const had of tests) {
    if (had.kind === 'is' && test.kind === 'is' && had.field === test.field) had.values.push(...test.values)
    else if (had.kind === 'on' && test.kind === 'on' && had.ladder === test.ladder) had.rungs.push(...test.rungs)
    else continue
    return
  }
  tests.push(test)
}
