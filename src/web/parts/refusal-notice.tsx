// A refusal or a lost connection, shown where it happened, with a way to go on.

import { useQueryClient } from '@tanstack/react-query'
import { Alert, type App, Button } from 'antd'
import { useState } from 'react'
import { CallRefused } from '#web/client.ts'
import { type AllWords, useLanguage, useWords } from '#web/language.ts'
import { spoken } from '#web/parts/spoken.ts'

/** Nothing when there is no error. `onRetry` is offered for everything; a stale row reloads all questions. */
export function RefusalNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const [read, setRead] = useState<unknown>(null)
  if (!error || error === read) return null
  const stale = error instanceof CallRefused && error.refusal.code === 'stale'
  const again = stale ? () => reload() : onRetry
  const reload = () => {
    setRead(error)
    void queries.invalidateQueries()
  }
  const button = again && (
    <Button size="small" onClick={again}>
      {stale ? words.shell.reload : words.shell.retry}
    </Button>
  )
  return (
    <Alert
      className="refusal-notice"
      type="error"
      role="alert"
      title={spoken(error, words, language)}
      action={button}
    />
  )
}

/** The floating form for acts without a form of their own. */
export function offerReload(
  notification: ReturnType<typeof App.useApp>['notification'],
  text: string,
  words: AllWords,
  reload: () => void,
): void {
  const key = 'stale'
  const onClick = () => {
    notification.destroy(key)
    reload()
  }
  const actions = (
    <Button type="primary" onClick={onClick}>
      {words.shell.reload}
    </Button>
  )
  notification.warning({ key, title: text, actions, duration: 0 })
}
