// Units that may take the lead or help, each with its reason: named in the text, or in charge of the like before. A press takes
// the advice; nothing is filled in by itself.

import { Button } from 'antd'
import type { OutputOf } from '#contract/contract.ts'
import { useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'

type Advised = OutputOf<'adviseOnProposal'>
type Advice = Advised['leads'][number]

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

/** Units that the text names as helping. */
export function ReviewSupporting({
  supporting,
  onAdd,
}: {
  supporting: Advised['supporting']
  onAdd: (unit: string) => void
}) {
  const { review } = useWords()
  const directory = useDirectory()
  if (supporting.length === 0) return null
  return (
    <ul className="review-leads" aria-label={review.leadAdvice.supporting}>
      {supporting.map(({ unit, why, owner }) => (
        <li key={unit}>
          <Button size="small" onClick={() => onAdd(unit)}>
            {review.leadAdvice.add(directory?.unit(unit)?.shortName ?? '')}
          </Button>{' '}
          <span className="soft">{review.leadAdvice[why](owner)}</span>
        </li>
      ))}
    </ul>
  )
}
