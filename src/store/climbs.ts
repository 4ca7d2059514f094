// Steps at rest, with what stands around them: the record of one entry, what is owed, checks that wait.

import { type Climb, countedKinds } from '#domain/climb.ts'
import type { Crossing } from '#domain/crossing.ts'
import type { Entry } from '#domain/entry.ts'
import type { EntryFile } from '#domain/entry-file.ts'
import type { Register } from '#domain/register.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { lookupsFrom, lookupsSql } from '#store/lookups.ts'
import { columnOf, entriesAt, entryFrom } from '#store/registers.ts'
import { only, parseRows } from '#store/rows.ts'
import { type Sql, sql } from '#store/sql.ts'

/** One entry with its steps (oldest first), crossings (newest first) and files. */
export type EntryRecord = { entry: Entry; climbs: Climb[]; crossings: Crossing[]; files: EntryFile[] }

/** In one trip; refuses with 'not-found' what is out of reach. `on` is 今日 to the conditions of roll-ups. */
export async function findRecord(
  db: Database,
  scope: Scope,
  register: Register,
  id: string,
  asOf: string | null,
  on: string,
): Promise<EntryRecord> {
  const of = (noun: 'climb' | 'crossing' | 'entry_file', way: Sql) =>
    sql`(select coalesce(jsonb_agg(n.body order by n.id ${way}), '[]') from ${rowsAt(noun, asOf)} n
      where n.zone = ${scope.zone} and n.entry = ${id}::uuid)`
  const rows = await db.query(
    scope,
    sql`select to_jsonb(r) as entry, ${lookupsSql(register, { on, asOf })} as lookups, ${of('climb', sql`asc`)} as climbs,
      ${of('crossing', sql`desc`)} as crossings, ${of('entry_file', sql`asc`)} as files
    from ${entriesAt(register, asOf)} r where r.zone = ${scope.zone} and r.id = ${id}`,
  )
  const row = only(rows, 'entry', id)
  return {
    entry: { ...entryFrom(register, row.entry as Rows[number]), lookups: lookupsFrom(register, row.lookups) },
    climbs: parseRows('climb', row.climbs),
    crossings: parseRows('crossing', row.crossings),
    files: parseRows('entry_file', row.files),
  }
}

/** Entries with their steps (oldest first), of those that are in reach, by id. */
export async function recordsOf(db: Database, scope: Scope, register: Register, ids: readonly string[]) {
  const rows = await db.query(
    scope,
    sql`select to_jsonb(e) as entry, (select coalesce(jsonb_agg(c.body order by c.id), '[]') from climb c
        where c.zone = e.zone and c.entry = e.id) as climbs
    from ${entriesAt(register, null)} e where e.zone = ${scope.zone} and e.id = any(${ids}::uuid[])`,
  )
  return new Map(
    rows.map((row): [string, { entry: Entry; climbs: Climb[] }] => {
      const entry = entryFrom(register, row.entry as Rows[number])
      return [entry.id, { entry, climbs: parseRows('climb', row.climbs) }]
    }),
  )
}

/** By entry, `ladder/rung` and the day on which it last came up to that rung. */
export async function rungDays(
  db: Database,
  scope: Scope,
  register: Register,
  ids: readonly string[],
  asOf: string | null,
): Promise<Map<string, Map<string, string>>> {
  const rows = await db.query(
    scope,
    sql`select c.entry, c.ladder, c.rung, max(c.happened_on)::text as day from ${rowsAt('climb', asOf)} c
      join ${entriesAt(register, asOf)} e on e.zone = c.zone and e.id = c.entry
      where c.zone = ${scope.zone} and c.entry = any(${ids}::uuid[]) and c.stands and c.kind = any(${countedKinds}::text[])
      group by 1, 2, 3`,
  )
  const days = new Map<string, Map<string, string>>()
  for (const { entry, ladder, rung, day } of rows as { entry: string; ladder: string; rung: string; day: string }[]) {
    const own = days.get(entry) ?? days.set(entry, new Map()).get(entry)!
    own.set(`${ladder}/${rung}`, day)
  }
  return days
}

/** Steps of which something is still owed, those longest overdue first. */
export async function owedClimbs(db: Database, scope: Scope, asOf: string | null, limit: number): Promise<Climb[]> {
  const rows = await db.query(
    scope,
    sql`select r.body from ${rowsAt('climb', asOf)} r
      where r.zone = ${scope.zone} and r.owed_on is not null order by r.owed_on, r.id limit ${limit}`,
  )
  return parseRows(
    'climb',
    rows.map(({ body }) => body),
  )
}

/** Crossings that are open; with `units` only those that wait for one of them. */
export async function openCrossings(
  db: Database,
  scope: Scope,
  asOf: string | null,
  units: readonly string[] | null,
  limit: number,
): Promise<Crossing[]> {
  const waiting =
    units === null
      ? sql`true`
      : sql`exists (select from jsonb_array_elements(r.body -> 'checks') k
        where k ->> 'state' = 'asked' and k ->> 'unit' = any(${units}::text[]))`
  const rows = await db.query(
    scope,
    sql`select r.body from ${rowsAt('crossing', asOf)} r
      where r.zone = ${scope.zone} and r.state = 'open' and ${waiting} order by r.due_on nulls first, r.id limit ${limit}`,
  )
  return parseRows(
    'crossing',
    rows.map(({ body }) => body),
  )
}

/** Titles and lead units of these entries, of those that are in reach and stand. */
export async function titlesOf(
  db: Database,
  scope: Scope,
  register: Register,
  ids: readonly string[],
  asOf: string | null,
) {
  const { title, lead } = register.definition
  const rows = await db.query(
    scope,
    sql`select e.id, e.${columnOf(title)} as title, ${lead ? sql`e.${columnOf(lead)}` : sql`null::uuid`} as lead
      from ${entriesAt(register, asOf)} e
      where e.zone = ${scope.zone} and e.id = any(${ids}::uuid[]) and e.removed is null`,
  )
  return new Map(
    rows.map((row) => [row.id as string, row as { id: string; title: string | null; lead: string | null }]),
  )
}

export type RungFigures = {
  rung: string
  reached: number
  stays: number
  meanDays: string | null
  medianDays: number | null
  wentOn: number
}

/**
 * Of the entries that match: how many ever reached each rung, how long finished stays took, how many then went higher.
 * Looks through the steps of the whole ladder.
 */
export async function rungFigures(
  db: Database,
  scope: Scope,
  register: Register,
  ladder: { key: string; rungs: readonly string[] },
  matching: Sql,
  asOf: string | null,
): Promise<RungFigures[]> {
  const rows = await db.query(
    scope,
    sql`with steps as (
      select c.entry, c.rung, c.happened_on,
        lead(c.happened_on) over (partition by c.entry order by c.id) as until,
        array_position(${ladder.rungs}::text[], c.rung) as place
      from ${rowsAt('climb', asOf)} c join (${matching}) e on e.id = c.entry
      where c.zone = ${scope.zone} and c.register = ${register.id}::uuid and c.ladder = ${ladder.key} and c.stands
    ), highest as (select entry, max(place) as place from steps group by 1)
    select s.rung, count(distinct s.entry) as reached, count(s.until) as stays,
      round(avg(s.until - s.happened_on), 1)::text as "meanDays",
      percentile_disc(0.5) within group (order by s.until - s.happened_on) as "medianDays",
      count(distinct s.entry) filter (where h.place > s.place) as "wentOn"
    from steps s join highest h using (entry) where s.rung is not null group by 1`,
  )
  return rows as RungFigures[]
}
