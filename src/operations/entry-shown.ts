// How an entry is shown to somebody: fields out of sight are left out, formulas are worked out, what is lacking is named.

import type { Entry } from '#domain/entry.ts'
import { lacking, maySee } from '#domain/entry-change.ts'
import { warningsOf } from '#domain/field-value.ts'
import type { JournalLine } from '#domain/journal.ts'
import type { Definition, Field, Register } from '#domain/register.ts'
import { dictionaryOf, factsOf } from '#domain/register-dictionary.ts'
import type { Role } from '#domain/role.ts'
import { staysOf } from '#domain/stay.ts'
import type { Told } from '#domain/told.ts'
import { checkRule } from '#rules/check.ts'
import { reckonRule } from '#rules/evaluate.ts'
import type { Facts } from '#rules/facts.ts'
import type { Rule } from '#rules/rule.ts'
import { shown } from '#rules/trace.ts'

export function seenFields({ fields }: Definition, roles: readonly Role[]): Field[] {
  return fields.filter((field) => maySee(field, roles))
}

/** Whether all that a rule looks at may be seen. */
export function ruleSeen({ fields }: Definition, rule: Rule, roles: readonly Role[]): boolean {
  return !fields.some((field) => rule.names.includes(field.name) && !maySee(field, roles))
}

type Formula = { key: string; rule: Rule; gives: Field['gives'] }

function formulas({ definition, version }: Register, roles: readonly Role[]): Formula[] {
  return seenFields(definition, roles).flatMap(({ key, rule: text, gives, retired }) => {
    const rule = text === null || retired ? undefined : checkRule(text, dictionaryOf(definition, version), gives).rule
    return rule && ruleSeen(definition, rule, roles) ? [{ key, rule, gives }] : []
  })
}

/**
 * What an entry needs that does not lie in it: facts by name, and the commitments it leads to by field, with
 * who reported on them. */
export type Beside = { facts: Facts; commitments: Record<string, Told>; reporters: string[] }
export const nothingBeside: Beside = { facts: {}, commitments: {}, reporters: [] }

/** A function, so that a page reads its formulas once. */
export function showing(register: Register, roles: readonly Role[], on: string) {
  const { definition } = register
  const seen = seenFields(definition, roles)
  const keys = new Set(seen.map(({ key }) => key))
  const computing = formulas(register, roles)
  return (entry: Entry, beside: Beside = nothingBeside) => {
    const values = Object.fromEntries(Object.entries(entry.values).filter(([key]) => keys.has(key)))
    const facts = factsOf(definition, entry, on, beside.facts)
    const computed = computing.map(({ key, rule, gives }) => {
      const value = reckonRule(rule, facts)
      return [key, gives === 'boolean' ? (value as boolean | null) : shown(value)] as const
    })
    return {
      ...entry,
      values,
      computed: Object.fromEntries(computed),
      lacking: lacking(seen, entry.values),
      warnings: warningsOf(seen, entry.values),
      stays: staysOf(definition, entry, on),
      commitments: Object.fromEntries(Object.entries(beside.commitments).filter(([key]) => keys.has(key))),
    }
  }
}

/** The lines of a history without the values of fields that are out of sight. */
export function historyShown(history: JournalLine[], definition: Definition, roles: readonly Role[]): JournalLine[] {
  const hidden = definition.fields.filter((field) => !maySee(field, roles)).map(({ key }) => key)
  if (hidden.length === 0) return history
  return history.map((line) => {
    const { values } = line.data as { values?: Record<string, unknown> }
    if (!values) return line
    const seen = Object.fromEntries(Object.entries(values).filter(([key]) => !hidden.includes(key)))
    return { ...line, data: { ...line.data, values: seen } }
  })
}
