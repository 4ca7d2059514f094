// Where a commitment stands in a month's plan: planned or not, done by then, under way, not started.
// Days of happening decide (report.on, closed.on, extension.on), never the moments of recording; asOf has done that part.

import { addDays, endOfMonth, monthOf } from '#base/day.ts'
import type { Commitment } from '#domain/commitment.ts'

/** First and last day of the month, and the last day of the next one. `until` is the day up to which the month is known. */
export type MonthDays = { first: string; last: string; nextLast: string; until: string }

export type Standing = 'completed' | 'under-way' | 'not-started'

/** A leaf that belongs to the month's plan, with the due day it had when the month began. */
export type Planned = { commitment: Commitment; dueOn: string; standing: Standing }

/** `month` is YYYY-MM, `today` the day of asOf. */
export function monthDays(month: string, today: string): MonthDays {
  const last = endOfMonth(month)
  const nextLast = endOfMonth(monthOf(addDays(last, 1)))
  return { first: `${month}-01`, last, nextLast, until: today < last ? today : last }
}

/** Null when it is no part of the plan: broken down, without a due day, due later, done or cancelled before, made after. */
export function plannedIn(commitment: Commitment, days: MonthDays): Planned | null {
  const dueOn = dueAtStart(commitment, days.first)
  if (commitment.childCount > 0 || dueOn === null || dueOn > days.last) return null
  if (madeOn(commitment) > days.last || endedBy(commitment, days)) return null
  return { commitment, dueOn, standing: standingOn(commitment, days.until) }
}

function endedBy(commitment: Commitment, { first, until }: MonthDays): boolean {
  const done = doneOn(commitment)
  return (done !== null && done < first) || cancelledBy(commitment, until)
}

/** An extension asked for during the month leaves the month's plan as it was: what was due stays planned. */
function dueAtStart({ duty, extensions }: Commitment, first: string): string | null {
  const moved = extensions.find((extension) => extension.state === 'granted' && extension.on >= first)
  return moved ? moved.from : duty.dueOn
}

function madeOn({ mentions, duty }: Commitment): string {
  return [duty.startOn, ...mentions.map((mention) => mention.on)].toSorted()[0]!
}

function standingOn(commitment: Commitment, day: string): Standing {
  if (doneBy(commitment, day)) return 'completed'
  return commitment.reports.some((report) => report.state === 'accepted' && report.on <= day)
    ? 'under-way'
    : 'not-started'
}

/** Completed or closed by the end of the day. */
export function doneBy(commitment: Commitment, day: string): boolean {
  const done = doneOn(commitment)
  return done !== null && done <= day
}

export function cancelledBy({ closure, closed }: Commitment, day: string): boolean {
  return closure === 'cancelled' && closed !== null && closed.on <= day
}

/** The day the work was done: of the first report of 100 % that still stands, or of closing; null while it is not. */
export function doneOn({ progress, closure, closed, reports }: Commitment): string | null {
  if (progress !== 'completed' && closure !== 'closed') return null
  const accepted = reports.filter((report) => report.state === 'accepted')
  const full = accepted.slice(accepted.findLastIndex((report) => report.percent < 100) + 1)
  const days = [...full.map((report) => report.on), ...(closure === 'closed' && closed ? [closed.on] : [])]
  return days.toSorted()[0] ?? null
}
