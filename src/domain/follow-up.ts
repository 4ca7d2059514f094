// Decisions while the work runs: report, accept, return, extend, press.

import type { z } from 'zod'
import type { Actor } from '#domain/actor.ts'
import {
  atWork,
  type CommitmentDecision,
  lateAmong,
  notLead,
  outOf,
  type Surroundings,
  stillOpen,
} from '#domain/assignment.ts'
import type { Commitment, Extension, Report, Seal } from '#domain/commitment.ts'
import { happens, no } from '#domain/decision.ts'

type Asked = z.infer<typeof Extension>
type Sealed = z.infer<typeof Seal>

/** `known`: the evidence on file for this commitment. One report waits at a time. */
export function decideReport(
  commitment: Commitment,
  report: Report,
  known: readonly string[],
  actor: Actor,
): CommitmentDecision {
  const open = waiting(commitment)
  if (open) return no('report-open', { report: open.id })
  const stranger = report.evidence.find((id) => !known.includes(id))
  return (
    outOf(commitment, atWork) ??
    notLead(commitment, actor) ??
    (stranger ? no('unknown-evidence', { evidence: stranger }) : happens({ kind: 'reported', report }))
  )
}

export function decideAccept(commitment: Commitment, remark: string | null, seal: Sealed): CommitmentDecision {
  const report = waiting(commitment)
  if (!report) return no('no-open-report', { id: commitment.id })
  const wrong = outOf(commitment, stillOpen)
  if (wrong) return wrong
  if (report.by === seal.by) return no('own-work', { person: seal.by })
  return earlier(commitment, seal.on) ?? happens({ kind: 'report-accepted', report: report.id, remark, seal })
}

export function decideReturn(commitment: Commitment, remark: string, actor: Actor): CommitmentDecision {
  const report = waiting(commitment)
  if (!report) return no('no-open-report', { id: commitment.id })
  const wrong = outOf(commitment, stillOpen)
  if (wrong) return wrong
  if (report.by === actor.person) return no('own-work', { person: actor.person })
  return happens({ kind: 'report-returned', report: report.id, remark })
}

export function decideAskExtension(
  commitment: Commitment,
  asked: Omit<Asked, 'from' | 'state' | 'remark'>,
  actor: Actor,
): CommitmentDecision {
  const { dueOn } = commitment.duty
  const wrong = outOf(commitment, [...atWork, 'awaiting-review']) ?? notLead(commitment, actor)
  if (wrong) return wrong
  if (!dueOn) return no('due-missing', { id: commitment.id })
  if (askedFor(commitment)) return no('already-decided', { state: 'asked' })
  return (
    notLater(asked.to, dueOn) ??
    happens({ kind: 'extension-asked', extension: { ...asked, from: dueOn, state: 'asked', remark: null } })
  )
}

export function decideExtension(
  commitment: Commitment,
  { granted, remark }: { granted: boolean; remark: string | null },
  around: Pick<Surroundings, 'parent' | 'children'>,
  actor: Actor,
): CommitmentDecision {
  const extension = askedFor(commitment)
  if (!extension) return no('no-open-extension', { id: commitment.id })
  const wrong = outOf(commitment, stillOpen)
  if (wrong) return wrong
  if (extension.by === actor.person) return no('own-work', { person: actor.person })
  if (!granted) return happens({ kind: 'extension-refused', extension: extension.id, remark })
  return (
    notLater(extension.to, commitment.duty.dueOn) ??
    lateAmong(extension.to, around) ??
    happens({ kind: 'extension-granted', extension: extension.id, remark })
  )
}

/** The office may have moved the date itself since the unit asked. */
function notLater(to: string, dueOn: string | null) {
  return dueOn !== null && to <= dueOn ? no('extension-not-later', { dueOn, to }) : null
}

export function decideUrge(commitment: Commitment, on: string, by: string, words: string): CommitmentDecision {
  const given = stillOpen.filter((stage) => stage !== 'draft')
  return outOf(commitment, given) ?? happens({ kind: 'urged', on, by, words })
}

/** A refusal when a day lies before that of a report: no work is judged before it was told of. */
export function earlier({ reports }: Commitment, on: string) {
  const told = reports
    .map((report) => report.on)
    .toSorted()
    .at(-1)
  if (told === undefined || on >= told) return null
  return no('bad-input', { issues: [{ path: 'on', message: `lies before the report of ${told}` }] })
}

export function waiting(commitment: Commitment): Report | undefined {
  return commitment.reports.find((report) => report.state === 'awaiting')
}

export function askedFor(commitment: Commitment): Asked | undefined {
  return commitment.extensions.find((extension) => extension.state === 'asked')
}
