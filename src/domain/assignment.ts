// Decisions before the work begins: adopt, merge a mention, assign, break down, give out, sign for or decline.

import { type Actor, reaches } from '#domain/actor.ts'
import type { Commitment, CommitmentEvent, Duty, Mention, Stage } from '#domain/commitment.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import type { Wording } from '#domain/proposal.ts'

export type CommitmentDecision = Decision<CommitmentEvent>

/** A refusal unless the commitment stands at one of these stages. */
export function outOf(commitment: Pick<Commitment, 'stage'>, needs: readonly Stage[]) {
  return needs.includes(commitment.stage) ? null : no('wrong-stage', { stage: commitment.stage, needs })
}

/** A refusal unless the actor stands in the commitment's lead unit or above it: the lead unit answers for all. */
export function notLead(commitment: Commitment, actor: Actor) {
  const { lead } = commitment.duty
  return lead !== null && actor.reach !== '*' && actor.reach.includes(lead) ? null : no('not-your-unit', { unit: lead })
}

export const notYetGivenOut: readonly Stage[] = ['draft', 'declined']
export const atWork: readonly Stage[] = ['under-way', 'returned', 'awaiting-closure']
export const stillOpen: readonly Stage[] = [...notYetGivenOut, 'awaiting-receipt', 'awaiting-review', ...atWork]

export function decideAdopt(fields: {
  number: string
  wording: Wording
  mention: Mention
  duty: Duty
}): CommitmentDecision {
  return happens({ kind: 'adopted', ...fields })
}

export type Surroundings = { parent: Commitment | null; children: readonly Commitment[]; units: ReadonlySet<string> }

/**
 * Change duty or words. The duty of a commitment that was given out can still be changed by the office (post, leader,
 * proof, date), but its lead unit only before it is signed for.
 */
export function decideAssign(
  commitment: Commitment,
  change: { duty: Partial<Duty>; wording: Partial<Wording> },
  around: Surroundings,
  actor: Actor,
): CommitmentDecision {
  const { lead } = change.duty
  const movesLead = lead !== undefined && lead !== commitment.duty.lead
  const wrong = outOf(commitment, movesLead ? notYetGivenOut : stillOpen)
  if (wrong) return wrong
  return (
    unknownUnit([lead ?? null, ...(change.duty.supporting ?? [])], around.units) ??
    outOfReach(actor, [commitment.duty.lead, lead ?? commitment.duty.lead]) ??
    lateAmong(change.duty.dueOn, around) ??
    happens({ kind: 'assigned', ...change })
  )
}

export type NewPart = {
  id: string
  title: string
  wording: Partial<Wording>
  duty: Duty & { lead: string; dueOn: string }
}

/** The parts become children with their own numbers (`12-07-1`); none may be due later than the whole. */
export function decideBreakDown(
  commitment: Commitment,
  parts: readonly NewPart[],
  around: Surroundings,
  actor: Actor,
): { whole: CommitmentDecision; parts: { id: string; event: CommitmentEvent }[] } {
  const refused =
    outOf(commitment, stillOpen) ??
    outOfReach(actor, [commitment.duty.lead, ...parts.map((part) => part.duty.lead)]) ??
    unknownUnit(
      parts.flatMap((part) => [part.duty.lead, ...part.duty.supporting]),
      around.units,
    ) ??
    latestLate(
      parts.map((part) => part.duty.dueOn),
      commitment.duty.dueOn,
    )
  if (refused) return { whole: refused, parts: [] }
  const children = parts.map((part, i) => ({ id: part.id, event: splitOff(commitment, part, i + 1) }))
  return { whole: happens({ kind: 'broken-down', children: parts.map((part) => part.id) }), parts: children }
}

function splitOff(whole: Commitment, part: NewPart, place: number): CommitmentEvent {
  const number = `${whole.number}-${whole.childCount + place}`
  const wording = { ...whole.wording, title: part.title, dueOn: part.duty.dueOn, ...part.wording }
  return { kind: 'split-off', number, wording, mentions: whole.mentions, duty: part.duty, parent: whole.id }
}

export function decideDispatch(commitment: Commitment): CommitmentDecision {
  const wrong = outOf(commitment, notYetGivenOut)
  if (wrong) return wrong
  if (!commitment.duty.lead) return no('lead-missing', { id: commitment.id })
  if (!commitment.duty.dueOn) return no('due-missing', { id: commitment.id })
  return happens({ kind: 'dispatched' })
}

export function decideSign(commitment: Commitment, actor: Actor): CommitmentDecision {
  return outOf(commitment, ['awaiting-receipt']) ?? notLead(commitment, actor) ?? happens({ kind: 'signed-for' })
}

export function decideDecline(commitment: Commitment, reason: string, actor: Actor): CommitmentDecision {
  return outOf(commitment, ['awaiting-receipt']) ?? notLead(commitment, actor) ?? happens({ kind: 'declined', reason })
}

function unknownUnit(wanted: readonly (string | null)[], units: ReadonlySet<string>) {
  const unit = wanted.find((id) => id !== null && !units.has(id))
  return unit ? no('unknown-unit', { unit }) : null
}

function outOfReach(actor: Actor, units: readonly (string | null)[]) {
  const beyond = units.find((unit) => !reaches(actor, unit))
  return beyond === undefined ? null : no('not-your-unit', { unit: beyond })
}

/** A due date must not pass the parent's, nor fall before a child's. */
export function lateAmong(
  dueOn: string | null | undefined,
  { parent, children }: Pick<Surroundings, 'parent' | 'children'>,
) {
  if (!dueOn) return null
  const open = children.filter((child) => child.closure === 'open').flatMap((child) => child.duty.dueOn ?? [])
  return latestLate([dueOn], parent?.duty.dueOn ?? null) ?? latestLate(open, dueOn)
}

function latestLate(childrenDueOn: readonly string[], parentDueOn: string | null) {
  const childDueOn = childrenDueOn.toSorted().at(-1)
  if (!childDueOn || !parentDueOn || childDueOn <= parentDueOn) return null
  return no('child-later-than-parent', { childDueOn, parentDueOn })
}
