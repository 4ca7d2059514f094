// Signing in with user name and password; afterwards back to the page that was asked for.

import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#web/language.ts'
import { Gate, GateField } from '#web/parts/gate.tsx'
import { signIn } from '#web/session.ts'

export function SignInPage() {
  const { shell } = useWords()
  const { to } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const queries = useQueryClient()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const submit = async () => {
    await signIn(username.trim(), password)
    queries.clear()
    router.history.push(isOurs(to) ? to : '/')
    return undefined
  }
  return (
    <Gate title={shell.signIn.title} submit={shell.signIn.submit} busy={shell.signIn.busy} onSubmit={submit}>
      <GateField label={shell.signIn.username} value={username} onChange={setUsername} autoComplete="username" focus />
      <GateField
        label={shell.signIn.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
    </Gate>
  )
}

/** Only an address inside this application, never one that a link from outside has put in. */
function isOurs(to: string | undefined): to is string {
  return to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in')
}
