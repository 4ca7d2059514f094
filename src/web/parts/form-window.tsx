// The drawer of every form: its fields, what went wrong, and the buttons that decide.

import { Button, Drawer } from 'antd'
import { type ReactNode, type SyntheticEvent, useId, useRef } from 'react'
import { useWords } from '#web/language.ts'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import './form-window.css'

export type FormWindowProps = {
  title: string
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
export function FormWindow({
  title,
  submit,
  onSubmit,
  onClose,
  busy = false,
  blocked = false,
  error,
  danger = false,
  second,
  children,
}: FormWindowProps) {
  const { shell } = useWords()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const run = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!busy && !blocked) onSubmit()
  }
  // The drawer takes the focus itself when it opens; it belongs into the first field, or on the button of a form without one.
  const focusFirst = () => {
    const field = form.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, [role=slider]')
    ;(field ?? button.current)?.focus()
  }
  const buttons = (
    <div className="act-buttons">
      <Button onClick={onClose}>{shell.cancel}</Button>
      {second}
      <Button ref={button} type="primary" htmlType="submit" form={id} danger={danger} loading={busy} disabled={blocked}>
        {submit}
      </Button>
    </div>
  )
  return (
    <Drawer
      open
      title={title}
      onClose={onClose}
      size="min(36rem, 100vw)"
      mask={{ closable: false }}
      footer={buttons}
      afterOpenChange={(open) => open && focusFirst()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event)
      }}
    >
      <form ref={form} id={id} className="act-form" onSubmit={run}>
        {children}
        <RefusalNotice error={error} />
      </form>
    </Drawer>
  )
}

type FieldProps = { label: string; hint?: ReactNode; needed?: boolean; children: ReactNode }

/** One labelled field of a form; the label belongs to the control inside it. */
export function FormField({ label, hint, needed = false, children }: FieldProps) {
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
