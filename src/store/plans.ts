// Plans at rest, and what a Gantt chart needs of many entries at once: their steps and plans in one statement.

import type { Plan } from '#domain/plan.ts'
import type { Told } from '#domain/reached.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRow, parseRows } from '#store/rows.ts'
import { sql } from '#store/sql.ts'

/** Whoever asks has found the entry before: plans are bound to the zone alone, as steps are. */
export async function planOf(
  db: Database,
  scope: Scope,
  entry: string,
  course: string,
  asOf: string | null,
): Promise<Plan | null> {
  const rows = await db.query(
    scope,
    sql`select p.body from ${rowsAt('plan', asOf)} p
      where p.zone = ${scope.zone} and p.entry = ${entry}::uuid and p.course = ${course}`,
  )
  return rows[0] ? parseRow('plan', rows[0].body) : null
}

/** The plans of an entry that was found before, on whichever courses. */
export async function planIdsOf(db: Database, scope: Scope, entry: string, asOf: string | null): Promise<string[]> {
  const rows = await db.query(
    scope,
    sql`select p.id from ${rowsAt('plan', asOf)} p where p.zone = ${scope.zone} and p.entry = ${entry}::uuid`,
  )
  return rows.map(({ id }) => id as string)
}

export type Course = { course: string; ladders: readonly string[] }

/** By entry: its steps on these ladders, oldest first, and its plan. `ids` are entries that were found before. */
export async function progressOf(
  db: Database,
  scope: Scope,
  ids: readonly string[],
  { course, ladders }: Course,
  asOf: string | null,
): Promise<Map<string, { climbs: Told[]; plan: Plan | null }>> {
  const rows = await db.query(
    scope,
    sql`select i.id, (select coalesce(jsonb_agg(jsonb_build_object('ladder', c.ladder, 'kind', c.kind, 'to', c.rung,
          'on', c.body -> 'on', 'struck', c.body -> 'struck') order by c.id), '[]')
        from ${rowsAt('climb', asOf)} c
        where c.zone = ${scope.zone} and c.entry = i.id and c.ladder = any(${ladders}::text[])) as climbs,
      (select coalesce(jsonb_agg(p.body), '[]') from ${rowsAt('plan', asOf)} p
        where p.zone = ${scope.zone} and p.entry = i.id and p.course = ${course}) as plans
    from unnest(${ids}::uuid[]) i (id)`,
  )
  return new Map(
    rows.map(({ id, climbs, plans }) => [
      id as string,
      { climbs: climbs as Told[], plan: parseRows('plan', plans)[0] ?? null },
    ]),
  )
}
