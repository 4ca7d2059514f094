// Entries counted by two fields at once; reads what the filters leave.

import type { Field, Register } from '#domain/register.ts'
import type { Database, Scope } from '#store/database.ts'
import { conditions, type Narrowing, rowsOf } from '#store/entries.ts'
import { columnOf } from '#store/registers.ts'
import { sql } from '#store/sql.ts'

export type MatrixCell = { line: string | null; column: string | null; count: number }

export async function countMatrix(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  [line, column]: readonly [Field, Field],
): Promise<MatrixCell[]> {
  const rows = await db.query(
    scope,
    sql`select e.${columnOf(line.key)} as line, e.${columnOf(column.key)} as "column", count(*) as count
      from ${rowsOf(register, asOf, narrowing)} e where ${conditions(scope, register, narrowing)} group by 1, 2`,
  )
  return rows as MatrixCell[]
}
