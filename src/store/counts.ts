// Figures counted from steps (the meaning is domain/counting.ts's). A figure costs by the steps of its days: they are found
// along (register, ladder, rung, day), and each opens to its entry.

import { countedKinds } from '#domain/climb.ts'
import type { Grouping } from '#domain/counting.ts'
import { storedDigits } from '#domain/field-value.ts'
import { type Counting, type Field, fieldOf, type Register } from '#domain/register.ts'
import { scaleOf } from '#domain/register-dictionary.ts'
import type { Rule } from '#rules/rule.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { namedRows, ruleSql } from '#store/register-rules.ts'
import { columnOf } from '#store/registers.ts'
import { join, type Sql, sql } from '#store/sql.ts'

export type CountAsked = {
  countings: readonly { counting: Counting; rule: Rule | null }[]
  from: string
  to: string
  /** The day that conditions call 今日. */
  on: string
  asOf: string | null
}

/** What of a step is worked out: a bare number needs neither units nor classes. */
type Wanted = Grouping | 'number' | 'all'

/** One line a step: id, entry, day, counting, title, credited units, classes. In a total over several rules a step stands once. */
function steps(scope: Scope, register: Register, asked: CountAsked, wanted: Wanted): Sql {
  const parts = asked.countings.map((one) => stepsOf(scope, register, asked, one, wanted))
  if (parts.length === 1) return parts[0]!
  return sql`select distinct on (id) * from (${join(parts, ' union all ')}) every order by id, counting`
}

function stepsOf(
  scope: Scope,
  register: Register,
  asked: CountAsked,
  { counting, rule }: CountAsked['countings'][number],
  wanted: Wanted,
): Sql {
  const { asOf, from, to, on } = asked
  const { definition } = register
  const day = counting.dated === 'event' ? sql`c.happened_on` : sql`c.certificate_on`
  const climbs = rowsAt('climb', asOf)
  const first = counting.first ? sql`and c.again is not true` : sql``
  const units = wanted === 'unit' || wanted === 'all' ? sql`, ${credits(counting)} as units` : sql``
  const sized = wanted === 'class' || wanted === 'all' ? sql`, ${classes(register, counting)} as classes` : sql``
  const title = wanted === 'all' ? sql`, c.entry, e.${columnOf(definition.title)} as title` : sql``
  return sql`select c.id, ${day} as day, ${counting.key}::text as counting ${title} ${units} ${sized}
    from ${climbs} c join ${namedRows(register, { rules: rule ? [rule] : [], few: true }, { on, asOf })} e
      on e.zone = ${scope.zone} and e.id = c.entry
    where c.zone = ${scope.zone} and c.register = ${register.id}::uuid and c.ladder = ${counting.ladder}
      and c.rung = ${counting.rung} and c.stands and c.kind = any(${countedKinds}::text[]) and ${day} between ${from}::date and ${to}::date
      and e.removed is null ${rule ? sql`and (${ruleSql(register, rule)})` : sql``} ${first}`
}

function credits({ credits: keys }: Counting): Sql {
  if (keys.length === 0) return sql`array[]::uuid[]`
  return sql`array(select distinct u from unnest(array[${join(
    keys.map((key) => sql`e.${columnOf(key)}`),
    ', ',
  )}]) u where u is not null)`
}

function classes({ definition }: Register, { classes: wanted }: Counting): Sql {
  if (!wanted) return sql`array[]::text[]`
  const field = fieldOf(definition, wanted.field) as Field
  const column = sql`e.${columnOf(field.key)}`
  const met = wanted.steps.map(
    ({ name, from }) => sql`select ${name}::text as name, ${threshold(from, field)}::numeric as least`,
  )
  const matching = sql`(${join(met, ' union all ')}) k where ${column} >= k.least`
  return wanted.nested
    ? sql`array(select k.name from ${matching})`
    : sql`array(select k.name from ${matching} order by k.least desc limit 1)`
}

/** In the whole numbers of the field's column; more places than it has stay as decimals of it. */
function threshold(from: string, field: Field): string {
  const scale = scaleOf(field)
  const [whole, places = ''] = from.split('.') as [string, string?]
  const rest = places.slice(scale)
  return `${storedDigits(`${whole}.${places.slice(0, scale)}`, scale)}${rest ? `.${rest}` : ''}`
}

/** The total, each step once, and the groups; a step that two units are credited with stands in both of these. */
export async function countSteps(
  db: Database,
  scope: Scope,
  register: Register,
  asked: CountAsked,
  by: Grouping | null,
) {
  const groups = by === null ? sql`null::text` : groupOf(by)
  const spread =
    by === 'unit' || by === 'class'
      ? sql`left join lateral unnest(s.${by === 'unit' ? sql`units` : sql`classes`}) g on true`
      : sql``
  const rows = await db.query(
    scope,
    sql`with counted as materialized (${steps(scope, register, asked, by ?? 'number')})
      select (select count(*) from counted) as total, s."group", s.n
      from (select 1) one left join (select ${groups} as "group", count(*) as n from counted s ${spread} group by 1) s on true
      order by 2 nulls last`,
  )
  const shown = by === null ? [] : rows.filter(({ n }) => n !== null)
  return {
    total: rows[0]?.total as number,
    groups: shown.map((row) => ({ group: row.group as string | null, count: row.n as number })),
  }
}

function groupOf(by: Grouping): Sql {
  return by === 'month' ? sql`to_char(s.day, 'YYYY-MM')` : sql`g::text`
}

export type CountedStep = {
  id: string
  entry: string
  title: string | null
  on: string
  counting: string
  units: string[]
  classes: string[]
}

/** The steps behind a figure, by their ids; `only` keeps those of one group. */
export async function listSteps(
  db: Database,
  scope: Scope,
  register: Register,
  asked: CountAsked,
  only: { by: Grouping; group: string | null } | null,
  page: { after: string | null; limit: number },
): Promise<CountedStep[]> {
  const rows = await db.query(
    scope,
    sql`select s.id, s.entry, s.title, to_char(s.day, 'YYYY-MM-DD') as "on", s.counting, s.units::text[] as units, s.classes
      from (${steps(scope, register, asked, 'all')}) s
      where (${page.after}::uuid is null or s.id > ${page.after}::uuid) and ${only ? inGroup(only) : sql`true`}
      order by s.id limit ${page.limit}`,
  )
  return rows as CountedStep[]
}

function inGroup({ by, group }: { by: Grouping; group: string | null }): Sql {
  if (by === 'month') return sql`to_char(s.day, 'YYYY-MM') = ${group}`
  const column = by === 'unit' ? sql`s.units::text[]` : sql`s.classes`
  return group === null ? sql`${column} = '{}'` : sql`${group} = any(${column})`
}
