// How long an entry has stood on its rung, and whether that is longer than usual or so long that it counts as stuck (僵尸).

import { z } from 'zod'
import { serialOf } from '#base/day.ts'
import type { Entry } from '#domain/entry.ts'
import { type Definition, ladderOf, rungOf } from '#domain/register.ts'

/** `none`: not on the ladder; `left`: off it; `late` and `stuck`: longer than usual, and so long that nothing moves. */
export const StayState = z.enum(['none', 'usual', 'late', 'stuck', 'left'])
export type StayState = z.infer<typeof StayState>

export type Stay = { days: number; late: boolean; stuck: boolean }

/** By ladder; ladders it has left or never stood on are left out. */
export function staysOf(definition: Definition, { rungs }: Pick<Entry, 'rungs'>, on: string): Record<string, Stay> {
  const stays: Record<string, Stay> = {}
  for (const [key, { rung: at, since, left }] of Object.entries(rungs)) {
    const ladder = ladderOf(definition, key)
    const rung = ladder && rungOf(ladder, at)
    if (!rung || left !== null) continue
    const days = serialOf(on) - serialOf(since)
    const over = (most: number | null) => most !== null && days > most
    stays[key] = { days, late: over(rung.usualDays), stuck: over(rung.stuckDays) }
  }
  return stays
}
