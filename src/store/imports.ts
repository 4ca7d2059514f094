// Imports of registers at rest: one's own, those that wait for their turn, and what was chosen for heads before.

import type { MappedColumn } from '#domain/column-map.ts'
import type { ImportJob } from '#domain/import-job.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRows } from '#store/rows.ts'
import { sql } from '#store/sql.ts'

/** Newest first. */
export async function importsOf(db: Database, scope: Scope, register: string, by: string): Promise<ImportJob[]> {
  const rows = await db.query(
    scope,
    sql`select j.body from import_job j where j.zone = ${scope.zone} and j.register = ${register}::uuid
      and j.starter = ${by}::uuid order by j.id desc limit 50`,
  )
  return parseRows(
    'import_job',
    rows.map(({ body }) => body),
  )
}

/** How many imports into the same register come first. */
export async function importsBefore(db: Database, scope: Scope, { register, id }: ImportJob): Promise<number> {
  const rows = await db.query(
    scope,
    sql`select count(*) as n from import_job j where j.zone = ${scope.zone} and j.register = ${register}::uuid
      and j.state in ('waiting', 'running') and j.id < ${id}::uuid`,
  )
  return rows[0]?.n as number
}

/** Columns of imports that were carried out, the latest first. */
export async function columnsBefore(db: Database, scope: Scope, register: string): Promise<MappedColumn[]> {
  const rows = await db.query(
    scope,
    sql`select j.body -> 'plan' -> 'columns' as columns from import_job j
      where j.zone = ${scope.zone} and j.register = ${register}::uuid and j.state = 'done' order by j.id desc limit 20`,
  )
  return rows.flatMap(({ columns }) => columns as MappedColumn[])
}

export type OpenImport = { zone: string; id: string; register: string; starter: string; state: string; at: string }

/** Of all zones, in the order in which they were opened. */
export async function openImports(db: Database): Promise<OpenImport[]> {
  const rows = await db.query({ zone: '', units: [] }, sql`select * from open_imports()`)
  return rows as OpenImport[]
}
