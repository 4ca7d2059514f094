// The value of one field as it is kept: read strictly by the field's type, written in one way only, so that the same value
// is always the same JSON. Numbers are decimal strings, money in yuan.

import { z } from 'zod'
import { isCreditCode, isIndustryCode } from '#domain/credit-code.ts'
import { Day, Id } from '#domain/fields.ts'
import type { Field } from '#domain/register.ts'
import { mostStored, scaleOf } from '#domain/register-dictionary.ts'

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
/** GeoJSON (RFC 7946): a point, a line or an area. */
export const Place = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: Position }),
  z.strictObject({ type: z.literal('LineString'), coordinates: z.array(Position).min(2).max(5000) }),
  z.strictObject({
    type: z.literal('Polygon'),
    coordinates: z.array(z.array(Position).min(4).max(5000)).min(1).max(50),
  }),
])
export type Place = z.infer<typeof Place>

export const Value = z.union([z.string().max(20_000), z.boolean(), z.array(z.string().max(500)).max(500), Place])
export type Value = z.infer<typeof Value>
/** Empty fields are left out. */
export const Values = z.record(z.string(), Value)
export type Values = z.infer<typeof Values>
/** As somebody fills them in: null empties a field, a number may be a JSON number. */
export const Given = z.record(z.string(), z.union([Value, z.number(), z.null()]))
export type Given = z.infer<typeof Given>

export const problems = [
  'unknown-field',
  'wrong-type',
  'too-long',
  'too-precise',
  'too-large',
  'unknown-choice',
  'computed',
  'retired',
  'required',
] as const
export type Problem = (typeof problems)[number]
export type ReadValue = { value: Value | null } | { problem: Problem }

const no = (problem: Problem): ReadValue => ({ problem })
const kept = (value: Value | null): ReadValue => ({ value })

/** `before`: what stands there now; a retired choice may stay where it is. */
export function readValue(field: Field, given: Given[string], before?: Value): ReadValue {
  if (field.type === 'computed' || field.type === 'rollup') return no('computed')
  if (given === null || given === '') return kept(null)
  if (typeof given === 'number') return numeric(field) ? readNumber(field, String(given)) : no('wrong-type')
  switch (field.type) {
    case 'text':
      return readText(given, 500)
    case 'long-text':
      return readText(given, 10_000)
    case 'number':
    case 'money':
    case 'percent':
      return typeof given === 'string' ? readNumber(field, given) : no('wrong-type')
    case 'date':
      return Day.safeParse(given).success ? kept(given) : no('wrong-type')
    case 'month':
      return typeof given === 'string' && Day.safeParse(`${given}-01`).success ? kept(given) : no('wrong-type')
    case 'yes-no':
      return typeof given === 'boolean' ? kept(given) : no('wrong-type')
    case 'choice':
      return typeof given === 'string' ? readChoices(field, [given], before) : no('wrong-type')
    case 'choices':
      return Array.isArray(given) ? readChoices(field, given, before) : no('wrong-type')
    case 'unit':
    case 'post':
    case 'person':
    case 'entry':
    case 'commitment':
      return Id.safeParse(given).success ? kept((given as string).toLowerCase()) : no('wrong-type')
    case 'files':
      return Array.isArray(given) && given.every((id) => Id.safeParse(id).success)
        ? listed(given.map((id) => id.toLowerCase()))
        : no('wrong-type')
    case 'place': {
      const place = Place.safeParse(given)
      return place.success ? kept(place.data) : no('wrong-type')
    }
    case 'credit-code':
    case 'industry':
      return readText(typeof given === 'string' ? given.toUpperCase() : given, 60)
  }
}

const numeric = ({ type }: Field): boolean => type === 'number' || type === 'money' || type === 'percent'
const listed = (given: string[]): ReadValue => kept(given.length > 0 ? [...new Set(given)] : null)

function readText(given: Given[string], most: number): ReadValue {
  if (typeof given !== 'string') return no('wrong-type')
  const text = given.trim()
  if (text.length > most) return no('too-long')
  return kept(text === '' ? null : text)
}

/** `-0012.50` is kept as `-12.5`. More places than the field has are refused, not rounded away. */
function readNumber(field: Field, given: string): ReadValue {
  const match = /^([+-]?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(given.trim().replaceAll(',', ''))
  if (!match) return no('wrong-type')
  const whole = match[2]!.replace(/^0+(?=\d)/, '')
  const places = (match[3] ?? '').replace(/0+$/, '')
  if (places.length > scaleOf(field)) return no('too-precise')
  const number = places ? `${whole}.${places}` : whole
  if (BigInt(storedDigits(number, scaleOf(field))) > BigInt(mostStored)) return no('too-large')
  return kept(match[1] === '-' && number !== '0' ? `-${number}` : number)
}

function readChoices(field: Field, given: readonly string[], before: Value | undefined): ReadValue {
  const had = before === undefined ? [] : Array.isArray(before) ? before : [before]
  const known = (word: string) =>
    field.choices.some((choice) => choice.word === word && (!choice.retired || had.includes(word)))
  if (!given.every(known)) return no('unknown-choice')
  return field.type === 'choice' ? kept(given[0] as string) : listed([...given])
}

/** A decimal as the whole number that is stored: '12.5' with two places is '1250'. */
export function storedDigits(decimal: string, scale: number): string {
  const [whole, places = ''] = decimal.split('.') as [string, string?]
  const digits = `${whole}${places.padEnd(scale, '0')}`
  const sign = digits.startsWith('-') ? '-' : ''
  return sign + digits.slice(sign.length).replace(/^0+(?=\d)/, '')
}

/** And back: 1250 with two places is '12.5'. */
export function decimalFrom(stored: number | string, scale: number): string {
  const text = String(stored)
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length).padStart(scale + 1, '0')
  if (scale === 0) return sign + digits
  const places = digits.slice(-scale).replace(/0+$/, '')
  return sign + digits.slice(0, -scale) + (places ? `.${places}` : '')
}

export type Warning = { field: string; warning: 'credit-code' | 'industry' }

/** What is kept all the same but worth a second look. */
export function warningsOf(fields: readonly Field[], values: Values): Warning[] {
  return fields.flatMap(({ key, type }): Warning[] => {
    const value = values[key]
    if (typeof value !== 'string') return []
    if (type === 'credit-code' && !isCreditCode(value)) return [{ field: key, warning: type }]
    if (type === 'industry' && !isIndustryCode(value)) return [{ field: key, warning: type }]
    return []
  })
}
