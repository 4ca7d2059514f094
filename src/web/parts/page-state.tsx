// What stands in place of a page while it is loading, when it does not exist, or when it could not be loaded.

import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '#web/language.ts'
import { spoken } from '#web/parts/spoken.ts'

export function LoadingMark() {
  const { shell } = useWords()
  return (
    <p className="loading-mark" role="status">
      {shell.loading}
    </p>
  )
}

/** Shown by the router for an error thrown by a page; knows nothing of Ant Design. */
export function PageTrouble({ error }: { error: unknown }) {
  return <Trouble sentence={spoken(error, useWords(), useLanguage())} />
}

export function NoSuchPage() {
  const { shell } = useWords()
  return <Trouble sentence={shell.noSuchPage} />
}

function Trouble({ sentence }: { sentence: string }) {
  const { shell } = useWords()
  return (
    <div className="page-trouble" role="alert">
      <p>{sentence}</p>
      <p>
        <button type="button" className="plain-button" onClick={() => location.reload()}>
          {shell.reload}
        </button>{' '}
        <Link to="/">{shell.backHome}</Link>
      </p>
    </div>
  )
}
