// One step of an entry on one of its ladders: up, over rungs that were skipped, back, off it, or on it again. A step that was
// recorded by mistake is struck out, with a reason; it stays to be seen and counts no more.

import { z } from 'zod'
import type { Standing } from '#domain/entry.ts'
import { Day, Id, Row, Words } from '#domain/fields.ts'

/** `recorded`: taken before the register was kept here (补录), on trust and with a reason; no gate was asked. */
export const ClimbKind = z.enum(['climbed', 'skipped', 'recorded', 'back', 'left', 'returned'])

/** A proof that the gate let pass without (容缺), until it is supplied. */
export const Owed = z.object({ kind: Words, dueOn: Day, supplied: z.object({ file: Id, on: Day }).nullable() })
export type Owed = z.infer<typeof Owed>

export const Climb = Row.extend({
  register: Id,
  entry: Id,
  ladder: z.string(),
  kind: ClimbKind,
  from: z.string().nullable(),
  /** Where it stands after the step; null after leaving. */
  to: z.string().nullable(),
  /** When it happened, and the day of the certificate that the gate asks for. */
  on: Day,
  certificateOn: Day.nullable(),
  skipped: z.array(z.string()),
  reason: Words.nullable(),
  evidence: z.array(Id),
  owed: z.array(Owed),
  /** The first day on which something is still owed; null when nothing is. */
  owedOn: Day.nullable(),
  by: Id,
  units: z.array(Id),
  struck: z.object({ on: Day, by: Id, reason: Words }).nullable(),
  /** It had come up to this rung before, by a step that still stands. */
  again: z.boolean().default(false),
})
export type Climb = z.infer<typeof Climb>

export type ClimbEvent =
  | { kind: 'stepped'; climb: Omit<Climb, 'version' | 'owedOn'> }
  | { kind: 'struck'; struck: NonNullable<Climb['struck']> }
  | { kind: 'supplied'; proof: string; file: string; on: string }
  /** After another step was struck out. */
  | { kind: 'recounted'; again: boolean }

export function evolveClimb(climb: Climb | { id: string; version: 0 }, event: ClimbEvent): Climb {
  const next = changed(climb as Climb, event)
  return { ...next, owedOn: next.struck ? null : firstOwed(next.owed), version: climb.version + 1 }
}

function changed(climb: Climb, event: ClimbEvent): Climb {
  switch (event.kind) {
    case 'stepped':
      return { ...event.climb, version: climb.version, owedOn: null }
    case 'struck':
      return { ...climb, struck: event.struck }
    case 'recounted':
      return { ...climb, again: event.again }
    case 'supplied': {
      const { proof, file, on } = event
      return {
        ...climb,
        owed: climb.owed.map((one) => (one.kind === proof ? { ...one, supplied: { file, on } } : one)),
      }
    }
  }
}

function firstOwed(owed: readonly Owed[]): string | null {
  const open = owed.filter(({ supplied }) => !supplied).map(({ dueOn }) => dueOn)
  return open.toSorted()[0] ?? null
}

/** Steps up to a rung are counted; going back to it, or coming back on to the ladder, is nothing new. */
export const countedKinds: readonly Climb['kind'][] = ['climbed', 'skipped', 'recorded']

/** The ids of the steps, oldest first, that come up to a rung a second time or more. */
export function againIn(climbs: readonly Climb[]): Set<string> {
  const come = new Set<string | null>()
  const again = climbs.filter(({ kind, to, struck }) => {
    if (struck || !countedKinds.includes(kind)) return false
    return come.has(to) || !come.add(to)
  })
  return new Set(again.map(({ id }) => id))
}

/** Where the steps leave an entry, in the order in which they were recorded; null when it is not on the ladder. */
export function standingAfter(climbs: readonly Climb[]): Standing | null {
  return climbs.filter(({ struck }) => !struck).reduce(afterOne, null as Standing | null)
}

function afterOne(before: Standing | null, { kind, to, from, on, reason }: Climb): Standing | null {
  const reached = before?.reached ?? []
  const rung = kind === 'left' ? (before?.rung ?? from) : to
  if (rung === null) return before
  if (kind === 'left') return { rung, since: on, reached, left: reason ?? '' }
  return { rung, since: on, reached: [...new Set([...reached, rung])], left: null }
}
