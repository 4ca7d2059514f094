// Entries at rest: one, a page of a filtered and sorted table, the board. A page costs by what is shown: the next one begins
// after the last row of this one (keyset), along the index of the field that sorts.

import type { Entry } from '#domain/entry.ts'
import { leftLadder, type Test } from '#domain/entry-filter.ts'
import type { Value } from '#domain/field-value.ts'
import type { Field, Register } from '#domain/register.ts'
import type { Rule } from '#rules/rule.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { lookupsFrom, lookupsSql } from '#store/lookups.ts'
import { namedRows, ruleSql } from '#store/register-rules.ts'
import { cellOf, cellType, columnOf, columnType, entriesAt, entryFrom, rungColumn } from '#store/registers.ts'
import { only } from '#store/rows.ts'
import { join, name, type Sql, sql, typeName } from '#store/sql.ts'

/** The row alone. */
export async function findEntry(db: Database, scope: Scope, register: Register, id: string, asOf: string | null) {
  const rows = await db.query(
    scope,
    sql`select to_jsonb(e) as row from ${entriesAt(register, asOf)} e where e.zone = ${scope.zone} and e.id = ${id}`,
  )
  return entryFrom(register, only(rows, 'entry', id).row as Rows[number])
}

/** What entries are called; nobody is kept from seeing a title (domain/register-faults.ts). */
export async function titlesOf(
  db: Database,
  scope: Scope,
  register: Register,
  ids: readonly string[],
  asOf: string | null,
): Promise<{ id: string; title: string | null; removed: boolean }[]> {
  if (ids.length === 0) return []
  const rows = await db.query(
    scope,
    sql`select e.id, e.${columnOf(register.definition.title)} as title, e.removed is not null as removed
      from ${entriesAt(register, asOf)} e where e.zone = ${scope.zone} and e.id = any(${ids}::uuid[])`,
  )
  return rows as { id: string; title: string | null; removed: boolean }[]
}

/** What narrows a table: tests by field, conditions in the rule language, words in the title, whether removed ones show. */
export type Narrowing = {
  tests: readonly Test[]
  rules: readonly Rule[]
  text: string | null
  /** The fields that `text` may stand in. */
  searched: readonly Field[]
  removed: boolean
  /** The day that conditions call 今日. */
  on: string
}

/** `sort` null: in the order in which they were added. `after`: where the page before ended. */
export type Page = { sort: Field | null; descending: boolean; after: Cursor | null; limit: number }
export type Cursor = { value: string | null; id: string }

export async function entryPage(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  page: Page,
): Promise<{ entries: Entry[]; next: Cursor | null }> {
  const rowsThere = rowsOf(register, asOf, narrowing, page.sort ? [page.sort] : [])
  const from = sql`from ${rowsThere} e where ${conditions(scope, register, narrowing)}`
  const at = page.sort ? sql`e.${columnOf(page.sort.key)}` : sql`null`
  const lookups = lookupsSql(register, { on: narrowing.on, asOf })
  const wanted = page.limit + 1
  const found: Rows = []
  // Two stretches: rows with a value, then those without; the second only where the first has run out.
  const stretches = page.sort ? (page.after && page.after.value === null ? ['empty'] : ['filled', 'empty']) : ['empty']
  for (const stretch of stretches) {
    if (found.length >= wanted) break
    const slice = stretch === 'filled' ? filledSlice(page) : emptySlice(page)
    // What lies elsewhere is looked up for those that are shown, after the limit.
    const shown = sql`(select e.*, ${at} as at_cell ${from} ${slice} limit ${wanted - found.length})`
    const way = page.descending ? sql`desc` : sql`asc`
    const order = stretch === 'filled' ? sql`r.at_cell ${way}, r.id ${way}` : sql`r.id ${way}`
    const query = sql`select to_jsonb(r) as row, r.at_cell::text as at_cell, ${lookups} as lookups from ${shown} r order by ${order}`
    found.push(...(await db.query(scope, query)))
  }
  const rows = found.slice(0, page.limit)
  const last = rows.at(-1)
  const next = found.length > page.limit && last ? cursorAt(last) : null
  return { entries: rows.map((row) => shownEntry(register, row)), next }
}

function shownEntry(register: Register, { row, lookups }: Rows[number]): Entry {
  return { ...entryFrom(register, row as Rows[number]), lookups: lookupsFrom(register, lookups) }
}

const way = ({ descending }: Page): Sql => (descending ? sql`desc` : sql`asc`)
const beyond = ({ descending }: Page): Sql => (descending ? sql`<` : sql`>`)

function filledSlice(page: Page): Sql {
  const { sort, after } = page as Page & { sort: Field }
  const column = columnOf(sort.key)
  const begin = after
    ? sql`and (e.${column}, e.id) ${beyond(page)} (${after.value}::${typeName(cellType(sort))}, ${after.id}::uuid)`
    : sql``
  return sql`and e.${column} is not null ${begin} order by e.${column} ${way(page)}, e.id ${way(page)}`
}

function emptySlice(page: Page): Sql {
  const { sort, after } = page
  const empty = sort ? sql`and e.${columnOf(sort.key)} is null` : sql``
  const begin = after && after.value === null ? sql`and e.id ${beyond(page)} ${after.id}::uuid` : sql``
  return sql`${empty} ${begin} order by e.id ${way(page)}`
}

