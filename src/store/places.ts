// Entries by where they lie: counted in a box with their rungs and stays, then one by one while they are few, or gathered in
// squares of ground. Every answer is bounded, whatever the register holds.

import type { Box } from '#domain/boundary.ts'
import type { Entry } from '#domain/entry.ts'
import type { Field, Ladder, Register } from '#domain/register.ts'
import type { StayState } from '#domain/stay.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { conditions, type Narrowing, rowsOf } from '#store/entries.ts'
import { columnOf, entryFrom } from '#store/registers.ts'
import { join, name, type Sql, sql } from '#store/sql.ts'

export type Ground = {
  register: Register
  asOf: string | null
  narrowing: Narrowing
  place: Field
  ladder: Ladder | null
  box: Box | null
}
export type StateCount = { rung: string | null; stay: StayState; count: number }
export type Counted = {
  count: number
  states: StateCount[]
  everywhere: number
  placeless: number
  around: Box | null
}
export type Gathered = { middle: [number, number]; box: Box; count: number; states: StateCount[] }
export type Placed = { entry: Entry; middle: [number, number]; rung: string | null; stay: StayState }

/** A side of a place's bounds (west, south, east, north); points are read at once, all else by bounds_of (db/0014). */
function side(column: Sql, place: 0 | 1 | 2 | 3): Sql {
  return sql`case when ${column} ->> 'type' = 'Point' then (${column} -> 'coordinates' ->> ${(place % 2) as number}::int)::float8
    else (bounds_of(${column}))[${place + 1}::int] end`
}

/** `from ${placesOf(…)} p`: id, the row, bounds x0 y0 x1 y1, rung and stay; x0 is null where there is no place. */
function placesOf(scope: Scope, { register, asOf, narrowing, place, ladder }: Ground): Sql {
  const column = sql`e.${columnOf(place.key)}`
  const rung = ladder ? sql`e.${name(`rung_${ladder.key}`)}` : sql`null::text`
  return sql`(select e.id, to_jsonb(e) as row, ${side(column, 0)} as x0, ${side(column, 1)} as y0, ${side(column, 2)} as x1,
      ${side(column, 3)} as y1, ${rung} as rung, ${stay(ladder, narrowing.on)} as stay
    from ${rowsOf(register, asOf, narrowing)} e where ${conditions(scope, register, narrowing)})`
}

function stay(ladder: Ladder | null, on: string): Sql {
  if (!ladder) return sql`'none'`
  const [rung, since, left] = ['rung', 'since', 'left'].map((part) => sql`e.${name(`${part}_${ladder.key}`)}`) as [
    Sql,
    Sql,
    Sql,
  ]
  const over = (days: 'usualDays' | 'stuckDays') => {
    const limits = ladder.rungs.filter((one) => one[days] !== null)
    if (limits.length === 0) return sql`false`
    const cases = limits.map((one) => sql`when ${one.key}::text then ${one[days]}::int`)
    return sql`${on}::date - ${since} > case ${rung} ${join(cases, ' ')} end`
  }
  return sql`case when ${rung} is null then 'none' when ${left} is not null then 'left' when ${over('stuckDays')} then 'stuck'
    when ${over('usualDays')} then 'late' else 'usual' end`
}

const within = (box: Box | null): Sql =>
  box
    ? sql`(x1 >= ${box[0]}::float8 and y1 >= ${box[1]}::float8 and x0 <= ${box[2]}::float8 and y0 <= ${box[3]}::float8)`
    : sql`x0 is not null`

export async function countPlaces(db: Database, scope: Scope, ground: Ground): Promise<Counted> {
  const rows = await db.query(
    scope,
    sql`select rung, stay, count(*) filter (where ${within(ground.box)}) as n, count(*) as all_n, count(*) filter (where x0 is null) as placeless,
        min(x0) as west, min(y0) as south, max(x1) as east, max(y1) as north
      from ${placesOf(scope, ground)} p group by rung, stay order by rung, stay`,
  )
  const sum = (column: string) => rows.reduce((total, row) => total + (row[column] as number), 0)
  const placed = rows.filter(({ west }) => west !== null) as Record<string, number>[]
  const edge = (column: string, of: (...all: number[]) => number) => of(...placed.map((row) => row[column]!))
  return {
    count: sum('n'),
    states: rows.flatMap((row) => ((row.n as number) > 0 ? [stateOf(row)] : [])),
    everywhere: sum('all_n'),
    placeless: sum('placeless'),
    around:
      placed.length > 0
        ? [edge('west', Math.min), edge('south', Math.min), edge('east', Math.max), edge('north', Math.max)]
        : null,
  }
}

const stateOf = ({ rung, stay, n }: Rows[number]): StateCount => ({
  rung: rung as string | null,
  stay: stay as StayState,
  count: n as number,
})

/** In the order in which they were added. */
export async function placesIn(db: Database, scope: Scope, ground: Ground, limit: number): Promise<Placed[]> {
  const rows = await db.query(
    scope,
    sql`select row, rung, stay, (x0 + x1) / 2 as x, (y0 + y1) / 2 as y from ${placesOf(scope, ground)} p
      where ${within(ground.box)} order by id limit ${limit}`,
  )
  return rows.map(({ row, rung, stay, x, y }) => ({
    entry: entryFrom(ground.register, row as Rows[number]),
    middle: [x as number, y as number],
    rung: rung as string | null,
    stay: stay as StayState,
  }))
}

/** By squares, `across` of them from west to east of the box; each lies where its entries lie on average. */
export async function gatherPlaces(
  db: Database,
  scope: Scope,
  ground: Ground,
  box: Box,
  across: number,
): Promise<Gathered[]> {
  const [west, south, east] = box
  const width = Math.max((east - west) / across, 1e-9)
  const square = (axis: 'x' | 'y', from: number) =>
    sql`floor((${axis === 'x' ? sql`x0 + x1` : sql`y0 + y1`}) / 2 / ${width}::float8 - ${from / width}::float8)`
  const rows = await db.query(
    scope,
    sql`select ${square('x', west)} as i, ${square('y', south)} as j, rung, stay, count(*) as n, sum(x0 + x1) / 2 as x, sum(y0 + y1) / 2 as y,
        min(x0) as west, min(y0) as south, max(x1) as east, max(y1) as north
      from ${placesOf(scope, ground)} p where ${within(ground.box)} group by 1, 2, 3, 4`,
  )
  const squares = Map.groupBy(rows, ({ i, j }) => `${i} ${j}`)
  return [...squares.values()].map((cells) => gathered(cells))
}

function gathered(cells: Rows): Gathered {
  const numbers = cells as Record<string, number>[]
  const sum = (column: string) => numbers.reduce((total, row) => total + row[column]!, 0)
  const all = (column: string) => numbers.map((row) => row[column]!)
  const count = sum('n')
  return {
    middle: [sum('x') / count, sum('y') / count],
    box: [Math.min(...all('west')), Math.min(...all('south')), Math.max(...all('east')), Math.max(...all('north'))],
    count,
    states: cells.map(stateOf),
  }
}
