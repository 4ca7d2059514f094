// The board of a ladder. Of a whole register it comes from figures that are kept by rung (db/0017-standing-on-rungs.sql); one
// that is narrowed, of an earlier moment or of a part of the zone is counted from the entries.

import { type Definition, type Field, isDerived, type Ladder, type Register } from '#domain/register.ts'
import type { Database, Scope } from '#store/database.ts'
import { conditions, type Narrowing, rowsOf } from '#store/entries.ts'
import { columnOf, columnType } from '#store/registers.ts'
import { join, name, type Sql, sql } from '#store/sql.ts'

export type BoardRow = {
  rung: string
  count: number
  sums: Record<string, string | null>
  late: number
  stuck: number
  left: number
}

export async function boardOf(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  ladder: Ladder,
  sums: readonly Field[],
): Promise<BoardRow[]> {
  const kept = isWhole(scope, asOf, narrowing) && sums.every((field) => isKept(register.definition, field))
  return kept
    ? keptBoard(db, scope, register, narrowing.on, ladder, sums)
    : countedBoard(db, scope, register, asOf, narrowing, ladder, sums)
}

type Limit = 'usualDays' | 'stuckDays'

/** Whether a stay is longer than its rung allows. */
function standsOver({ rungs }: Ladder, days: Limit, on: string, rung: Sql, since: Sql): Sql {
  const limits = rungs.filter((one) => one[days] !== null)
  if (limits.length === 0) return sql`false`
  const cases = limits.map((one) => sql`when ${one.key}::text then ${one[days]}::int`)
  return sql`${on}::date - ${since} > case ${rung} ${join(cases, ' ')} end`
}

/** Sums are kept of the stored numbers that some view sums. */
function isKept({ views }: Definition, field: Field): boolean {
  return columnType(field) === 'bigint' && views.some(({ sums }) => sums.includes(field.key))
}

function isWhole(scope: Scope, asOf: string | null, { tests, rules, text, removed }: Narrowing): boolean {
  return scope.units === '*' && asOf === null && tests.length === 0 && rules.length === 0 && text === null && !removed
}

async function keptBoard(
  db: Database,
  scope: Scope,
  { id }: Register,
  on: string,
  ladder: Ladder,
  sums: readonly Field[],
): Promise<BoardRow[]> {
  const over = (days: Limit) =>
    sql`coalesce(sum(c.n) filter (where ${standsOver(ladder, days, on, sql`c.rung`, sql`c.since`)}), 0)::bigint`
  const keys = sums.map(({ key }) => key)
  const rows = await db.query(
    scope,
    sql`select c.rung, sum(c.n)::bigint as n, sum(c.gone)::bigint as left_n, ${over('usualDays')} as late_n, ${over('stuckDays')} as stuck_n,
        (select jsonb_object_agg(s.field, s.total::text) from standing_sum s where s.zone = ${scope.zone} and s.register = ${id}::uuid
          and s.ladder = ${ladder.key} and s.rung = c.rung and s.field = any(${keys}::text[])) as sums
      from standing_count c where c.zone = ${scope.zone} and c.register = ${id}::uuid and c.ladder = ${ladder.key} group by c.rung`,
  )
  return rows.map(({ rung, n, left_n, late_n, stuck_n, sums: found }) => ({
    ...{
      rung: rung as string,
      count: n as number,
      left: left_n as number,
      late: late_n as number,
      stuck: stuck_n as number,
    },
    sums: Object.fromEntries(keys.map((key) => [key, (found as Record<string, string> | null)?.[key] ?? '0'])),
  }))
}

/** How many stand on each rung of a ladder, with sums of fields as their columns hold them: whole numbers, decimals of what is worked out. */
async function countedBoard(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  ladder: Ladder,
  sums: readonly Field[],
): Promise<BoardRow[]> {
  const [rung, since, left] = ['rung', 'since', 'left'].map((part) => sql`e.${name(`${part}_${ladder.key}`)}`) as [
    Sql,
    Sql,
    Sql,
  ]
  const summed = sums.map((field) => sql`, ${sumOf(field, left)}::text as ${columnOf(field.key)}`)
  const over = (days: Limit) =>
    sql`count(*) filter (where ${left} is null and ${standsOver(ladder, days, narrowing.on, rung, since)})`
  const rows = await db.query(
    scope,
    sql`select ${rung} as rung, count(*) filter (where ${left} is null) as n, count(*) filter (where ${left} is not null) as left_n,
        ${over('usualDays')} as late_n, ${over('stuckDays')} as stuck_n ${summed.length > 0 ? join(summed, ' ') : sql``}
      from ${rowsOf(register, asOf, narrowing, sums)} e
      where ${conditions(scope, register, narrowing)} and ${rung} is not null group by 1`,
  )
  return rows.map((row) => ({
    rung: row.rung as string,
    count: row.n as number,
    late: row.late_n as number,
    stuck: row.stuck_n as number,
    left: row.left_n as number,
    sums: Object.fromEntries(sums.map(({ key }) => [key, row[`f_${key}`] as string | null])),
  }))
}

/** Empty fields add nothing; where nothing of what is worked out is known, there is no sum. */
function sumOf(field: Field, left: Sql): Sql {
  const sum = sql`sum(e.${columnOf(field.key)}) filter (where ${left} is null)`
  return isDerived(field) ? sum : sql`coalesce(${sum}, 0)`
}
