// How an entry is shown to somebody: fields out of sight are left out, formulas are worked out, what is lacking is named.

import type { Entry } from '#domain/entry.ts'
import { lacking } from '#domain/entry-change.ts'
import { warningsOf } from '#domain/field-value.ts'
import type { JournalLine } from '#domain/journal.ts'
import type { Field, Register } from '#domain/register.ts'
import { dictionaryOf, factsOf } from '#domain/register-dictionary.ts'
import type { Role } from '#domain/role.ts'
import { fieldsIn, hiddenFrom, seenFields } from '#domain/sight.ts'
import { staysOf } from '#domain/stay.ts'
import type { Told } from '#domain/told.ts'
import { checkRule } from '#rules/check.ts'
import { reckonRule } from '#rules/evaluate.ts'
import type { Facts } from '#rules/facts.ts'
import type { Rule } from '#rules/rule.ts'
import { shown } from '#rules/trace.ts'

/** A field that a rule looks at and that may not be seen. */
export function hiddenIn(register: Register, rule: Rule, roles: readonly Role[]): Field | undefined {
  const hidden = hiddenFrom(register, roles)
  return fieldsIn(register, rule.names).find(({ key }) => hidden.has(key))
}

type Formula = { key: string; rule: Rule; gives: Field['gives'] }

function formulas({ definition, version }: Register, seen: readonly Field[]): Formula[] {
  return seen.flatMap(({ key, rule: text, gives, retired }) => {
    const rule = text === null || retired ? undefined : checkRule(text, dictionaryOf(definition, version), gives).rule
    return rule ? [{ key, rule, gives }] : []
  })
}

/**
 * What an entry needs that does not lie in it: facts by name, and the commitments it leads to by field, with
 * who reported on them. */
export type Beside = { facts: Facts; commitments: Record<string, Told>; reporters: string[] }
export const nothingBeside: Beside = { facts: {}, commitments: {}, reporters: [] }

/** A function, so that a page reads its formulas once. Roll-ups stand among what is computed. */
export function showing(register: Register, roles: readonly Role[], on: string) {
  const { definition } = register
  const hidden = hiddenFrom(register, roles)
  const seen = seenFields(register, roles)
  const computing = formulas(register, seen)
  const rolled = seen.filter(({ type, retired }) => type === 'rollup' && !retired)
  return ({ lookups = {}, ...entry }: Entry, beside: Beside = nothingBeside) => {
    const values = Object.fromEntries(Object.entries(entry.values).filter(([key]) => !hidden.has(key)))
    const facts = factsOf(definition, { ...entry, lookups }, on, beside.facts)
    const computed = computing.map(({ key, rule, gives }) => {
      const value = reckonRule(rule, facts)
      return [key, gives === 'boolean' ? (value as boolean | null) : shown(value)] as const
    })
    return {
      ...entry,
      values,
      computed: Object.fromEntries([...computed, ...rolled.map(({ key }) => [key, lookups[key] ?? null] as const)]),
      lacking: lacking(seen, entry.values),
      warnings: warningsOf(seen, entry.values),
      stays: staysOf(definition, entry, on),
      commitments: Object.fromEntries(Object.entries(beside.commitments).filter(([key]) => !hidden.has(key))),
    }
  }
}

/** The lines of a history without the values of fields that are out of sight. */
export function historyShown(history: JournalLine[], register: Register, roles: readonly Role[]): JournalLine[] {
  const hidden = hiddenFrom(register, roles)
  if (hidden.size === 0) return history
  return history.map((line) => {
    const { values } = line.data as { values?: Record<string, unknown> }
    if (!values) return line
    const seen = Object.fromEntries(Object.entries(values).filter(([key]) => !hidden.has(key)))
    return { ...line, data: { ...line.data, values: seen } }
  })
}
