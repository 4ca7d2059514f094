// Closing a commitment for good (销号): shows which declared proof is at hand, and from which day it counts.

import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { EvidenceList } from '#web/parts/evidence-list.tsx'
import { DayField } from '#web/parts/fields.tsx'
import { FormField } from '#web/parts/form-window.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'

export function ActClose({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const { today } = useMe()
  const { data: page } = useQuestion('getCommitment', { id: commitment.id })
  const act = useAct('closeCommitment', { quiet: true })
  const [on, setOn] = useState<string | null>(null)
  const { id, version } = commitment
  return (
    <ActWindow
      title={shell.acts.close}
      commitment={commitment}
      submit={shell.acts.close}
      onSubmit={() => act.mutate({ id, version, ...(on ? { on } : {}) }, { onSuccess: onDone })}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <p>{shell.act.closeAsk}</p>
      {page ? <ProofAtHand page={page} /> : <LoadingMark />}
      <FormField label={shell.act.on}>
        <DayField value={on ?? today} onChange={setOn} latest={today} />
      </FormField>
    </ActWindow>
  )
}

/** Each declared kind of proof with the accepted pieces that show it. */
export function ProofAtHand({ page: { commitment, evidence } }: { page: OutputOf<'getCommitment'> }) {
  const { shell } = useWords()
  const accepted = commitment.reports.filter(({ state }) => state === 'accepted').flatMap((report) => report.evidence)
  const pieces = evidence.filter(({ id }) => accepted.includes(id))
  const missing = commitment.duty.proof.filter((kind) => !pieces.some(({ proves }) => proves === kind))
  return (
    <div className="act-quote">
      <h2>{shell.act.closeProof}</h2>
      {pieces.length > 0 && <EvidenceList pieces={pieces} />}
      {missing.length > 0 && (
        <p role="alert">
          <strong>{shell.act.proofMissing}</strong> {missing.join(shell.listMark)}
        </p>
      )}
    </div>
  )
}
