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
/**
 * What is asked of the rows: conditions, and fields that narrow, sort or are summed. `few`: of a small part of them, so that
 * roll-ups are looked up one by one along the index and not gathered for all.
 */
export type Wanted = { rules?: readonly Rule[]; fields?: readonly Field[]; few?: boolean }

/** `from ${namedRows(…)} e`: the rows with all that these rules and fields need beside the columns. */
export function namedRows(register: Register, { rules = [], fields = [], few = false }: Wanted, when: When): Sql {
  const formulas = fields
    .filter(({ type }) => type === 'computed')
    .map((field) => ({ field, rule: formulaOf(register, field) }))
  const names = new Set([...rules, ...formulas.map(({ rule }) => rule)].flatMap((rule) => rule.names))
  const rolled = rollUps(register, names, fields)
  const beside = [
    ...besideNames(register, names, when).map((column) => ({ columns: column, from: sql`` })),
    ...toldJoins(register.definition, names, when.asOf),
    ...gathered(register, rolled).map((group, place) => rollUpJoin(group, place, few, when)),
    ...rolled.filter((field) => !rollingOf(register, field)).map((field) => ({ columns: unknown(field), from: sql`` })),
  ]
  const rows = entriesAt(register, when.asOf)
  const [columns, joins] = [beside.map((one) => one.columns), beside.map(({ from }) => from)]
  const named =
    columns.length === 0 ? rows : sql`(select r.*, ${join(columns, ', ')} from ${rows} r ${join(joins, ' ')})`
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

function rollUps({ definition }: Register, names: ReadonlySet<string>, wanted: readonly Field[]): Field[] {
  return definition.fields.filter(
    (field) => field.type === 'rollup' && (names.has(field.name) || wanted.some(({ key }) => key === field.key)),
  )
}

/** The short name of the unit that a field of the row names. */
export function unitSql(key: string, row: Sql, asOf: string | null): Sql {
  return sql`(select u.body ->> 'shortName' from ${rowsAt('unit', asOf)} u where u.zone = ${row}.zone and u.id = ${row}.${columnOf(key)})`
}

/** Roll-ups along one link of one other register, which are taken in one go. */
type Gathered = { other: Register; via: Field; rollings: Rolling[] }

function gathered(register: Register, fields: readonly Field[]): Gathered[] {
  const groups = new Map<string, Gathered>()
  for (const field of fields) {
    const rolling = rollingOf(register, field)
    if (!rolling) continue
    const { other, via } = rolling
    const key = `${other.definition.code} ${via.key}`
    const group = groups.get(key) ?? { other, via, rollings: [] }
    group.rollings.push(rolling)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const rowsBehind = ({ other, rollings }: Gathered, when: When): Sql =>
  namedRows(other, { rules: rollings.flatMap(({ rule }) => rule ?? []) }, when)

/** What leads to the row `r`: along the index of the link (db/0016). */
const leadsHere = ({ via }: Gathered): Sql =>
  sql`e.zone = r.zone and e.${columnOf(via.key)} = r.id and e.removed is null`

/** The figures as columns beside `r`: of few rows one by one, of many by one pass through the other register. */
function rollUpJoin(group: Gathered, place: number, few: boolean, when: When): { columns: Sql; from: Sql } {
  const { via, rollings } = group
  const alias = name(`rolled_${place}`)
  const figures = join(
    rollings.map((rolling) => sql`${figure(rolling)} as ${columnOf(rolling.field.key)}`),
    ', ',
  )
  const link = sql`e.${columnOf(via.key)}`
  const from = few
    ? sql`left join lateral (select ${figures} from ${rowsBehind(group, when)} e where ${leadsHere(group)}) ${alias} on true`
    : sql`left join (select e.zone, ${link} as via, ${figures} from ${rowsBehind(group, when)} e
        where ${link} is not null and e.removed is null group by e.zone, ${link}) ${alias} on ${alias}.zone = r.zone and ${alias}.via = r.id`
  const columns = rollings.map(({ field: { key, rollup } }) => {
    const cell = sql`${alias}.${columnOf(key)}`
    const least = rollup!.take === 'count' || rollup!.take === 'sum' ? sql`coalesce(${cell}, 0)` : cell
    return sql`${least} as ${columnOf(key)}`
  })
  return { columns: join(columns, ', '), from }
}

/** A roll-up that leads nowhere. */
const unknown = (field: Field): Sql => sql`null::${typeName(derivedType(field)!)} as ${columnOf(field.key)}`

/** Of the row `r`: JSON objects of figures as texts; those that lead nowhere are left out. */
export function rollUpTexts(register: Register, fields: readonly Field[], when: When): Sql[] {
  return gathered(register, fields).map((group) => {
    const keys = group.rollings.map(({ field }) => field.key)
    const texts = join(
      group.rollings.map((rolling) => sql`(${figure(rolling)})::text`),
      ', ',
    )
    return sql`(select jsonb_object(${keys}::text[], array[${texts}]) from ${rowsBehind(group, when)} e where ${leadsHere(group)})`
  })
}

/** A decimal number or a date over the rows `e`. */
function figure({ field, over, rule, other }: Rolling): Sql {
  const { take } = field.rollup!
  const held = rule ? sql`filter (where ${ruleSql(other, rule)})` : sql``
  if (take === 'count' || !over) return sql`(count(*) ${held})::numeric`
  const of = sql`e.${columnOf(over.key)}`
  const taken = { sum: sql`sum(${of})`, min: sql`min(${of})`, max: sql`max(${of})` }[take]
  if (field.gives === 'date') return sql`${taken} ${held}`
  const number = take === 'sum' ? sql`coalesce(${taken} ${held}, 0)` : sql`(${taken} ${held})`
  const scale = scaleOf(over)
  return scale === 0 ? sql`${number}::numeric` : sql`${number}::numeric * ${`0.${'0'.repeat(scale - 1)}1`}::numeric`
}
