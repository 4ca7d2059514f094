// A query string to an entry's input: everything arrives as text or repeated keys; the entry's schema says what each
// field is meant to be. What does not fit is left as it came, for the schema to refuse in its own words.

import type { z } from 'zod'
import { Refused, refusal } from '#base/refusal.ts'

export type Query = Record<string, string | string[] | undefined>

/** Refuses names that the entry does not know: a mistyped filter must not show the whole table. */
export function decodeQuery(input: z.ZodObject, query: Query): Record<string, unknown> {
  const unknown = Object.keys(query).filter((name) => !Object.hasOwn(input.shape, name))
  if (unknown.length > 0) {
    const issues = unknown.map((name) => ({ path: name, message: 'unknown field' }))
    throw new Refused(refusal('bad-input', { issues }))
  }
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, decoded(input.shape[name], value)]))
}

function decoded(field: z.core.$ZodType | undefined, value: Query[string]): unknown {
  if (field === undefined || value === undefined) return value
  const { type, inner, element } = kindOf(field)
  if (inner) return decoded(inner, value)
  if (type === 'array') return [value].flat().map((one) => decoded(element, one))
  if (Array.isArray(value)) return value
  if (type === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

type Kind = { type: string; inner?: z.core.$ZodType; element?: z.core.$ZodType }

/** What Zod keeps about a schema: its kind, what an optional or a default is around, what an array is of. */
function kindOf(field: z.core.$ZodType): Kind {
  const { type, innerType, element } = field._zod.def as z.core.$ZodTypeDef &
    Record<string, z.core.$ZodType | undefined>
  return { type, ...(innerType && { inner: innerType }), ...(element && { element }) }
}
