// Saying that a proposal is another mention of a commitment that exists: the previous item, look-alikes, or a search.

import { Button, Select } from 'antd'
import { type FormEvent, useDeferredValue, useRef, useState } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import type { Proposal } from '#domain/proposal.ts'
import { useDirectory, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { closing } from '#web/parts/review-edit.tsx'

type Props = { proposal: Proposal; previous: Proposal | null; onMerge: (into: string) => void; onClose: () => void }

export function ReviewMerge({ proposal, previous, onMerge, onClose }: Props) {
  const { review } = useWords()
  const [typed, setTyped] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const [into, setInto] = useState<string | null>(previous?.commitment ?? null)
  const { options, told, loading } = useCandidates(proposal, previous, useDeferredValue(typed.trim()))
  // Merging cannot be taken back, so a choice only moves on to the button.
  const choose = (id: string) => {
    setInto(id)
    setTimeout(() => button.current?.focus())
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (into) onMerge(into)
  }
  return (
    <form className="review-form" aria-label={review.merge.title} onSubmit={onSubmit} onKeyDown={closing(onClose)}>
      <p className="wide soft">{review.merge.hint}</p>
      <div className="review-field wide">
        <label htmlFor="review-merge">{review.merge.find}</label>
        <Select
          id="review-merge"
          autoFocus
          defaultOpen
          showSearch={{ filterOption: false, onSearch: setTyped }}
          {...(into !== null && { value: into })}
          onSelect={choose}
          options={options}
          loading={loading}
          notFoundContent={review.merge.none}
          placeholder={review.merge.find}
        />
        <span className="soft review-hint">{told}</span>
      </div>
      <div className="review-form-end wide">
        <Button ref={button} type="primary" htmlType="submit" disabled={into === null}>
          {review.merge.choose}
        </Button>
        <Button onClick={onClose}>
          {review.acts.cancel} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  )
}

const most = 20

/** What is typed is searched for; before that, the previous item and those that speak of the same thing. */
function useCandidates(proposal: Proposal, previous: Proposal | null, typed: string) {
  const { review } = useWords()
  const { indicator, object } = proposal.statement
  const alike = (indicator ?? object ?? '').slice(0, 100)
  const text = typed || alike
  const asked = { ...(text && { text }), closure: ['open' as const], limit: most }
  const { data, isFetching } = useQuestion('listCommitments', asked, { keep: true })
  const label = useLabel()
  const first = useQuestion(
    'getCommitment',
    { id: previous?.commitment ?? '' },
    { enabled: previous?.commitment != null },
  )
  const rows = data?.rows.filter(({ id }) => typed !== '' || id !== previous?.commitment) ?? []
  const before = typed === '' && first.data ? [first.data.commitment] : []
  const options = [
    ...before.map(({ id, number, wording, duty }) => ({
      value: id,
      label: `${review.merge.previous} ${label({ number, title: wording.title, duty })}`,
    })),
    ...rows.map((row) => ({ value: row.id, label: label(row) })),
  ]
  return { options, loading: isFetching, told: data ? review.merge.found(data.rows.length, data.total) : '' }
}

function useLabel() {
  const { review } = useWords()
  const directory = useDirectory()
  return ({ number, title, duty }: Pick<CommitmentRow, 'number' | 'title' | 'duty'>) =>
    [number, title, directory?.unit(duty.lead)?.shortName ?? review.merge.leadNone, duty.dueOn]
      .filter(Boolean)
      .join('　')
}
