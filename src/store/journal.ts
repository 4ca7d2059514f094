// Reading the journal. Writing it belongs to save.ts alone.

import { z } from 'zod'
import { JournalLine } from '#domain/journal.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { type Sql, sql } from '#store/sql.ts'

const columns = sql`j.seq, j.at, j.happened_on as "on", j.actor, p.body ->> 'name' as "actorName", j.post, j.act, j.noun, j.id,
  j.version, j.data`

/** Lines of one row, oldest first, as known at `asOf`. */
export async function historyOf(db: Database, scope: Scope, noun: string, id: string, asOf: string | null) {
  const known = asOf === null ? sql`` : sql`and j.at <= ${asOf}::timestamptz`
  const rows = await db.query(
    scope,
    sql`${lines(scope)} where j.zone = ${scope.zone} and j.noun = ${noun} and j.id = ${id} ${known} order by j.version`,
  )
  return parseLines(rows)
}

/** The last lines of several rows together, oldest first. */
export async function historyOfAll(
  db: Database,
  scope: Scope,
  rows: readonly { noun: string; id: string }[],
  asOf: string | null,
  limit: number,
) {
  const known = asOf === null ? sql`` : sql`and j.at <= ${asOf}::timestamptz`
  const found = await db.query(
    scope,
    sql`${lines(scope)} join unnest(${rows.map(({ noun }) => noun)}::text[], ${rows.map(({ id }) => id)}::uuid[]) as o (noun, id)
        on j.noun = o.noun and j.id = o.id
      where j.zone = ${scope.zone} ${known} order by j.seq desc limit ${limit}`,
  )
  return parseLines(found).toReversed()
}

export type JournalQuery = {
  nouns: readonly string[] | null
  before: number | null
  asOf: string | null
  limit: number
}

export async function listJournal(db: Database, scope: Scope, { nouns, before, asOf, limit }: JournalQuery) {
  const rows = await db.query(
    scope,
    sql`${lines(scope)} where j.zone = ${scope.zone}
      and (${nouns}::text[] is null or j.noun = any(${nouns}::text[]))
      and (${before}::bigint is null or j.seq < ${before}::bigint)
      and (${asOf}::timestamptz is null or j.at <= ${asOf}::timestamptz)
    order by j.seq desc limit ${limit}`,
  )
  return parseLines(rows)
}

/** By entry, the register that it was added to. */
export async function registersOfEntries(
  db: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.query(
    scope,
    sql`select j.id, j.data ->> 'register' as register from journal j
    where j.zone = ${scope.zone} and j.noun = 'entry' and j.id = any(${ids}::uuid[]) and j.version = 1`,
  )
  return new Map(rows.map(({ id, register }) => [id as string, register as string]))
}

function lines(scope: Scope): Sql {
  return sql`select ${columns} from journal j left join person p on p.zone = ${scope.zone} and p.id = j.actor`
}

const parseLines = (rows: Rows) => rows.map((row) => z.parse(JournalLine, row))
