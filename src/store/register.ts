// The 督办 register as a whole: pages, counts and work lists over all commitments in reach.

import { Stage } from '#domain/commitment.ts'
import type { Light, LightRule } from '#domain/light.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { type LightDays, lightSql } from '#store/lights.ts'
import { join, type Sql, sql } from '#store/sql.ts'

/** What narrows the register; all given must hold, several values of one field are alternatives. */
export type RegisterFilter = {
  text?: string | undefined
  stage?: readonly string[] | undefined
  closure?: readonly string[] | undefined
  light?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  lead?: readonly string[] | undefined
  supporting?: readonly string[] | undefined
  post?: readonly string[] | undefined
  document?: string | undefined
  parent?: string | undefined
  dueFrom?: string | undefined
  dueTo?: string | undefined
  disputed?: boolean | undefined
}

export type RegisterSort = 'number' | 'title' | 'dueOn' | 'percent' | 'stage' | 'light' | 'lead'

/** The moment asked for and the rule that lights it. */
export type RegisterMoment = { asOf: string | null; rule: LightRule; days: LightDays }

export type RegisterPage = { sort: RegisterSort; descending: boolean; offset: number; limit: number }

/** Rows as they leave the database; the handler adds the light with its why. */
export async function registerPage(
  db: Database,
  scope: Scope,
  moment: RegisterMoment,
  filter: RegisterFilter,
  page: RegisterPage,
): Promise<{ rows: Rows; total: number }> {
  const table = rowsAt('commitment', moment.asOf)
  const way = page.descending ? sql`desc nulls last` : sql`asc nulls last`
  const keyed = sql`select c.id, c.number, ${sortKey(page.sort, moment)} as key
    from ${table} c where ${conditions(scope, moment, filter)}`
  const slice = sql`order by key ${way}, number limit ${page.limit} offset ${page.offset}`
  const rows = await db.query(
    scope,
    sql`
    with matching as ${walksIndex(filter, page) ? sql`not materialized` : sql`materialized`} (${keyed}),
    picked as materialized (
      select c.*, m.key from (select id, key from matching ${slice}) m join ${table} c on c.zone = ${scope.zone} and c.id = m.id
    )
    select m.total, case when c.id is not null then ${rowJson(scope)} end as row
    from (select count(*) as total from matching) m left join picked c on true order by c.key ${way}, c.number`,
  )
  // One line each: a whole ledger in one JSON value would pass PostgreSQL's limit of 256 MB.
  return { rows: rows.flatMap(({ row }) => (row ? [row as Rows[number]] : [])), total: rows[0]?.total as number }
}

function rowJson(scope: Scope): Sql {
  return sql`jsonb_build_object('id', c.id, 'version', c.version, 'number', c.number, 'title', c.title, 'kind', c.kind,
    'wording', c.body -> 'wording', 'parent', c.parent, 'childCount', c.body -> 'childCount', 'duty', c.body -> 'duty',
    'receipt', c.body -> 'receipt', 'progress', c.body -> 'progress', 'percent', c.percent, 'review', c.body -> 'review',
    'closure', c.closure, 'stage', c.stage, 'urgedCount', jsonb_array_length(c.body -> 'urged'),
    'latest', c.body -> 'reports' -> -1, 'quote', c.body -> 'mentions' -> 0 -> 'quote',
    'closedOn', c.body -> 'closed' -> 'on', 'origin', c.body -> 'origin' -> 'title',
    'source', (select jsonb_build_object('document', d.id, 'title', d.title, 'date', d.dated) from document d
      where d.zone = ${scope.zone} and d.id = (c.body -> 'mentions' -> 0 ->> 'document')::uuid))`
}

/** The number's index gives the page at once; anything else is worth finding once for both the page and the total. */
function walksIndex(filter: RegisterFilter, { sort }: RegisterPage): boolean {
  return sort === 'number' && !filter.light?.length && !filter.text
}

/** Lights in the order of their urgency; stages are declared in the order of the board. */
const lightOrder: readonly Light[] = ['red', 'yellow', 'blue', 'green', 'grey']

function sortKey(sort: RegisterSort, { rule, days }: RegisterMoment): Sql {
  switch (sort) {
    case 'number':
      return sql`c.number`
    case 'title':
      return sql`c.title collate "zh-x-icu"`
    case 'dueOn':
      return sql`c.due_on`
    case 'percent':
      return sql`c.percent`
    case 'lead':
      return sql`c.lead`
    case 'stage':
      return sql`array_position(${Stage.options}::text[], c.stage)`
    case 'light':
      return sql`array_position(${lightOrder}::text[], ${lightSql(rule, days)})`
  }
}

