// Rules of a register as conditions of its SQL: names of the dictionary become columns of the row `e`, and what is no column
// of the table (the day, rungs and units by their names, commitments, roll-ups, formulas) stands beside the columns.

import type { Field, Register } from '#domain/register.ts'
import { dictionaryOf, rungName, scaleOf, sourceOf, today } from '#domain/register-dictionary.ts'
import { type Rolling, rollingOf } from '#domain/rollup.ts'
import { checkRule } from '#rules/check.ts'
import { type Column, compileRule } from '#rules/compile.ts'
import type { DictionaryEntry } from '#rules/dictionary.ts'
import type { Rule } from '#rules/rule.ts'
import { rowsAt } from '#store/as-of.ts'
import { columnOf, columnType, derivedType, entriesAt } from '#store/registers.ts'
import { fromText, join, name, type Sql, sql, typeName } from '#store/sql.ts'
import { toldColumn, toldJoins, toldScale } from '#store/told-columns.ts'

/** True, false or null (待核) for each row of `e`, which must come from `namedRows` with this rule. */
export function ruleSql({ definition }: Register, rule: Rule): Sql {
  return fromText(compileRule(rule, (entry) => column(definition, entry)))
}

function column(definition: Register['definition'], entry: DictionaryEntry): Column {
  if (entry.name === today) return { sql: 'e."today"', scaled: null }
  const source = sourceOf(definition, entry)
  if (!source) throw new Error(`${entry.name} is no name of the register ${definition.code}`)
  if ('ladder' in source) {
    return { sql: source.part === 'since' ? `e."since_${source.ladder}"` : `e."name_${source.ladder}"`, scaled: null }
  }
  if ('told' in source) return { sql: `e."${toldColumn(source.told, source.part)}"`, scaled: toldScale(source.part) }
  const { field } = source
  if (field.type === 'unit') return { sql: `e."unit_${field.key}"`, scaled: null }
  return { sql: `e."f_${field.key}"`, scaled: columnType(field) === 'bigint' ? scaleOf(field) : null }
}

/** The day that conditions call 今日, and the moment as of which everything is read; null is now. */
export type When = { on: string; asOf: string | null }
/** What is asked of the rows: conditions, and fields that narrow, sort or are summed. */
export type Wanted = { rules?: readonly Rule[]; fields?: readonly Field[] }

/** `from ${namedRows(…)} e`: the rows with all that these rules and fields need beside the columns. */
export function namedRows(register: Register, { rules = [], fields = [] }: Wanted, when: When): Sql {
  const formulas = fields
    .filter(({ type }) => type === 'computed')
    .map((field) => ({ field, rule: formulaOf(register, field) }))
  const names = new Set([...rules, ...formulas.map(({ rule }) => rule)].flatMap((rule) => rule.names))
  const more = [
    ...besideNames(register, names, when),
    ...rollups(register, names, fields).map(
      (field) => sql`${rollupSql(rollingOf(register, field), field, when)} as ${columnOf(field.key)}`,
    ),
  ]
  const told = toldJoins(register.definition, names, when.asOf)
  more.push(...told.map(({ columns }) => columns))
  const rows = entriesAt(register, when.asOf)
  const joined =
    told.length > 0
      ? join(
          told.map(({ from }) => from),
          ' ',
        )
      : sql``
  const named = more.length === 0 ? rows : sql`(select r.*, ${join(more, ', ')} from ${rows} r ${joined})`
  if (formulas.length === 0) return named
  const made = formulas.map(
    ({ field, rule }) =>
      sql`(${ruleSql(register, rule)})::${typeName(derivedType(field)!)} ${ordered(field)} as ${columnOf(field.key)}`,
  )
  return sql`(select e.*, ${join(made, ', ')} from ${named} e)`
}

/** Texts by character code, as columns are. */
const ordered = (field: Field): Sql => (derivedType(field) === 'text' ? sql`collate "C"` : sql``)

function formulaOf({ definition, version }: Register, { key, rule: text, gives }: Field): Rule {
  const { rule } = checkRule(text!, dictionaryOf(definition, version), gives)
  if (!rule) throw new Error(`the formula of ${definition.code}.${key} cannot be read: ${text}`)
  return rule
}

function besideNames({ definition }: Register, names: ReadonlySet<string>, { on, asOf }: When): Sql[] {
  const rungs = definition.ladders
    .filter((ladder) => names.has(rungName(ladder.name)))
    .map(({ key, rungs: all }) => {
      const cases = all.map((rung) => sql`when ${rung.key}::text then ${rung.name}::text`)
      return sql`case r.${name(`rung_${key}`)} ${join(cases, ' ')} end as ${name(`name_${key}`)}`
    })
  const units = definition.fields
    .filter((field) => field.type === 'unit' && names.has(field.name))
    .map(({ key }) => sql`${unitSql(key, sql`r`, asOf)} as ${name(`unit_${key}`)}`)
  return [...rungs, ...units, ...(names.has(today) ? [sql`${on}::date as today`] : [])]
}

function rollups({ definition }: Register, names: ReadonlySet<string>, wanted: readonly Field[]): Field[] {
  return definition.fields.filter(
    (field) => field.type === 'rollup' && (names.has(field.name) || wanted.some(({ key }) => key === field.key)),
  )
}

/** The short name of the unit that a field of the row names. */
export function unitSql(key: string, row: Sql, asOf: string | null): Sql {
  return sql`(select u.body ->> 'shortName' from ${rowsAt('unit', asOf)} u where u.zone = ${row}.zone and u.id = ${row}.${columnOf(key)})`
}

/**
 * The figure of a roll-up for the row `r`, along the index of the other register's link (db/0017): a decimal number or a date.
 * One that leads nowhere is null.
 */
export function rollupSql(rolling: Rolling | null, field: Field, when: When): Sql {
  if (!rolling) return sql`null::${typeName(derivedType(field)!)}`
  const { other, via, rule } = rolling
  const held = rule ? sql`and (${ruleSql(other, rule)})` : sql``
  return sql`(select ${figure(rolling)} from ${namedRows(other, { rules: rule ? [rule] : [] }, when)} e
    where e.zone = r.zone and e.${columnOf(via.key)} = r.id and e.removed is null ${held})`
}

function figure({ field, over }: Rolling): Sql {
  const { take } = field.rollup!
  if (take === 'count' || !over) return sql`count(*)::numeric`
  const of = sql`e.${columnOf(over.key)}`
  if (field.gives === 'date') return take === 'min' ? sql`min(${of})` : sql`max(${of})`
  const scale = scaleOf(over)
  const unscaled = scale === 0 ? sql`` : sql`* ${`0.${'0'.repeat(scale - 1)}1`}::numeric`
  if (take === 'sum') return sql`coalesce(sum(${of}), 0)::numeric ${unscaled}`
  return take === 'min' ? sql`min(${of})::numeric ${unscaled}` : sql`max(${of})::numeric ${unscaled}`
}
