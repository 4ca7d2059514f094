// Entries of a register by what they are called: those with these ids and all that share a name with them, or all that go by
// these words. So a name in a cell leads to one entry only, or is told to be shared.

import type { Named } from '#domain/cell-names.ts'
import { maySee } from '#domain/entry-change.ts'
import type { Field, Register } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { columnOf, columnType, entriesAt } from '#store/registers.ts'
import { join, type Sql, sql } from '#store/sql.ts'

export type NameAsked = { ids: readonly string[]; words: readonly string[] }

export async function namedEntries(
  db: Database,
  scope: Scope,
  register: Register,
  { ids, words }: NameAsked,
  roles: readonly Role[],
  asOf: string | null,
): Promise<Named[]> {
  if (ids.length === 0 && words.length === 0) return []
  const naming = namingFields(register, roles).map(({ key }) => columnOf(key))
  const title = naming[0]!
  const from = sql`${entriesAt(register, asOf)} e where e.zone = ${scope.zone}`
  const named = (all: Sql) =>
    join(
      naming.map((column) => sql`e.${column} = any(${all})`),
      ' or ',
    )
  const listed = join(
    naming.map((column) => sql`e.${column}`),
    ', ',
  )
  const rows = await db.query(
    scope,
    sql`with titles as (
      select array(select e.${title} from ${from} and e.id = any(${ids}::uuid[])) || ${words}::text[] as words
    ) select e.id, array[${listed}] as words from ${from} and e.id = any(${ids}::uuid[])
      union all select e.id, array[${listed}] from titles, ${from} and e.removed is null
        and not e.id = any(${ids}::uuid[]) and (${named(sql`titles.words`)})`,
  )
  return rows.map(({ id, words }) => ({
    id: id as string,
    words: (words as (string | null)[]).filter((word) => word !== null),
  }))
}

/** The title first, then fields of which no two entries share the value. */
function namingFields({ definition }: Register, roles: readonly Role[]): Field[] {
  const { fields, title } = definition
  const unique = fields.filter(
    (field) => field.unique && !field.retired && columnType(field) === 'text' && maySee(field, roles),
  )
  return [...fields.filter(({ key }) => key === title), ...unique.filter(({ key }) => key !== title)]
}

/** Commitments with these ids or these numbers; a number leads to one only. */
export async function namedCommitments(
  db: Database,
  scope: Scope,
  { ids, words }: NameAsked,
  asOf: string | null,
): Promise<Named[]> {
  if (ids.length === 0 && words.length === 0) return []
  const rows = await db.query(
    scope,
    sql`select c.id, array[c.number] as words from ${rowsAt('commitment', asOf)} c
      where c.zone = ${scope.zone} and (c.id = any(${ids}::uuid[]) or c.number = any(${words}::text[]))`,
  )
  return rows as Named[]
}
