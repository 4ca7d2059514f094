// The entries of other registers that an entry leads to, and those that lead to it; fields out of sight lead nowhere.

import { maySee } from '#domain/entry-change.ts'
import type { Register } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { findEntry } from '#store/entries.ts'
import { linkedEntries, type Way } from '#store/linked.ts'
import { findRegister, listRegisters } from '#store/registers.ts'

/** Shown of each field; whoever wants all of them filters the other register by it. */
const most = 20

export async function listLinked(
  context: Context,
  { register: code, id, asOf: asked }: { register: string; id: string; asOf?: string | undefined },
) {
  const { db } = context.system
  const asOf = asked ?? null
  const register = await findRegister(db, scopeOf(context), code, asOf)
  const entry = await findEntry(db, scopeOf(context), register, id, asOf)
  const all = await listRegisters(db, scopeOf(context), asOf)
  const ways = all.flatMap((from) => waysFrom(context, from, all))
  const out = ways.filter((way) => way.from.id === register.id && entry.values[way.field.key] !== undefined)
  const towards = ways.filter((way) => way.to.id === register.id)
  const groups = await linkedEntries(db, scopeOf(context), entry, { out, in: towards }, asOf, most + 1)
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ way, leads, entries }) => ({
      leads,
      register: (leads === 'out' ? way.to : way.from).definition.code,
      field: way.field.key,
      entries: entries.slice(0, most),
      more: entries.length > most,
    }))
}

function waysFrom({ actor }: Context, from: Register, all: readonly Register[]): Way[] {
  return from.definition.fields.flatMap((field) => {
    const to = all.find(({ definition }) => definition.code === field.of)
    return field.type === 'entry' && to && !field.retired && maySee(field, actor.roles) ? [{ from, field, to }] : []
  })
}
