// The views of a register as tabs: links, so that each can be opened beside or sent on. What narrows the list goes along;
// sorting and columns belong to a view and do not.

import { Link } from '@tanstack/react-router'
import type { Register } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { firstLook, type RegisterLook, registerSearchOf } from '#web/parts/register-look.ts'
import { isDrawn } from '#web/parts/register-view.tsx'
import { viewsOf } from '#web/parts/register-views.ts'
import './view-tabs.css'

export function RegisterTabs({ register, look }: { register: Register; look: RegisterLook }) {
  const words = useWords()
  const { registers } = words
  const { code } = register.definition
  const drawn = viewsOf(register.definition, words).filter(({ kind }) => isDrawn(kind))
  if (drawn.length === 0) return null
  return (
    <nav className="view-tabs not-printed" aria-label={registers.tabs.label}>
      <Tab code={code} view={null} look={look} name={registers.tabs.all} />
      {drawn.map(({ key, name, kind }) => (
        <Tab
          key={key}
          code={code}
          view={key}
          look={look}
          name={name}
          mark={kind === 'table' ? '' : registers.kinds[kind]}
        />
      ))}
    </nav>
  )
}

/** On a phone the tabs are one line that is moved sideways. */
function bringIntoSight(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

type TabProps = { code: string; view: string | null; look: RegisterLook; name: string; mark?: string }

/** `mark`: what kind of view it is, said where the name does not say so itself. */
function Tab({ code, view, look, name, mark }: TabProps) {
  const { filter, where, text, asOf } = look
  const current = look.view === view
  return (
    <Link
      to="/registers/$code"
      params={{ code }}
      search={registerSearchOf({ ...firstLook, view, filter, where, text, asOf })}
      activeOptions={{ exact: true }}
      className="view-tab"
      {...(current ? { 'aria-current': 'page' as const, ref: bringIntoSight } : {})}
    >
      {name}
      {mark && !name.includes(mark) && <span className="view-kind">{mark}</span>}
    </Link>
  )
}