function conditions(scope: Scope, { rule, days }: RegisterMoment, filter: RegisterFilter): Sql {
  const parts: Sql[] = [sql`c.zone = ${scope.zone}`]
  const oneOf = (column: Sql, values: readonly string[] | undefined, type: Sql) => {
    if (values?.length) parts.push(sql`${column} = any(${values}::${type})`)
  }
  oneOf(sql`c.stage`, filter.stage, sql`text[]`)
  oneOf(sql`c.closure`, filter.closure, sql`text[]`)
  oneOf(sql`c.kind`, filter.kind, sql`text[]`)
  oneOf(sql`c.lead`, filter.lead, sql`uuid[]`)
  if (filter.light?.length) oneOf(lightSql(rule, days), filter.light, sql`text[]`)
  if (filter.post?.length) parts.push(sql`c.body -> 'duty' ->> 'post' = any(${filter.post}::text[])`)
  if (filter.supporting?.length) parts.push(sql`c.body -> 'duty' -> 'supporting' ?| ${filter.supporting}::text[]`)
  if (filter.document) {
    parts.push(sql`c.body @> ${JSON.stringify({ mentions: [{ document: filter.document }] })}::jsonb`)
  }
  if (filter.parent === 'none') parts.push(sql`c.parent is null`)
  else if (filter.parent) parts.push(sql`c.parent = ${filter.parent}::uuid`)
  if (filter.dueFrom) parts.push(sql`c.due_on >= ${filter.dueFrom}::date`)
  if (filter.dueTo) parts.push(sql`c.due_on <= ${filter.dueTo}::date`)
  if (filter.disputed !== undefined) parts.push(filter.disputed ? sql`c.disputed` : sql`not c.disputed`)
  if (filter.text) {
    const like = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(c.title ilike ${like} or c.number ilike ${like})`)
  }
  return join(parts, ' and ')
}

/** One pass over the register: how many at each stage, under each light, by lead unit. */
export async function countRegister(db: Database, scope: Scope, moment: RegisterMoment, filter: RegisterFilter) {
  const rows = await db.query(
    scope,
    sql`select c.stage, c.lead, ${lightSql(moment.rule, moment.days)} as light, count(*) as n
    from ${rowsAt('commitment', moment.asOf)} c where ${conditions(scope, moment, filter)} group by 1, 2, 3`,
  )
  return rows as { stage: Stage; lead: string | null; light: Light; n: number }[]
}

/** A named part of the register, for a work list: its rows and how many there are beyond those shown. */
export type Part = { group: string; where: Sql }

/** All work lists in one trip. `parts` come from `workParts`, never from outside. */
export async function registerParts(
  db: Database,
  scope: Scope,
  moment: RegisterMoment,
  parts: readonly Part[],
  limit: number,
): Promise<{ group: string; total: number; rows: Rows }[]> {
  const lists = parts.map(
    ({ group, where }) => sql`
    select ${group}::text as "group", (select count(*) from open_rows c where ${where}) as total,
      (select coalesce(jsonb_agg(${rowJson(scope)} order by c.due_on nulls last, c.number), '[]')
        from (select * from open_rows c where ${where} order by c.due_on nulls last, c.number limit ${limit}) c) as rows`,
  )
  if (lists.length === 0) return []
  const rows = await db.query(
    scope,
    sql`with open_rows as materialized (
      select c.*, ${lightSql(moment.rule, moment.days)} as light from ${rowsAt('commitment', moment.asOf)} c
      where c.zone = ${scope.zone} and c.closure = 'open'
    ) ${join(lists, ' union all ')}`,
  )
  return rows as { group: string; total: number; rows: Rows }[]
}

/**
 * The conditions behind each work list: those of `units`, which the actor answers for, and those of the whole zone, all of
 * them or only what is late. What is late in the zone is so in a unit: nobody is told twice.
 */
export function workParts(units: readonly string[], zone: 'work' | 'lateness' | 'nothing', today: string): Part[] {
  const mine = sql`c.lead = any(${units}::uuid[])`
  const unitParts: Part[] = [
    { group: 'to-sign', where: sql`${mine} and c.stage = 'awaiting-receipt'` },
    { group: 'returned', where: sql`${mine} and c.stage = 'returned'` },
    { group: 'to-report', where: sql`${mine} and c.stage in ('under-way', 'returned')` },
  ]
  const zoneParts: Part[] = [
    { group: 'to-dispatch', where: sql`c.stage = 'draft' and c.body ->> 'childCount' = '0'` },
    { group: 'declined', where: sql`c.stage = 'declined'` },
    { group: 'to-accept', where: sql`c.stage = 'awaiting-review'` },
    { group: 'to-decide-extension', where: sql`c.body @> '{"extensions": [{"state": "asked"}]}'` },
    { group: 'to-close', where: sql`c.stage = 'awaiting-closure'` },
  ]
  const answering = units.length > 0
  return [
    ...(answering ? unitParts : []),
    ...(zone === 'work' ? zoneParts : []),
    ...(zone !== 'nothing' ? lateParts(sql`true`, today) : answering ? lateParts(mine, today) : []),
  ]
}

function lateParts(whose: Sql, today: string): Part[] {
  const given = sql`${whose} and c.stage not in ('draft', 'declined')`
  return [
    { group: 'near-due', where: sql`${given} and c.light = 'blue'` },
    { group: 'overdue', where: sql`${given} and c.due_on < ${today}::date` },
  ]
}
