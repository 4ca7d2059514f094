// All entries of a register against a rule set, in one statement: the set as SQL (rules/rule-set-sql.ts) over the register's
// columns. Counts cost by the register, the page by what is shown after them.

import { basisDay, scaleSeen, sourceOf } from '#domain/assessment.ts'
import type { Field, Register } from '#domain/register.ts'
import type { Column } from '#rules/compile.ts'
import type { Dictionary, DictionaryEntry } from '#rules/dictionary.ts'
import type { RuleSet } from '#rules/rule-set.ts'
import { ruleSetSql } from '#rules/rule-set-sql.ts'
import type { Database, Scope } from '#store/database.ts'
import { columnOf, columnType, entriesAt } from '#store/registers.ts'
import { fromText, type Sql, sql } from '#store/sql.ts'

export type Subject = {
  register: Register
  /** Those the asker may see: what a set looks at beyond them is not known. */
  fields: readonly Field[]
  set: RuleSet
  dictionary: Dictionary
  on: string
  asOf: string | null
}
type Outcome = 'eligible' | 'not-eligible' | 'unknown'
export type Standing = Outcome | 'one-short'
export type Assessed = { id: string; title: string | null; outcome: Outcome; missing: string[]; oneShort: string[] }

/** `rows` has one more than `limit` where the page is not the last. `one-short` is counted among `not-eligible` too. */
export async function assessAll(
  db: Database,
  scope: Scope,
  subject: Subject,
  { standing, after, limit }: { standing: Standing | null; after: string | null; limit: number },
): Promise<{ counts: Record<Standing, number>; rows: Assessed[] }> {
  const judged = judgedSql(scope, subject)
  const wanted = standing === null ? sql`true` : conditions[standing]
  const beyond = after === null ? sql`true` : sql`j.subject > ${after}::uuid`
  const [counts, rows] = await Promise.all([
    db.query(
      scope,
      sql`select count(*) filter (where outcome) as eligible, count(*) filter (where not outcome) as "not-eligible",
          count(*) filter (where outcome is null) as unknown,
          count(*) filter (where ${conditions['one-short']}) as "one-short" from (${judged}) j`,
    ),
    db.query(
      scope,
      sql`select j.subject as id, e.${columnOf(subject.register.definition.title)} as title,
          case when j.outcome then 'eligible' when j.outcome is null then 'unknown' else 'not-eligible' end as outcome,
          to_jsonb(j.missing) as missing, to_jsonb(j.one_short) as "oneShort"
        from (${judged}) j join ${entriesAt(subject.register, subject.asOf)} e on e.zone = ${scope.zone} and e.id = j.subject
        where ${wanted} and ${beyond} order by j.subject limit ${limit + 1}`,
    ),
  ])
  return { counts: counts[0] as Record<Standing, number>, rows: rows as Assessed[] }
}

const conditions: Record<Standing, Sql> = {
  eligible: sql`j.outcome`,
  'not-eligible': sql`not j.outcome`,
  unknown: sql`j.outcome is null`,
  'one-short': sql`cardinality(j.one_short) > 0`,
}

/** Beside the register's columns: the day asked for, and an empty one of each type for what the register does not keep. */
function judgedSql(scope: Scope, { register, fields, set, dictionary, on, asOf }: Subject): Sql {
  const rows = sql`select e.*, ${on}::date as basis_day, null::numeric as no_number, null::boolean as no_boolean,
      null::date as no_date, null::text as no_text
    from ${entriesAt(register, asOf)} e where e.zone = ${scope.zone} and e.removed is null`
  const columnOf = (entry: DictionaryEntry) => columnFor(fields, entry)
  const text = ruleSetSql(set, dictionary, { from: 'subjects e', key: 'e."id"', columnOf })
  return sql`with subjects as not materialized (${rows}) ${fromText(text)}`
}

function columnFor(fields: readonly Field[], entry: DictionaryEntry): Column {
  if (entry.name === basisDay) return { sql: 'e."basis_day"', scaled: null }
  const source = sourceOf(fields, entry)
  if (!source) return { sql: `e."no_${entry.type}"`, scaled: null }
  const { field } = source
  return { sql: `e."f_${field.key}"`, scaled: columnType(field) === 'bigint' ? scaleSeen(source) : null }
}
