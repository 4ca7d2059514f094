// Rates counted over a register in one pass: those that should be, those that are, and by how many days the others are late.

import type { Field, Register } from '#domain/register.ts'
import type { Rule } from '#rules/rule.ts'
import type { Database, Scope } from '#store/database.ts'
import { conditions, type Narrowing } from '#store/entries.ts'
import { namedRows, ruleSql } from '#store/register-rules.ts'
import { columnOf } from '#store/registers.ts'
import { type Sql, sql } from '#store/sql.ts'

export type RateRow = {
  group: string | null
  among: number
  of: number
  late: number
  lateDays: number
  longestDays: number
}
export type RateRules = { among: Rule; of: Rule; rest: Rule }

/** A row for each value of `by`; one row where it is null. */
export async function countRates(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  rules: RateRules,
  by: Field | null,
  late: Field | null,
): Promise<RateRow[]> {
  const { on, tests } = narrowing
  const fields = tests.flatMap((test) => (test.kind === 'on' ? [] : [test.field]))
  const named = { rules: [...narrowing.rules, rules.among, rules.of, rules.rest], fields }
  const [among, of, rest] = [rules.among, rules.of, rules.rest].map((rule) => ruleSql(register, rule)) as [
    Sql,
    Sql,
    Sql,
  ]
  const days = late === null ? sql`null::int` : sql`${on}::date - e.${columnOf(late.key)}`
  const group = by === null ? sql`null::text` : grouped(by)
  const rows = await db.query(
    scope,
    sql`select g as "group", count(*) filter (where is_among) as among, count(*) filter (where is_of) as of,
        count(*) filter (where is_rest and days > 0) as late,
        coalesce(sum(days) filter (where is_rest and days > 0), 0)::bigint as "lateDays",
        coalesce(max(days) filter (where is_rest), 0) as "longestDays"
      from (select ${group} as g, (${among}) as is_among, (${of}) as is_of, (${rest}) as is_rest, ${days} as days
        from ${namedRows(register, named, { on, asOf })} e where ${conditions(scope, register, narrowing)}) counted
      group by 1 having count(*) filter (where is_among) > 0 or ${by === null} order by 1 nulls last`,
  )
  return (rows as RateRow[]).map((row) => ({ ...row, longestDays: Math.max(0, row.longestDays) }))
}

function grouped({ key, type }: Field): Sql {
  return type === 'month' ? sql`to_char(e.${columnOf(key)}, 'YYYY-MM')` : sql`e.${columnOf(key)}::text`
}
