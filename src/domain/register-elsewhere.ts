// What a change of one register does to roll-ups of the others: those that speak of a field by its old name, or take one that
// is retired, are unknown (待核) from then on. Told before it is saved; nobody changes another register by the way.

import type { Definition, Register } from '#domain/register.ts'
import { astrayOf } from '#domain/rollup.ts'

/** By the names of the other register and of its roll-up; those that are astray already are not told again. */
export function strayedBy(
  before: Definition,
  after: Definition,
  there: readonly Register[],
): { register: string; field: string }[] {
  const others = there.filter(({ definition }) => definition.code !== before.code)
  const among = (definition: Definition) => [...others, { id: '', version: 1, definition: { ...definition } }]
  return others.flatMap(({ definition }) => {
    const already = new Set(astrayOf(definition, among(before)).map(({ key }) => key))
    const strayed = astrayOf(definition, among(after)).filter(({ key }) => !already.has(key))
    const nameOf = (key: string) => definition.fields.find((field) => field.key === key)?.name ?? key
    return strayed.map(({ key }) => ({ register: definition.name, field: nameOf(key) }))
  })
}
