// The rungs of a ladder as an entry has gone them: on which day it came to each, how long it stood there, where it stands now.

import { serialOf } from '#base/day.ts'
import type { Climb } from '#domain/climb.ts'
import type { Standing } from '#domain/entry.ts'
import type { Ladder, Rung } from '#domain/register.ts'

export type RungState = 'reached' | 'now' | 'left' | 'passed' | 'ahead'
export type StripRung = {
  rung: Rung
  state: RungState
  /** When it last came to the rung. */
  on: string | null
  /** All stays there together; of the present one until `today`. */
  days: number | null
}

type Step = Pick<Climb, 'ladder' | 'to' | 'on' | 'struck'>

/** Retired rungs are left out unless the entry was there. `climbs` oldest first. */
export function stripOf(ladder: Ladder, climbs: readonly Step[], at: Standing | undefined, today: string): StripRung[] {
  const steps = climbs.filter((step) => step.ladder === ladder.key && !step.struck)
  const stays = steps.map((step, i) => ({ ...step, until: steps[i + 1]?.on ?? today }))
  const place = ladder.rungs.findIndex(({ key }) => key === at?.rung)
  return ladder.rungs.flatMap((rung, i): StripRung[] => {
    const own = stays.filter(({ to }) => to === rung.key)
    const state =
      i === place ? (at?.left == null ? 'now' : 'left') : own.length > 0 ? 'reached' : i < place ? 'passed' : 'ahead'
    if (rung.retired && own.length === 0 && state !== 'now') return []
    const days = own.reduce((sum, { on, until }) => sum + serialOf(until) - serialOf(on), 0)
    return [{ rung, state, on: own.at(-1)?.on ?? null, days: own.length > 0 ? days : null }]
  })
}
