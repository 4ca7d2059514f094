// A value of a register's field in words, as an officer would write it: money in 万元 or 亿元, units by their short names,
// 是 and 否, entries elsewhere by their titles.

import type { z } from 'zod'
import type { Place, Value } from '#domain/field-value.ts'
import type { Field } from '#domain/register.ts'
import type { AllWords, Language } from '#web/language.ts'
import { showNumber, showQuantity } from '#web/words/amount.ts'

/** What ids are called; undefined while that is being asked for. */
export type Naming = {
  words: AllWords
  language: Language
  unit: (id: string) => string | undefined
  post: (id: string) => string | undefined
  person: (id: string) => string | undefined
  /** The title of an entry in another register. */
  title: (register: string, id: string) => string | undefined
  /** The number of a commitment and where it stands. */
  commitment: (id: string) => string | undefined
}

/** `value` undefined is empty. Numbers are decimal strings. */
export function textOfValue(field: Field, value: Value | null | undefined, naming: Naming): string {
  if (value === undefined || value === null) return ''
  const { words, language } = naming
  switch (field.type) {
    case 'money':
      return showQuantity(Number(value), '元', language)
    case 'number':
      return showQuantity(Number(value), field.unit, language)
    case 'percent':
      return `${showNumber(Number(value), language)}%`
    case 'yes-no':
      return words.registers.yesNo[value ? 'yes' : 'no']
    case 'choices':
      return (value as string[]).join(words.shell.listMark)
    case 'unit':
      return naming.unit(value as string) ?? ''
    case 'post':
      return naming.post(value as string) ?? ''
    case 'person':
      return naming.person(value as string) ?? ''
    case 'entry':
      return naming.title(field.of!, value as string) ?? ''
    case 'commitment':
      return naming.commitment(value as string) ?? ''
    case 'place':
      return textOfPlace(value as z.infer<typeof Place>, words)
    case 'files':
      return words.registers.files((value as string[]).length)
    case 'computed':
    case 'rollup':
      return textOfComputed(field, value as string | boolean, naming)
    case 'text':
    case 'long-text':
    case 'date':
    case 'month':
    case 'choice':
    case 'credit-code':
    case 'industry':
      return String(value)
  }
}

/**
 * What a formula or roll-up gave: numbers written as numbers are, in the field's unit. A roll-up that is not known says so
 * (待核); what is out of sight says nothing.
 */
export function textOfComputed(
  field: Field,
  value: string | boolean | null | undefined,
  { words, language }: Naming,
): string {
  if (value === undefined) return ''
  if (value === null) return field.type === 'rollup' ? words.rules.marks.unknown : ''
  if (typeof value === 'boolean') return words.registers.yesNo[value ? 'yes' : 'no']
  return field.gives === 'number' ? showQuantity(Number(value), field.unit, language) : value
}

function textOfPlace(place: z.infer<typeof Place>, { registers }: AllWords): string {
  if (place.type === 'Polygon') return registers.area
  if (place.type === 'LineString') return registers.line
  const [longitude, latitude] = place.coordinates
  return `${longitude}, ${latitude}`
}
