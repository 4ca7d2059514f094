// Saving an act, in one statement: every row replaced only if its version is still the one decided on, the old row kept
// in its _past twin, the events appended to the journal under the next numbers. All or nothing.

import { type Database, refuseStale, type Scope } from '#store/database.ts'
import { type AnyRow, type Noun, unitsOfRow } from '#store/nouns.ts'
import { type ColumnType, join, name, prepared, type Sql, sql, typeName } from '#store/sql.ts'

/** How the rows of one table lie in its columns, beside zone, id, version, at, until and units. */
export type Shelf = {
  table: string
  columns: readonly { name: string; type: ColumnType }[]
  /** By column; what is left out is null. */
  cells(row: Stored): Record<string, unknown>
  /** What stands in the column `units`, where it is more than the row's own units. */
  reach?(units: string[]): string[]
}

type Stored = { id: string; version: number }

/** A row after its events; `before` is the version decided on, 0 for a new row. */
export type Changed = { before: number; events: readonly { kind: string }[] } & (
  | { noun: Noun; row: AnyRow; shelf?: undefined }
  | { noun: 'entry'; row: Stored & { units: string[] }; shelf: Shelf }
)

/** What else the statement does: `before` is true when it may go on, `after` runs when all is saved. */
export type Around = { before: Sql; after: Sql }

export type Act = { name: string; actor: string; post: string | null; on: string; at: string }

/** Refuses with 'stale', naming the first row, when any row is no longer as it was decided on. */
export async function save(
  db: Database,
  scope: Scope,
  act: Act,
  changed: readonly Changed[],
  around?: Around,
): Promise<void> {
  const first = changed[0]
  if (!first) return
  try {
    await db.query(scope, statement(scope.zone, act, changed, around))
  } catch (error) {
    refuseStale(error, first.noun, first.row.id)
  }
}

function statement(zone: string, act: Act, changed: readonly Changed[], around: Around | undefined): Sql {
  const shelves = shelvesOf(changed)
  const events = changed.flatMap(eventLines)
  const mayGoOn = around ? sql`and (select ${around.before})` : sql``
  const saved = sql`expect_rows((select count(*) from recorded) + ${join(
    shelves.map((shelf) => countOf(shelf, changed)),
    ' + ',
  )}, ${events.length + changed.length}::int)`
  const query = sql`
    with head as (
      update journal_head set seq = seq + ${events.length}::int, at = greatest(at, ${act.at}::timestamptz)
      where zone = ${zone} ${mayGoOn} returning seq - ${events.length}::int as last, at
    ), ${join(
      shelves.map((shelf) => replacing(zone, shelf, changed)),
      ', ',
    )},
    recorded as (
      insert into journal (zone, seq, at, happened_on, actor, post, act, noun, id, version, data, units)
      select ${zone}, head.last + e.n, head.at, ${act.on}, ${act.actor}::uuid, ${act.post}::uuid, ${act.name},
        e.noun, e.id, e.version, e.data, e.units
      from head, rows from (jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as (noun text, id uuid, version int, data jsonb, units text[])) with ordinality as e (noun, id, version, data, units, n)
      returning 1
    )
    ${around ? sql`select ${around.after} from (select ${saved} as rows offset 0) s where rows > 0` : sql`select ${saved}`}`
  // The text of a statement on a register changes with its definition, and so it cannot keep a name.
  const changes = around !== undefined || changed.some(({ shelf }) => shelf)
  if (changes) return query
  const parts = shelves.map((shelf) => {
    const { old, fresh } = kindsOf(shelf, changed)
    return `${shelf.table}${old ? '~' : ''}${fresh ? '+' : ''}`
  })
  return prepared(`save ${parts.join(' ')}`, query)
}

const body = [{ name: 'body', type: 'jsonb' }] as const

