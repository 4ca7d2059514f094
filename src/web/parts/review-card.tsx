// The card of the selected proposal: what was read and how surely, the duty row, the acts with their keys, what was decided.

import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Proposal, Wording } from '#domain/proposal.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { PersonName } from '#web/parts/names.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import type { Choice } from '#web/parts/review-acts.ts'
import { ReviewAlike } from '#web/parts/review-alike.tsx'
import { ReviewDuty } from '#web/parts/review-duty.tsx'
import type { DutyDraft } from '#web/parts/review-duty-draft.ts'
import { ReviewEdit } from '#web/parts/review-edit.tsx'
import { ReviewMerge } from '#web/parts/review-merge.tsx'
import { ReviewParts } from '#web/parts/review-parts.tsx'
import { StatementPlace } from '#web/parts/review-place.tsx'
import { ReviewReject } from '#web/parts/review-reject.tsx'
import { KindLetter, StateWord } from '#web/parts/review-signs.tsx'
import type { Stretch } from '#web/parts/review-text.tsx'

export type CardForm = 'edit' | 'merge' | 'reject' | null

export type CardProps = {
  proposal: Proposal
  previous: Proposal | null
  trouble: unknown
  pending: boolean
  /** False for readers who may not decide. */
  deciding: boolean
  number: string | undefined
  form: CardForm
  duty: DutyDraft
  onForm: (form: CardForm) => void
  onDuty: (duty: DutyDraft) => void
  onPart: (part: Stretch | null) => void
  onAdopt: (wording?: Partial<Wording>) => void
  onDecide: (choice: Choice) => void
}

export function ReviewCard(props: CardProps) {
  const { proposal, trouble, pending, deciding, form, onPart } = props
  const { review, nouns } = useWords()
  const { wording, statement, state, ordinal, quote } = proposal
  const open = deciding && state === 'proposed' && !pending
  const [into, setInto] = useState<string | null>(null)
  const mergeInto = (id: string) => {
    setInto(id)
    props.onForm('merge')
  }
  return (
    <article className="review-card" aria-label={wording.title}>
      <p className="review-card-top">
        <KindLetter kind={wording.kind} /> {nouns.kinds[wording.kind]}{' '}
        <span className="soft">{review.ordinal(ordinal)}</span>{' '}
        <StatementPlace document={proposal.document} start={statement.start} />
        <span className="review-card-state">{pending ? review.pending : <StateWord state={state} />}</span>
      </p>
      <h2>{wording.title}</h2>
      {quote.trim() !== wording.title && (
        <blockquote className="review-quote" cite="">
          {quote}
        </blockquote>
      )}
      {statement.decision === 'heard' && <Alert type="warning" title={review.heard} />}
      {(wording.kind === 'fact' || wording.kind === 'roster') && (
        <Alert type="info" title={review.background[wording.kind]} />
      )}
      <RefusalNotice error={trouble} />
      {open && form === null && <ReviewAlike proposal={proposal} onMerge={mergeInto} />}
      {form !== 'edit' && <ReviewParts proposal={proposal} onPart={onPart} />}
      {state !== 'proposed' && <Decided {...props} />}
      {open && <OpenCard {...props} into={into} onInto={setInto} />}
      {deciding && state === 'rejected' && !pending && (
        <Button onClick={() => props.onDecide({ act: 'reconsider' })}>
          {review.acts.reconsider} <kbd>R</kbd>
        </Button>
      )}
    </article>
  )
}

type OpenProps = CardProps & {
  /** The look-alike that was pressed. */
  into: string | null
  onInto: (into: string | null) => void
}

function OpenCard(props: OpenProps) {
  const { proposal, previous, form, duty, into, onInto, onForm, onDuty, onAdopt, onDecide } = props
  const close = () => {
    onInto(null)
    onForm(null)
  }
  switch (form) {
    case 'edit':
      return (
        <ReviewEdit
          proposal={proposal}
          onAdopt={onAdopt}
          onSave={(wording) => onDecide({ act: 'reword', wording })}
          onClose={close}
        />
      )
    case 'merge':
      return (
        <ReviewMerge
          proposal={proposal}
          previous={previous}
          chosen={into}
          onMerge={(into) => onDecide({ act: 'merge', into })}
          onClose={close}
        />
      )
    case 'reject':
      return <ReviewReject onReject={(reason) => onDecide({ act: 'reject', reason })} onClose={close} />
    case null:
      return (
        <>
          <ReviewDuty proposal={proposal} duty={duty} onChange={onDuty} />
          <ActButtons {...props} />
        </>
      )
  }
}

function ActButtons({ onForm, onAdopt }: CardProps) {
  const { review } = useWords()
  return (
    <div className="review-acts">
      <Button type="primary" onClick={() => onAdopt()}>
        {review.acts.adopt} <kbd>A</kbd>
      </Button>
      <Button onClick={() => onForm('edit')}>
        {review.acts.edit} <kbd>E</kbd>
      </Button>
      <Button onClick={() => onForm('merge')}>
        {review.acts.merge} <kbd>M</kbd>
      </Button>
      <Button onClick={() => onForm('reject')}>
        {review.acts.reject} <kbd>X</kbd>
      </Button>
    </div>
  )
}

/** Who decided what, why, and the commitment it became part of. */
function Decided({ proposal, number, pending }: CardProps) {
  const { review } = useWords()
  const { state, decidedBy, reason, commitment } = proposal
  if (pending) return null
  return (
    <dl className="review-decided">
      <dt>{review.states[state]}</dt>
      <dd>
        <PersonName id={decidedBy} />
      </dd>
      {reason && (
        <>
          <dt>{review.reason}</dt>
          <dd>{reason}</dd>
        </>
      )}
      {commitment && (
        <>
          <dt>{review.commitment}</dt>
          <dd>
            <CommitmentLink id={commitment} number={number} />
          </dd>
        </>
      )}
    </dl>
  )
}

function CommitmentLink({ id, number }: { id: string; number: string | undefined }) {
  const { review } = useWords()
  const { data } = useQuestion('getCommitment', { id }, { enabled: number === undefined })
  return (
    <Link to="/commitments/$id" params={{ id }}>
      {number ?? data?.commitment.number ?? review.commitment}
    </Link>
  )
}
