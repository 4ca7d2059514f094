// The acts that need nothing but words: decline, urge, cancel, reopen. One form, four rows of a table.

import { Input } from 'antd'
import { useState } from 'react'
import { useAct } from '#web/hooks.ts'
import { type AllWords, useWords } from '#web/language.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { FormField } from '#web/parts/form-window.tsx'

type WordsAct = 'decline' | 'urge' | 'cancel' | 'reopen'
type Row = {
  door: 'declineCommitment' | 'urgeCommitment' | 'cancelCommitment' | 'reopenCommitment'
  label: (say: AllWords['shell']['act']) => string
  hint: (say: AllWords['shell']['act']) => string
  danger: boolean
}

const rows: Record<WordsAct, Row> = {
  decline: { door: 'declineCommitment', label: (say) => say.reason, hint: (say) => say.declineHint, danger: false },
  urge: { door: 'urgeCommitment', label: (say) => say.urgeWords, hint: (say) => say.urgeHint, danger: false },
  cancel: { door: 'cancelCommitment', label: (say) => say.reason, hint: (say) => say.cancelHint, danger: true },
  reopen: { door: 'reopenCommitment', label: (say) => say.reason, hint: (say) => say.reopenHint, danger: false },
}

export const ActDecline = (props: ActFormProps) => <ActWithWords name="decline" {...props} />
export const ActUrge = (props: ActFormProps) => <ActWithWords name="urge" {...props} />
export const ActCancel = (props: ActFormProps) => <ActWithWords name="cancel" {...props} />
export const ActReopen = (props: ActFormProps) => <ActWithWords name="reopen" {...props} />

function ActWithWords({ name, commitment, onDone, onClose }: ActFormProps & { name: WordsAct }) {
  const { shell } = useWords()
  const { door, label, hint, danger } = rows[name]
  const act = useAct(door, { quiet: true })
  const [text, setText] = useState('')
  const { id, version } = commitment
  // `reason` or `words`, as the door calls it.
  const input = name === 'urge' ? { id, version, words: text } : { id, version, reason: text }
  return (
    <ActWindow
      title={shell.acts[name]}
      commitment={commitment}
      submit={shell.acts[name]}
      onSubmit={() => act.mutate(input as Parameters<typeof act.mutate>[0], { onSuccess: onDone })}
      onClose={onClose}
      busy={act.isPending}
      blocked={text.trim() === ''}
      error={act.error}
      danger={danger}
    >
      <FormField label={label(shell.act)} hint={hint(shell.act)} needed>
        <Input.TextArea rows={5} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
      </FormField>
    </ActWindow>
  )
}
