// The zone itself: who am I, the tree of units, posts and people, and setting it up.

import { z } from 'zod'
import { act, question } from '#contract/entry.ts'
import { Id, Words } from '#domain/fields.ts'
import { Role } from '#domain/role.ts'
import { Directory, Person, Post, Unit, Zone } from '#domain/zone.ts'

/** An account that was just made: the password is shown once and must be changed at the first sign-in. */
export const NewAccount = z.object({
  username: z.string(),
  name: z.string(),
  post: z.string(),
  oneTimePassword: z.string(),
})

const version = z.int().nonnegative()
const unitFields = Unit.pick({ name: true, shortName: true, kind: true, parent: true, line: true, place: true }).shape

export const zoneActs = {
  whoAmI: question(
    { summary: 'The signed-in person with posts and roles', path: '/me', refusals: [], may: 'anyone' },
    {},
    z.object({
      zone: z.string(),
      zoneName: z.string(),
      person: Id,
      name: z.string(),
      username: z.string(),
      posts: z.array(Post),
      roles: z.array(Role),
      units: z.array(Id),
      /** Units whose entries in registers this person writes, and units whose account this is. */
      keeps: z.array(Id),
      owns: z.array(Id),
      today: z.string(),
    }),
  ),
  getDirectory: question(
    {
      summary: 'The zone with all units, posts and people',
      path: '/directory',
      refusals: ['not-found'],
      may: 'anyone',
    },
    {},
    Directory,
  ),
  openSampleZone: act(
    {
      summary: 'Fill an empty zone with the sample units, posts and people',
      path: '/zone/sample',
      refusals: ['zone-not-empty', 'stale'],
      may: ['system-admin'],
    },
    {},
    z.object({ directory: Directory, accounts: z.array(NewAccount) }),
  ),
  renameZone: act(
    { summary: 'Give the zone its name', path: '/zone/name', refusals: ['stale'], may: ['system-admin'] },
    { name: Words, version },
    Zone,
  ),
  addUnit: act(
    { summary: 'Add a unit to the tree', path: '/units', refusals: ['unknown-unit'], may: ['system-admin'] },
    unitFields,
    Unit,
  ),
  changeUnit: act(
    {
      summary: 'Rename a unit or move it in the tree',
      path: '/units/{id}/change',
      refusals: ['not-found', 'stale', 'unknown-unit'],
      may: ['system-admin'],
    },
    { id: Id, version, ...unitFields },
    Unit,
  ),
  addPost: act(
    {
      summary: 'Add a post with its roles to a unit',
      path: '/posts',
      refusals: ['unknown-unit', 'roles-conflict'],
      may: ['security-admin'],
    },
    { name: Words, unit: Id, roles: z.array(Role).min(1).max(Role.options.length) },
    Post,
  ),
  addPerson: act(
    {
      summary: 'Add a person with an account; the one-time password is in the answer only',
      path: '/people',
      refusals: ['username-taken'],
      may: ['system-admin'],
    },
    { name: Words, username: Person.shape.username },
    z.object({ person: Person, account: NewAccount }),
  ),
  appoint: act(
    {
      summary: 'Say which posts a person holds; duties on those posts come with them',
      path: '/people/{id}/appoint',
      refusals: ['not-found', 'stale', 'unknown-post', 'roles-conflict', 'last-administrator'],
      may: ['security-admin'],
    },
    { id: Id, version, posts: z.array(Id) },
    Person,
  ),
  deactivatePerson: act(
    {
      summary: 'Close a person’s account; what the person did stays',
      path: '/people/{id}/deactivate',
      refusals: ['not-found', 'stale', 'last-administrator'],
      may: ['system-admin'],
    },
    { id: Id, version },
    Person,
  ),
  resetPassword: act(
    {
      summary: 'Give a person a new one-time password',
      path: '/people/{id}/password',
      refusals: ['not-found', 'stale'],
      may: ['system-admin'],
    },
    { id: Id, version },
    z.object({ person: Person, account: NewAccount }),
  ),
}
