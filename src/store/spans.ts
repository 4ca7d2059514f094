// The two days of a measured time, of every entry that matches: when it came to the first rung and when to the second, as
// reached.ts means it: the last coming up, unless a step back has taken it away.

import { type Climb, countedKinds } from '#domain/climb.ts'
import { type Ladder, ladderOf, type NetworkNode, type Register } from '#domain/register.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { conditions, type Narrowing, rowsOf } from '#store/entries.ts'
import { columnOf } from '#store/registers.ts'
import { type Sql, sql } from '#store/sql.ts'

export type Pair = { entry: string; title: string | null; limit: number | null; from: string; to: string | null }

/** Reads the steps on two rungs and the steps back. Those that have not begun are left out. */
export async function spanPairs(
  db: Database,
  scope: Scope,
  register: Register,
  asOf: string | null,
  narrowing: Narrowing,
  span: { from: NetworkNode; to: NetworkNode; limit: string | null },
): Promise<Pair[]> {
  const limit = span.limit === null ? sql`null::bigint` : sql`e.${columnOf(span.limit)}`
  const { definition } = register
  const rows = await db.query(
    scope,
    sql`with back as materialized (
          select c.entry, c.id, c.ladder, c.rung from ${rowsAt('climb', asOf)} c
          where c.zone = ${scope.zone} and c.register = ${register.id}::uuid and c.ladder = any(${[span.from.ladder, span.to.ladder]}::text[])
            and c.stands and c.kind = any(${goingBack}::text[])),
        began as materialized (${reached(scope, register, asOf, span.from)}),
        ended as materialized (${reached(scope, register, asOf, span.to)})
      select e.id as entry, e.${columnOf(definition.title)} as title, ${limit} as "limit",
        to_char(b.day, 'YYYY-MM-DD') as "from", to_char(d.day, 'YYYY-MM-DD') as "to"
      from began b join ${rowsOf(register, asOf, narrowing)} e on e.id = b.entry left join ended d on d.entry = b.entry
      where ${conditions(scope, register, narrowing)} order by e.id`,
  )
  return rows as Pair[]
}

/** Steps that can lead below a rung; there are few of them. */
const goingBack: readonly Climb['kind'][] = ['back', 'returned']

function reached(scope: Scope, register: Register, asOf: string | null, { ladder: key, rung }: NetworkNode): Sql {
  const { rungs } = ladderOf(register.definition, key) as Ladder
  const below = rungs
    .slice(
      0,
      rungs.findIndex((one) => one.key === rung),
    )
    .map((one) => one.key)
  return sql`select distinct on (c.entry) c.entry, c.happened_on as day from ${rowsAt('climb', asOf)} c
    where c.zone = ${scope.zone} and c.register = ${register.id}::uuid and c.ladder = ${key} and c.rung = ${rung} and c.stands
      and c.kind = any(${countedKinds}::text[])
      and not exists (select from back b where b.entry = c.entry and b.ladder = ${key} and b.id > c.id
        and b.rung = any(${below}::text[]))
    order by c.entry, c.id desc`
}
