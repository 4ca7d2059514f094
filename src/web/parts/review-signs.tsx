// The small signs of the review: the letter of a kind, the word of a state. Colour never stands alone.

import type { Proposal } from '#domain/proposal.ts'
import type { StatementKind } from '#reading/statement.ts'
import { useWords } from '#web/language.ts'

/** The letter that also stands in the text; its meaning is read aloud. */
export function KindLetter({ kind }: { kind: StatementKind }) {
  const { review, nouns } = useWords()
  return (
    <span className="review-letter" data-kind={kind} title={nouns.kinds[kind]}>
      <span aria-hidden="true">{review.letters[kind]}</span>
      <span className="only-read-aloud">{nouns.kinds[kind]}</span>
    </span>
  )
}

export function StateWord({ state }: { state: Proposal['state'] }) {
  const { review } = useWords()
  return (
    <span className="review-state" data-state={state}>
      {review.states[state]}
    </span>
  )
}
