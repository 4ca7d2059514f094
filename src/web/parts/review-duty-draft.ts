// The duty that an officer fills in while adopting, before it is sent: what it starts from, what of it was set.

import type { Duty } from '#domain/commitment.ts'
import type { Proposal } from '#domain/proposal.ts'

export type DutyDraft = { lead: string | null; supporting: string[]; post: string | null; dueOn: string | null }

/** The due date as it was read; nobody is put in charge by the machine. */
export function firstDuty({ wording }: Proposal): DutyDraft {
  return { lead: null, supporting: [], post: null, dueOn: wording.dueOn }
}

/** Only what the officer has set; undefined when nothing. */
export function dutyFrom(
  { lead, supporting, post, dueOn }: DutyDraft,
  { wording }: Proposal,
): Partial<Duty> | undefined {
  const duty = {
    ...(lead && { lead }),
    ...(supporting.length > 0 && { supporting }),
    ...(post && { post }),
    ...(dueOn !== wording.dueOn && { dueOn }),
  }
  return Object.keys(duty).length > 0 ? duty : undefined
}
