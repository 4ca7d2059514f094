// Who acts: a signed-in person with the posts held now, and how far those posts reach.

import type { Role } from '#domain/role.ts'

export type Actor = {
  readonly zone: string
  readonly person: string
  readonly name: string
  readonly posts: readonly string[]
  readonly roles: readonly Role[]
  /** Units whose rows the actor sees: '*' for the whole zone, otherwise the posts' units with everything below. */
  readonly reach: '*' | readonly string[]
}

export function reaches(actor: Actor, unit: string | null): boolean {
  return actor.reach === '*' || (unit !== null && actor.reach.includes(unit))
}
