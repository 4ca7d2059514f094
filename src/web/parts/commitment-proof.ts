// How far the declared proof of a commitment is there: closing asks for every kind in an accepted report.

import type { Commitment } from '#domain/commitment.ts'
import type { Evidence } from '#domain/evidence.ts'

export type ProofState = 'accepted' | 'filed' | 'missing'

/** Each declared kind: shown by an accepted report, on file only, or not there. */
export function proofStates(
  { duty, reports }: Pick<Commitment, 'duty' | 'reports'>,
  evidence: readonly Pick<Evidence, 'id' | 'proves'>[],
): { kind: string; state: ProofState }[] {
  const accepted = reports.filter(({ state }) => state === 'accepted').flatMap((report) => report.evidence)
  return duty.proof.map((kind) => {
    const pieces = evidence.filter(({ proves }) => proves === kind)
    const shown = pieces.some(({ id }) => accepted.includes(id))
    return { kind, state: shown ? 'accepted' : pieces.length > 0 ? 'filed' : 'missing' }
  })
}
