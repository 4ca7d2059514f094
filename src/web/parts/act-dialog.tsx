// Opens the form of any act on a commitment; says afterwards what was done. The forms are loaded when first opened.

import { App } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useWords } from '#web/language.ts'
import type { ActName } from '#web/parts/act-rules.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'

const words = () => import('#web/parts/act-words.tsx')
const assign = () => import('#web/parts/act-assign.tsx')
const extension = () => import('#web/parts/act-extension.tsx')

const forms: Record<ActName, ComponentType<ActFormProps>> = {
  sign: lazy(async () => ({ default: (await import('#web/parts/act-sign.tsx')).ActSign })),
  decline: lazy(async () => ({ default: (await words()).ActDecline })),
  report: lazy(async () => ({ default: (await import('#web/parts/act-report.tsx')).ActReport })),
  extension: lazy(async () => ({ default: (await extension()).ActExtension })),
  dispatch: lazy(async () => ({ default: (await assign()).ActDispatch })),
  assign: lazy(async () => ({ default: (await assign()).ActAssign })),
  review: lazy(async () => ({ default: (await import('#web/parts/act-review.tsx')).ActReview })),
  decideExtension: lazy(async () => ({ default: (await extension()).ActDecideExtension })),
  close: lazy(async () => ({ default: (await import('#web/parts/act-close.tsx')).ActClose })),
  urge: lazy(async () => ({ default: (await words()).ActUrge })),
  cancel: lazy(async () => ({ default: (await words()).ActCancel })),
  reopen: lazy(async () => ({ default: (await words()).ActReopen })),
}

/** Read aloud only: shown among a page's buttons it would push them about. */
const loading = (
  <div className="only-read-aloud">
    <LoadingMark />
  </div>
)

/** Keep `commitment` fresh while it is open (look it up by id in the page's own answer): after 重新载入 it must be the new version. */
export function ActDialog({ act, commitment, onDone, onClose }: ActFormProps & { act: ActName }) {
  const { shell } = useWords()
  const { message } = App.useApp()
  const Form = forms[act]
  const done = () => {
    void message.success(shell.didAct(shell.acts[act], commitment.number))
    onDone()
  }
  return (
    <Suspense fallback={loading}>
      <Form commitment={commitment} onDone={done} onClose={onClose} />
    </Suspense>
  )
}
