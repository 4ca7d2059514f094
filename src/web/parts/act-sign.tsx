// Signing for a commitment (签收): one press to confirm.

import { useAct } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'

export function ActSign({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const act = useAct('signFor', { quiet: true })
  const { id, version } = commitment
  return (
    <ActWindow
      title={shell.acts.sign}
      commitment={commitment}
      submit={shell.acts.sign}
      onSubmit={() => act.mutate({ id, version }, { onSuccess: onDone })}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <p>{shell.act.signAsk}</p>
    </ActWindow>
  )
}
