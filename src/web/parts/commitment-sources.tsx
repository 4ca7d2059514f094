// Where a commitment was said: each mention with its sentence marked in the text around it, and the way to that place.

import { Link } from '@tanstack/react-router'
import type { OutputOf } from '#contract/contract.ts'
import type { Commitment } from '#domain/commitment.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { showTarget } from '#web/words/amount.ts'

type Page = OutputOf<'getCommitment'>
type Mention = Commitment['mentions'][number]

/** Sources and mentions are the same list, in the same order. */
export function Sources({ page: { sources, commitment } }: { page: Page }) {
  const { sources: say } = useWords().supervise
  return (
    <section className="section sheet-sources" aria-labelledby="sources-title">
      <h2 id="sources-title">
        {say.title} {sources.length > 1 && <span className="soft">{say.mentions(sources.length)}</span>}
      </h2>
      {commitment.parent && <p className="soft">{say.inherited}</p>}
      {sources.length === 0 && <p className="soft">{say.none}</p>}
      {sources.map((source, i) => (
        <Source
          key={`${source.document} ${commitment.mentions[i]?.start ?? i}`}
          source={source}
          mention={commitment.mentions[i]}
          before={commitment.mentions[i - 1]}
        />
      ))}
    </section>
  )
}

type SourceProps = { source: Page['sources'][number]; mention: Mention | undefined; before: Mention | undefined }

function Source({ source, mention, before }: SourceProps) {
  const { sources: say } = useWords().supervise
  const language = useLanguage()
  const now = mention ? showTarget(mention.wording, language) : ''
  const then = before ? showTarget(before.wording, language) : now
  return (
    <figure className="source">
      <figcaption>
        {source.title} <span className="soft nowrap">{source.date ?? say.undated}</span>
      </figcaption>
      <blockquote>
        {source.before && <span className="soft">…{source.before}</span>}
        <mark>{source.quote}</mark>
        {source.after && <span className="soft">{source.after}…</span>}
      </blockquote>
      {now !== then && <p>{say.changed(then, now)}</p>}
      <p className="not-printed">
        <Link to="/documents/$id" params={{ id: source.document }} search={placeOf(mention)}>
          {say.open}
        </Link>
      </p>
    </figure>
  )
}

/** The place in the document: the review page opens at this proposal's characters. */
function placeOf(mention: Mention | undefined): { proposal?: string } {
  return mention ? { proposal: mention.proposal } : {}
}
