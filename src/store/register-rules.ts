// Rules of a register as conditions of its SQL: names of the dictionary become columns of the row `e`.

import type { Definition } from '#domain/register.ts'
import { scaleOf, sourceOf, today } from '#domain/register-dictionary.ts'
import { type Column, compileRule } from '#rules/compile.ts'
import type { DictionaryEntry } from '#rules/dictionary.ts'
import type { Rule } from '#rules/rule.ts'
import { columnType } from '#store/registers.ts'
import { fromText, join, name, type Sql, sql } from '#store/sql.ts'

/** True, false or null (待核) for each row of `e`, which must come from `namedRows` with this rule. */
export function ruleSql(definition: Definition, rule: Rule): Sql {
  return fromText(compileRule(rule, (entry) => column(definition, entry)))
}

function column(definition: Definition, entry: DictionaryEntry): Column {
  if (entry.name === today) return { sql: 'e."today"', scaled: null }
  const source = sourceOf(definition, entry)
  if (!source) throw new Error(`${entry.name} is no name of the register ${definition.code}`)
  if ('ladder' in source) {
    return { sql: source.part === 'since' ? `e."since_${source.ladder}"` : `e."name_${source.ladder}"`, scaled: null }
  }
  const { field } = source
  return { sql: `e."f_${field.key}"`, scaled: columnType(field) === 'bigint' ? scaleOf(field) : null }
}

/** `from ${namedRows(…)} e`: the rows with what rules know beside the columns: the day, and rungs by their names. */
export function namedRows(definition: Definition, rules: readonly Rule[], rows: Sql, on: string): Sql {
  const names = new Set(rules.flatMap((rule) => rule.names))
  const more = definition.ladders
    .filter((ladder) => names.has(`${ladder.name}阶段`))
    .map(({ key, rungs }) => {
      const cases = rungs.map((rung) => sql`when ${rung.key}::text then ${rung.name}::text`)
      return sql`case r.${name(`rung_${key}`)} ${join(cases, ' ')} end as ${name(`name_${key}`)}`
    })
  if (names.has(today)) more.push(sql`${on}::date as today`)
  return more.length === 0 ? rows : sql`(select r.*, ${join(more, ', ')} from ${rows} r)`
}
