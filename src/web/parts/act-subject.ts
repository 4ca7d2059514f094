// What the forms of all acts need to know about a commitment: a row of a table has it, a whole commitment is turned into it.

import type { CommitmentRow } from '#contract/overview.ts'
import type { Commitment } from '#domain/commitment.ts'

export type ActSubject = Pick<
  CommitmentRow,
  'id' | 'version' | 'number' | 'title' | 'parent' | 'duty' | 'percent' | 'stage' | 'unit' | 'value'
>

export function subjectOf(commitment: Commitment): ActSubject {
  const { id, version, number, parent, duty, percent, stage, wording } = commitment
  const { title, unit, value } = wording
  return { id, version, number, parent, duty, percent, stage, title, unit, value }
}

/** Props of every act form. `onDone` runs after the server has said yes; `onClose` when the window is given up. */
export type ActFormProps = { commitment: ActSubject; onDone: () => void; onClose: () => void }
