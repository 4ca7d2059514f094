// Which fields of a register are out of somebody's sight: by what they say themselves, or by what they are worked out from.

import { maySee } from '#domain/entry-change.ts'
import type { Definition, Field, Register } from '#domain/register.ts'
import { dictionaryOf, sourceOf } from '#domain/register-dictionary.ts'
import type { Role } from '#domain/role.ts'
import { rollingOf } from '#domain/rollup.ts'
import { checkRule } from '#rules/check.ts'

/** Keys of the fields. */
export function hiddenFrom(register: Register, roles: readonly Role[]): ReadonlySet<string> {
  const { fields } = register.definition
  const plain = fields.filter((field) => !maySee(field, roles) || rollsHidden(register, field, roles))
  const formulas =
    plain.length > 0 ? fields.filter((field) => field.rule !== null && looksAt(register, field, plain)) : []
  return new Set([...plain, ...formulas].map(({ key }) => key))
}

/** A definition of an earlier day, for reading what stood then: who sees a field is said by the definition of today. */
export function inSightOf(then: Definition, today: Pick<Definition, 'fields'>): Definition {
  const now = new Map(today.fields.map(({ key, seenBy }) => [key, seenBy]))
  const seenBy = ({ key, seenBy: before }: Field) => (now.has(key) ? (now.get(key) ?? null) : before)
  return { ...then, fields: then.fields.map((field) => ({ ...field, seenBy: seenBy(field) })) }
}

export function seenFields(register: Register, roles: readonly Role[]): Field[] {
  const hidden = hiddenFrom(register, roles)
  return register.definition.fields.filter(({ key }) => !hidden.has(key))
}

/** The fields behind names of the dictionary. */
export function fieldsIn({ definition }: Register, names: readonly string[]): Field[] {
  return names.flatMap((name) => {
    const source = sourceOf(definition, { name })
    if (source === null || 'ladder' in source) return []
    return 'told' in source ? source.told : source.field
  })
}

function rollsHidden(register: Register, field: Field, roles: readonly Role[]): boolean {
  const rolling = field.rollup && rollingOf(register, field)
  if (!rolling) return false
  const { other, via, over, rule } = rolling
  const looked = [via, ...(over ? [over] : []), ...fieldsIn(other, rule?.names ?? [])]
  return looked.some((one) => !maySee(one, roles))
}

/** A formula that cannot be read shows nothing. */
function looksAt(register: Register, { rule: text, gives }: Field, hidden: readonly Field[]): boolean {
  const { rule } = checkRule(text!, dictionaryOf(register.definition, register.version), gives)
  return rule === undefined || fieldsIn(register, rule.names).some((field) => hidden.includes(field))
}
