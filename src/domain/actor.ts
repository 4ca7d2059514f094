// Who acts: a signed-in person with the posts held now, and how far those posts reach.

import type { Role } from '#domain/role.ts'
import type { Post } from '#domain/zone.ts'

export type Actor = {
  readonly zone: string
  readonly person: string
  readonly name: string
  readonly posts: readonly Post[]
  readonly roles: readonly Role[]
  /** Units whose rows the actor sees: '*' for the whole zone, otherwise those answered for. */
  readonly reach: '*' | readonly string[]
  /** Units the actor answers for: those of the posts as unit head or officer, with everything below. */
  readonly units: readonly string[]
  /** Units whose entries in registers the actor writes: those answered for, and those of the posts as keeper. */
  readonly keeps: readonly string[]
  /** Units of the posts as enterprise or village account: whose own entries the actor sees. */
  readonly owns: readonly string[]
}

/** Seeing is not acting: a leader who heads one unit sees all of them and acts for that one. */
export function actsFor(actor: Actor, unit: string | null): boolean {
  return actor.roles.includes('office') || (unit !== null && actor.units.includes(unit))
}

/** The post from which the actor does something that these roles may do; the first held if any role may. */
export function actingPost(actor: Actor, may: readonly Role[] | 'anyone'): string | null {
  const fits = (post: Post) => may === 'anyone' || post.roles.some((role) => may.includes(role))
  return actor.posts.find(fits)?.id ?? null
}
