// Adding, revising and removing entries: values read field by field, rights asked field by field.

import { type Actor, actsFor } from '#domain/actor.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import { type Entry, type EntryEvent, unitsOfEntry } from '#domain/entry.ts'
import { type Given, type Problem, readValue, type Value, type Values } from '#domain/field-value.ts'
import { type Definition, type Field, isDerived, type Register } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'

export type EntryDecision = Decision<EntryEvent>

/** Roles that write entries by themselves; an enterprise or village account only fills fields that list its role. */
export const entryWriters: readonly Role[] = ['office', 'keeper', 'unit-head', 'unit-officer']

export function mayFill({ filledBy, seenBy }: Pick<Field, 'filledBy' | 'seenBy'>, roles: readonly Role[]): boolean {
  const seen = seenBy === null || roles.some((role) => seenBy.includes(role))
  return seen && roles.some((role) => (filledBy ?? entryWriters).includes(role))
}

export function maySee({ seenBy }: Pick<Field, 'seenBy'>, roles: readonly Role[]): boolean {
  return seenBy === null || roles.some((role) => seenBy.includes(role))
}

type FieldProblem = { field: string; problem: Problem }
type ReadValues = { changes: Record<string, Value | null>; problems: FieldProblem[] }

/** What `given` changes in `before`, and what is wrong with it. */
export function readValues(fields: readonly Field[], given: Given, before: Values): ReadValues {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const changes: ReadValues['changes'] = {}
  const problems: FieldProblem[] = []
  for (const [key, value] of Object.entries(given)) {
    const field = byKey.get(key)
    const read = field ? readValue(field, value, before[key]) : ({ problem: 'unknown-field' } as const)
    if ('problem' in read) problems.push({ field: key, problem: read.problem })
    else if (field?.retired && read.value !== null) problems.push({ field: key, problem: 'retired' })
    else if (!same(read.value, before[key])) changes[key] = read.value
  }
  return { changes, problems }
}

const same = (a: Value | null, b: Value | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Required fields that are empty; of an entry older than the demand they may stay empty, but not become so. */
export function lacking(fields: readonly Field[], values: Values): string[] {
  return fields
    .filter((field) => field.required && !field.retired && !isDerived(field) && values[field.key] === undefined)
    .map(({ key }) => key)
}

/** Asked before the values are looked at: nobody learns by guessing what a field out of sight holds. */
function outOfSight({ fields }: Definition, given: Given, { roles }: Actor): ReturnType<typeof no> | null {
  const hidden = fields.find((field) => Object.hasOwn(given, field.key) && !maySee(field, roles))
  return hidden ? no('not-your-field', { field: hidden.key }) : null
}

export function decideAdd(register: Register, given: Given, on: string, actor: Actor): EntryDecision {
  const { definition, version } = register
  const hidden = outOfSight(definition, given, actor)
  if (hidden) return hidden
  const { changes, problems } = readValues(definition.fields, given, {})
  const values = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null)) as Values
  const missing = lacking(definition.fields, values).map((field): FieldProblem => ({ field, problem: 'required' }))
  const wrong = [...problems, ...missing]
  if (wrong.length > 0) return no('bad-values', { problems: wrong })
  const closed = definition.fields.find((field) => Object.hasOwn(values, field.key) && !mayFill(field, actor.roles))
  if (closed) return no('not-your-field', { field: closed.key })
  const outside = outsideReach(definition, values, actor)
  if (outside) return outside
  const units = unitsOfEntry(definition, values, [])
  return happens({ kind: 'added', register: register.id, definition: version, on, values, units })
}

export function decideReviseEntry(register: Register, entry: Entry, given: Given, actor: Actor): EntryDecision {
  const { definition, version } = register
  if (entry.removed) return no('entry-removed', { id: entry.id })
  const outside = outsideReach(definition, entry.values, actor) ?? outOfSight(definition, given, actor)
  if (outside) return outside
  const { changes, problems } = readValues(definition.fields, given, entry.values)
  const emptied = definition.fields.filter(
    ({ key, required, retired }) => required && !retired && changes[key] === null,
  )
  const wrong = [...problems, ...emptied.map(({ key }): FieldProblem => ({ field: key, problem: 'required' }))]
  if (wrong.length > 0) return no('bad-values', { problems: wrong })
  const closed = definition.fields.find((field) => Object.hasOwn(changes, field.key) && !mayFill(field, actor.roles))
  if (closed) return no('not-your-field', { field: closed.key })
  if (Object.keys(changes).length === 0) return happens()
  const values = Object.fromEntries(
    Object.entries({ ...entry.values, ...changes }).filter(([, value]) => value !== null),
  ) as Values
  return (
    outsideReach(definition, values, actor) ??
    happens({
      kind: 'revised',
      definition: version,
      values: changes,
      units: unitsOfEntry(definition, values, entry.checkers),
    })
  )
}

/** `open`: numbers of the commitments that it leads to and that have not ended: their work would be left without its cause. */
export function decideRemove(
  register: Register,
  entry: Entry,
  reason: string,
  on: string,
  actor: Actor,
  open: readonly string[],
): EntryDecision {
  if (entry.removed) return no('entry-removed', { id: entry.id })
  const outside = outsideReach(register.definition, entry.values, actor)
  if (outside) return outside
  return open.length > 0
    ? no('commitment-open', { numbers: open })
    : happens({ kind: 'removed', removed: { on, by: actor.person, reason } })
}

export function decideRestore(register: Register, entry: Entry, actor: Actor): EntryDecision {
  const outside = outsideReach(register.definition, entry.values, actor)
  if (outside) return outside
  return entry.removed ? happens({ kind: 'restored' }) : no('wrong-stage', { stage: 'standing', needs: ['removed'] })
}

/**
 * The office writes everywhere, units and keepers what they keep (the lead unit), accounts what is their own. Where a
 * register has no lead unit, its writers write all they see.
 */
export function outsideReach({ lead, owner }: Definition, values: Values, actor: Actor): ReturnType<typeof no> | null {
  if (actor.roles.includes('office')) return null
  const unitOf = (key: string | null) => (key === null ? null : ((values[key] as string | undefined) ?? null))
  const [keeping, owning] = [unitOf(lead), unitOf(owner)]
  const writes = actor.roles.some((role) => entryWriters.includes(role))
  if (writes && (lead === null || actsFor(actor, keeping) || (keeping !== null && actor.keeps.includes(keeping))))
    return null
  if (owning !== null && actor.owns.includes(owning)) return null
  return no('not-your-unit', { unit: keeping })
}
