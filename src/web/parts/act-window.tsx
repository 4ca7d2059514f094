// The drawer that every act form stands in: which commitment, the form, what went wrong, and the buttons that decide.

import { Button, Drawer } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../language.ts'
import type { ActSubject } from './act-subject.ts'
import { UnitName } from './names.tsx'
import { RefusalNotice } from './refusal-notice.tsx'

type Props = {
  title: string
  commitment: ActSubject
  submit: string
  onSubmit: () => void
  onClose: () => void
  busy?: boolean
  /** The main button cannot be pressed; say why in the form. */
  blocked?: boolean
  error?: unknown
  danger?: boolean
  /** A second way out beside the main button, such as 退回 beside 通过. */
  second?: ReactNode
  children?: ReactNode
}

/** Enter in a one-line field or Ctrl+Enter anywhere submits; Escape closes. A click beside it does not lose the text. */
export function ActWindow({
  title,
  commitment,
  submit,
  onSubmit,
  onClose,
  busy,
  blocked,
  error,
  danger,
  second,
  children,
}: Props) {
  const { shell } = useWords()
  const run = (event: FormEvent) => {
    event.preventDefault()
    if (!busy && !blocked) onSubmit()
  }
  const buttons = (
    <div className="act-buttons">
      <Button onClick={onClose}>{shell.cancel}</Button>
      {second}
      <Button
        type="primary"
        htmlType="submit"
        form="act-form"
        danger={danger ?? false}
        loading={busy ?? false}
        disabled={blocked ?? false}
      >
        {submit}
      </Button>
    </div>
  )
  return (
    <Drawer open title={title} onClose={onClose} size="min(36rem, 100vw)" mask={{ closable: false }} footer={buttons}>
      <form
        id="act-form"
        className="act-form"
        onSubmit={run}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event)
        }}
      >
        <SubjectHead commitment={commitment} />
        {children}
        <RefusalNotice error={error} />
      </form>
    </Drawer>
  )
}

function SubjectHead({ commitment: { number, title, duty } }: { commitment: ActSubject }) {
  const { shell } = useWords()
  return (
    <div className="act-subject">
      <div>
        <strong>{number}</strong> {title}
      </div>
      <div className="soft">
        <UnitName id={duty.lead} /> · {duty.dueOn ? shell.act.due(duty.dueOn) : shell.act.noDue}
      </div>
    </div>
  )
}

type FieldProps = { label: string; hint?: ReactNode; needed?: boolean; children: ReactNode }

/** One labelled field of a form; the label belongs to the control inside it. */
export function ActField({ label, hint, needed = false, children }: FieldProps) {
  const { shell } = useWords()
  return (
    <div className="act-field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <span className="act-label">
          {label}
          {!needed && <span className="soft"> {shell.optional}</span>}
        </span>
        {children}
      </label>
      {hint && <div className="soft act-hint">{hint}</div>}
    </div>
  )
}