function cursorAt({ at_cell: value, row }: Rows[number]): Cursor {
  return { value: value as string | null, id: (row as Rows[number]).id as string }
}

/** How many there are, counted up to `most`: beyond that nobody waits for an exact number. */
export async function countEntries(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  most: number,
): Promise<number> {
  const rows = await db.query(
    scope,
    sql`select count(*) as n from (select from ${rowsOf(register, asOf, narrowing)} e
      where ${conditions(scope, register, narrowing)} limit ${most + 1}) matching`,
  )
  return rows[0]?.n as number
}

/** `fields`: what is asked of the rows beside what narrows them. */
export function rowsOf(
  register: Register,
  asOf: string | null,
  { tests, rules, on }: Narrowing,
  fields: readonly Field[] = [],
): Sql {
  const tested = tests.flatMap((test) => (test.kind === 'on' ? [] : [test.field]))
  return namedRows(register, { rules, fields: [...tested, ...fields] }, { on, asOf })
}

export function conditions(scope: Scope, register: Register, narrowing: Narrowing): Sql {
  const parts: Sql[] = [sql`e.zone = ${scope.zone}`, ...narrowing.tests.map(testSql)]
  if (!narrowing.removed) parts.push(sql`e.removed is null`)
  const { text, searched } = narrowing
  const holding = text ? searched.map((field) => holds(field, text)) : []
  if (holding.length > 0) parts.push(sql`(${join(holding, ' or ')})`)
  for (const rule of narrowing.rules) parts.push(sql`(${ruleSql(register, rule)})`)
  return join(parts, ' and ')
}

function holds(field: Field, text: string): Sql {
  return sql`e.${columnOf(field.key)} ilike ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}`
}

function testSql(test: Test): Sql {
  switch (test.kind) {
    case 'holds':
      return holds(test.field, test.text)
    case 'on':
      return standsOn(test)
    case 'is': {
      const { field, values } = test
      const column = sql`e.${columnOf(field.key)}`
      const cells = values.filter((value) => value !== null).map((value) => cellOf(field, value))
      const type = cellType(field)
      const among =
        type === 'text[]' ? sql`${column} && ${cells}::text[]` : sql`${column} = any(${cells}::${typeName(type)}[])`
      return either(column, among, values.includes(null))
    }
    case 'from':
    case 'to': {
      const { field, value } = test
      const op = test.kind === 'from' ? sql`>=` : sql`<=`
      return sql`e.${columnOf(field.key)} ${op} ${cellOf(field, value)}::${typeName(cellType(field))}`
    }
  }
}

/** `rung` stays as it was when an entry leaves its ladder. */
function standsOn({ ladder, rungs }: Test & { kind: 'on' }): Sql {
  const [rung, left] = [sql`e.${rungColumn(ladder)}`, sql`e.${name(`left_${ladder}`)}`]
  const standing = rungs.filter((key) => key !== '' && key !== leftLadder)
  const parts = [sql`(${rung} = any(${standing}::text[]) and ${left} is null)`]
  if (rungs.includes('')) parts.push(sql`${rung} is null`)
  if (rungs.includes(leftLadder)) parts.push(sql`${left} is not null`)
  return sql`(${join(parts, ' or ')})`
}

const either = (column: Sql, among: Sql, orEmpty: boolean): Sql =>
  orEmpty ? sql`(${among} or ${column} is null)` : among

/** Which of these ids there are: units, posts, people of the zone, entries of other registers in reach. */
export async function knownIds(db: Database, scope: Scope, asked: readonly { from: Sql; ids: readonly string[] }[]) {
  const parts = asked.filter(({ ids }) => ids.length > 0)
  if (parts.length === 0) return new Set<string>()
  const found = parts.map(
    ({ from, ids }) => sql`select t.id from ${from} t where t.zone = ${scope.zone} and t.id = any(${ids}::uuid[])`,
  )
  const rows = await db.query(scope, join(found, ' union all '))
  return new Set(rows.map(({ id }) => id as string))
}

/** Which of these values of a field some standing entry has, as text. */
export async function takenValues(
  db: Database,
  scope: Scope,
  register: Register,
  field: Field,
  values: readonly Value[],
) {
  if (values.length === 0) return new Set<string>()
  const column = columnOf(field.key)
  const cells = values.map((value) => cellOf(field, value))
  const rows = await db.query(
    scope,
    sql`select to_jsonb(e) as row from ${entriesAt(register, null)} e where e.zone = ${scope.zone} and e.removed is null
      and e.${column} = any(${cells}::${typeName(columnType(field)!)}[])`,
  )
  return new Set(rows.map(({ row }) => String(entryFrom(register, row as Rows[number]).values[field.key])))
}

/** Which standing entry in reach has each of these values of a field, by the value as text. */
export async function holdersOf(
  db: Database,
  scope: Scope,
  register: Register,
  field: Field,
  values: readonly string[],
): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const column = columnOf(field.key)
  const cells = values.map((value) => cellOf(field, value))
  const rows = await db.query(
    scope,
    sql`select to_jsonb(e) as row from ${entriesAt(register, null)} e where e.zone = ${scope.zone} and e.removed is null
      and e.${column} = any(${cells}::${typeName(columnType(field)!)}[])`,
  )
  const entries = rows.map(({ row }) => entryFrom(register, row as Rows[number]))
  return new Map(entries.map(({ id, values: own }) => [String(own[field.key]), id]))
}
