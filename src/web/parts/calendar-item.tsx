// One thing on the calendar of a register: whose it is, what it is, and whether it is late.

import { Link } from '@tanstack/react-router'
import type { CalendarItem } from '#contract/plans.ts'
import { useWords } from '#web/language.ts'

/** `short`: where there is little room, what is done has a tick. */
export function ItemMark({ item, code, short = false }: { item: CalendarItem; code: string; short?: boolean }) {
  const { calendar: say, chart } = useWords().plans
  const { kind, entry, title, words, late, done } = item
  const state = late ? say.late : done ? say.done : ''
  const name = title ?? chart.untitled
  return (
    <Link
      to="/registers/$code/$id"
      params={{ code, id: entry }}
      search={{}}
      className={`calendar-item is-${kind}${late ? ' is-late' : ''}${done ? ' is-done' : ''}`}
      title={`${say.kinds[kind]} ${words} ${name} ${state}`}
    >
      <span className="calendar-kind">{say.kinds[kind]}</span>
      <span className="calendar-words">
        {words} <span className="calendar-title">{name}</span>
      </span>
      {state && (short && done ? <Tick words={state} /> : <span className="calendar-state">{state}</span>)}
    </Link>
  )
}

function Tick({ words }: { words: string }) {
  return (
    <span className="calendar-state">
      <span aria-hidden="true">✓</span>
      <span className="only-read-aloud">{words}</span>
    </span>
  )
}
