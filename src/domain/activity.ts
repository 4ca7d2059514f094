// Work that waits for other work: when each piece ends at the earliest, by when it must end so that a target keeps its day,
// and which pieces drive the target (the critical path method). Days are counted by the calendar that each piece names.

import { addWorkdays, type Calendar, workdaysBetween } from '#base/calendar.ts'
import { addDays, daysBetween } from '#base/day.ts'
import type { DayCount } from '#domain/register.ts'

export type Activity = {
  key: string
  /** Days from its start to its end; what is not known counts as none and makes every end after it an "at least". */
  takes: number | null
  calendar: DayCount
  after: readonly string[]
  doneOn: string | null
  begunOn: string | null
  /** It has begun only when somebody has said so; otherwise it begins as soon as what it waits for is there. */
  begins: 'told' | 'at-once'
}

export type Timing = {
  startsOn: string
  endsOn: string
  /** Some piece before it takes days that nobody knows: it ends then or later. */
  atLeast: boolean
  /** The pieces whose end decides its end; none when it is today, or the day it was done. */
  drivers: string[]
}

/** The day on which work that starts on `day` ends: `count` days later. */
export function ends(calendar: Calendar, by: DayCount, day: string, count: number): string {
  return by === 'days' ? addDays(day, count) : addWorkdays(calendar, day, count).date
}

/** The last day on which work may start so that it ends on `day` at the latest. */
export function starts(calendar: Calendar, by: DayCount, day: string, count: number): string {
  if (by === 'days' || count === 0) return addDays(day, -count)
  // The day before the first of the last `count` working days: as late as that, also on a day off.
  const first = addWorkdays(calendar, addDays(day, 1), -count).date
  return addDays(first, -1)
}

/** Days from one day to another as this calendar counts them; negative when `to` is earlier. */
export function between(calendar: Calendar, by: DayCount, from: string, to: string): number {
  return by === 'days' ? daysBetween(from, to) : workdaysBetween(calendar, from, to).days
}

/** Each after all that it waits for. A circle is a defect here: definitions with one are refused before. */
export function inOrder(activities: readonly Activity[]): Activity[] {
  const { sorted, left } = sort(activities)
  if (left) throw new Error(`work that waits for itself: ${left}`)
  return sorted
}

/** The key of an activity that waits for itself, if there is one. */
export function circleIn(activities: readonly Activity[]): string | null {
  return sort(activities).left
}

function sort(activities: readonly Activity[]): { sorted: Activity[]; left: string | null } {
  const sorted: Activity[] = []
  const placed = new Set<string>()
  let open = [...activities]
  while (open.length > 0) {
    const free = open.filter(({ after }) => after.every((key) => placed.has(key)))
    if (free.length === 0) return { sorted, left: open[0]!.key }
    for (const one of free) {
      placed.add(one.key)
      sorted.push(one)
    }
    open = open.filter(({ key }) => !placed.has(key))
  }
  return { sorted, left: null }
}

const latest = (days: readonly string[]): string | null => days.toSorted().at(-1) ?? null

/** Forwards from what has happened and today. What is open never ends before today. */
export function forwards(activities: readonly Activity[], today: string, calendar: Calendar): Map<string, Timing> {
  const timings = new Map<string, Timing>()
  for (const activity of inOrder(activities)) timings.set(activity.key, timed(activity, timings, today, calendar))
  return timings
}

function timed(activity: Activity, before: Map<string, Timing>, today: string, calendar: Calendar): Timing {
  const { takes, calendar: by, after, doneOn, begunOn, begins } = activity
  if (doneOn !== null) return { startsOn: begunOn ?? doneOn, endsOn: doneOn, atLeast: false, drivers: [] }
  const waits = after.map((key) => [key, before.get(key)!] as const)
  const ready = latest(waits.map(([, { endsOn }]) => endsOn))
  const notBefore = begunOn ?? (begins === 'told' || ready === null ? today : ready)
  const startsOn = ready !== null && ready > notBefore ? ready : notBefore
  const worked = ends(calendar, by, startsOn, takes ?? 0)
  const driven = ready === startsOn && worked >= today
  return {
    startsOn,
    endsOn: worked < today ? today : worked,
    atLeast: takes === null || waits.some(([, { atLeast }]) => atLeast),
    drivers: driven ? waits.filter(([, { endsOn }]) => endsOn === ready).map(([key]) => key) : [],
  }
}

/** By when each piece must end so that the target ends on its day; only of pieces that the target waits for. */
export function backwards(
  activities: readonly Activity[],
  target: string,
  targetOn: string,
  calendar: Calendar,
): Map<string, string> {
  const limits = new Map([[target, targetOn]])
  for (const { key, takes, calendar: by, after, doneOn } of inOrder(activities).toReversed()) {
    const end = limits.get(key)
    if (end === undefined || doneOn !== null) continue
    const start = starts(calendar, by, end, takes ?? 0)
    for (const one of after) {
      const known = limits.get(one)
      if (known === undefined || start < known) limits.set(one, start)
    }
  }
  return limits
}

/** The open pieces that drive the target: moving any of them moves it. */
export function drivingOf(
  activities: readonly Activity[],
  timings: ReadonlyMap<string, Timing>,
  target: string,
): Set<string> {
  const open = new Set(activities.filter(({ doneOn }) => doneOn === null).map(({ key }) => key))
  const driving = new Set<string>()
  const follow = (key: string): void => {
    if (!open.has(key) || driving.has(key)) return
    driving.add(key)
    for (const driver of timings.get(key)!.drivers) follow(driver)
  }
  follow(target)
  return driving
}
