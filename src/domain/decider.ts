// Four eyes at a gate: who decides is somebody else than who filed what is decided on, and not of the unit that answers for
// the entry. Asked of gates that say `otherParty`.

import { countedKinds } from '#domain/climb.ts'
import { type Gate, type Ladder, rungOf } from '#domain/register.ts'
import type { Ground } from '#domain/step.ts'

type Seen = Pick<Ground, 'register' | 'entry' | 'climbs' | 'reporters' | 'actor'>

export type Decider = 'other' | 'filed' | 'of-lead-unit'

/** What the asker is at this gate; null where it does not matter. */
export function deciderAt(ground: Seen, ladder: Ladder, { otherParty }: Pick<Gate, 'otherParty'>): Decider | null {
  return otherParty ? (notOtherParty(ground, ladder)?.why ?? 'other') : null
}

/** Why this actor is no other party; null when they are. */
export function notOtherParty(ground: Seen, ladder: Ladder) {
  const { register, entry, actor } = ground
  if (filers(ground, ladder).includes(actor.person)) return { why: 'filed' as const, person: actor.person, unit: null }
  const { lead } = register.definition
  const unit = lead === null ? undefined : entry.values[lead]
  const near = typeof unit === 'string' && actor.posts.some((post) => post.unit === unit)
  return near ? { why: 'of-lead-unit' as const, person: actor.person, unit } : null
}

/**
 * Who took the last step up that no other party decided (the application), and who reported on the commitments that the
 * entry leads to. A check passed on before by another party does not make its decider a filer.
 */
function filers({ climbs, reporters }: Seen, ladder: Ladder): string[] {
  const applied = climbs.findLast(({ kind, to, struck }) => {
    const gate = to === null ? undefined : rungOf(ladder, to)?.gate
    return !struck && countedKinds.includes(kind) && gate !== undefined && !gate.otherParty
  })
  return applied ? [applied.by, ...reporters] : [...reporters]
}
