// The head of every page: its title, a word beside it, and on the right what can be done with the whole page.

import { type ReactNode, useEffect } from 'react'
import { useWords } from '#web/language.ts'

export function PageHeader({ title, beside, children }: { title: string; beside?: ReactNode; children?: ReactNode }) {
  const { shell } = useWords()
  useEffect(() => {
    document.title = `${title} · ${shell.product}`
  }, [title, shell])
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {beside && <span className="soft">{beside}</span>}
      {children && <div className="page-header-more">{children}</div>}
    </header>
  )
}
