// What a step proposes elsewhere (投产 → 入规培育; 高企证书 → next recognition): it waits for a person, who accepts it, and
// then the usual rules of that step hold, or declines it with a reason.

import { z } from 'zod'
import type { Climb } from '#domain/climb.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import type { Entry } from '#domain/entry.ts'
import { Values } from '#domain/field-value.ts'
import { Day, Id, Row, Words } from '#domain/fields.ts'
import { type Definition, type Link, ladderOf, type Register } from '#domain/register.ts'
import { dictionaryOf, factsOf } from '#domain/register-dictionary.ts'
import { checkRule } from '#rules/check.ts'
import type { Facts } from '#rules/facts.ts'
import { evaluateRule } from '#rules/trace.ts'
import { isoOf, parseDate, shifted } from '#rules/value.ts'

export const Proposed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('climb'), register: Id, entry: Id, ladder: z.string(), rung: z.string() }),
  z.object({ kind: z.literal('date'), register: Id, entry: Id, field: z.string(), value: Day }),
  z.object({ kind: z.literal('add'), register: Id, values: Values }),
  z.object({ kind: z.literal('back'), register: Id, entry: Id, ladder: z.string(), rung: z.string() }),
  z.object({ kind: z.literal('fill'), register: Id, entry: Id, values: Values }),
])
export type Proposed = z.infer<typeof Proposed>

export const Suggestion = Row.extend({
  link: z.string(),
  words: Words,
  basis: z.string(),
  from: z.object({ register: Id, entry: Id, climb: Id }),
  proposes: Proposed,
  madeOn: Day,
  state: z.enum(['waiting', 'accepted', 'declined', 'withdrawn']),
  decided: z.object({ on: Day, by: Id, reason: Words.nullable() }).nullable(),
  /** Of the entry that it is about. */
  units: z.array(Id),
})
export type Suggestion = z.infer<typeof Suggestion>

export type SuggestionEvent =
  | { kind: 'suggested'; suggestion: Omit<Suggestion, 'version' | 'state' | 'decided'> }
  | { kind: 'accepted' | 'declined' | 'withdrawn'; decided: NonNullable<Suggestion['decided']> }

export function evolveSuggestion(row: Suggestion | { id: string; version: 0 }, event: SuggestionEvent): Suggestion {
  const version = row.version + 1
  if (event.kind === 'suggested') return { ...event.suggestion, version, state: 'waiting', decided: null }
  return { ...(row as Suggestion), version, state: event.kind, decided: event.decided }
}

/** The links that a step sets off, by its rung and condition. Only going up proposes anything. */
export function linksOf(
  { definition, version }: Register,
  entry: Entry,
  climb: Climb,
  on: string,
  beside: Facts,
): Link[] {
  if (climb.kind !== 'climbed' && climb.kind !== 'skipped') return []
  return definition.links.filter(({ ladder, rung, where }) => {
    if (ladder !== climb.ladder || rung !== climb.to) return false
    const rule = where === null ? undefined : checkRule(where, dictionaryOf(definition, version)).rule
    return (
      where === null ||
      (rule !== undefined && evaluateRule(rule, factsOf(definition, entry, on, beside)).verdict === 'yes')
    )
  })
}

/** Standing there or higher already: nothing is left to propose. */
export function isReached(definition: Definition, entry: Entry, ladderKey: string, rung: string): boolean {
  const ladder = ladderOf(definition, ladderKey)
  const at = entry.rungs[ladderKey]
  if (!ladder || !at) return false
  const place = (key: string) => ladder.rungs.findIndex((one) => one.key === key)
  return place(at.rung) >= place(rung)
}

/** So many months after the certificate, or after the step where there is none. */
export function dateAfter({ certificateOn, on }: Pick<Climb, 'certificateOn' | 'on'>, months: number): string {
  return isoOf(shifted(parseDate(certificateOn ?? on)!, months, 0))
}

export function decideSuggestion(
  { state }: Suggestion,
  kind: 'accepted' | 'declined' | 'withdrawn',
  decided: NonNullable<Suggestion['decided']>,
): Decision<SuggestionEvent> {
  return state === 'waiting' ? happens({ kind, decided }) : no('already-decided', { state })
}
