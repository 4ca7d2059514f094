// What narrows a register's table, a line each, so that it travels in an address: `chain=电子信息`, `amount>=100000000`,
// `due=` (empty), `name~云溪` (holds the words), `@main=signed` (stands on the rung), `@main=` (was never on the ladder),
// `@main=-` (has left it). Several `=` of one field are alternatives; everything else must hold together.

import { type Decision, happens, no } from '#domain/decision.ts'
import { type ReadValue, readValue, type Value } from '#domain/field-value.ts'
import { type Definition, type Field, fieldOf, isDerived, ladderOf, rungOf } from '#domain/register.ts'

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

/** The tests in the lines, or the refusal of the first line that is none. `hidden`: fields out of the asker's sight. */
export function readFilter(
  definition: Definition,
  lines: readonly string[],
  hidden: ReadonlySet<string>,
): Decision<Test> {
  const tests: Test[] = []
  for (const line of lines) {
    const [, at, key, op, text] = shape.exec(line) ?? []
    const test = at === '@' ? rungTest(definition, key, op, text) : fieldTest(definition, key, op, text)
    if (!test) return no('bad-filter', { filter: line })
    if (test.kind !== 'on' && hidden.has(test.field.key)) return no('not-your-field', { field: test.field.key })
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
  if (!field || field.type === 'place' || field.type === 'files') return null
  const kind = kindOf(field)
  if (op === '~') return worded.includes(kind) && text.length <= 100 ? { kind: 'holds', field, text } : null
  if (op !== '=' && !ordered.includes(kind)) return null
  const read = isDerived(field) ? readDerived(field, text) : readValue(field, given(kind, text), text)
  if ('problem' in read) return null
  if (op === '=') return { kind: 'is', field, values: [read.value].flat() as (Value | null)[] }
  return read.value === null ? null : { kind: op === '>=' ? 'from' : 'to', field, value: read.value }
}

const derivedKinds = { number: 'number', text: 'text', date: 'date', boolean: 'yes-no' } as const

/** What is worked out is tested like a field of the kind that it gives. */
const kindOf = (field: Field): Field['type'] => (isDerived(field) ? derivedKinds[field.gives] : field.type)

/** A number that was worked out may have more places than one that is filled in, and be larger. */
function readDerived(field: Field, text: string): ReadValue {
  const type = derivedKinds[field.gives]
  if (type !== 'number') return readValue({ ...field, type }, given(type, text))
  if (text === '') return { value: null }
  return /^[+-]?\d{1,30}(\.\d{1,12})?$/.test(text) ? { value: text } : { problem: 'wrong-type' }
}

function given(type: Field['type'], text: string): string | boolean | string[] {
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
