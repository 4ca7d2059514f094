// Who reported on the commitments of the entries that lead to one entry.

import type { Register } from '#domain/register.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { columnOf, entriesAt } from '#store/registers.ts'
import { join, sql } from '#store/sql.ts'

/** A register whose link `via` leads to the entry, and its commitment field `matter`. */
export type Way = { other: Register; via: string; matter: string }

export async function reportersOf(
  db: Database,
  scope: Scope,
  ways: readonly Way[],
  entry: string,
  asOf: string | null,
): Promise<string[]> {
  const each = ways.map(
    ({ other, via, matter }) => sql`select r ->> 'by' as person from ${entriesAt(other, asOf)} e
      join ${rowsAt('commitment', asOf)} c on c.zone = e.zone and c.id = e.${columnOf(matter)},
        jsonb_array_elements(c.body -> 'reports') r
      where e.zone = ${scope.zone} and e.${columnOf(via)} = ${entry}::uuid and e.removed is null`,
  )
  const rows = await db.query(scope, join(each, ' union '))
  return rows.map(({ person }) => person as string)
}
