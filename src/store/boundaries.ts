// Boundary files at rest: one row a kind, the areas by their hash among the files.

import type { Boundary, BoundaryKind } from '#domain/boundary.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRow } from '#store/rows.ts'
import { sql } from '#store/sql.ts'

/** Withdrawn ones too: the next of that kind follows on from them. */
export async function listBoundaries(db: Database, scope: Scope, asOf: string | null): Promise<Boundary[]> {
  const rows = await db.query(
    scope,
    sql`select b.body from ${rowsAt('boundary', asOf)} b where b.zone = ${scope.zone} order by b.kind`,
  )
  return rows.map(({ body }) => parseRow('boundary', body))
}

export async function findBoundaryOf(db: Database, scope: Scope, kind: BoundaryKind): Promise<Boundary | null> {
  const all = await listBoundaries(db, scope, null)
  return all.find((one) => one.kind === kind) ?? null
}
