// Other commitments that may be the same promise, adopted apart: beside each other, with their numbers, for the office to
// compare. One of them is then cancelled, or both stay.

import { Link } from '@tanstack/react-router'
import type { OutputOf } from '#contract/contract.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayPass, stillOpen } from '#web/parts/act-rules.ts'
import { showTarget } from '#web/words/amount.ts'

type Page = OutputOf<'getCommitment'>

export function Alike({ page: { commitment }, asOf }: { page: Page; asOf: string | null }) {
  const { supervise, review } = useWords()
  const language = useLanguage()
  const { roles } = useMe()
  const { id, parent, stage, wording } = commitment
  const enabled = asOf === null && parent === null && stillOpen.includes(stage) && mayPass('listLookAlikes', roles)
  const { data = [] } = useQuestion('listLookAlikes', { id }, { enabled })
  if (!enabled || data.length === 0) return null
  const { alike: say } = supervise
  const own = showTarget(wording, language)
  return (
    <section className="section" aria-labelledby="alike-title">
      <h2 id="alike-title">
        {say.title} <span className="soft">{say.hint}</span>
      </h2>
      {data.map((one) => {
        const theirs = showTarget(one.wording, language)
        return (
          <div key={one.id} className="source">
            <Link to="/commitments/$id" params={{ id: one.id }}>
              {one.number} {one.wording.title}
            </Link>
            <p>
              {own && theirs && (own === theirs ? say.same(own) : say.apart(own, theirs))}{' '}
              <span className="soft">
                {review.alike.source(one.document.title, one.document.date)}
                {one.shared.length > 0 && ` · ${review.alike.shared(one.shared)}`}
              </span>
            </p>
          </div>
        )
      })}
    </section>
  )
}
