// An officer says which mention of a commitment is in force (以此为准), with the reason.

import { Input } from 'antd'
import { useState } from 'react'
import type { Commitment } from '#domain/commitment.ts'
import { useAct } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { subjectOf } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { FormField } from '#web/parts/form-window.tsx'
import { showTarget } from '#web/words/amount.ts'

type Props = {
  commitment: Commitment
  mention: Commitment['mentions'][number]
  /** The title of the mention's document. */
  title: string
  onClose: () => void
}

export function RuleMention({ commitment, mention, title, onClose }: Props) {
  const { supervise, shell } = useWords()
  const { sources: say } = supervise
  const language = useLanguage()
  const act = useAct('ruleMention', { quiet: true })
  const [reason, setReason] = useState('')
  const { id, version } = commitment
  return (
    <ActWindow
      title={say.rule}
      commitment={subjectOf(commitment)}
      submit={say.rule}
      onSubmit={() => act.mutate({ id, version, mention: mention.proposal, reason }, { onSuccess: onClose })}
      onClose={onClose}
      busy={act.isPending}
      blocked={reason.trim() === ''}
      error={act.error}
    >
      <div className="act-quote">
        <p>
          <strong>{say.says(title, mention.on, showTarget(mention.wording, language) || say.noNumber)}</strong>
        </p>
        <p className="act-text">{mention.quote}</p>
      </div>
      <p className="soft">{say.ruleHint}</p>
      <FormField label={shell.act.reason} needed>
        <Input.TextArea
          rows={4}
          maxLength={10_000}
          value={reason}
          placeholder={say.ruleReason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormField>
    </ActWindow>
  )
}
