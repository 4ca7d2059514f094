// The dictionary in which the conditions of a register are written: its fields by the names people use, and for every ladder
// where the entry stands. And the facts about one entry in it.

import type { Entry, Lookups } from '#domain/entry.ts'
import { type Definition, type Field, type FieldType, standing } from '#domain/register.ts'
import { type ToldPart, toldName, toldPartKeys, toldParts } from '#domain/told.ts'
import { type Dictionary, type DictionaryEntry, defineDictionary, type FactType } from '#rules/dictionary.ts'
import type { Facts } from '#rules/facts.ts'

/** A unit by its short name. Of links, places and files a condition asks whether they are there. Formulas are no facts. */
const factTypes: Record<Exclude<FieldType, 'computed' | 'rollup'>, FactType> = {
  text: 'text',
  'long-text': 'text',
  number: 'number',
  money: 'number',
  percent: 'number',
  date: 'date',
  month: 'date',
  'yes-no': 'boolean',
  choice: 'text',
  'credit-code': 'text',
  industry: 'text',
  choices: 'list',
  unit: 'text',
  post: 'thing',
  person: 'thing',
  entry: 'thing',
  place: 'thing',
  files: 'thing',
  commitment: 'thing',
}

export function factTypeOf({ type, gives }: Pick<Field, 'type' | 'gives'>): FactType | null {
  if (type === 'computed') return null
  return type === 'rollup' ? gives : factTypes[type]
}

export const today = '今日'
export const rungName = (ladder: string): string => `${ladder}阶段`
export const sinceName = (ladder: string): string => `${ladder}起始日`

export function scaleOf({ type, scale }: Field): number {
  return type === 'money' ? 2 : scale
}

/** Of a number; null for a plain one. */
export function unitOf({ type, unit }: Pick<Field, 'type' | 'unit'>): string | null {
  return type === 'money' ? '元' : type === 'percent' ? '%' : unit
}

/** Greatest whole number a stored value may be: JSON carries it exactly. */
export const mostStored = 9_000_000_000_000_000

const made = new WeakMap<Definition, Dictionary>()

/** `version` counts the definition's changes; a new definition is a new dictionary. */
export function dictionaryOf(definition: Definition, version: number): Dictionary {
  const found = made.get(definition)
  if (found?.version === version) return found
  const dictionary = defineDictionary({
    name: definition.code,
    version: Math.max(version, 1),
    entries: [
      ...definition.fields.flatMap(fieldEntry),
      ...definition.ladders.flatMap((ladder) => [
        {
          name: rungName(ladder.name),
          type: 'text' as const,
          choices: ladder.rungs.map(({ name }) => name),
          source: '阶梯',
        },
        { name: sinceName(ladder.name), type: 'date' as const, source: '阶梯' },
      ]),
      { name: today, type: 'date' as const, nullable: false, source: '时钟' },
    ],
  })
  made.set(definition, dictionary)
  return dictionary
}

function fieldEntry(field: Field) {
  const told = field.type === 'commitment' ? toldPartKeys.map((part) => toldEntry(field, part)) : []
  const type = factTypeOf(field)
  if (!type) return []
  const unit = unitOf(field)
  const chosen = field.type === 'choice' || field.type === 'choices'
  const choices = chosen ? field.choices.map(({ word }) => word) : null
  // A sum may grow beyond what one value can be.
  const most = type === 'number' && field.type !== 'rollup' ? bound(scaleOf(field)) : null
  const least = most && `-${most}`
  const { name, hint } = field
  return [
    { name, type, unit: type === 'number' ? unit : null, scale: scaleOf(field), least, most, choices, source: hint },
    ...told,
  ]
}

function toldEntry(field: Field, part: ToldPart) {
  const { ending: _, type, unit, most, choices } = toldParts[part]
  const least = most === null ? null : '0'
  const name = toldName(field, part)
  return { name, type, unit, scale: 0, least, most, choices: choices && [...choices], source: '督办事项' }
}

const bound = (scale: number): string =>
  scale === 0 ? String(mostStored) : `${String(mostStored).slice(0, -scale)}.${String(mostStored).slice(-scale)}`

/**
 * What is known of an entry; what is empty is left out and makes a condition 待核. `beside`: facts that do not lie in the
 * entry itself, by their names.
 */
export function factsOf(
  definition: Definition,
  entry: Pick<Entry, 'values' | 'rungs' | 'lookups'>,
  on: string,
  beside: Facts = {},
): Facts {
  const facts: Record<string, Facts[string]> = { [today]: on }
  for (const field of definition.fields) {
    const fact = factOf(field, entry)
    if (fact !== null) facts[field.name] = fact
  }
  for (const ladder of definition.ladders) {
    const at = entry.rungs[ladder.key]
    if (!at) continue
    facts[rungName(ladder.name)] = ladder.rungs.find(({ key }) => key === at.rung)?.name ?? null
    facts[sinceName(ladder.name)] = at.since
  }
  return { ...facts, ...beside }
}

/** What is filled in, for conditions that only ask whether it is. */
const filled = 'filled'

function factOf(field: Field, { values, lookups }: Pick<Entry, 'values' | 'lookups'>): (Facts[string] & {}) | null {
  if (field.type === 'unit' || field.type === 'rollup') return lookups?.[field.key] ?? null
  const value = values[field.key]
  const type = factTypeOf(field)
  if (type === null || value === undefined) return null
  if (type === 'thing') return filled
  return field.type === 'month' ? `${value as string}-01` : (value as string | boolean | string[])
}

/** Of what was looked up, by name. */
export function lookupFacts({ fields }: Definition, lookups: Lookups = {}): Facts {
  const looked = fields.filter(({ key }) => key in lookups)
  return Object.fromEntries(looked.map(({ key, name }) => [name, lookups[key] ?? null]))
}

/** The field or ladder behind a name of the dictionary; null for 今日. */
export function sourceOf(
  definition: Definition,
  { name }: Pick<DictionaryEntry, 'name'>,
): { field: Field } | { told: Field; part: ToldPart } | { ladder: string; part: 'rung' | 'since' } | null {
  const field = definition.fields.find((one) => one.name === name)
  if (field) return { field }
  for (const told of definition.fields.filter(({ type }) => type === 'commitment')) {
    const part = toldPartKeys.find((one) => name === toldName(told, one))
    if (part) return { told, part }
  }
  for (const { key, name: ladder } of definition.ladders) {
    if (name === rungName(ladder)) return { ladder: key, part: 'rung' }
    if (name === sinceName(ladder)) return { ladder: key, part: 'since' }
  }
  return null
}

/** The rung above, or the first; null at the top. */
export function nextRung(ladder: Definition['ladders'][number], at: string | null) {
  const rungs = standing(ladder)
  if (at === null) return rungs[0] ?? null
  const place = ladder.rungs.findIndex(({ key }) => key === at)
  return rungs.find((rung) => ladder.rungs.indexOf(rung) > place) ?? null
}
