// What is looked up beside entries that are shown or decided on: roll-ups, and units by the names that conditions know.

import type { Lookups } from '#domain/entry.ts'
import { type Field, isDerived, type Register } from '#domain/register.ts'
import { rulesOfRegister } from '#domain/register-rules.ts'
import type { Database, Scope } from '#store/database.ts'
import { rollUpTexts, unitSql, type When } from '#store/register-rules.ts'
import { entriesAt } from '#store/registers.ts'
import { join, type Sql, sql } from '#store/sql.ts'

/** The fields of which something is looked up beside an entry: roll-ups, and units where a rule of the register speaks of them. */
function lookupFields({ definition }: Register): readonly Field[] {
  const found = known.get(definition)
  if (found) return found
  const said = rulesOfRegister(definition).map(({ rule }) => rule)
  const isSaid = ({ name: word }: Field) => said.some((rule) => rule.includes(word))
  const fields = definition.fields.filter(
    (field) => !field.retired && (field.type === 'rollup' || (field.type === 'unit' && isSaid(field))),
  )
  known.set(definition, fields)
  return fields
}

const known = new WeakMap<Register['definition'], readonly Field[]>()

/** Of the row `r`: JSON of texts by field, as an entry has its `lookups`; null where the register looks nothing up. */
export function lookupsSql(register: Register, when: When): Sql {
  const fields = lookupFields(register)
  const units = fields
    .filter(({ type }) => type === 'unit')
    .map(({ key }) => sql`jsonb_build_object(${key}::text, ${unitSql(key, sql`r`, when.asOf)})`)
  const looked = [...rollUpTexts(register, fields, when), ...units]
  return looked.length === 0 ? sql`null::jsonb` : join(looked, ' || ')
}

/** A number that was worked out, as it is written: 12.50 is 12.5. */
export function lookupsFrom(register: Register, found: unknown): Lookups {
  const cells = (found ?? {}) as Record<string, string | null>
  const written = lookupFields(register).map(
    (field) => [field.key, writtenAs(field, cells[field.key] ?? null)] as const,
  )
  return Object.fromEntries(written)
}

function writtenAs(field: Field, cell: string | null): string | null {
  return cell !== null && isDerived(field) && field.gives === 'number' ? plainDecimal(cell) : cell
}

export const plainDecimal = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text

/** Of one entry, as the scope sees it. */
export async function findLookups(
  db: Database,
  scope: Scope,
  register: Register,
  id: string,
  when: When,
): Promise<Lookups> {
  if (lookupFields(register).length === 0) return {}
  const rows = await db.query(
    scope,
    sql`select ${lookupsSql(register, when)} as lookups from ${entriesAt(register, when.asOf)} r
      where r.zone = ${scope.zone} and r.id = ${id}`,
  )
  return lookupsFrom(register, rows[0]?.lookups)
}
