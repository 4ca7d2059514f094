// The facts about one subject, as JSON, and their reading into values.

import type { Dictionary, DictionaryEntry } from '#rules/dictionary.ts'
import { type Exact, order, parseExact } from '#rules/exact.ts'
import { parseDate, type Value } from '#rules/value.ts'

/** Numbers as decimal strings (or safe JSON numbers), dates as YYYY-MM-DD, a thing as any text. Left out or null: not known. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

/** Gives the value of a dictionary's entry. */
export type FactReader = (entry: DictionaryEntry) => Value

/** Each fact is read once, however often a rule asks for it. */
export function readFacts(facts: Facts): FactReader {
  const values = new Map<string, Value>()
  return (entry) => {
    let value = values.get(entry.name)
    if (value === undefined) {
      const read = readFact(entry, facts[entry.name])
      if (read === undefined) throw new Error(`${entry.name} is no ${entry.type}: ${JSON.stringify(facts[entry.name])}`)
      value = read
      values.set(entry.name, value)
    }
    return value
  }
}

/** The value of a fact, null when it is not known, undefined when it is not of its entry's type. */
export function readFact(entry: DictionaryEntry, given: Facts[string]): Value | undefined {
  if (given === null || given === undefined) return null
  switch (entry.type) {
    case 'boolean':
      return typeof given === 'boolean' ? given : undefined
    case 'list':
      return Array.isArray(given) && given.every(isText) ? (given as readonly string[]) : undefined
    case 'text':
    case 'thing':
      return isText(given) ? given : undefined
    case 'date':
      return typeof given === 'string' ? (parseDate(given) ?? undefined) : undefined
    case 'number':
      return typeof given === 'string' || typeof given === 'number' ? readNumber(given) : undefined
  }
}

const isText = (given: unknown): given is string =>
  typeof given === 'string' && given.isWellFormed() && !given.includes('\0')

function readNumber(given: string | number): Exact | undefined {
  const text = String(given)
  return text.length > 60 ? undefined : (parseExact(text) ?? undefined)
}

export interface FactTrouble {
  name: string
  /** unknown-name · wrong-type · out-of-bounds · unknown-choice */
  code: 'unknown-name' | 'wrong-type' | 'out-of-bounds' | 'unknown-choice'
}

/** What is wrong with facts against their dictionary, before anything is decided with them. */
export function checkFacts(dictionary: Dictionary, facts: Facts): FactTrouble[] {
  const known = new Map(dictionary.entries.map((entry) => [entry.name, entry]))
  return Object.entries(facts).flatMap(([name, given]) => {
    const entry = known.get(name)
    const code = entry ? troubleOf(entry, given) : 'unknown-name'
    return code ? [{ name, code }] : []
  })
}

function troubleOf(entry: DictionaryEntry, given: Facts[string]): FactTrouble['code'] | null {
  const value = readFact(entry, given)
  if (value === undefined) return 'wrong-type'
  if (value === null) return null
  const words = entry.type === 'list' ? (value as readonly string[]) : [value as string]
  if (entry.choices && !words.every((word) => entry.choices?.includes(word))) return 'unknown-choice'
  if (entry.type !== 'number') return null
  const tooLow = entry.least !== null && order(value as Exact, parseExact(entry.least)!) < 0
  const tooHigh = entry.most !== null && order(value as Exact, parseExact(entry.most)!) > 0
  return tooLow || tooHigh ? 'out-of-bounds' : null
}
