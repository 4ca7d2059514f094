// Proposing areas and keeping them, and the pairs of a matrix.

import { refuse } from '#base/refusal.ts'
import { decideAdd, decideReviseEntry } from '#domain/entry-change.ts'
import type { Given, Values } from '#domain/field-value.ts'
import { type At, lengthKm } from '#domain/great-circle.ts'
import { joiningLine } from '#domain/joining-line.ts'
import { nearGroups } from '#domain/near-groups.ts'
import { type Field, fieldOf, ladderOf, type Register } from '#domain/register.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayAt, loadEntry, type Narrow, narrowing, refuseUnknown, shownTo } from '#operations/entries.ts'
import { fieldIn } from '#operations/places.ts'
import { changedEntry, decided, record } from '#operations/record.ts'
import { latestPairs } from '#store/pairs.ts'
import { countPlaces, type Placed, placesIn } from '#store/places.ts'
import { findRegister } from '#store/registers.ts'

/** More villages than any district has; groups of more say nothing. */
const joinedAtMost = 2000

type Proposing = Narrow & { register: string; place: string; withinKm: number; least: number; show: string[] }

async function proposeAreas(context: Context, asked: Proposing) {
  const { db } = context.system
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const place = fieldIn(context, register, asked.place, ['place'])
  const shown = asked.show.map((key) => fieldIn(context, register, key))
  const ground = { register, asOf, narrowing: narrowing(context, register, asked), place, ladder: null, box: null }
  const { count, placeless } = await countPlaces(db, scopeOf(context), ground)
  if (count > joinedAtMost) refuse('too-many-entries', { count, limit: joinedAtMost })
  const placed = await placesIn(db, scopeOf(context), ground, joinedAtMost)
  const spots = placed.map(({ entry, middle }) => ({ id: entry.id, at: middle }))
  const { groups, alone } = nearGroups(spots, asked.withinKm, asked.least)
  const byId = new Map(placed.map((one) => [one.entry.id, one]))
  const member = (id: string) => memberOf(register, shown, byId.get(id)!)
  return { groups: groups.map((ids) => joined(ids.map(member))), alone: alone.map(member), placeless }
}

type Member = { id: string; version: number; title: string | null; at: [number, number]; values: Values }

function memberOf({ definition }: Register, shown: readonly Field[], { entry, middle }: Placed): Member {
  const values = picked(entry.values, shown)
  return { id: entry.id, version: entry.version, title: titleOf(definition.title, entry.values), at: middle, values }
}

const titleOf = (key: string, values: Values): string | null => (values[key] as string | undefined) ?? null

function picked(values: Values, shown: readonly Field[]): Values {
  return Object.fromEntries(shown.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])))
}

function joined(members: Member[]): { members: Member[]; km: number } {
  const order = joiningLine(members.map(({ at }): At => at))
  const line = order.map((i) => members[i]!)
  return { members: line, km: Math.round(lengthKm(line.map(({ at }): At => at)) * 1000) / 1000 }
}

type Forming = {
  register: string
  values: Given
  members: { register: string; link: string; entries: { id: string; version: number }[] }
}

/** The members' link leads to what is made in the same statement, so that only the area's own references are looked up. */
async function formArea(context: Context, { register: code, values, members }: Forming) {
  const { db, newId } = context.system
  const register = await findRegister(db, scopeOf(context), code, null)
  const events = decided(decideAdd(register, values, dayAt(context, undefined), context.actor))
  await refuseUnknown(context, register, events)
  const area = changedEntry(register, { id: newId(), version: 0 }, events)
  const linked = await Promise.all(
    members.entries.map(async ({ id, version }) => {
      const found = await loadEntry(context, { register: members.register, id, version })
      leadsTo(found.register, members.link, code)
      const link = { [members.link]: area.row.id }
      const revised = decided(decideReviseEntry(found.register, found.entry, link, context.actor))
      return changedEntry(found.register, found.entry, revised)
    }),
  )
  await record(context, 'formArea', [area, ...linked])
  return shownTo(context, register, area.row)
}

function leadsTo({ definition }: Register, key: string, code: string): void {
  const field = fieldOf(definition, key)
  if (field?.of !== code) refuse('bad-values', { problems: [{ field: key, problem: 'wrong-type' }] })
}

type Pairing = Narrow & {
  register: string
  lines: string
  columns: string
  latest?: string | undefined
  ladder?: string | undefined
  show: string[]
  limit: number
}

async function listPairs(context: Context, asked: Pairing) {
  const { db } = context.system
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const lines = fieldIn(context, register, asked.lines, ['entry'])
  const columns = fieldIn(context, register, asked.columns, ['entry'])
  const latest = asked.latest === undefined ? null : fieldIn(context, register, asked.latest, ['date'])
  const ladder = asked.ladder === undefined ? null : ladderOf(register.definition, asked.ladder)
  if (ladder === undefined) refuse('not-found', { noun: 'ladder', id: asked.ladder! })
  const shown = asked.show.map((key) => fieldIn(context, register, key))
  const crossed = { lines, columns, latest, ladder: ladder ?? null }
  const narrow = narrowing(context, register, asked)
  const found = await latestPairs(db, scopeOf(context), register, asOf, narrow, crossed, asked.limit + 1)
  const cells = found.slice(0, asked.limit).map(({ entry, count, rung }) => ({
    line: entry.values[lines.key] as string,
    column: entry.values[columns.key] as string,
    ...{ entry: entry.id, version: entry.version, count, rung, values: picked(entry.values, shown) },
  }))
  return { cells, more: found.length > asked.limit }
}

export const areaHandlers = { proposeAreas, formArea, listPairs } satisfies Partial<Handlers>
