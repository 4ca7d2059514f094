// A light rule as SQL, so that a whole register can be filtered, sorted and counted by light.
// The meaning is domain/light.ts's; a property test holds the two together.

import type { LightRow, LightRule } from '#domain/light.ts'
import { join, type Sql, sql } from '#store/sql.ts'

/** The days a rule is read against: today, and per count of working days the last day that lies within it. */
export type LightDays = { today: string; within: (workdays: number) => string }

/** A case expression over the columns closure, percent, start_on and due_on of `c`. */
export function lightSql(rule: LightRule, days: LightDays): Sql {
  const whens = rule.rows.map((row) => sql`when ${conditions(row, days)} then ${row.light}::text`)
  return sql`(case ${join(whens, ' ')} end)`
}

function conditions(row: LightRow, { today, within }: LightDays): Sql {
  const gap = gapSql(today)
  const is = (condition: Sql, wanted: boolean) => (wanted ? condition : sql`not ${condition}`)
  const parts: Sql[] = []
  if (row.closed !== undefined) parts.push(is(sql`(c.closure <> 'open')`, row.closed))
  if (row.noDueDate !== undefined) parts.push(is(sql`(c.due_on is null)`, row.noDueDate))
  if (row.overdue !== undefined) parts.push(is(sql`(coalesce(c.due_on < ${today}::date, false))`, row.overdue))
  if (row.gapOver !== undefined) parts.push(sql`coalesce(${gap} > ${row.gapOver}::float8, false)`)
  if (row.gapFrom !== undefined) parts.push(sql`coalesce(${gap} >= ${row.gapFrom}::float8, false)`)
  if (row.dueWithinWorkdays !== undefined) {
    const last = within(row.dueWithinWorkdays)
    parts.push(sql`(coalesce(c.due_on between ${today}::date and ${last}::date, false))`)
  }
  return parts.length > 0 ? join(parts, ' and ') : sql`true`
}

/** Points behind the straight line from start to due, by the pace rounded to one decimal; null when closed or undated. */
function gapSql(today: string): Sql {
  return sql`(case
    when c.closure <> 'open' or c.due_on is null then null
    when ${today}::date >= c.due_on then 100
    when ${today}::date <= c.start_on then 0
    else floor(1000::float8 * (${today}::date - c.start_on) / (c.due_on - c.start_on) + 0.5) / 10
  end - c.percent)`
}
