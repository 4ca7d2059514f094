// Fields that point to something: units, posts, people, files, entries of other registers. What they name must be there.

import type { EntryEvent } from '#domain/entry.ts'
import type { Field, Register } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { knownIds } from '#store/entries.ts'
import { findRegister, tableOf } from '#store/registers.ts'
import { name, type Sql } from '#store/sql.ts'

const tables: Partial<Record<Field['type'], string>> = {
  unit: 'unit',
  post: 'post',
  person: 'person',
  files: 'entry_file',
  commitment: 'commitment',
}

export type Reference = { field: string; id: string; event: EntryEvent }

/** Those that lead nowhere, by field. One statement, and one more for each register that is pointed to. */
export async function unknownReferences(
  context: Context,
  register: Register,
  events: readonly EntryEvent[],
): Promise<Reference[]> {
  const { definition } = register
  const pointing = definition.fields.filter(({ type }) => type === 'entry' || type in tables)
  const named = events.flatMap((event) => {
    if (event.kind !== 'added' && event.kind !== 'revised') return []
    return pointing.flatMap((field) => {
      const value = event.values[field.key]
      const ids = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
      return ids.map((id) => ({ field, id, event }))
    })
  })
  if (named.length === 0) return []
  const asked = await Promise.all(
    pointing.map(async (field) => ({
      from: await tableNamed(context, field),
      ids: [...new Set(named.filter((one) => one.field === field).map(({ id }) => id))],
    })),
  )
  const known = await knownIds(context.system.db, scopeOf(context), asked)
  return named.filter(({ id }) => !known.has(id)).map(({ field, id, event }) => ({ field: field.key, id, event }))
}

async function tableNamed(context: Context, { type, of }: Field): Promise<Sql> {
  const table = tables[type]
  return name(table ?? tableOf(await findRegister(context.system.db, scopeOf(context), of!, null)))
}
