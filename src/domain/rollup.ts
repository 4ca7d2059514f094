// Roll-ups: a figure over the entries of another register that lead to this one. What a roll-up needs of the other register
// is looked up here each time it is used; where that is no longer there, the roll-up is unknown (待核), never 0.

import { type Definition, type Field, fieldOf, type Register } from '#domain/register.ts'
import { dictionaryOf, scaleOf, unitOf } from '#domain/register-dictionary.ts'
import { checkRule } from '#rules/check.ts'
import type { Issue, Rule } from '#rules/rule.ts'

/** A roll-up with all that it looks at. `over` null: entries are counted. */
export type Rolling = { field: Field; other: Register; via: Field; over: Field | null; rule: Rule | null }
/** What a roll-up misses in the other register: a field, or the meaning of its condition. */
export type Astray = { field: string } | { rule: string; issue: Issue }

const known = new WeakMap<Register, Map<string, Rolling | null>>()

/** Null: the roll-up leads nowhere. */
export function rollingOf(register: Register, field: Field): Rolling | null {
  const found = known.get(register) ?? new Map<string, Rolling | null>()
  known.set(register, found)
  let rolling = found.get(field.key)
  if (rolling === undefined) {
    const other = otherOf(register, field)
    const traced = other && trace(register.definition, field, other)
    rolling = traced && 'other' in traced ? traced : null
    found.set(field.key, rolling)
  }
  return rolling
}

function otherOf(register: Register, { rollup }: Field): Register | undefined {
  if (rollup?.register === register.definition.code) return register
  return register.others?.find(({ definition }) => definition.code === rollup?.register)
}

/** The roll-ups of a definition that go astray among the registers that are there; those still to come are no fault. */
export function astrayOf(definition: Definition, there: readonly Register[]): { key: string; astray: Astray }[] {
  const others = there.filter((one) => one.definition.code !== definition.code)
  const self: Register = { id: '', version: 1, definition, others }
  return definition.fields.flatMap((field) => {
    if (field.rollup === null || field.retired) return []
    const other = otherOf(self, field)
    const traced = other && trace(definition, field, other)
    return traced && !('other' in traced) ? [{ key: field.key, astray: traced }] : []
  })
}

function trace({ code }: Definition, field: Field, other: Register): Rolling | Astray {
  const rollup = field.rollup!
  const { definition, version } = other
  const via = fieldOf(definition, rollup.via)
  if (via?.type !== 'entry' || via.of !== code || via.retired) return { field: rollup.via }
  const over = rollup.field === null ? null : fieldOf(definition, rollup.field)
  if (over === undefined || (over && !fits(field, over))) return { field: rollup.field! }
  if (rollup.where === null) return { field, other, via, over, rule: null }
  const { rule, issues } = checkRule(rollup.where, dictionaryOf(definition, version))
  if (issues) return { rule: rollup.where, issue: issues[0]! }
  // A roll-up over roll-ups could go in a circle, and would cost by the square.
  const deeper = definition.fields.find(({ type, name }) => type === 'rollup' && rule.names.includes(name))
  return deeper ? { field: deeper.key } : { field, other, via, over, rule }
}

/** Whether the figure can be taken from the field: of its kind, in its unit and with its places. */
function fits(field: Field, over: Field): boolean {
  if (over.retired) return false
  if (field.gives === 'date') return over.type === 'date'
  if (over.type !== 'number' && over.type !== 'money' && over.type !== 'percent') return false
  return scaleOf(over) === field.scale && unitOf(over) === field.unit
}