function shelvesOf(changed: readonly Changed[]): Shelf[] {
  const shelves = new Map<string, Shelf>()
  for (const { noun, shelf } of changed) {
    const own = shelf ?? { table: noun, columns: body, cells: (row) => ({ body: row }) }
    if (!shelves.has(own.table)) shelves.set(own.table, own)
  }
  return [...shelves.values()].toSorted((a, b) => (a.table < b.table ? -1 : 1))
}

const lies = ({ noun, shelf }: Changed, { table }: Shelf): boolean => (shelf?.table ?? noun) === table

function replacing(zone: string, shelf: Shelf, changed: readonly Changed[]): Sql {
  const { table, columns } = shelf
  const rows = changed
    .filter((change) => lies(change, shelf))
    .map((change) => ({
      before: change.before,
      id: change.row.id,
      version: change.row.version,
      units: reachOf(shelf, unitsOf(change)),
      ...shelf.cells(change.row),
    }))
  const part = (prefix: string) => name(`${prefix}_${table}`)
  const each = (write: (column: Sql) => Sql) =>
    join(
      columns.map((column) => write(name(column.name))),
      ', ',
    )
  const typed = join(
    columns.map((column) => sql`${name(column.name)} ${typeName(column.type)}`),
    ', ',
  )
  // The table is named before its twin: all who lock both take them in this order (db/0006, hold_register).
  const input = sql`${part('input')} as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as i (before int, id uuid, version int, units text[], ${typed})
    )`
  const replaced = sql`, ${part('replaced')} as (
      update ${name(table)} t set version = i.version, at = head.at, units = i.units, ${each((column) => sql`${column} = i.${column}`)}
      from head, ${part('input')} i where t.zone = ${zone} and t.id = i.id and t.version = i.before and i.before > 0
      returning 1
    ), ${part('kept')} as (
      insert into ${name(`${table}_past`)} (zone, id, version, at, until, units, ${each((column) => column)})
      select t.zone, t.id, t.version, t.at, head.at, t.units, ${each((column) => sql`t.${column}`)}
      from head, ${part('input')} i join ${name(table)} t on t.zone = ${zone} and t.id = i.id and t.version = i.before
    )`
  const made = sql`, ${part('made')} as (
      insert into ${name(table)} (zone, id, version, at, units, ${each((column) => column)})
      select ${zone}, i.id, i.version, head.at, i.units, ${each((column) => sql`i.${column}`)}
      from head, ${part('input')} i where i.before = 0
      on conflict ${shelf.columns === body ? sql`` : sql`(zone, id)`} do nothing returning 1
    )`
  // Each half only where there is work for it: thousands of new rows need not be looked for among the old ones.
  const { old, fresh } = kindsOf(shelf, changed)
  return sql`${input}${old ? replaced : sql``}${fresh ? made : sql``}`
}

/** Whether rows of this table are replaced, and whether new ones are made. */
function kindsOf(shelf: Shelf, changed: readonly Changed[]): { old: boolean; fresh: boolean } {
  const here = changed.filter((change) => lies(change, shelf))
  return { old: here.some(({ before }) => before > 0), fresh: here.some(({ before }) => before === 0) }
}

function countOf(shelf: Shelf, changed: readonly Changed[]): Sql {
  const { old, fresh } = kindsOf(shelf, changed)
  const counts = [old ? `replaced_${shelf.table}` : null, fresh ? `made_${shelf.table}` : null].filter(
    (part) => part !== null,
  )
  return join(
    counts.map((part) => sql`(select count(*) from ${name(part)})`),
    ' + ',
  )
}

function reachOf({ reach }: Shelf, units: string[] | null): string[] | null {
  return units && reach ? reach(units) : units
}

function unitsOf(change: Changed): string[] | null {
  return change.noun === 'entry' ? change.row.units : unitsOfRow(change.noun, change.row)
}

function eventLines(change: Changed) {
  const { noun, before, row, events } = change
  const units = unitsOf(change)
  return events.map((data, i) => ({ noun, id: row.id, version: before + i + 1, data, units }))
}
