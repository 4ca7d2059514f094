// The zone's own rule sets.

import type { RuleBook } from '#domain/rule-book.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRow } from '#store/rows.ts'
import { sql } from '#store/sql.ts'

/** By code, the newest version of each first. */
export async function listRuleBooks(db: Database, scope: Scope, asOf: string | null): Promise<RuleBook[]> {
  const rows = await db.query(
    scope,
    sql`select r.body from ${rowsAt('rule_book', asOf)} r where r.zone = ${scope.zone} order by r.code, r.id desc limit 2000`,
  )
  return rows.map(({ body }) => parseRow('rule_book', body))
}
