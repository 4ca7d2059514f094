// Small lists beside the register: documents that wait for review, saved views, briefings.

import type { Briefing } from '#domain/briefing.ts'
import type { View } from '#domain/view.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRow } from '#store/rows.ts'
import { sql } from '#store/sql.ts'

export async function documentsToReview(db: Database, scope: Scope, asOf: string | null) {
  const rows = await db.query(
    scope,
    sql`select d.id, d.title, p.proposed from ${rowsAt('document', asOf)} d join (
      select document, count(*) as proposed from ${rowsAt('proposal', asOf)} p
      where zone = ${scope.zone} and state = 'proposed' group by document
    ) p on p.document = d.id where d.zone = ${scope.zone} order by d.number desc`,
  )
  return rows as { id: string; title: string; proposed: number }[]
}

export async function listViews(db: Database, scope: Scope, owner: string, asOf: string | null): Promise<View[]> {
  const rows = await db.query(
    scope,
    sql`select v.body from ${rowsAt('saved_view', asOf)} v
      where v.zone = ${scope.zone} and v.owner = ${owner} and v.body ->> 'dropped' = 'false' order by v.id`,
  )
  return rows.map((row) => parseRow('saved_view', row.body))
}

export async function listBriefings(db: Database, scope: Scope, asOf: string | null): Promise<Briefing[]> {
  const rows = await db.query(
    scope,
    sql`select b.body from ${rowsAt('briefing', asOf)} b where b.zone = ${scope.zone} order by b.number desc`,
  )
  return rows.map((row) => parseRow('briefing', row.body))
}
