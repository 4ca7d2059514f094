// A proposal is a statement waiting for a person. Reading never makes anything official; a decision here does.

import { z } from 'zod'
import { cut } from '#base/text.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import { Day, Id, isDay, Row, Words } from '#domain/fields.ts'
import { Statement } from '#reading/statement.ts'

/** What an officer may correct before adopting; the reading itself stays as it was. */
export const Wording = z.object({
  title: Words,
  kind: Statement.shape.kind,
  value: z.number().nullable(),
  value2: z.number().nullable(),
  unit: z.string().max(50).nullable(),
  op: Statement.shape.op,
  measure: Statement.shape.measure,
  period: Statement.shape.period,
  dueOn: Day.nullable(),
  strength: Statement.shape.strength,
})
export type Wording = z.infer<typeof Wording>

/** The characters next to a quote, so that it can be shown in its place without the document. */
export const Context = z.object({ before: z.string().max(200), after: z.string().max(200) })
export type Context = z.infer<typeof Context>

export const ProposalState = z.enum(['proposed', 'adopted', 'merged', 'rejected'])

export const Proposal = Row.extend({
  document: Id,
  ordinal: z.int().positive(),
  statement: Statement,
  quote: z.string(),
  context: Context,
  wording: Wording,
  state: ProposalState,
  commitment: Id.nullable(),
  reason: z.string().nullable(),
  decidedBy: Id.nullable(),
})
export type Proposal = z.infer<typeof Proposal>

export type ProposalEvent =
  | { kind: 'proposed'; document: string; ordinal: number; statement: Statement; quote: string; context: Context }
  | { kind: 'reworded'; wording: Partial<Wording> }
  | { kind: 'adopted' | 'merged'; commitment: string; by: string }
  | { kind: 'rejected'; reason: string | null; by: string }
  | { kind: 'reconsidered' }

/** A deadline beyond the years of `Day` (2090—9999年) is left to the officer. */
export function wordingOf(statement: Statement): Wording {
  const { title, kind, value, value2, unit, op, measure, period, deadline, strength } = statement
  const dueOn = isDay(deadline) ? deadline : null
  return { title: cut(title, 0, 500), kind, value, value2, unit, op, measure, period, dueOn, strength }
}

/** Any decision is taken once; to change it, reconsider first. */
export function decideOnProposal({ state }: Proposal, ...events: ProposalEvent[]): Decision<ProposalEvent> {
  const needed = events.some(({ kind }) => kind === 'reconsidered') ? 'rejected' : 'proposed'
  return state === needed ? happens(...events) : no('already-decided', { state })
}

export function evolveProposal(before: Proposal | { id: string; version: 0 }, event: ProposalEvent): Proposal {
  const version = before.version + 1
  if (event.kind === 'proposed') {
    const { kind: _, ...read } = event
    const undecided = { state: 'proposed' as const, commitment: null, reason: null, decidedBy: null }
    return { id: before.id, version, ...read, wording: wordingOf(read.statement), ...undecided }
  }
  const row = { ...(before as Proposal), version }
  switch (event.kind) {
    case 'reworded':
      return { ...row, wording: { ...row.wording, ...event.wording } }
    case 'adopted':
    case 'merged':
      return { ...row, state: event.kind, commitment: event.commitment, decidedBy: event.by }
    case 'rejected':
      return { ...row, state: 'rejected', reason: event.reason, decidedBy: event.by }
    case 'reconsidered':
      return { ...row, state: 'proposed', reason: null, decidedBy: null }
  }
}
