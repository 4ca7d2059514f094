// Rules of a register as conditions of its SQL: names of the dictionary become columns of the row `e`.

import type { Definition, Field } from '#domain/register.ts'
import { scaleOf, sourceOf, today } from '#domain/register-dictionary.ts'
import { closureNames, type ToldPart, toldName, toldPartKeys, toldParts } from '#domain/told.ts'
import { type Column, compileRule } from '#rules/compile.ts'
import type { DictionaryEntry } from '#rules/dictionary.ts'
import type { Rule } from '#rules/rule.ts'
import { rowsAt } from '#store/as-of.ts'
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
  if ('told' in source) return { sql: `e."${toldColumn(source.told, source.part)}"`, scaled: toldScale(source.part) }
  const { field } = source
  return { sql: `e."f_${field.key}"`, scaled: columnType(field) === 'bigint' ? scaleOf(field) : null }
}

const toldColumn = ({ key }: Field, part: ToldPart): string => `t_${key}_${part}`
const toldScale = (part: ToldPart): number | null => (toldParts[part].type === 'number' ? 0 : null)

/** What domain/told.ts says of a commitment, of the row `c`. */
const toldSql: Record<ToldPart, Sql> = {
  percent: sql`c.percent::bigint`,
  closure: sql`case c.closure when 'open' then ${closureNames.open}::text when 'closed' then ${closureNames.closed}::text
    else ${closureNames.cancelled}::text end`,
  proofs: sql`(select count(distinct p) from jsonb_array_elements(c.body -> 'reports') r,
    jsonb_array_elements_text(r -> 'evidence') p where r ->> 'state' = 'accepted')`,
  due_on: sql`c.due_on`,
  closed_on: sql`day_of(c.body -> 'closed' ->> 'on')`,
}

/** For each commitment field that a rule asks about: its columns, and the join that they come from. */
function toldJoins({ fields }: Definition, names: ReadonlySet<string>, asOf: string | null) {
  return fields.flatMap((field) => {
    const asked = field.type === 'commitment' ? toldPartKeys.filter((part) => names.has(toldName(field, part))) : []
    if (asked.length === 0) return []
    const told = name(`told_${field.key}`)
    const parts = asked.map((part) => sql`${toldSql[part]} as ${name(toldColumn(field, part))}`)
    const from = sql`left join lateral (select ${join(parts, ', ')} from ${rowsAt('commitment', asOf)} c
      where c.zone = r.zone and c.id = r.${name(`f_${field.key}`)}) ${told} on true`
    return [{ columns: sql`${told}.*`, from }]
  })
}

/**
 * `from ${namedRows(…)} e`: the rows with what rules know beside the columns: the day, rungs by their names, and what
 * they ask of commitments.
 */
export function namedRows(
  definition: Definition,
  rules: readonly Rule[],
  rows: Sql,
  on: string,
  asOf: string | null,
): Sql {
  const names = new Set(rules.flatMap((rule) => rule.names))
  const more = definition.ladders
    .filter((ladder) => names.has(`${ladder.name}阶段`))
    .map(({ key, rungs }) => {
      const cases = rungs.map((rung) => sql`when ${rung.key}::text then ${rung.name}::text`)
      return sql`case r.${name(`rung_${key}`)} ${join(cases, ' ')} end as ${name(`name_${key}`)}`
    })
  if (names.has(today)) more.push(sql`${on}::date as today`)
  const told = toldJoins(definition, names, asOf)
  more.push(...told.map(({ columns }) => columns))
  if (more.length === 0) return rows
  const joined = told.map(({ from }) => from)
  return sql`(select r.*, ${join(more, ', ')} from ${rows} r ${joined.length > 0 ? join(joined, ' ') : sql``})`
}
