// Saying that a proposal is another mention of a commitment that exists: a look-alike, the previous item, or a search. Below
// the choice stands what will follow: which mention is then in force, and what changes.

import { Button, Select } from 'antd'
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { LookAlike } from '#contract/documents.ts'
import type { CommitmentRow } from '#contract/overview.ts'
import type { Proposal } from '#domain/proposal.ts'
import { useDirectory, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { useAdvice } from '#web/parts/review-alike.tsx'
import { closing } from '#web/parts/review-edit.tsx'
import { MergeOutlook } from '#web/parts/review-outlook.tsx'

type Props = {
  proposal: Proposal
  previous: Proposal | null
  /** The look-alike that was pressed; null when the form was opened by its own button. */
  chosen: string | null
  onMerge: (into: string) => void
  onClose: () => void
}

export function ReviewMerge({ proposal, previous, chosen, onMerge, onClose }: Props) {
  const { review } = useWords()
  const [typed, setTyped] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const alike = useAdvice(proposal)?.alike ?? []
  const [picked, setPicked] = useState<string | null>(chosen)
  const into = picked ?? alike[0]?.id ?? previous?.commitment ?? null
  const { options, told, loading } = useCandidates(proposal, previous, alike, useDeferredValue(typed.trim()))
  // Merging cannot be taken back, so a choice only moves on to the button.
  const choose = (id: string) => {
    setPicked(id)
    setTimeout(() => button.current?.focus())
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (into) onMerge(into)
  }
  const form = useRef<HTMLFormElement>(null)
  // On a phone the card is longer than its pane. In braces: newer browsers answer with a promise, which is no clean-up.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      ref={form}
      className="review-form"
      aria-label={review.merge.title}
      onSubmit={onSubmit}
      onKeyDown={closing(onClose)}
    >
      <p className="wide soft">{review.merge.hint}</p>
      <div className="review-field wide">
        <label htmlFor="review-merge">{review.merge.find}</label>
        <Select
          id="review-merge"
          autoFocus
          defaultOpen={chosen === null}
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
      {into !== null && <MergeOutlook proposal={proposal} into={into} />}
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

/** What is typed is searched for; before that, look-alikes, the previous item and those that speak of the same thing. */
function useCandidates(proposal: Proposal, previous: Proposal | null, alike: readonly LookAlike[], typed: string) {
  const { review } = useWords()
  const { indicator, object } = proposal.statement
  const text = typed || (indicator ?? object ?? '').slice(0, 100)
  const asked = { ...(text && { text }), closure: ['open' as const], limit: most }
  const { data, isFetching } = useQuestion('listCommitments', asked, { keep: true })
  const label = useLabel()
  const first = useQuestion(
    'getCommitment',
    { id: previous?.commitment ?? '' },
    { enabled: previous?.commitment != null },
  )
  const near = alike.map(({ id, number, wording, lead }) => {
    return {
      value: id,
      label: `${review.merge.alike} ${label({ number, title: wording.title, lead, dueOn: wording.dueOn })}`,
    }
  })
  const before = [first.data?.commitment ?? []].flat().map(({ id, number, wording, duty }) => {
    return { value: id, label: `${review.merge.previous} ${label({ number, title: wording.title, ...duty })}` }
  })
  const searched = (data?.rows ?? []).map(({ id, number, title, duty }) => {
    return { value: id, label: label({ number, title, ...duty }) }
  })
  const all = typed === '' ? [...near, ...before, ...searched] : searched
  const options = all.filter(({ value }, place) => all.findIndex((one) => one.value === value) === place)
  return { options, loading: isFetching, told: data ? review.merge.found(data.rows.length, data.total) : '' }
}

type Named = Pick<CommitmentRow, 'number' | 'title'> & Pick<CommitmentRow['duty'], 'lead' | 'dueOn'>

function useLabel() {
  const { review } = useWords()
  const directory = useDirectory()
  return ({ number, title, lead, dueOn }: Named) =>
    [number, title, directory?.unit(lead)?.shortName ?? review.merge.leadNone, dueOn].filter(Boolean).join('　')
}
