// Asking for a later due date (延期申请), and deciding on it.

import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { DayField } from '#web/parts/fields.tsx'
import { FormField } from '#web/parts/form-window.tsx'
import { PersonName } from '#web/parts/names.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'

export function ActExtension({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const act = useAct('requestExtension', { quiet: true })
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { id, version, duty } = commitment
  return (
    <ActWindow
      title={shell.acts.extension}
      commitment={commitment}
      submit={shell.act.submitExtension}
      onSubmit={() => to && act.mutate({ id, version, to, reason }, { onSuccess: onDone })}
      onClose={onClose}
      busy={act.isPending}
      blocked={to === null || reason.trim() === ''}
      error={act.error}
    >
      <FormField label={shell.act.extensionTo} hint={duty.dueOn && shell.act.extensionLater(duty.dueOn)} needed>
        <DayField value={to} onChange={setTo} earliest={dayAfter(duty.dueOn)} />
      </FormField>
      <FormField label={shell.act.reason} needed>
        <Input.TextArea
          rows={5}
          maxLength={10_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormField>
    </ActWindow>
  )
}

function dayAfter(day: string | null): string | undefined {
  if (!day) return undefined
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

export function ActDecideExtension({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const { data: page } = useQuestion('getCommitment', { id: commitment.id })
  const act = useAct('decideExtension', { quiet: true })
  const [remark, setRemark] = useState('')
  const extension = page?.commitment.extensions.find(({ state }) => state === 'asked')
  const decide = (granted: boolean) => {
    const said = remark.trim() ? { remark } : {}
    act.mutate({ id: commitment.id, version: commitment.version, granted, ...said }, { onSuccess: onDone })
  }
  const refuse = (
    <Button disabled={!extension || act.isPending} onClick={() => decide(false)}>
      {shell.act.refuse}
    </Button>
  )
  return (
    <ActWindow
      title={shell.acts.decideExtension}
      commitment={commitment}
      submit={shell.act.grant}
      onSubmit={() => decide(true)}
      onClose={onClose}
      busy={act.isPending}
      blocked={!extension}
      error={act.error}
      second={refuse}
    >
      <h2>{shell.act.waitingExtension}</h2>
      {!page && <LoadingMark />}
      {page && !extension && <p>{shell.act.noExtension}</p>}
      {extension && (
        <div className="act-quote">
          <p>
            <strong>{shell.act.extensionFromTo(extension.from, extension.to)}</strong>
          </p>
          <p className="act-text">{extension.reason}</p>
          <p className="soft">
            <PersonName id={extension.by} /> {extension.on}
          </p>
        </div>
      )}
      <FormField label={shell.act.remark}>
        <Input.TextArea rows={3} maxLength={2000} value={remark} onChange={(event) => setRemark(event.target.value)} />
      </FormField>
    </ActWindow>
  )
}
