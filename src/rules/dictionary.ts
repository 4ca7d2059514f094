// The names that a rule may use: a closed, versioned list. A rule is checked against the version it was written for.

import { z } from 'zod'
import { parseExact } from '#rules/exact.ts'

/** Words of the language itself; a name must not be one of them, nor hold an operator or a blank. */
const keywords = new Set(
  'and or not if then else in between true false null for return some every satisfies function instance of date time duration'.split(
    ' ',
  ),
)

const nameShape = /^\p{L}[\p{L}\p{N}_]*$/u
/** Letters that read like another script's, so that two names could look the same. */
const normal = (text: string): boolean => text.normalize('NFKC') === text

export const Name = z
  .string()
  .min(1)
  .max(60)
  .refine((name) => nameShape.test(name) && normal(name) && !keywords.has(name), 'is no name for a rule')

/** `list`: words, of which a rule asks whether they hold one. `thing`: a place, a file, a link; only whether it is there. */
export const FactType = z.enum(['number', 'text', 'date', 'boolean', 'list', 'thing'])
export type FactType = z.infer<typeof FactType>

const decimal = z.string().refine((text) => parseExact(text) !== null, 'is no decimal number')

export const DictionaryEntry = z.object({
  name: Name,
  type: FactType,
  /** 元, 万元, 亿元, %, 人, 家, 平方米 …; null for a plain number and for what is no number. A % fact of 5 is 5 %. */
  unit: z.string().max(20).nullable().default(null),
  /** Decimal places that are kept. */
  scale: z.int().min(0).max(18).default(2),
  /** The least and greatest value there can be; they let products of stored integers stay integers. */
  least: decimal.nullable().default(null),
  most: decimal.nullable().default(null),
  /** False: there is always a value, so that it is never 待核. */
  nullable: z.boolean().default(true),
  choices: z.array(z.string()).nullable().default(null),
  /** Where the value comes from: a register, a return, a certificate. */
  source: z.string().default(''),
  /** What proves it. */
  evidence: z.string().default(''),
})
export type DictionaryEntry = z.infer<typeof DictionaryEntry>

export const Dictionary = z
  .object({
    name: z.string().min(1).max(60),
    version: z.int().positive(),
    entries: z.array(DictionaryEntry).max(2000),
  })
  .refine(
    ({ entries }) => new Set(entries.map(({ name }) => name)).size === entries.length,
    'names a fact more than once',
  )
export type Dictionary = z.infer<typeof Dictionary>

/** Checks and completes a dictionary; throws the schema's own error with its issues. */
export function defineDictionary(given: z.input<typeof Dictionary>): Dictionary {
  return Dictionary.parse(given)
}

const lookups = new WeakMap<Dictionary, Map<string, DictionaryEntry>>()

export function entryOf(dictionary: Dictionary, name: string): DictionaryEntry | undefined {
  let lookup = lookups.get(dictionary)
  if (!lookup) {
    lookup = new Map(dictionary.entries.map((entry) => [entry.name, entry]))
    lookups.set(dictionary, lookup)
  }
  return lookup.get(name)
}
