// What is linked with an entry: the entries that its own fields lead to, and those of all registers that lead to it.

import type { Entry } from '#domain/entry.ts'
import type { Field, Register } from '#domain/register.ts'
import type { Database, Scope } from '#store/database.ts'
import { columnOf, entriesAt, rungColumn } from '#store/registers.ts'
import { join, name, type Sql, sql } from '#store/sql.ts'

/** A field that leads from one register to another. */
export type Way = { from: Register; field: Field; to: Register }

export type Linked = { id: string; title: string | null; rungs: Record<string, string> }
export type LinkedGroup = { way: Way; leads: 'out' | 'in'; entries: Linked[] }

/** One statement, whatever the number of ways; each way has at most `limit` entries, the newest first. */
export async function linkedEntries(
  db: Database,
  scope: Scope,
  entry: Entry,
  ways: { out: readonly Way[]; in: readonly Way[] },
  asOf: string | null,
  limit: number,
): Promise<LinkedGroup[]> {
  const groups = [
    ...ways.out.map((way) => ({ way, leads: 'out' as const, shows: way.to, found: standsFor(entry, way) })),
    ...ways.in.map((way) => ({ way, leads: 'in' as const, shows: way.from, found: pointsTo(entry, way) })),
  ]
  if (groups.length === 0) return []
  const parts = groups.map(
    (
      { shows, found },
      place,
    ) => sql`(select ${place}::int as place, e.id, ${titleOf(shows)} as title, ${rungsOf(shows)} as rungs
      from ${entriesAt(shows, asOf)} e where e.zone = ${scope.zone} and e.removed is null and ${found}
      order by e.id desc limit ${limit})`,
  )
  const rows = await db.query(scope, join(parts, ' union all '))
  return groups.map(({ way, leads }, place) => ({
    way,
    leads,
    entries: rows.filter((row) => row.place === place).map(linkedFrom),
  }))
}

const titleOf = ({ definition: { title } }: Register): Sql => sql`e.${columnOf(title)}`

function standsFor(entry: Entry, { field }: Way): Sql {
  return sql`e.id = ${entry.values[field.key] ?? null}::uuid`
}

function pointsTo(entry: Entry, { field }: Way): Sql {
  return sql`e.${columnOf(field.key)} = ${entry.id}::uuid`
}

/** Rungs by ladder; ladders that the entry has left or never stood on are left out. */
function rungsOf({ definition: { ladders } }: Register): Sql {
  if (ladders.length === 0) return sql`'{}'::jsonb`
  const pairs = ladders.map(
    ({ key }) => sql`${key}::text, case when e.${name(`left_${key}`)} is null then e.${rungColumn(key)} end`,
  )
  return sql`jsonb_strip_nulls(jsonb_build_object(${join(pairs, ', ')}))`
}

function linkedFrom({ id, title, rungs }: Record<string, unknown>): Linked {
  return { id: id as string, title: title as string | null, rungs: rungs as Linked['rungs'] }
}
