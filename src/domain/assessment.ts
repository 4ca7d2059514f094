// Entries of a register as subjects of a rule set: a fact of the set's dictionary is the field of the same name, in the unit
// that the dictionary says (元 to 万元 or 亿元, percent to a share). What has no field, or one out of sight, is not known.

import type { Entry } from '#domain/entry.ts'
import type { Field } from '#domain/register.ts'
import { scaleOf } from '#domain/register-dictionary.ts'
import type { Dictionary, DictionaryEntry } from '#rules/dictionary.ts'
import { decimalOf, over, parseExact, powerOfTen } from '#rules/exact.ts'
import type { Facts } from '#rules/facts.ts'

/** The day as of which a set is asked; every dictionary of titles has it. */
export const basisDay = '政策基准日'

/** By how many decimal places a number moves from the field's unit to the dictionary's. */
const moves: Record<string, number> = { '元→元': 0, '元→万元': 4, '元→亿元': 8, '%→%': 0, '%→': 2 }

export type Source = { field: Field; moved: number }

/** Null where the register has no field for it, or one in a unit that cannot be turned into the dictionary's. */
export function sourceOf(fields: readonly Field[], { name, type, unit }: DictionaryEntry): Source | null {
  const field = fields.find((one) => one.name === name && !one.retired)
  if (!field) return null
  if (type !== 'number') return types[field.type] === type ? { field, moved: 0 } : null
  const own = field.type === 'money' ? '元' : field.type === 'percent' ? '%' : field.unit
  const moved = moves[`${own ?? ''}→${unit ?? ''}`] ?? ((own ?? '') === (unit ?? '') ? 0 : undefined)
  return numbers.includes(field.type) && moved !== undefined ? { field, moved } : null
}

const numbers: readonly Field['type'][] = ['number', 'money', 'percent']
const types: Partial<Record<Field['type'], DictionaryEntry['type']>> = {
  text: 'text',
  choice: 'text',
  date: 'date',
  'yes-no': 'boolean',
}

/** Facts about one entry, as of a day. `fields`: those the asker may see. */
export function assessmentFacts(
  fields: readonly Field[],
  dictionary: Dictionary,
  { values }: Pick<Entry, 'values'>,
  on: string,
): Facts {
  const known = dictionary.entries.flatMap((entry): [string, string | boolean][] => {
    if (entry.name === basisDay) return [[basisDay, on]]
    const source = sourceOf(fields, entry)
    const value = source && values[source.field.key]
    if (!source || value === undefined || value === null || typeof value === 'object') return []
    return [[entry.name, source.moved === 0 ? value : moved(String(value), source.moved)]]
  })
  return Object.fromEntries(known)
}

function moved(decimal: string, places: number): string {
  return decimalOf(over(parseExact(decimal)!, powerOfTen(places))!)
}

/** Decimal places of the stored whole number, seen in the dictionary's unit. */
export const scaleSeen = ({ field, moved }: Source): number => scaleOf(field) + moved
