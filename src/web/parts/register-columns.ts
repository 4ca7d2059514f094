// Which columns the table of a register has: the title first, where entries stand on each ladder, then the fields that the
// view or the reader names. Only what this person may see.

import {
  type Definition,
  type Field,
  type FieldType,
  isDerived,
  type Ladder,
  type RegisterView,
} from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { sees } from '#web/parts/field-rights.ts'

/** The key of a ladder's column is `@main`. */
export type RegisterColumn =
  | { key: string; name: string; is: 'field'; field: Field }
  | { key: string; name: string; is: 'ladder'; ladder: Ladder }

/** Every column that there could be for this person, in the order of the definition; retired fields are at the end. */
export function possibleColumns(definition: Definition, roles: readonly Role[]): RegisterColumn[] {
  const { fields, ladders, title } = definition
  const seen = fields.filter((field) => sees(field, roles))
  const first = seen.filter(({ key }) => key === title)
  const others = seen.filter(({ key }) => key !== title).toSorted((a, b) => Number(a.retired) - Number(b.retired))
  return [
    ...first.map(fieldColumn),
    ...ladders.map((ladder): RegisterColumn => ({ key: `@${ladder.key}`, name: ladder.name, is: 'ladder', ladder })),
    ...others.map(fieldColumn),
  ]
}

const fieldColumn = (field: Field): RegisterColumn => ({ key: field.key, name: field.name, is: 'field', field })

/** `chosen` null: as the view says; without a view all that is not retired. */
export function shownColumns(
  definition: Definition,
  view: RegisterView | null,
  chosen: readonly string[] | null,
  roles: readonly Role[],
): RegisterColumn[] {
  const all = possibleColumns(definition, roles)
  const wanted = chosen ?? (view ? wantedBy(view, definition) : null)
  if (wanted === null) return all.filter((column) => column.is === 'ladder' || !column.field.retired)
  const named = wanted.flatMap((key) => all.find((column) => column.key === key) ?? [])
  const title = all.filter(({ key }) => key === definition.title)
  return [...title, ...named.filter(({ key }) => key !== definition.title)]
}

/** A view names fields only; its ladder stands beside the title. */
function wantedBy({ fields, ladder }: RegisterView, { ladders }: Definition): string[] {
  return [...(ladder === null ? ladders.map(({ key }) => key) : [ladder]).map((key) => `@${key}`), ...fields]
}

const derivedKinds = { number: 'number', text: 'text', date: 'date', boolean: 'yes-no' } as const

/** What is worked out is sorted, narrowed and set like a field of the kind that it gives. */
export function kindOf(field: Field): FieldType {
  return isDerived(field) ? derivedKinds[field.gives] : field.type
}
