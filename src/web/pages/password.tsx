// Changing one's password: forced with a one-time password, or from the menu.

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CallRefused } from '#web/client.ts'
import { useWords } from '#web/language.ts'
import { Gate, GateField } from '#web/parts/gate.tsx'
import { changePassword } from '#web/session.ts'

export function PasswordPage() {
  const { shell } = useWords()
  const say = shell.password
  const navigate = useNavigate()
  const queries = useQueryClient()
  const forced = isForced(queries.getQueryState(['getDirectory', {}])?.error)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const submit = async () => {
    if (next !== again) return say.differ
    await changePassword(current, next)
    queries.clear()
    await navigate({ to: '/' })
    return undefined
  }
  const back = (
    <button type="button" className="word-button" onClick={() => history.back()}>
      {shell.cancel}
    </button>
  )
  return (
    <Gate title={say.title} submit={say.submit} busy={say.busy} onSubmit={submit} after={!forced && back}>
      {forced && <p>{say.forced}</p>}
      <GateField
        label={say.current}
        type="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        focus
      />
      <GateField
        label={say.next}
        hint={say.rule}
        type="password"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
      />
      <GateField label={say.again} type="password" value={again} onChange={setAgain} autoComplete="new-password" />
    </Gate>
  )
}

function isForced(error: unknown): boolean {
  return error instanceof CallRefused && error.refusal.code === 'password-change-due'
}
