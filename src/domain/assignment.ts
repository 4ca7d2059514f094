// Decisions before the work begins: adopt, merge a mention, assign, break down, give out, sign for or decline.

import { type Actor, actsFor } from '#domain/actor.ts'
import type { Commitment, CommitmentEvent, Duty, Mention, Origin, Ruling, Stage } from '#domain/commitment.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import { inForce, restatement } from '#domain/mentions.ts'
import type { Wording } from '#domain/proposal.ts'

export type CommitmentDecision = Decision<CommitmentEvent>

/** A refusal unless the commitment stands at one of these stages. */
export function outOf(commitment: Pick<Commitment, 'stage'>, needs: readonly Stage[]) {
  return needs.includes(commitment.stage) ? null : no('wrong-stage', { stage: commitment.stage, needs })
}

/** A refusal unless the actor stands in the commitment's lead unit or above it: the lead unit answers for all. */
export function notLead(commitment: Commitment, actor: Actor) {
  const { lead } = commitment.duty
  return lead !== null && actor.units.includes(lead) ? null : no('not-your-unit', { unit: lead })
}

/** The office arranges every duty, a unit head those that are parts of what the own unit answers for. */
function notToArrange(act: string, { duty }: Commitment, parent: Commitment | null, actor: Actor) {
  if (actor.roles.includes('office')) return null
  const ofOwn = parent !== null && actsFor(actor, parent.duty.lead)
  return beyondUnits(actor, [duty.lead]) ?? (ofOwn ? null : no('forbidden', { act, roles: ['office'] }))
}

export const notYetGivenOut: readonly Stage[] = ['draft', 'declined']
export const atWork: readonly Stage[] = ['under-way', 'returned', 'awaiting-closure']
/** A unit breaks down what it has signed for (签收 before 分解). */
const signedFor: readonly Stage[] = [...atWork, 'awaiting-review']
const beforeProof: readonly Stage[] = [...notYetGivenOut, 'awaiting-receipt', 'under-way', 'returned']
export const stillOpen: readonly Stage[] = [...notYetGivenOut, 'awaiting-receipt', 'awaiting-review', ...atWork]

/** What a duty may name: the units and posts of the zone. */
export type Known = { units: ReadonlySet<string>; posts: ReadonlySet<string> }
export type Surroundings = Known & { parent: Commitment | null; children: readonly Commitment[] }

export function decideAdopt(
  fields: { number: string; wording: Wording; mention: Mention; duty: Duty },
  known: Known,
): CommitmentDecision {
  return wrongNames(fields.duty, known) ?? happens({ kind: 'adopted', ...fields })
}

/** A commitment that no document says: an entry of a register is where it comes from. */
export function decideEntrust(
  fields: { number: string; wording: Wording; origin: Origin; duty: Duty },
  known: Known,
): CommitmentDecision {
  return wrongNames(fields.duty, known) ?? happens({ kind: 'entrusted', ...fields })
}

/** Another place that says the same; what has ended takes no more. A later document's number becomes the commitment's. */
export function decideMention(commitment: Commitment, mention: Mention): CommitmentDecision {
  const mentions = [...commitment.mentions, mention]
  return (
    outOf(commitment, stillOpen) ??
    happens({ kind: 'mentioned', mention }, ...restated({ ...commitment, mentions }, commitment.wording))
  )
}

/** An officer says which of several mentions holds, whatever their dates. */
export function decideRuling(commitment: Commitment, said: Omit<Ruling, 'among'>): CommitmentDecision {
  const { mentions } = commitment
  const wrong = outOf(commitment, stillOpen)
  if (wrong) return wrong
  if (!mentions.some(({ proposal }) => proposal === said.mention)) {
    return no('not-found', { noun: 'mention', id: said.mention })
  }
  const ruling = { ...said, among: mentions.length }
  return happens({ kind: 'ruled', ruling }, ...restated({ mentions, ruling }, commitment.wording))
}

function restated(said: Pick<Commitment, 'mentions' | 'ruling'>, now: Wording): CommitmentEvent[] {
  const holds = inForce(said)
  const wording = holds && restatement(now, holds.mention.wording, holds.why === 'ruled')
  return wording ? [{ kind: 'restated', mention: holds.mention.proposal, wording }] : []
}

/**
 * Change duty or words. What was given out keeps a due date, and its proof from the report on that is measured by it;
 * its lead unit changes only while it is not given out. Who in the unit does it, its head says.
 */
export function decideAssign(
  commitment: Commitment,
  change: { duty: Partial<Duty>; wording: Partial<Wording> },
  around: Surroundings,
  actor: Actor,
): CommitmentDecision {
  const duty = { ...commitment.duty, ...change.duty }
  const namesPost = Object.keys({ ...change.duty, ...change.wording }).join() === 'post'
  const given = !notYetGivenOut.includes(commitment.stage)
  return (
    outOf(commitment, stagesFor(duty, commitment.duty)) ??
    (namesPost
      ? beyondUnits(actor, [duty.lead])
      : notToArrange('assignCommitment', commitment, around.parent, actor)) ??
    wrongNames(duty, around) ??
    beyondUnits(actor, [duty.lead]) ??
    (given && duty.dueOn === null ? no('due-missing', { id: commitment.id }) : null) ??
    lateAmong(change.duty.dueOn, around) ??
    happens({ kind: 'assigned', ...change })
  )
}

function stagesFor(next: Duty, now: Duty): readonly Stage[] {
  if (next.lead !== now.lead) return notYetGivenOut
  return next.proof.toSorted().join('\n') === now.proof.toSorted().join('\n') ? stillOpen : beforeProof
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
    outOf(commitment, actor.roles.includes('office') ? stillOpen : signedFor) ??
    beyondUnits(actor, [commitment.duty.lead, ...parts.map((part) => part.duty.lead)]) ??
    parts.map((part) => wrongNames(part.duty, around)).find((wrong) => wrong !== null) ??
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

export function decideDispatch(
  commitment: Commitment,
  { parent }: Pick<Surroundings, 'parent'>,
  actor: Actor,
): CommitmentDecision {
  const wrong = outOf(commitment, notYetGivenOut) ?? notToArrange('dispatchCommitment', commitment, parent, actor)
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

/** A duty names units and posts that exist, and each unit once. */
function wrongNames({ lead, supporting, post, leader }: Duty, { units, posts }: Known) {
  const named = lead === null ? supporting : [lead, ...supporting]
  const unknown = named.find((id) => !units.has(id))
  if (unknown) return no('unknown-unit', { unit: unknown })
  const nowhere = [post, leader].find((id) => id !== null && !posts.has(id))
  if (nowhere) return no('unknown-post', { post: nowhere })
  const twice = named.find((id, at) => named.indexOf(id) !== at)
  return twice ? no('unit-twice', { unit: twice }) : null
}

function beyondUnits(actor: Actor, units: readonly (string | null)[]) {
  const beyond = units.find((unit) => !actsFor(actor, unit))
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
