// What a merge would bring about: which mention is then in force, what the commitment will say, whether numbers disagree.
// Computed here by the same functions that decide on the server.

import type { Mention } from '#domain/commitment.ts'
import { inForce, restatement } from '#domain/mentions.ts'
import type { Proposal } from '#domain/proposal.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { showTarget } from '#web/words/amount.ts'

export function MergeOutlook({ proposal, into }: { proposal: Proposal; into: string }) {
  const { data: page } = useQuestion('getCommitment', { id: into })
  const { data: read } = useQuestion('getDocument', { id: proposal.document }, { staleTime: 300_000 })
  const { review } = useWords()
  const language = useLanguage()
  const { today } = useMe()
  if (!page || !read) return null
  const { commitment } = page
  const mention = { ...proposal, proposal: proposal.id, on: read.document.date ?? today }
  const holds = inForce({ ...commitment, mentions: [...commitment.mentions, mention as unknown as Mention] })
  if (!holds) return null
  const title = holds.mention.proposal === proposal.id ? read.document.title : titleOf(page, holds.mention)
  const next = restatement(commitment.wording, holds.mention.wording, holds.why === 'ruled')
  const [then, now] = [showTarget(commitment.wording, language), next ? showTarget(next, language) : '']
  return (
    <p className="wide review-outlook">
      {review.merge.inForce(title, holds.mention.on, review.merge.why[holds.why])}
      {next ? review.merge.restated(then || review.merge.noNumber, now) : review.merge.unchanged}
    </p>
  )
}

type Page = { sources: readonly { document: string; title: string }[] }

function titleOf({ sources }: Page, { document }: Mention): string {
  return sources.find((source) => source.document === document)?.title ?? ''
}
