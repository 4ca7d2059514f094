// Deciding on the report that waits (审核): its words, figures and evidence first, then accept or return.

import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Report } from '#domain/commitment.ts'
import { useAct, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { EvidenceList } from '#web/parts/evidence-list.tsx'
import { FormField } from '#web/parts/form-window.tsx'
import { PersonName } from '#web/parts/names.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { showQuantity } from '#web/words/amount.ts'

export function ActReview({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const { data: page } = useQuestion('getCommitment', { id: commitment.id })
  const accept = useAct('acceptReport', { quiet: true })
  const giveBack = useAct('returnReport', { quiet: true })
  const [remark, setRemark] = useState('')
  const { id, version } = commitment
  const report = page?.commitment.reports.find(({ state }) => state === 'awaiting')
  const busy = accept.isPending || giveBack.isPending
  const said = remark.trim() ? { remark } : {}
  const back = (
    <Button
      danger
      disabled={!report || busy || remark.trim() === ''}
      onClick={() => giveBack.mutate({ id, version, remark }, { onSuccess: onDone })}
    >
      {shell.act.return}
    </Button>
  )
  return (
    <ActWindow
      title={shell.acts.review}
      commitment={commitment}
      submit={shell.act.accept}
      onSubmit={() => accept.mutate({ id, version, ...said }, { onSuccess: onDone })}
      onClose={onClose}
      busy={busy}
      blocked={!report}
      error={accept.error ?? giveBack.error}
      second={back}
    >
      <h2>{shell.act.waitingReport}</h2>
      {!page && <LoadingMark />}
      {page && !report && <p>{shell.act.noReport}</p>}
      {page && report && <ReportToReview report={report} page={page} />}
      <FormField label={shell.act.remark} hint={shell.act.remarkToReturn}>
        <Input.TextArea rows={4} maxLength={2000} value={remark} onChange={(event) => setRemark(event.target.value)} />
      </FormField>
    </ActWindow>
  )
}

function ReportToReview({ report, page }: { report: Report; page: OutputOf<'getCommitment'> }) {
  const { shell } = useWords()
  const language = useLanguage()
  const { commitment, evidence } = page
  const pieces = evidence.filter(({ id }) => report.evidence.includes(id))
  const shown = new Set(pieces.map((piece) => piece.proves))
  const missing = commitment.duty.proof.filter((kind) => !shown.has(kind))
  return (
    <div className="act-quote">
      <p>
        <strong>
          {commitment.percent}% → {report.percent}%
        </strong>{' '}
        {report.value !== null && showQuantity(report.value, commitment.wording.unit, language)}
      </p>
      <p className="act-text">{report.text}</p>
      {pieces.length > 0 ? <EvidenceList pieces={pieces} /> : <p className="soft">{shell.act.noEvidence}</p>}
      {missing.length > 0 && (
        <p className="soft">
          {shell.act.proofMissing} {missing.join(shell.listMark)}
        </p>
      )}
      <p className="soft">
        <PersonName id={report.by} /> {report.on}
      </p>
    </div>
  )
}
