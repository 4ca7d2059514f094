// What lies where: the counts of the ground that is looked at, and its entries one by one or gathered.

import { refuse } from '#base/refusal.ts'
import type { Box } from '#domain/boundary.ts'
import type { Place } from '#domain/field-value.ts'
import { type Field, fieldOf, ladderOf, type Register } from '#domain/register.ts'
import { hiddenFrom } from '#domain/sight.ts'
import { staysOf } from '#domain/stay.ts'
import { thinned } from '#domain/thinned.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { type Narrow, narrowing } from '#operations/entries.ts'
import { countPlaces, gatherPlaces, type Placed, placesIn } from '#store/places.ts'
import { findRegister } from '#store/registers.ts'

/** Corners of a ring or line that a map shows of one entry among many. */
const cornersShown = 200

type Asked = Narrow & {
  register: string
  place: string
  ladder?: string | undefined
  box?: number[] | undefined
  limit: number
  across: number
  show: string[]
}

async function listPlaces(context: Context, asked: Asked) {
  const { db } = context.system
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const place = fieldIn(context, register, asked.place, ['place'])
  const ladder = asked.ladder === undefined ? null : ladderOf(register.definition, asked.ladder)
  if (ladder === undefined) refuse('not-found', { noun: 'ladder', id: asked.ladder! })
  const box = asked.box ? boxOf(asked.box) : null
  const ground = { register, asOf, narrowing: narrowing(context, register, asked), place, ladder: ladder ?? null, box }
  const shown = asked.show.map((key) => fieldIn(context, register, key))
  const counted = await countPlaces(db, scopeOf(context), ground)
  if (counted.count > asked.limit) {
    const clusters = await gatherPlaces(db, scopeOf(context), ground, box ?? counted.around!, asked.across)
    return { ...counted, places: [], clusters }
  }
  const placed = await placesIn(db, scopeOf(context), ground, asked.limit)
  return {
    ...counted,
    clusters: [],
    places: placed.map((one) => placeOf(register, place, shown, one, asked.ladder, ground.narrowing.on)),
  }
}

/** A field by its key, of one of these types: 'bad-filter' where it is none, 'not-your-field' where it is out of sight. */
export function fieldIn(context: Context, register: Register, key: string, types?: readonly Field['type'][]): Field {
  const field = fieldOf(register.definition, key)
  if (!field || (types && !types.includes(field.type))) return refuse('bad-filter', { filter: key })
  return hiddenFrom(register, context.actor.roles).has(key) ? refuse('not-your-field', { field: key }) : field
}

function boxOf([west, south, east, north]: number[]): Box {
  return west! <= east! && south! <= north! ? [west!, south!, east!, north!] : refuse('bad-filter', { filter: 'box' })
}

function placeOf(
  { definition }: Register,
  place: Field,
  shown: Field[],
  { entry, middle, rung, stay }: Placed,
  ladder: string | undefined,
  on: string,
) {
  const days = ladder === undefined ? null : (staysOf(definition, entry, on)[ladder]?.days ?? null)
  const values = Object.fromEntries(
    shown.flatMap(({ key }) => (entry.values[key] === undefined ? [] : [[key, entry.values[key]]])),
  )
  const title = (entry.values[definition.title] as string | undefined) ?? null
  return {
    id: entry.id,
    title,
    place: thinned(entry.values[place.key] as Place, cornersShown),
    middle,
    rung,
    stay,
    days,
    values,
  }
}

export const placeHandlers = { listPlaces } satisfies Partial<Handlers>
