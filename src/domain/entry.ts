// An entry of a register: its values, where it stands on each ladder, and the units in whose reach it lies.

import { z } from 'zod'
import { type Values, Values as ValuesShape } from '#domain/field-value.ts'
import { Day, Id, Row, Words } from '#domain/fields.ts'
import type { Definition } from '#domain/register.ts'

/** Where an entry stands on one ladder, since when, and which rungs it has reached; `left` says why it is off it. */
export const Standing = z.object({
  rung: z.string(),
  since: Day,
  reached: z.array(z.string()),
  left: z.string().nullable(),
})
export type Standing = z.infer<typeof Standing>

export const Removal = z.object({ on: Day, by: Id, reason: Words })

export const Entry = Row.extend({
  register: Id,
  /** The definition's version under which it was last written. */
  definition: z.int().positive(),
  madeOn: Day,
  values: ValuesShape,
  rungs: z.record(z.string(), Standing),
  /** Units that see it: those that keep or own it, those its fields open it to, those asked to check it. */
  units: z.array(Id),
  /** Units asked to check it at a gate. */
  checkers: z.array(Id),
  removed: Removal.nullable(),
})
/** What was looked up elsewhere, by field: roll-ups, units by their short names; null is unknown. Shown and decided with, never saved. */
export type Lookups = Readonly<Record<string, string | null>>
export type Entry = z.infer<typeof Entry> & { lookups?: Lookups }

export type EntryEvent =
  | { kind: 'added'; register: string; definition: number; on: string; values: Values; units: string[] }
  /** `values` are those that changed; null is emptied. */
  | { kind: 'revised'; definition: number; values: Record<string, Values[string] | null>; units: string[] }
  | { kind: 'stepped'; ladder: string; standing: Standing | null; climb: string }
  | { kind: 'opened'; checkers: string[]; units: string[] }
  | { kind: 'removed'; removed: z.infer<typeof Removal> }
  | { kind: 'restored' }

export function evolveEntry(entry: Entry, event: EntryEvent): Entry {
  return { ...entry, ...changed(entry, event), version: entry.version + 1 }
}

function changed(entry: Entry, event: EntryEvent): Partial<Entry> {
  switch (event.kind) {
    case 'added': {
      const { register, definition, on: madeOn, values, units } = event
      return { register, definition, madeOn, values, units, rungs: {}, checkers: [], removed: null }
    }
    case 'revised':
      return { definition: event.definition, values: merged(entry.values, event.values), units: event.units }
    case 'stepped': {
      const { [event.ladder]: _, ...others } = entry.rungs
      return { rungs: event.standing ? { ...others, [event.ladder]: event.standing } : others }
    }
    case 'opened':
      return { checkers: event.checkers, units: event.units }
    case 'removed':
      return { removed: event.removed }
    case 'restored':
      return { removed: null }
  }
}

function merged(values: Values, changes: Record<string, Values[string] | null>): Values {
  const all = Object.entries({ ...values, ...changes }).filter(([, value]) => value !== null)
  return Object.fromEntries(all) as Values
}

/** Sorted, so that the same reach is the same list. */
export function unitsOfEntry(definition: Definition, values: Values, checkers: readonly string[]): string[] {
  const opening = definition.fields.filter(
    ({ key, opens }) => opens || key === definition.lead || key === definition.owner,
  )
  const named = opening.flatMap(({ key }) => (typeof values[key] === 'string' ? [values[key] as string] : []))
  return [...new Set([...named, ...checkers])].toSorted()
}
