// Documents and their proposals at rest.

import { z } from 'zod'
import type { Commitment } from '#domain/commitment.ts'
import { Document, DocumentCard } from '#domain/document.ts'
import type { Proposal } from '#domain/proposal.ts'
import type { Zone } from '#domain/zone.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { only, parseRow, parseRows } from '#store/rows.ts'
import { prepared, sql } from '#store/sql.ts'

/** What an import is decided on: the same bytes brought in before, and the last number given. */
export async function findForImport(db: Database, scope: Scope, sha256: string) {
  const [row] = await db.query(
    scope,
    sql`select
      (select jsonb_build_object('id', id, 'title', title) from document where zone = ${scope.zone} and sha256 = ${sha256}) as same,
      coalesce((select max(number) from document where zone = ${scope.zone}), 0) as last`,
  )
  return row as { same: { id: string; title: string } | null; last: number }
}

export async function listDocuments(db: Database, scope: Scope, asOf: string | null): Promise<DocumentCard[]> {
  const rows = await db.query(
    scope,
    sql`
    select d.body || jsonb_build_object('proposed', coalesce(p.proposed, 0), 'adopted', coalesce(p.adopted, 0),
      'rejected', coalesce(p.rejected, 0)) as card
    from ${rowsAt('document', asOf)} d left join (
      select document, count(*) filter (where state = 'proposed') as proposed,
        count(*) filter (where state in ('adopted', 'merged')) as adopted, count(*) filter (where state = 'rejected') as rejected
      from ${rowsAt('proposal', asOf)} p where zone = ${scope.zone} group by document
    ) p on p.document = d.id
    where d.zone = ${scope.zone} order by d.number desc`,
  )
  return rows.map((row) => z.parse(DocumentCard, row.card))
}

export async function findDocument(
  db: Database,
  scope: Scope,
  id: string,
  asOf: string | null,
): Promise<{ document: Document; proposals: Proposal[] }> {
  const rows = await db.query(
    scope,
    sql`select d.body as document,
      (select coalesce(jsonb_agg(p.body order by p.ordinal), '[]') from ${rowsAt('proposal', asOf)} p
        where p.zone = ${scope.zone} and p.document = ${id}) as proposals
    from ${rowsAt('document', asOf)} d where d.zone = ${scope.zone} and d.id = ${id}`,
  )
  const row = only(rows, 'document', id)
  return { document: z.parse(Document, row.document), proposals: parseRows('proposal', row.proposals) }
}

/** A proposal with its document and zone; and, for a merge, the commitment it is said to repeat. */
export async function findProposal(db: Database, scope: Scope, id: string, into: string | null = null) {
  const rows = await db.query(
    scope,
    prepared(
      'find proposal to decide on',
      sql`select p.body as proposal, d.body as document, z.body as zone,
        (select body from commitment c where c.zone = ${scope.zone} and c.id = ${into}::uuid) as target,
        (select coalesce(jsonb_agg(u.id), '[]') from unit u where u.zone = ${scope.zone}) as units,
        (select coalesce(jsonb_agg(o.id), '[]') from post o where o.zone = ${scope.zone}) as posts
      from proposal p
        join document d on d.zone = ${scope.zone} and d.id = p.document
        join zone z on z.zone = ${scope.zone}
      where p.zone = ${scope.zone} and p.id = ${id}`,
    ),
  )
  const row = only(rows, 'proposal', id)
  return {
    proposal: parseRow('proposal', row.proposal) as Proposal,
    document: parseRow('document', row.document) as Document,
    zone: parseRow('zone', row.zone) as Zone,
    known: { units: new Set(row.units as string[]), posts: new Set(row.posts as string[]) },
    target: row.target ? (parseRow('commitment', row.target) as Commitment) : null,
  }
}
