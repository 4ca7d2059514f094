// Where an entry stands on a ladder: the rung, for how many days, and whether that is long or so long that it counts as stuck.

import type { Ladder } from '#domain/register.ts'
import type { AllWords } from '#web/language.ts'
import { useWords } from '#web/language.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import './register-rung.css'

export type RungShown = { name: string; days: number | null; state: 'usual' | 'late' | 'stuck' | 'left' }

/** Null: not on this ladder. */
export function rungOn(ladder: Ladder, { rungs, stays }: Pick<ShownEntry, 'rungs' | 'stays'>): RungShown | null {
  const at = rungs[ladder.key]
  if (!at) return null
  const name = ladder.rungs.find(({ key }) => key === at.rung)?.name ?? at.rung
  if (at.left !== null) return { name, days: null, state: 'left' }
  const stay = stays[ladder.key]
  return { name, days: stay?.days ?? null, state: stay?.stuck ? 'stuck' : stay?.late ? 'late' : 'usual' }
}

/** The same in words: 签约 35天 超常. */
export function textOfRung({ name, days, state }: RungShown, { registers }: AllWords): string {
  const stay = days === null ? '' : registers.rung.days(days)
  return [name, stay, registers.rung.states[state]].filter((word) => word !== '').join(' ')
}

/** The mark has a shape and a word: it is understood without colour. */
export function RungMark({ shown }: { shown: RungShown }) {
  const { registers } = useWords()
  const { name, days, state } = shown
  return (
    <span className={`rung rung-${state}`}>
      <span className="rung-name">{name}</span>
      {days !== null && <span className="rung-days">{registers.rung.days(days)}</span>}
      {state !== 'usual' && (
        <span className="rung-state">
          <RungShape state={state} />
          {registers.rung.states[state]}
        </span>
      )}
    </span>
  )
}

export function RungShape({ state }: Pick<RungShown, 'state'>) {
  if (state === 'left') return null
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true">
      {state === 'late' ? <path d="M5 1 9.5 9h-9z" /> : <path d="M1 1h8v8H1z" />}
    </svg>
  )
}
