// What falls on the days of a stretch, for the entries of a register that match: days in date fields, planned days of the
// baselines in force, proofs that are owed, checks that are due. Each kind is found by its days, not by looking through all.

import { type Field, fieldOf, type Register } from '#domain/register.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { conditions, type Narrowing, rowsOf } from '#store/entries.ts'
import { columnOf } from '#store/registers.ts'
import { join, type Sql, sql } from '#store/sql.ts'

export type CalendarRow = {
  on: string
  kind: 'date' | 'planned' | 'owed' | 'check'
  entry: string
  title: string | null
  words: string
  course: string | null
  node: string | null
}

/** By day; at most so many. */
export async function calendarRows(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  { dates, from, to }: { dates: readonly Field[]; from: string; to: string },
  most: number,
): Promise<CalendarRow[]> {
  const title = sql`e.${columnOf(fieldOf(register.definition, register.definition.title)!.key)}`
  const entries = rowsOf(register, asOf, narrowing)
  const matching = conditions(scope, register, narrowing)
  const within = (day: Sql) => sql`${day} between ${from}::date and ${to}::date`
  const none = sql`null::text as course, null::text as node`
  const parts: Sql[] = dates.map(
    ({
      key,
      name,
    }) => sql`select e.${columnOf(key)} as day, 'date' as kind, e.id, ${title} as title, ${name}::text as words, ${none}
      from ${entries} e where ${matching} and ${within(sql`e.${columnOf(key)}`)}`,
  )
  parts.push(sql`select (n ->> 'on')::date, 'planned', e.id, ${title}, n ->> 'name', p.course, n ->> 'node'
    from ${rowsAt('plan', asOf)} p join ${entries} e on e.id = p.entry
      cross join lateral jsonb_array_elements(p.body -> 'baselines' -> -1 -> 'nodes') n
    where p.zone = ${scope.zone} and p.register = ${register.id}::uuid and p.from_on <= ${to}::date and p.to_on >= ${from}::date
      and ${matching} and ${within(sql`(n ->> 'on')::date`)}`)
  parts.push(sql`select (o ->> 'dueOn')::date, 'owed', e.id, ${title}, o ->> 'kind', ${none}
    from ${rowsAt('climb', asOf)} c join ${entries} e on e.id = c.entry
      cross join lateral jsonb_array_elements(c.body -> 'owed') o
    where c.zone = ${scope.zone} and c.register = ${register.id}::uuid and c.owed_on <= ${to}::date and c.stands
      and o ->> 'supplied' is null and ${matching} and ${within(sql`(o ->> 'dueOn')::date`)}`)
  parts.push(sql`select (k ->> 'dueOn')::date, 'check', e.id, ${title}, k ->> 'asks', ${none}
    from ${rowsAt('crossing', asOf)} c join ${entries} e on e.id = c.entry
      cross join lateral jsonb_array_elements(c.body -> 'checks') k
    where c.zone = ${scope.zone} and c.register = ${register.id}::uuid and c.state = 'open' and c.due_on <= ${to}::date
      and k ->> 'state' = 'asked' and ${matching} and ${within(sql`(k ->> 'dueOn')::date`)}`)
  const rows = await db.query(
    scope,
    sql`select to_char(day, 'YYYY-MM-DD') as "on", kind, id as entry, title, words, course, node
      from (${join(parts, ' union all ')}) every (day, kind, id, title, words, course, node)
      order by day, kind, id limit ${most}`,
  )
  return rows as CalendarRow[]
}
