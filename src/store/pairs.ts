// The cells of a matrix: for each pair of linked entries the latest entry that links them, and how many there are.

import type { Entry } from '#domain/entry.ts'
import type { Field, Ladder, Register } from '#domain/register.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { conditions, type Narrowing, rowsOf } from '#store/entries.ts'
import { columnOf, entryFrom } from '#store/registers.ts'
import { name, sql } from '#store/sql.ts'

export type Pair = { entry: Entry; count: number; rung: string | null }
export type Crossed = { lines: Field; columns: Field; latest: Field | null; ladder: Ladder | null }

export async function latestPairs(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  { lines, columns, latest, ladder }: Crossed,
  limit: number,
): Promise<Pair[]> {
  const [line, column] = [columnOf(lines.key), columnOf(columns.key)]
  const day = latest ? sql`e.${columnOf(latest.key)} desc nulls last,` : sql``
  const rung = ladder ? sql`e.${name(`rung_${ladder.key}`)}` : sql`null::text`
  const rows = await db.query(
    scope,
    sql`select row, n, rung from (
        select to_jsonb(e) as row, ${rung} as rung, e.id, count(*) over (partition by e.${line}, e.${column}) as n,
          row_number() over (partition by e.${line}, e.${column} order by ${day} e.id desc) as place
        from ${rowsOf(register, asOf, narrowing)} e
        where ${conditions(scope, register, narrowing)} and e.${line} is not null and e.${column} is not null) p
      where place = 1 order by id limit ${limit}`,
  )
  return rows.map(({ row, n, rung }) => ({
    entry: entryFrom(register, row as Rows[number]),
    count: n as number,
    rung: rung as string | null,
  }))
}
