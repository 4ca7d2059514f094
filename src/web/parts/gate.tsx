// The plain page around signing in and changing the password: no Ant Design, so that the first page is small.

import { type FormEvent, type ReactNode, useState } from 'react'
import { setLanguage, useLanguage, useWords } from '#web/language.ts'
import { spoken } from '#web/parts/spoken.ts'
import './gate.css'

type Props = {
  title: string
  submit: string
  busy: string
  /** Runs on submit; what it throws is shown, what it returns as text too. */
  onSubmit: () => Promise<string | undefined>
  children: ReactNode
  /** Below the button, such as a way back. */
  after?: ReactNode
}

export function Gate({ title, submit, busy, onSubmit, children, after }: Props) {
  const words = useWords()
  const language = useLanguage()
  const [trouble, setTrouble] = useState<unknown>()
  const [working, setWorking] = useState(false)
  const run = async (event: FormEvent) => {
    event.preventDefault()
    setWorking(true)
    setTrouble(undefined)
    setTrouble(await onSubmit().catch((error: unknown) => error))
    setWorking(false)
  }
  return (
    <div className="gate">
      <title>{`${title} · ${words.shell.product}`}</title>
      <GateTop />
      <main className="gate-form">
        <form onSubmit={(event) => void run(event)}>
          <h1>{title}</h1>
          {trouble !== undefined && (
            <p className="trouble" role="alert">
              {typeof trouble === 'string' ? trouble : spoken(trouble, words, language)}
            </p>
          )}
          {children}
          <button type="submit" className="plain-button primary wide" disabled={working}>
            {working ? busy : submit}
          </button>
          {after && <p className="gate-after">{after}</p>}
        </form>
      </main>
    </div>
  )
}

function GateTop() {
  const { shell } = useWords()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <header className="gate-top">
      <span>
        <span className="frame-product">{shell.product}</span> <span className="soft">{shell.signIn.about}</span>
      </span>
      <button
        type="button"
        className="word-button"
        lang={other === 'en' ? 'en' : 'zh-CN'}
        onClick={() => void setLanguage(other)}
      >
        {shell.language}
      </button>
    </header>
  )
}

type FieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password'
  autoComplete: string
  hint?: string
  focus?: boolean
}

export function GateField({ label, value, onChange, type = 'text', autoComplete, hint, focus = false }: FieldProps) {
  return (
    <label>
      {label}
      <input
        required
        // biome-ignore lint/a11y/noAutofocus: the page is nothing but this form
        autoFocus={focus}
        type={type}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <span className="hint">{hint}</span>}
    </label>
  )
}
