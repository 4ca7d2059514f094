// Units that may take the lead, each with its reason: named in the text, or in charge of the like before. A press takes the
// advice; nothing is filled in by itself.

import { Button } from 'antd'
import type { OutputOf } from '#contract/contract.ts'
import { useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'

type Advice = OutputOf<'adviseOnProposal'>['leads'][number]

export function ReviewLead({ leads, onLead }: { leads: readonly Advice[]; onLead: (unit: string) => void }) {
  const { review } = useWords()
  const directory = useDirectory()
  if (leads.length === 0) return null
  const nameOf = (unit: string) => directory?.unit(unit)?.shortName ?? ''
  return (
    <ul className="review-leads" aria-label={review.leadAdvice.title}>
      {leads.map((advice) => (
        <li key={advice.unit}>
          <Button size="small" onClick={() => onLead(advice.unit)}>
            {review.leadAdvice.take(nameOf(advice.unit))}
          </Button>{' '}
          <span className="soft">
            {advice.why === 'history'
              ? review.leadAdvice.history(advice.last, nameOf(advice.unit), advice.count, advice.of)
              : review.leadAdvice[advice.why](advice.owner)}
          </span>
        </li>
      ))}
    </ul>
  )
}
