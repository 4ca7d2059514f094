// Decisions at the end: close with the declared proof, cancel, open again. Nobody closes what they filed themselves.

import type { z } from 'zod'
import { type CommitmentDecision, outOf, stillOpen } from '#domain/assignment.ts'
import type { Commitment, Seal } from '#domain/commitment.ts'
import { happens, no } from '#domain/decision.ts'
import type { Evidence } from '#domain/evidence.ts'
import { earlier } from '#domain/follow-up.ts'

type Sealed = z.infer<typeof Seal>

/** Closed only when completed, with all parts ended and every declared kind of proof in an accepted report. */
export function decideClose(
  commitment: Commitment,
  around: { children: readonly Commitment[]; evidence: readonly Evidence[] },
  seal: Sealed,
): CommitmentDecision {
  const wrong = outOf(commitment, ['awaiting-closure']) ?? childrenOpen(around.children) ?? earlier(commitment, seal.on)
  if (wrong) return wrong
  const filed = [...commitment.reports.map((report) => report.by), ...around.evidence.map((piece) => piece.filedBy)]
  if (filed.includes(seal.by)) return no('own-work', { person: seal.by })
  const kinds = missingProof(commitment, around.evidence)
  return kinds.length > 0 ? no('proof-missing', { kinds }) : happens({ kind: 'closed', on: seal.on, by: seal.by, seal })
}

/** The declared kinds of proof that no accepted report shows yet. */
export function missingProof(commitment: Commitment, evidence: readonly Evidence[]): string[] {
  const accepted = commitment.reports
    .filter((report) => report.state === 'accepted')
    .flatMap((report) => report.evidence)
  const shown = evidence.filter((piece) => accepted.includes(piece.id)).map((piece) => piece.proves)
  return commitment.duty.proof.filter((kind) => !shown.includes(kind))
}

export function decideCancel(
  commitment: Commitment,
  children: readonly Commitment[],
  end: { on: string; by: string; reason: string },
): CommitmentDecision {
  return outOf(commitment, stillOpen) ?? childrenOpen(children) ?? happens({ kind: 'cancelled', ...end })
}

/** A part is never open while its whole has ended: the whole is opened again first. */
export function decideReopen(commitment: Commitment, parent: Commitment | null, reason: string): CommitmentDecision {
  const wrong = outOf(commitment, ['closed', 'cancelled'])
  if (wrong) return wrong
  if (parent && parent.closure !== 'open') return no('parent-ended', { number: parent.number })
  return happens({ kind: 'reopened', reason })
}

function childrenOpen(children: readonly Commitment[]) {
  const numbers = children.filter((child) => child.closure === 'open').map((child) => child.number)
  return numbers.length > 0 ? no('children-open', { numbers }) : null
}

/**
 * What a seal covers: the words, the duty, the reports without what is decided on them, and the hashes of the evidence
 * they show. Progress is what the reports say, and moves by the very act that seals.
 */
export function sealedState(commitment: Commitment, evidence: readonly Evidence[]) {
  const { id, wording, mentions, duty } = commitment
  const reports = commitment.reports.map(({ seal, state, remark, ...report }) => report)
  const shown = evidence.filter((piece) => reports.some((report) => report.evidence.includes(piece.id)))
  const files = shown.map((piece) => ({ id: piece.id, proves: piece.proves, sha256: piece.file.sha256 }))
  return { id, wording, mentions, duty, reports, files: files.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}
