// Suggestions at rest.

import type { Suggestion } from '#domain/suggestion.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRows } from '#store/rows.ts'
import { sql } from '#store/sql.ts'

/** Those that wait, in reach, oldest first. */
export async function waitingSuggestions(
  db: Database,
  scope: Scope,
  asOf: string | null,
  limit: number,
): Promise<Suggestion[]> {
  const rows = await db.query(
    scope,
    sql`select r.body from ${rowsAt('suggestion', asOf)} r
      where r.zone = ${scope.zone} and r.state = 'waiting' order by r.id limit ${limit}`,
  )
  return parseRows(
    'suggestion',
    rows.map(({ body }) => body),
  )
}

/** Those that a step has made and that still wait. */
export async function suggestionsOf(db: Database, scope: Scope, climb: string): Promise<Suggestion[]> {
  const rows = await db.query(
    scope,
    sql`select r.body from suggestion r where r.zone = ${scope.zone} and r.climb = ${climb}::uuid and r.state = 'waiting'`,
  )
  return parseRows(
    'suggestion',
    rows.map(({ body }) => body),
  )
}
