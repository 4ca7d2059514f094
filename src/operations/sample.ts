// The sample zone: presets/sample/zone.json becomes units, posts, people and accounts in a zone that is still empty.

import type { z } from 'zod'
import { refuse } from '#base/refusal.ts'
import type { NewAccount } from '#contract/zone.ts'
import { type Change, type Directory, evolveFields, type Unit, type Zone } from '#domain/zone.ts'
import type { Context } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { made } from '#operations/found.ts'
import { changedRow, record } from '#operations/record.ts'
import type { Changed } from '#store/save.ts'

export async function openSampleZone(context: Context) {
  const before = await directoryOf(context)
  if (before.units.length > 1) refuse('zone-not-empty', { zone: before.zone.name })
  await record(context, 'openSampleZone', sampleRows(context, before))
  const accounts: z.infer<typeof NewAccount>[] = []
  const directory = await directoryOf(context)
  for (const { id, name, username, posts } of directory.people) {
    if (await context.accounts.known(username)) continue
    const { oneTimePassword } = await context.accounts.open({ username, name, zone: context.actor.zone, person: id })
    const post = directory.posts
      .filter((held) => posts.includes(held.id))
      .map((held) => held.name)
      .join('、')
    accounts.push({ username, name, post, oneTimePassword })
  }
  return { directory, accounts }
}

/** Keys of the preset become ids; the sample's root takes the place of the zone's root unit. */
function sampleRows({ system }: Context, { zone, units: [root] }: Directory): Changed[] {
  const { sampleZone } = system.presets
  const ids = new Map<string, string>()
  const idOf = (key: string) => ids.get(key) ?? ids.set(key, system.newId()).get(key)!
  const top = sampleZone.units.find((unit) => unit.parent === null)
  if (top && root) ids.set(top.key, root.id)
  const { name } = sampleZone.zone
  const changed = <N extends 'zone' | 'unit'>(noun: N, row: N extends 'zone' ? Zone : Unit, fields: object): Changed =>
    changedRow(noun, row as never, [{ kind: 'changed', fields } as Change<never>], (r, e) =>
      evolveFields(r as never, e as never),
    )
  return [
    changed('zone', zone, { name, sample: true }),
    ...sampleZone.units.map(({ key, parent, ...unit }, place) => {
      const fields = { ...unit, parent: parent && idOf(parent), place }
      return key === top?.key && root ? changed('unit', root, fields) : made('unit', idOf(key), fields)
    }),
    ...sampleZone.posts.map(({ key, unit, ...post }) => made('post', idOf(key), { ...post, unit: idOf(unit) })),
    ...sampleZone.people.map(({ posts, ...person }) => {
      return made('person', system.newId(), { ...person, posts: posts.map(idOf), active: true })
    }),
  ]
}
