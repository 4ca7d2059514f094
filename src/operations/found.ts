// The first start: an empty database gets its zone, the administrator's post and the first person, `admin`.

import type { z } from 'zod'
import type { NewAccount } from '#contract/zone.ts'
import { type Change, evolveFields, type Person, type Zone } from '#domain/zone.ts'
import type { Accounts } from '#operations/accounts.ts'
import { dayOf } from '#operations/moment.ts'
import { changedRow, untilFresh } from '#operations/record.ts'
import type { System } from '#operations/system.ts'
import { findPersonNamed, findZones, openJournal } from '#store/directory.ts'
import type { Noun, RowOf } from '#store/nouns.ts'
import { save } from '#store/save.ts'

const zone = 'main'
const username = 'admin'
const scope = { zone, units: '*' } as const

/**
 * Null when the zone and its administrator's account are there already. A start that was killed between the two is
 * finished by the next one; of two servers that start at once, one founds the zone and tells the password.
 */
export async function foundZone(system: System, accounts: Accounts): Promise<z.infer<typeof NewAccount> | null> {
  const zones = await findZones(system.ownerPool)
  if (zones.length > 0 && (await accounts.known(username))) return null
  await openJournal(system.db, scope)
  const { id: person, name } = await untilFresh(() => findAdministrator(system))
  const opened = await accounts.open({ username, name, zone, person }).catch(async (error: Error) => {
    if (await accounts.known(username)) return null
    throw error
  })
  return opened && { username, name, post: '系统管理员', ...opened }
}

async function findAdministrator(system: System): Promise<Person> {
  const found = await findPersonNamed(system.db, scope, username)
  if (found) return found
  await makeZone(system)
  return findAdministrator(system)
}

async function makeZone(system: System): Promise<void> {
  const ids = { zone: system.newId(), unit: system.newId(), post: system.newId(), person: system.newId() }
  const name = '未命名园区'
  const now = system.clock()
  const act = { name: 'foundZone', actor: ids.person, post: ids.post, on: dayOf(now), at: now.toISOString() }
  const root = { name, shortName: name, kind: 'zone', parent: null, line: null, place: 0 } as const
  await save(system.db, scope, act, [
    made('zone', ids.zone, {
      name,
      sample: false,
      lightRule: 'ab',
      defaultProof: ['佐证材料'],
    } satisfies Partial<Zone>),
    made('unit', ids.unit, root),
    made('post', ids.post, { name: '系统管理员', unit: ids.unit, roles: ['system-admin', 'security-admin'] }),
    made('person', ids.person, { name: '系统管理员', username, posts: [ids.post], active: true }),
  ])
}

/** A new row from its fields, as the tree's nouns are made. */
export function made<N extends Noun>(noun: N, id: string, fields: Partial<RowOf<N>>) {
  const event: Change<RowOf<N>> = { kind: 'made', fields }
  return changedRow(noun, { id, version: 0 }, [event], (row, e: Change<RowOf<N>>) =>
    evolveFields(row as never, e as never),
  )
}
