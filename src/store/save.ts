// Saving an act, in one statement: every row replaced only if its version is still the one decided on, the old row kept
// in its _past twin, the events appended to the journal under the next numbers. All or nothing.

import { type Database, refuseStale, type Scope } from '#store/database.ts'
import type { AnyRow, Noun } from '#store/nouns.ts'
import { unitsOfRow } from '#store/nouns.ts'
import { join, name, prepared, type Sql, sql } from '#store/sql.ts'

/** A row after its events; `before` is the version decided on, 0 for a new row. */
export type Changed = { noun: Noun; before: number; row: AnyRow; events: readonly { kind: string }[] }

export type Act = { name: string; actor: string; post: string | null; on: string; at: string }

/** Refuses with 'stale', naming the first row, when any row is no longer as it was decided on. */
export async function save(db: Database, scope: Scope, act: Act, changed: readonly Changed[]): Promise<void> {
  const first = changed[0]
  if (!first) return
  try {
    await db.query(scope, statement(scope.zone, act, changed))
  } catch (error) {
    refuseStale(error, first.noun, first.row.id)
  }
}

function statement(zone: string, act: Act, changed: readonly Changed[]): Sql {
  const nouns = [...new Set(changed.map((change) => change.noun))].toSorted()
  const events = changed.flatMap(eventLines)
  const query = sql`
    with head as (
      update journal_head set seq = seq + ${events.length}::int, at = greatest(at, ${act.at}::timestamptz)
      where zone = ${zone} returning seq - ${events.length}::int as last, at
    ), ${join(
      nouns.map((noun) => replacing(zone, noun, changed)),
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
    select expect_rows((select count(*) from recorded) + ${join(nouns.map(countOf), ' + ')}, ${events.length + changed.length}::int)`
  return prepared(`save ${nouns.join(' ')}`, query)
}

function replacing(zone: string, noun: Noun, changed: readonly Changed[]): Sql {
  const rows = changed
    .filter((change) => change.noun === noun)
    .map(({ before, row }) => ({
      before,
      id: row.id,
      version: row.version,
      body: row,
      units: unitsOfRow(noun, row),
    }))
  const [input, kept, replaced, made] = ['input_', 'kept_', 'replaced_', 'made_'].map((part) => name(part + noun)) as [
    Sql,
    Sql,
    Sql,
    Sql,
  ]
  return sql`${input} as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as i (before int, id uuid, version int, body jsonb, units text[])
    ), ${kept} as (
      insert into ${name(`${noun}_past`)} (zone, id, version, at, until, body, units)
      select t.zone, t.id, t.version, t.at, head.at, t.body, t.units
      from head, ${input} i join ${name(noun)} t on t.zone = ${zone} and t.id = i.id and t.version = i.before
    ), ${replaced} as (
      update ${name(noun)} t set version = i.version, at = head.at, body = i.body, units = i.units
      from head, ${input} i where t.zone = ${zone} and t.id = i.id and t.version = i.before and i.before > 0
      returning 1
    ), ${made} as (
      insert into ${name(noun)} (zone, id, version, at, body, units)
      select ${zone}, i.id, i.version, head.at, i.body, i.units from head, ${input} i where i.before = 0
      on conflict do nothing returning 1
    )`
}

function countOf(noun: Noun): Sql {
  return sql`(select count(*) from ${name(`replaced_${noun}`)}) + (select count(*) from ${name(`made_${noun}`)})`
}

function eventLines({ noun, before, row, events }: Changed) {
  const units = unitsOfRow(noun, row)
  return events.map((data, i) => ({ noun, id: row.id, version: before + i + 1, data, units }))
}
