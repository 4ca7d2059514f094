// Registers at rest: their definitions, and how an entry lies in the table that was made from one (db/0006).

import { refuse } from '#base/refusal.ts'
import type { Entry } from '#domain/entry.ts'
import { decimalFrom, storedDigits, type Value } from '#domain/field-value.ts'
import { type Definition, type Field, type FieldType, isDerived, type Register } from '#domain/register.ts'
import { scaleOf } from '#domain/register-dictionary.ts'
import { inSightOf } from '#domain/sight.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { parseRow } from '#store/rows.ts'
import type { Around, Shelf } from '#store/save.ts'
import { type ColumnType, join, name, type Sql, sql } from '#store/sql.ts'

/** By code. A register is told by its id or its code. */
export async function listRegisters(db: Database, scope: Scope, asOf: string | null): Promise<Register[]> {
  const rows = await db.query(
    scope,
    sql`select ${bodyOf(asOf)} as body from ${rowsAt('register', asOf)} r where r.zone = ${scope.zone} order by r.code limit 2000`,
  )
  return rows.map(({ body }) => registerFrom(body))
}

/** With the registers that its roll-ups look at. */
export async function findRegister(db: Database, scope: Scope, code: string, asOf: string | null): Promise<Register> {
  return found(await db.query(scope, sql`${registerRows(scope, asOf)} and r.code = ${code}`), code)
}

export async function findRegisterById(db: Database, scope: Scope, id: string): Promise<Register> {
  return found(await db.query(scope, sql`${registerRows(scope, null)} and r.id = ${id}`), id)
}

function registerRows({ zone }: Scope, asOf: string | null): Sql {
  const rows = rowsAt('register', asOf)
  return sql`select ${bodyOf(asOf)} as body, (select jsonb_agg(o.told) from (select r.*, ${bodyOf(asOf)} as told from ${rows} r) o
      where o.zone = r.zone and o.id <> r.id and o.code in (
        select f -> 'rollup' ->> 'register' from jsonb_array_elements(r.body -> 'definition' -> 'fields') f)) as others
    from ${rows} r where r.zone = ${zone}`
}

/** Of an earlier moment with the definition of today beside it, which says who sees what. */
function bodyOf(asOf: string | null): Sql {
  return asOf === null
    ? sql`r.body`
    : sql`r.body || jsonb_build_object('today', (select n.body -> 'definition' from register n where n.zone = r.zone and n.id = r.id))`
}

function registerFrom(body: unknown): Register {
  const register = parseRow('register', body)
  const { today } = body as { today?: Definition }
  return today ? { ...register, definition: inSightOf(register.definition, today) } : register
}

function found(rows: Rows, id: string): Register {
  const row = rows[0] ?? refuse('not-found', { noun: 'register', id })
  const register = registerFrom(row.body)
  return row.others === null ? register : { ...register, others: (row.others as unknown[]).map(registerFrom) }
}

/** Names as db/0006 builds them. */
export function tableOf({ id, definition: { code } }: Register): string {
  return `entry_${code}_${id.replaceAll('-', '').slice(-12)}`
}

export const columnOf = (key: string): Sql => name(`f_${key}`)
export const rungColumn = (ladder: string): Sql => name(`rung_${ladder}`)

const types: Record<FieldType, ColumnType | null> = {
  text: 'text',
  'long-text': 'text',
  number: 'bigint',
  money: 'bigint',
  percent: 'bigint',
  date: 'date',
  month: 'date',
  'yes-no': 'boolean',
  choice: 'text',
  choices: 'text[]',
  unit: 'uuid',
  post: 'uuid',
  person: 'uuid',
  entry: 'uuid',
  commitment: 'uuid',
  place: 'jsonb',
  files: 'jsonb',
  'credit-code': 'text',
  industry: 'text',
  computed: null,
  rollup: null,
}

/** The type of a field's column; null where it has none. */
export const columnType = ({ type }: Pick<Field, 'type'>): ColumnType | null => types[type]

const derivedTypes = { number: 'numeric', text: 'text', date: 'date', boolean: 'boolean' } as const

/** The type of what is worked out (register-rules.ts); null where the field has a column. Numbers are decimals, not scaled. */
export function derivedType(field: Field): ColumnType | null {
  return isDerived(field) ? derivedTypes[field.gives] : null
}

export const cellType = (field: Field): ColumnType => (columnType(field) ?? derivedType(field))!

/** A value as its column holds it, as text or JSON. */
export function cellOf(field: Field, value: Value | undefined): unknown {
  if (value === undefined) return null
  if (columnType(field) === 'bigint') return storedDigits(value as string, scaleOf(field))
  return field.type === 'month' ? `${value as string}-01` : value
}

function valueFrom(field: Field, cell: unknown): Value {
  if (columnType(field) === 'bigint') return decimalFrom(cell as number, scaleOf(field))
  return field.type === 'month' ? (cell as string).slice(0, 7) : (cell as Value)
}

