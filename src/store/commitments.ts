// One commitment at rest, with what stands around it.

import type { Commitment } from '#domain/commitment.ts'
import type { Evidence } from '#domain/evidence.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { only, parseRow, parseRows } from '#store/rows.ts'
import { prepared, type Sql, sql } from '#store/sql.ts'

export type Family = {
  commitment: Commitment
  parent: Commitment | null
  children: Commitment[]
  evidence: Evidence[]
  /** All units and posts of the zone: a duty names only these. */
  units: Set<string>
  posts: Set<string>
}

/** Everything an act on a commitment is decided on, in one trip. */
export async function findFamily(db: Database, scope: Scope, id: string): Promise<Family> {
  const row = only(await db.query(scope, prepared('find family', familyOf(scope, id, null))), 'commitment', id)
  return family(row)
}

export async function findFamilyAt(db: Database, scope: Scope, id: string, asOf: string | null) {
  const row = only(await db.query(scope, familyOf(scope, id, asOf)), 'commitment', id)
  return { ...family(row), documents: row.documents as { id: string; title: string; date: string | null }[] }
}

function familyOf(scope: Scope, id: string, asOf: string | null): Sql {
  const documents = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'date', d.dated)), '[]')
    from document d where d.zone = ${scope.zone}
      and d.id in (select (m ->> 'document')::uuid from jsonb_array_elements(c.body -> 'mentions') m))`
  return sql`select c.body as commitment, ${documents} as documents,
      (select body from ${rowsAt('commitment', asOf)} p where p.zone = ${scope.zone} and p.id = c.parent) as parent,
      (select coalesce(jsonb_agg(k.body order by k.number), '[]') from ${rowsAt('commitment', asOf)} k
        where k.zone = ${scope.zone} and k.parent = c.id) as children,
      (select coalesce(jsonb_agg(e.body order by e.id), '[]') from ${rowsAt('evidence', asOf)} e
        where e.zone = ${scope.zone} and e.commitment = c.id) as evidence,
      (select coalesce(jsonb_agg(u.id), '[]') from unit u where u.zone = ${scope.zone}) as units,
      (select coalesce(jsonb_agg(o.id), '[]') from post o where o.zone = ${scope.zone}) as posts
    from ${rowsAt('commitment', asOf)} c where c.zone = ${scope.zone} and c.id = ${id}`
}

function family(row: Rows[number]): Family {
  return {
    commitment: parseRow('commitment', row.commitment),
    parent: row.parent ? parseRow('commitment', row.parent) : null,
    children: parseRows('commitment', row.children),
    evidence: parseRows('evidence', row.evidence),
    units: new Set(row.units as string[]),
    posts: new Set(row.posts as string[]),
  }
}

/** All commitments as known at a moment: what a briefing is composed from. */
export async function allCommitments(db: Database, scope: Scope, asOf: string | null): Promise<Commitment[]> {
  const rows = await db.query(
    scope,
    sql`select c.body from ${rowsAt('commitment', asOf)} c where c.zone = ${scope.zone} order by c.number`,
  )
  return rows.map((row) => parseRow('commitment', row.body))
}

/** Those of these that are in reach. */
export async function commitmentsById(db: Database, scope: Scope, ids: readonly string[], asOf: string | null) {
  const rows = await db.query(
    scope,
    sql`select c.body from ${rowsAt('commitment', asOf)} c where c.zone = ${scope.zone} and c.id = any(${ids}::uuid[])`,
  )
  return rows.map((row) => parseRow('commitment', row.body))
}

/** For a commitment that comes from a register: the last number given to such a one, the zone, and what a duty may name. */
export async function groundForEntrusting(db: Database, scope: Scope) {
  const rows = await db.query(
    scope,
    sql`select (select coalesce(max(split_part(c.number, '-', 2)::int), 0) from commitment c
        where c.zone = ${scope.zone} and c.number > '000-' and c.number < '000.') as last, z.body as zone,
      (select coalesce(jsonb_agg(u.id), '[]') from unit u where u.zone = ${scope.zone}) as units,
      (select coalesce(jsonb_agg(o.id), '[]') from post o where o.zone = ${scope.zone}) as posts
    from zone z where z.zone = ${scope.zone}`,
  )
  const row = only(rows, 'zone', scope.zone)
  return {
    last: row.last as number,
    zone: parseRow('zone', row.zone),
    known: { units: new Set(row.units as string[]), posts: new Set(row.posts as string[]) },
  }
}
