// Remarks at rest. Whoever asks has found the entry before.

import type { Remark } from '#domain/remark.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRows } from '#store/rows.ts'
import { sql } from '#store/sql.ts'

/** What was said about an entry, oldest first. */
export async function remarksOf(db: Database, scope: Scope, entry: string, asOf: string | null): Promise<Remark[]> {
  const rows = await db.query(
    scope,
    sql`select r.body from ${rowsAt('remark', asOf)} r
      where r.zone = ${scope.zone} and r.entry = ${entry}::uuid order by r.id limit 2000`,
  )
  return parseRows(
    'remark',
    rows.map(({ body }) => body),
  )
}

/** Instructions that are not settled, oldest first. */
export async function openInstructions(
  db: Database,
  scope: Scope,
  asOf: string | null,
  limit: number,
): Promise<Remark[]> {
  const rows = await db.query(
    scope,
    sql`select r.body from ${rowsAt('remark', asOf)} r
      where r.zone = ${scope.zone} and r.state in ('unanswered', 'answered') order by r.id limit ${limit}`,
  )
  return parseRows(
    'remark',
    rows.map(({ body }) => body),
  )
}
