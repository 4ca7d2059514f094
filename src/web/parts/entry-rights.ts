// Which entries of a register the signed-in person writes, as domain/entry-change.ts decides it. Only for showing buttons and
// fields; the server decides again.

import type { OutputOf } from '#contract/contract.ts'
import type { Entry } from '#domain/entry.ts'
import type { Definition, Gate } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'

export type Writer = Pick<OutputOf<'whoAmI'>, 'roles' | 'units' | 'keeps' | 'owns'>

const writers: readonly Role[] = ['office', 'keeper', 'unit-head', 'unit-officer']

/** Keeps the entry: steps it, files what proves a step, answers instructions. */
export function keepsEntry({ lead }: Definition, { values, removed }: Kept, me: Writer): boolean {
  if (removed) return false
  if (me.roles.includes('office')) return true
  if (!me.roles.some((role) => writers.includes(role))) return false
  if (lead === null) return true
  const unit = values[lead] as string | undefined
  return unit !== undefined && (me.units.includes(unit) || me.keeps.includes(unit))
}

type Kept = Pick<Entry, 'values' | 'removed'>

/** Keeps it, or it is the own entry of an enterprise or village account. */
export function writesEntry(definition: Definition, entry: Kept, me: Writer): boolean {
  if (entry.removed) return false
  const { owner } = definition
  const owning = owner !== null && me.owns.includes((entry.values[owner] as string | undefined) ?? '')
  return owning || keepsEntry(definition, entry, me)
}

export function decidesGate({ decides }: Gate, roles: readonly Role[]): boolean {
  return roles.some((role) => decides.includes(role))
}
