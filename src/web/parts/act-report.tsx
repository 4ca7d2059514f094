// Reporting progress (填报): how far, the number if the target has one, the words, the evidence.

import { Checkbox, Input, InputNumber, Slider } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { EvidenceField } from '#web/parts/evidence-field.tsx'
import { EvidenceList } from '#web/parts/evidence-list.tsx'
import { DayField } from '#web/parts/fields.tsx'
import { FormField } from '#web/parts/form-window.tsx'
import { useUploads } from '#web/parts/uploads.ts'
import { showTarget } from '#web/words/amount.ts'

type Page = OutputOf<'getCommitment'>

export function ActReport({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const { today } = useMe()
  const { id, version, unit } = commitment
  const { data: page } = useQuestion('getCommitment', { id })
  const act = useAct('fileReport', { quiet: true })
  const uploads = useUploads(id)
  const [percent, setPercent] = useState(commitment.percent)
  const [value, setValue] = useState<number | null>(null)
  const [text, setText] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const [reused, setReused] = useState<readonly string[]>([])
  const sent = uploads.files.flatMap(({ evidence }) => evidence ?? [])
  const evidence = [...sent.map((piece) => piece.id), ...reused]
  const spare = page ? unused(page).filter((piece) => !sent.some((one) => one.id === piece.id)) : []
  const missing = page ? stillMissing(page, evidence, sent) : []
  const submit = () =>
    act.mutate({ id, version, percent, value, text, evidence, ...(on ? { on } : {}) }, { onSuccess: onDone })
  return (
    <ActWindow
      title={shell.acts.report}
      commitment={commitment}
      submit={shell.act.submitReport}
      onSubmit={submit}
      onClose={onClose}
      busy={act.isPending}
      blocked={text.trim() === '' || uploads.sending}
      error={act.error}
    >
      <LastReturn page={page} />
      <PercentField percent={percent} onChange={setPercent} />
      {commitment.value !== null && <ValueField page={page} unit={unit} value={value} onChange={setValue} />}
      <FormField label={shell.act.text} hint={shell.act.textHint} needed>
        <Input.TextArea rows={5} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
      </FormField>
      <EvidenceField uploads={uploads} proof={commitment.duty.proof} />
      <SpareEvidence pieces={spare} picked={reused} onPick={setReused} />
      {percent === 100 && missing.length > 0 && <p>{shell.act.needsProof(missing.join(shell.listMark))}</p>}
      {uploads.sending && <p role="status">{shell.act.stillUploading}</p>}
      <FormField label={shell.act.on}>
        <DayField value={on ?? today} onChange={setOn} latest={today} />
      </FormField>
    </ActWindow>
  )
}

type SpareProps = { pieces: Page['evidence']; picked: readonly string[]; onPick: (ids: string[]) => void }

function SpareEvidence({ pieces, picked, onPick }: SpareProps) {
  const { shell } = useWords()
  if (pieces.length === 0) return null
  return (
    <fieldset className="act-field">
      <legend className="act-label">{shell.act.spareEvidence}</legend>
      <Checkbox.Group
        value={[...picked]}
        onChange={onPick}
        options={pieces.map(({ id, proves, file }) => ({ value: id, label: `${proves} ${file.name}` }))}
      />
    </fieldset>
  )
}

/** Filed before and in no report yet, as after a lost connection. */
function unused({ commitment, evidence }: Page) {
  const used = new Set(commitment.reports.flatMap((report) => report.evidence))
  return evidence.filter((piece) => !used.has(piece.id))
}

/** The declared kinds that neither an accepted report nor this one shows. */
function stillMissing({ commitment, evidence }: Page, picked: readonly string[], sent: Page['evidence']): string[] {
  const accepted = commitment.reports.filter(({ state }) => state === 'accepted').flatMap((report) => report.evidence)
  const counted = new Set([...accepted, ...picked])
  const shown = new Set([...evidence, ...sent].filter(({ id }) => counted.has(id)).map(({ proves }) => proves))
  return commitment.duty.proof.filter((kind) => !shown.has(kind))
}

/** Why the last report came back, so that it need not be looked up. */
function LastReturn({ page }: { page: Page | undefined }) {
  const { shell } = useWords()
  const last = page?.commitment.reports.at(-1)
  if (last?.state !== 'returned') return null
  return (
    <div className="act-quote">
      <h2>{shell.act.lastReturn}</h2>
      <p className="act-text">{last.remark}</p>
      {page && last.evidence.length > 0 && (
        <EvidenceList pieces={page.evidence.filter(({ id }) => last.evidence.includes(id))} />
      )}
    </div>
  )
}

function PercentField({ percent, onChange }: { percent: number; onChange: (percent: number) => void }) {
  const { shell } = useWords()
  return (
    <div className="act-field">
      <span className="act-label">{shell.act.percent}</span>
      <div className="percent-field">
        <Slider
          min={0}
          max={100}
          value={percent}
          onChange={onChange}
          ariaLabelForHandle={shell.act.percent}
          tooltip={{ open: false }}
        />
        <InputNumber
          min={0}
          max={100}
          precision={0}
          value={percent}
          onChange={(next) => onChange(next ?? 0)}
          suffix="%"
          aria-label={shell.act.percent}
        />
      </div>
    </div>
  )
}

type ValueProps = {
  page: Page | undefined
  unit: string | null
  value: number | null
  onChange: (value: number | null) => void
}

/** The number reached; money is typed in 万元 and kept in 元. */
function ValueField({ page, unit, value, onChange }: ValueProps) {
  const { shell } = useWords()
  const language = useLanguage()
  const scale = unit === '元' ? 10_000 : 1
  const shownUnit = unit === '元' ? '万元' : (unit ?? '')
  const hint = page && `${shell.act.target} ${showTarget(page.commitment.wording, language)}`
  return (
    <FormField label={shell.act.value} hint={hint}>
      <InputNumber
        style={{ width: '12rem' }}
        value={value === null ? null : value / scale}
        onChange={(next) => onChange(next === null ? null : Math.round(next * scale * 1e6) / 1e6)}
        suffix={shownUnit}
      />
    </FormField>
  )
}
