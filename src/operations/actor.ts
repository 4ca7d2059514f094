// From an account to an actor: the posts held now decide roles and reach, so a change of post works at once.

import type { Actor } from '#domain/actor.ts'
import { seesWholeZone } from '#domain/role.ts'
import type { Person } from '#domain/zone.ts'
import type { System } from '#operations/system.ts'
import { findHolder, findPersonNamed } from '#store/directory.ts'

/** Null when there is no such person or the person is no longer active. */
export async function actorFor(system: System, zone: string, person: string): Promise<Actor | null> {
  const held = await findHolder(system.db, { zone, units: '*' }, person)
  if (!held?.person.active) return null
  const roles = [...new Set(held.posts.flatMap((post) => post.roles))]
  const { units, keeps, owns, posts } = held
  const reach = roles.some(seesWholeZone) ? '*' : [...new Set([...keeps, ...owns])]
  return { zone, person, name: held.person.name, posts, roles, reach, units, keeps, owns }
}

export function findPersonByUsername(system: System, zone: string, username: string): Promise<Person | null> {
  return findPersonNamed(system.db, { zone, units: '*' }, username)
}
