// Which fields this person sees and fills in, only for showing inputs and columns: the server decides again
// (domain/entry-change.ts), whose schemas stay out of the browser.

import { type Definition, type Field, isDerived } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { mayPass } from '#web/parts/act-rules.ts'

/** Roles that fill in every field that does not say who does. */
const writers: readonly Role[] = ['office', 'keeper', 'unit-head', 'unit-officer']

export function sees({ seenBy }: Pick<Field, 'seenBy'>, roles: readonly Role[]): boolean {
  return seenBy === null || roles.some((role) => seenBy.includes(role))
}

export function fills(field: Field, roles: readonly Role[]): boolean {
  if (isDerived(field) || field.retired || !sees(field, roles)) return false
  return roles.some((role) => (field.filledBy ?? writers).includes(role))
}

/** Somebody who may not fill in what is required could not finish the form. */
export function addsEntries({ fields }: Definition, roles: readonly Role[]): boolean {
  const needed = fields.filter((field) => field.required && !field.retired && !isDerived(field))
  return mayPass('addEntry', roles) && needed.every((field) => fills(field, roles))
}
