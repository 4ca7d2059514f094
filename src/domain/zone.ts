// The zone and the tree that duty, rights and totals run along: units, posts, people.
// Duty sits on the post; whoever holds the post next inherits it.

import { z } from 'zod'
import { type Decision, happens, no } from '#domain/decision.ts'
import { Id, Row, Words } from '#domain/fields.ts'
import { compatible, Role } from '#domain/role.ts'

export const Zone = Row.extend({
  name: Words,
  sample: z.boolean(),
  lightRule: z.string(),
  defaultProof: z.array(Words),
})
export type Zone = z.infer<typeof Zone>

export const UnitKind = z.enum(['zone', 'office', 'department', 'town', 'company', 'village'])
export const Unit = Row.extend({
  name: Words,
  shortName: Words,
  kind: UnitKind,
  parent: Id.nullable(),
  line: z.string().max(100).nullable(),
  /** Among its sisters, from the top. */
  place: z.int().min(-1_000_000).max(1_000_000),
})
export type Unit = z.infer<typeof Unit>

export const Post = Row.extend({ name: Words, unit: Id, roles: z.array(Role) })
export type Post = z.infer<typeof Post>

export const Person = Row.extend({
  name: Words,
  username: z.string().regex(/^[a-z][a-z0-9._-]{1,30}$/),
  posts: z.array(Id),
  active: z.boolean(),
})
export type Person = z.infer<typeof Person>

/** The whole tree; a zone has hundreds of units and posts, so it travels in one piece. */
export const Directory = z.object({
  zone: Zone,
  units: z.array(Unit),
  posts: z.array(Post),
  people: z.array(Person),
})
export type Directory = z.infer<typeof Directory>

/** These nouns change by plain replacement of fields; the event carries what changed. */
export type Change<N> = { kind: 'made' | 'changed'; fields: Partial<N> }

export function evolveFields<N extends { version: number }>(row: N, event: Change<N>): N {
  return { ...row, ...event.fields, version: row.version + 1 }
}

/** Give a person these posts; refused when a post is unknown or the roles may not meet in one person. */
export function decideAppoint(
  directory: Directory,
  person: Person,
  wanted: readonly string[],
): Decision<Change<Person>> {
  const held = wanted.map((id) => directory.posts.find((post) => post.id === id) ?? id)
  const unknown = held.find((post) => typeof post === 'string')
  if (unknown !== undefined) return no('unknown-post', { post: unknown as string })
  const roles = (held as Post[]).flatMap((post) => post.roles)
  if (!compatible(roles)) return no('roles-conflict', { roles })
  return unlessLast(directory, person, { posts: [...new Set(wanted)] })
}

export function decideDeactivate(directory: Directory, person: Person): Decision<Change<Person>> {
  return unlessLast(directory, person, { active: false, posts: [] })
}

/** Without these nobody could ever add a person or give a post again. */
const indispensable: readonly Role[] = ['system-admin', 'security-admin']

function unlessLast({ posts, people }: Directory, person: Person, fields: Partial<Person>): Decision<Change<Person>> {
  const after = people.map((one) => (one.id === person.id ? { ...one, ...fields } : one))
  const held = after.flatMap((one) => (one.active ? one.posts : []))
  const missing = indispensable.find(
    (role) => !posts.some((post) => post.roles.includes(role) && held.includes(post.id)),
  )
  return missing ? no('last-administrator', { role: missing }) : happens({ kind: 'changed', fields })
}

/** The unit itself and everything below it; ends also where two moves at once have bent the tree into a ring. */
export function subtree(
  units: readonly Pick<Unit, 'id' | 'parent'>[],
  root: string,
  seen = new Set<string>(),
): string[] {
  seen.add(root)
  const below = units.filter((unit) => unit.parent === root && !seen.has(unit.id))
  return [root, ...below.flatMap((unit) => subtree(units, unit.id, seen))]
}
