// On which day an entry came to each rung of a ladder, as its steps tell it: a rung passed over has the day of the step over
// it, and a step back takes the days above away.

import type { Climb } from '#domain/climb.ts'
import type { Ladder } from '#domain/register.ts'

export type Told = Pick<Climb, 'ladder' | 'kind' | 'to' | 'on' | 'struck'>
export type Reached = { on: string; passedOver: boolean }

/** `climbs`: those of one entry, oldest first; those of other ladders are left aside. */
export function reachedDays(ladder: Pick<Ladder, 'key' | 'rungs'>, climbs: readonly Told[]): Map<string, Reached> {
  const places = new Map(ladder.rungs.map(({ key }, place) => [key, place]))
  const reached = new Map<string, Reached>()
  let at = -1
  for (const { ladder: of, to, on, struck } of climbs) {
    const place = to === null ? undefined : places.get(to)
    if (of !== ladder.key || struck || place === undefined) continue
    for (const { key } of ladder.rungs.slice(place + 1)) reached.delete(key)
    for (const { key, retired } of ladder.rungs.slice(at + 1, place))
      if (!retired && !reached.has(key)) reached.set(key, { on, passedOver: true })
    if (place > at || !reached.has(to!)) reached.set(to!, { on, passedOver: false })
    at = place
  }
  return reached
}