/** Stands in every entry's units, so that one comparison, with an index, is the whole of who sees it (db/0009). */
const everybody = '*'

const shelves = new WeakMap<Definition, Shelf>()

/** How entries of a register are saved (store/save.ts). */
export function shelfOf(register: Register): Shelf {
  const found = shelves.get(register.definition)
  if (found) return found
  const { fields, ladders } = register.definition
  const columns = [
    { name: 'definition', type: 'int' },
    { name: 'made_on', type: 'date' },
    { name: 'checkers', type: 'jsonb' },
    { name: 'removed', type: 'jsonb' },
    ...fields.flatMap((field) => {
      const type = columnType(field)
      return type === null ? [] : [{ name: `f_${field.key}`, type }]
    }),
    ...ladders.flatMap(({ key }) => [
      { name: `rung_${key}`, type: 'text' },
      { name: `since_${key}`, type: 'date' },
      { name: `reached_${key}`, type: 'jsonb' },
      { name: `left_${key}`, type: 'text' },
    ]),
  ] as Shelf['columns']
  const shelf = {
    table: tableOf(register),
    columns,
    cells: (row: unknown) => cellsOf(register.definition, row as Entry),
    reach: (units: string[]) => [everybody, ...units],
  }
  shelves.set(register.definition, shelf)
  return shelf
}

function cellsOf({ fields, ladders }: Definition, entry: Entry): Record<string, unknown> {
  const { definition, madeOn, checkers, removed, values, rungs } = entry
  const cells: Record<string, unknown> = { definition, made_on: madeOn, checkers, removed }
  for (const field of fields) cells[`f_${field.key}`] = cellOf(field, values[field.key])
  for (const { key } of ladders) {
    const at = rungs[key]
    cells[`rung_${key}`] = at?.rung ?? null
    cells[`since_${key}`] = at?.since ?? null
    cells[`reached_${key}`] = at?.reached ?? null
    cells[`left_${key}`] = at?.left ?? null
  }
  return cells
}

/** An entry from its row as PostgreSQL's to_jsonb writes it. */
export function entryFrom(
  { id: register, definition: { fields, ladders } }: Register,
  row: Record<string, unknown>,
): Entry {
  const values: Entry['values'] = {}
  for (const field of fields) {
    const cell = isDerived(field) ? null : row[`f_${field.key}`]
    if (cell !== null && cell !== undefined) values[field.key] = valueFrom(field, cell)
  }
  const rungs: Entry['rungs'] = {}
  for (const { key } of ladders) {
    const rung = row[`rung_${key}`] as string | null | undefined
    if (rung) {
      const [since, reached, left] = [row[`since_${key}`], row[`reached_${key}`], row[`left_${key}`]]
      rungs[key] = { rung, since: since as string, reached: reached as string[], left: left as string | null }
    }
  }
  return {
    id: row.id as string,
    version: row.version as number,
    register,
    definition: row.definition as number,
    madeOn: row.made_on as string,
    values,
    rungs,
    units: (row.units as string[]).filter((unit) => unit !== everybody),
    checkers: row.checkers as string[],
    removed: row.removed as Entry['removed'],
  }
}

/** Saving a definition makes or changes its table in the same statement. */
export function shaping(zone: string, { id, definition }: Register): Around {
  const shaped = JSON.stringify(definition)
  // Indexes of links and figures of rungs after the columns: a comma list is worked through from the left.
  const parts = ['shape_register', 'shape_links', 'keep_standing'].map(
    (part) => sql`${name(part)}(${zone}::text, ${id}::uuid, ${shaped}::jsonb)`,
  )
  return { before: sql`hold_register(${id}::uuid, ${definition.code}::text)`, after: join(parts, ', ') }
}

/** `from ${entriesAt(register, asOf)} e`: the entries as they stood; null is now. */
export function entriesAt(register: Register, asOf: string | null): Sql {
  const table = tableOf(register)
  if (asOf === null) return name(table)
  return sql`(select * from ${name(table)} where at <= ${asOf}::timestamptz
    union all select * from ${name(`${table}_past`)} where at <= ${asOf}::timestamptz and until > ${asOf}::timestamptz)`
}

/** Values of a field that more than one standing entry holds, the most frequent first. */
export async function repeatedValues(
  db: Database,
  scope: Scope,
  register: Register,
  field: Field,
  limit: number,
): Promise<Value[]> {
  const column = columnOf(field.key)
  const rows = await db.query(
    scope,
    sql`select to_jsonb(${column}) as cell from ${name(tableOf(register))} where zone = ${scope.zone} and removed is null
      and ${column} is not null group by ${column} having count(*) > 1 order by count(*) desc, ${column} limit ${limit}`,
  )
  return rows.map(({ cell }) => valueFrom(field, cell))
}
