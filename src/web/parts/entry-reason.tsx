// A window that asks for one thing in words and then acts: a reason, an answer, a line. The acts that need no more use it.

import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'

type Props = {
  title: string
  label: string
  hint?: string
  submit: string
  most?: number
  danger?: boolean
  /** What it is about, above the field. */
  children?: ReactNode
  act: { isPending: boolean; error: unknown }
  onSubmit: (words: string) => void
  onClose: () => void
}

export function WordsWindow({
  title,
  label,
  hint,
  submit,
  most = 500,
  danger = false,
  children,
  act,
  onSubmit,
  onClose,
}: Props) {
  const [words, setWords] = useState('')
  return (
    <FormWindow
      title={title}
      submit={submit}
      onSubmit={() => onSubmit(words.trim())}
      onClose={onClose}
      busy={act.isPending}
      blocked={words.trim() === ''}
      error={act.error}
      danger={danger}
    >
      {children}
      <FormField label={label} needed {...(hint && { hint })}>
        <Input.TextArea rows={4} maxLength={most} value={words} onChange={({ target }) => setWords(target.value)} />
      </FormField>
    </FormWindow>
  )
}
