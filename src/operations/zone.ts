// The zone's own acts: units, posts, people, and who am I.

import { refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import { no } from '#domain/decision.ts'
import { compatible } from '#domain/role.ts'
import {
  type Change,
  decideAppoint,
  decideDeactivate,
  evolveFields,
  type Person,
  subtree,
  type Unit,
  type Zone,
} from '#domain/zone.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { dayOf } from '#operations/moment.ts'
import { changedRow, decided, expectVersion, record, untilFresh } from '#operations/record.ts'
import { openSampleZone } from '#operations/sample.ts'
import { findHolder, findPersonNamed } from '#store/directory.ts'
import type { RowOf } from '#store/nouns.ts'

type TreeNoun = 'zone' | 'unit' | 'post' | 'person'

/** A new row of the tree, or new values for some fields of one. */
async function change<N extends TreeNoun>(
  context: Context,
  act: EntryName,
  noun: N,
  before: RowOf<N> | { id: string; version: 0 },
  fields: Partial<RowOf<N>>,
): Promise<RowOf<N>> {
  const event = { kind: before.version === 0 ? 'made' : 'changed', fields } as Change<RowOf<N>>
  const changed = changedRow(noun, before, [event], (row, e: Change<RowOf<N>>) =>
    evolveFields(row as never, e as never),
  )
  await record(context, act, [changed])
  return changed.row
}

function expectUnit(units: readonly Unit[], unit: string | null): void {
  if (unit !== null && !units.some(({ id }) => id === unit)) refuse('unknown-unit', { unit })
}

const fresh = (context: Context) => ({ id: context.system.newId(), version: 0 }) as const

async function loadPerson(context: Context, id: string, version: number) {
  const directory = await directoryOf(context)
  const person = directory.people.find((row) => row.id === id) ?? refuse('not-found', { noun: 'person', id })
  expectVersion('person', person, version)
  return { directory, person }
}

const accountOf = (context: Context, person: Person) => ({
  username: person.username,
  name: person.name,
  zone: context.actor.zone,
  person: person.id,
})

export const zoneHandlers = {
  whoAmI: async (context) => {
    const { actor, system } = context
    const held = await findHolder(system.db, scopeOf(context), actor.person)
    if (!held) return refuse('not-found', { noun: 'person', id: actor.person })
    const { person, posts, units, keeps, owns, zone } = held
    const { name, username } = person
    const today = dayOf(system.clock())
    return {
      zone: actor.zone,
      zoneName: zone.name,
      person: person.id,
      name,
      username,
      posts,
      roles: [...actor.roles],
      units,
      keeps,
      owns,
      today,
    }
  },
  getDirectory: (context, { asOf }) => directoryOf(context, asOf),
  openSampleZone,
  renameZone: async (context, { name, version }) => {
    const { zone } = await directoryOf(context)
    expectVersion('zone', zone, version)
    return change<'zone'>(context, 'renameZone', 'zone', zone as Zone, { name })
  },
  addUnit: async (context, fields) => {
    expectUnit((await directoryOf(context)).units, fields.parent)
    return change(context, 'addUnit', 'unit', fresh(context), fields)
  },
  changeUnit: async (context, { id, version, ...fields }) => {
    const { units } = await directoryOf(context)
    const unit = units.find((row) => row.id === id) ?? refuse('not-found', { noun: 'unit', id })
    expectVersion('unit', unit, version)
    expectUnit(units, fields.parent)
    if (fields.parent && subtree(units, id).includes(fields.parent)) refuse('unknown-unit', { unit: fields.parent })
    return change(context, 'changeUnit', 'unit', unit, fields)
  },
  addPost: async (context, fields) => {
    expectUnit((await directoryOf(context)).units, fields.unit)
    if (!compatible(fields.roles)) decided(no('roles-conflict', { roles: fields.roles }))
    return change(context, 'addPost', 'post', fresh(context), fields)
  },
  addPerson: async (context, { name, username }) => {
    const person = await untilFresh(async () => {
      const taken = await findPersonNamed(context.system.db, scopeOf(context), username)
      if (taken || (await context.accounts.known(username))) refuse('username-taken', { username })
      return change(context, 'addPerson', 'person', fresh(context), { name, username, posts: [], active: true })
    })
    const { oneTimePassword } = await context.accounts.open(accountOf(context, person))
    return { person, account: { username, name, post: '', oneTimePassword } }
  },
  appoint: async (context, { id, version, posts }) => {
    const { directory, person } = await loadPerson(context, id, version)
    const [event] = decided(decideAppoint(directory, person, posts))
    return change(context, 'appoint', 'person', person, event!.fields)
  },
  deactivatePerson: async (context, { id, version }) => {
    const { directory, person } = await loadPerson(context, id, version)
    const [event] = decided(decideDeactivate(directory, person))
    const after = await change(context, 'deactivatePerson', 'person', person, event!.fields)
    await context.accounts.close(person.username)
    return after
  },
  resetPassword: async (context, { id, version }) => {
    const { person: before } = await loadPerson(context, id, version)
    if (!before.active) refuse('not-found', { noun: 'person', id })
    const person = await change(context, 'resetPassword', 'person', before, {})
    const known = await context.accounts.known(person.username)
    const { oneTimePassword } = known
      ? await context.accounts.reset(person.username)
      : await context.accounts.open(accountOf(context, person))
    return { person, account: { username: person.username, name: person.name, post: '', oneTimePassword } }
  },
} satisfies Partial<Handlers>
