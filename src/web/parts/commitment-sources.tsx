// Where a commitment was said: each mention with its sentence marked in the text around it, and the way to that place; which
// of them is in force and why, and where two documents give different numbers.

import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Commitment } from '#domain/commitment.ts'
import { disputesOf, type InForce, inForce } from '#domain/mentions.ts'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayPass, stillOpen } from '#web/parts/act-rules.ts'
import { RuleMention } from '#web/parts/commitment-ruling.tsx'
import { PersonName } from '#web/parts/names.tsx'
import { showTarget } from '#web/words/amount.ts'

type Page = OutputOf<'getCommitment'>
type Mention = Commitment['mentions'][number]

/** Sources and mentions are the same list, in the same order. `asOf`: a page of then, on which nothing can be ruled. */
export function Sources({ page, asOf }: { page: Page; asOf: string | null }) {
  const { sources: say } = useWords().supervise
  const { roles } = useMe()
  const [ruling, setRuling] = useState<Mention | null>(null)
  const { sources, commitment } = page
  const { mentions, parent, stage } = commitment
  const holds = parent === null && mentions.length > 1 ? inForce(commitment) : undefined
  const mayRule = asOf === null && holds && stillOpen.includes(stage) && mayPass('ruleMention', roles)
  return (
    <section className="section sheet-sources" aria-labelledby="sources-title">
      <h2 id="sources-title">
        {say.title} {sources.length > 1 && <span className="soft">{say.mentions(sources.length)}</span>}
      </h2>
      {parent && <p className="soft">{say.inherited}</p>}
      {commitment.origin && <p>{say.origin(commitment.origin.title)}</p>}
      {sources.length === 0 && !commitment.origin && <p className="soft">{say.none}</p>}
      <Disputes page={page} />
      {sources.map((source, i) => (
        <Source
          key={`${source.document} ${mentions[i]?.start ?? i}`}
          source={source}
          mention={mentions[i]}
          before={mentions[i - 1]}
          holds={holds && holds.mention === mentions[i] ? holds : undefined}
          ruling={commitment.ruling}
          onRule={mayRule && mentions[i] ? () => setRuling(mentions[i]!) : undefined}
        />
      ))}
      {ruling && (
        <RuleMention
          commitment={commitment}
          mention={ruling}
          title={sources.find(({ document }) => document === ruling.document)?.title ?? ''}
          onClose={() => setRuling(null)}
        />
      )}
    </section>
  )
}

/** Each pair that disagrees, with its documents and numbers. */
function Disputes({ page: { commitment, sources } }: { page: Page }) {
  const { sources: say } = useWords().supervise
  const language = useLanguage()
  const disputes = disputesOf(commitment)
  if (disputes.length === 0) return null
  const told = ({ document, wording, on }: Mention) =>
    say.says(sources.find((source) => source.document === document)?.title ?? '', on, showTarget(wording, language))
  return (
    <Alert
      className="source-dispute"
      type="warning"
      title={say.disputed}
      description={
        <ul>
          {disputes.map(([first, second]) => (
            <li key={`${first.proposal} ${second.proposal}`}>{say.against(told(first), told(second))}</li>
          ))}
        </ul>
      }
    />
  )
}

type SourceProps = {
  source: Page['sources'][number]
  mention: Mention | undefined
  before: Mention | undefined
  /** Given for the mention in force, when there are several. */
  holds: InForce | undefined
  ruling: Commitment['ruling']
  /** Undefined when it may not be ruled in force by this person now. */
  onRule: (() => void) | undefined
}

function Source({ source, mention, before, holds, ruling, onRule }: SourceProps) {
  const { supervise, review } = useWords()
  const { sources: say } = supervise
  const language = useLanguage()
  const now = mention ? showTarget(mention.wording, language) : ''
  const then = before ? showTarget(before.wording, language) : now
  return (
    <figure className={holds ? 'source is-in-force' : 'source'}>
      <figcaption>
        {source.title} <span className="soft nowrap">{source.date ?? say.undated}</span>
        {now && <span className="source-number">{now}</span>}
      </figcaption>
      {holds && (
        <p className="source-force">
          <strong>{say.inForce}</strong> {say.why[holds.why]}
          {holds.why === 'ruled' && ruling && (
            <>
              {' '}
              <PersonName id={ruling.by} /> {ruling.on}
              {review.groupMark}
              {ruling.reason}
            </>
          )}
        </p>
      )}
      <blockquote>
        {source.before && <span className="soft">…{source.before}</span>}
        <mark>{source.quote}</mark>
        {source.after && <span className="soft">{source.after}…</span>}
      </blockquote>
      {now !== then && <p>{say.changed(then || say.noNumber, now || say.noNumber)}</p>}
      <p className="not-printed source-ways">
        <Link to="/documents/$id" params={{ id: source.document }} search={placeOf(mention)}>
          {say.open}
        </Link>
        {onRule && holds?.why !== 'ruled' && (
          <Button size="small" onClick={onRule}>
            {say.rule}
          </Button>
        )}
      </p>
    </figure>
  )
}

/** The place in the document: the review page opens at this proposal's characters. */
function placeOf(mention: Mention | undefined): { proposal?: string } {
  return mention ? { proposal: mention.proposal } : {}
}
