// Beside a proposal: commitments that may be the same promise, met again with another number perhaps, each with the reason
// why it stands here. Merging is only begun from here; the form behind it says what will follow.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { LookAlike } from '#contract/documents.ts'
import type { Proposal } from '#domain/proposal.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { showTarget } from '#web/words/amount.ts'

/** Advice on a proposal that waits; what was adopted meanwhile counts, so it is asked again whenever it is looked at. */
export function useAdvice({ id, state }: Proposal) {
  return useQuestion('adviseOnProposal', { id }, { enabled: state === 'proposed', staleTime: 10_000 }).data
}

type Props = { proposal: Proposal; onMerge: (into: string) => void }

export function ReviewAlike({ proposal, onMerge }: Props) {
  const alike = useAdvice(proposal)?.alike ?? []
  const { review } = useWords()
  if (alike.length === 0) return null
  return (
    <section className="review-alike" aria-label={review.alike.title}>
      <h3>
        {review.alike.title} <span className="soft">{review.alike.hint}</span>
      </h3>
      <ul>
        {alike.map((one) => (
          <li key={one.id}>
            <One proposal={proposal} one={one} />
            <Button size="small" onClick={() => onMerge(one.id)}>
              {review.alike.merge(one.number)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ proposal, one }: { proposal: Proposal; one: LookAlike }) {
  const { review } = useWords()
  const { number, wording, document, shared } = one
  return (
    <div>
      <Link to="/commitments/$id" params={{ id: one.id }}>
        {number}
      </Link>{' '}
      {wording.title}
      <div className="review-alike-change">
        <Change proposal={proposal} one={one} />
      </div>
      <div className="soft">
        {review.alike.source(document.title, document.date)}
        {shared.length > 0 && ` · ${review.alike.shared(shared)}`}
      </div>
    </div>
  )
}

/** 100家 → 120家, or that nothing has changed. */
function Change({ proposal, one }: { proposal: Proposal; one: LookAlike }) {
  const { review } = useWords()
  const language = useLanguage()
  const [then, now] = [showTarget(one.wording, language), showTarget(proposal.wording, language)]
  const [dueThen, dueNow] = [one.wording.dueOn, proposal.wording.dueOn]
  const said = [
    then && now && (then === now ? review.alike.sameNumber(now) : review.alike.number(then, now)),
    dueThen && dueNow && dueThen !== dueNow && review.alike.due(dueThen, dueNow),
  ].filter(Boolean)
  return <>{said.join(review.reasonMark)}</>
}
