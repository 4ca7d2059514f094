// The light of each commitment at a moment: the zone's rule, the calendar, and the day it was then.

import { addWorkdays, workdaysBetween } from '#base/calendar.ts'
import { addDays } from '#base/day.ts'
import type { Commitment } from '#domain/commitment.ts'
import { type LightRule, type Lit, lightOf } from '#domain/light.ts'
import type { Context } from '#operations/context.ts'
import { dayOf } from '#operations/moment.ts'
import type { LightDays } from '#store/lights.ts'

export type Lighting = {
  asOf: string | null
  today: string
  rule: LightRule
  days: LightDays
  lit(commitment: Pick<Commitment, 'closure' | 'percent' | 'duty'>): Lit
}

export function lightingAt({ system }: Context, asOf: string | undefined): Lighting {
  const today = dayOf(asOf ?? system.clock())
  const { calendar, lightRules } = system.presets
  const rule = lightRules[0]
  if (!rule) throw new Error('presets/lights holds no rule table')
  const left = (dueOn: string | null) => (dueOn === null ? null : workdaysBetween(calendar, today, dueOn).days)
  return {
    asOf: asOf ?? null,
    today,
    rule,
    days: { today, within: (n) => addDays(addWorkdays(calendar, today, n + 1).date, -1) },
    lit: ({ closure, percent, duty: { startOn, dueOn } }) =>
      lightOf(rule, { open: closure === 'open', percent, startOn, dueOn, today, workdaysLeft: left(dueOn) }),
  }
}
