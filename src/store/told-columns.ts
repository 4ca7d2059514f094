// What conditions ask of the commitments that entries lead to (domain/told.ts), as columns beside those of a register.

import type { Definition, Field } from '#domain/register.ts'
import { closureNames, type ToldPart, toldName, toldPartKeys, toldParts } from '#domain/told.ts'
import { rowsAt } from '#store/as-of.ts'
import { join, name, type Sql, sql } from '#store/sql.ts'

export const toldColumn = ({ key }: Field, part: ToldPart): string => `t_${key}_${part}`
export const toldScale = (part: ToldPart): number | null => (toldParts[part].type === 'number' ? 0 : null)

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
export function toldJoins({ fields }: Definition, names: ReadonlySet<string>, asOf: string | null) {
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
