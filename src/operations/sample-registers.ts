// The sample zone's registers: every shipped definition is taken up and filled with the entries of presets/sample/entries, as
// one who begins with a filled ledger would: values in one go, earlier steps recorded with their days. What is there stays.

import { Refused, refuse } from '#base/refusal.ts'
import { evolveEntry } from '#domain/entry.ts'
import { decideAdd } from '#domain/entry-change.ts'
import type { Given } from '#domain/field-value.ts'
import { fieldOf, type Register } from '#domain/register.ts'
import { decideDefine } from '#domain/register-change.ts'
import type { Directory } from '#domain/zone.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { dayAt } from '#operations/entries.ts'
import type { Presets, SampleEntries } from '#operations/presets.ts'
import { decided, record } from '#operations/record.ts'
import { shapeRegister } from '#operations/register-shaping.ts'
import { laySampleBoundaries } from '#operations/sample-boundaries.ts'
import { samplePlans } from '#operations/sample-plans.ts'
import { entriesMoved, type Moving, takeRecorded } from '#operations/steps-recorded.ts'
import { countEntries } from '#store/entries.ts'
import { listRegisters } from '#store/registers.ts'

type Ids = ReadonlyMap<string, string>

export async function openSampleRegisters(context: Context) {
  const { presets, db } = context.system
  const directory = await directoryOf(context)
  if (!directory.zone.sample) refuse('zone-not-sample', { zone: directory.zone.name })
  const own = await listRegisters(db, scopeOf(context), null)
  const codes = own.map(({ definition }) => definition.code)
  const missing = presets.registers.filter(({ code }) => !codes.includes(code))
  for (const definition of missing)
    own.push(await shapeRegister(context, 'openSampleRegisters', null, decideDefine(definition, own)))
  const ids = idsOf(context, presets, directory)
  const filled = { registers: missing.length, entries: 0, steps: 0 }
  for (const sample of presets.sampleEntries) {
    const register = own.find(({ definition }) => definition.code === sample.register)
    if (!register || (await holdsAny(context, register))) continue
    const { moving, climbs, plans } = sampleRows(context, register, sample, ids)
    await record(context, 'openSampleRegisters', [...entriesMoved(register, moving), ...climbs, ...plans])
    filled.entries += moving.size
    filled.steps += climbs.length
  }
  await laySampleBoundaries(context)
  return filled
}

async function holdsAny(context: Context, register: Register): Promise<boolean> {
  const all = { tests: [], rules: [], text: null, searched: [], removed: true, on: dayAt(context, undefined) }
  return (await countEntries(context.system.db, scopeOf(context), register, null, all, 1)) > 0
}

/** By key: what the sample names, as it is in this zone. */
function idsOf(context: Context, { sampleZone, sampleEntries }: Presets, { units, posts, people }: Directory): Ids {
  const unitOf = (key: string) => {
    const name = sampleZone.units.find((unit) => unit.key === key)?.name
    return units.find((unit) => unit.name === name)?.id
  }
  const pairs: [string, string | undefined][] = [
    ...sampleZone.units.map(({ key }): [string, string | undefined] => [`unit/${key}`, unitOf(key)]),
    ...sampleZone.posts.map(({ key, name, unit }): [string, string | undefined] => [
      `post/${key}`,
      posts.find((post) => post.name === name && post.unit === unitOf(unit))?.id,
    ]),
    ...people.map(({ username, id }): [string, string] => [`person/${username}`, id]),
    ...sampleEntries.flatMap(({ register, entries }) =>
      entries.map(({ key }): [string, string] => [`${register}/${key}`, context.system.newId()]),
    ),
  ]
  return new Map(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined))
}

function sampleRows(context: Context, register: Register, sample: SampleEntries, ids: Ids) {
  const today = dayAt(context, undefined)
  const idOf = (key: string) => ids.get(`${sample.register}/${key}`)!
  const moving = new Map(
    sample.entries.map(({ key, values }): [string, Moving] => {
      const resolved = resolvedValues(register, values, ids, `${sample.register}/${key}`)
      const events = told(`${sample.register}/${key}`, () =>
        decided(decideAdd(register, resolved, today, context.actor)),
      )
      const before = { id: idOf(key), version: 0 } as const
      return [before.id, { before, now: events.reduce(evolveEntry, before as never), climbs: [], events }]
    }),
  )
  // A zone that was opened on an earlier day does not know yet what came later.
  const lines = sample.entries.flatMap(({ key, steps }) =>
    steps.filter(({ on }) => on <= today).map((step) => ({ ...step, entry: idOf(key) })),
  )
  const { climbs, refused } = takeRecorded(context, register, moving, lines, '示例数据')
  if (refused[0]) throw new Error(`sample step refused in ${sample.register}: ${JSON.stringify(refused[0])}`)
  const plans = sample.entries.flatMap(({ key, plans }) => {
    const { now, climbs: own } = moving.get(idOf(key))!
    const personOf = (username: string) => ids.get(`person/${username}`)!
    return samplePlans(context, register, { entry: now, climbs: own }, plans, personOf)
  })
  return { moving, climbs, plans }
}

const kinds = { unit: 'unit', post: 'post', person: 'person' } as const

/** Keys of the sample become the ids of this zone; a key that leads nowhere is a fault of the preset. */
function resolvedValues({ definition }: Register, values: Given, ids: Ids, at: string): Given {
  const resolved = Object.entries(values).map(([key, value]) => {
    const type = fieldOf(definition, key)?.type
    if (typeof value !== 'string' || (type !== 'entry' && !(type && type in kinds))) return [key, value] as const
    const name = type === 'entry' ? value : `${kinds[type as keyof typeof kinds]}/${value}`
    const id = ids.get(name)
    if (id === undefined) throw new Error(`sample ${at}: ${key} leads to ${name}, which is not there`)
    return [key, id] as const
  })
  return Object.fromEntries(resolved)
}

/** A sample that the register's own rules refuse is a fault of the preset, not of the one who opens it. */
function told<T>(at: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof Refused) throw new Error(`sample ${at}: ${JSON.stringify(error.refusal)}`, { cause: error })
    throw error
  }
}
