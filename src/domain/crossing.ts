// Going through a gate that other units check: all are asked at the same time, each has its working days, each passes the
// entry (perhaps with something still owed, 容缺) or returns it with what is wrong.

import { z } from 'zod'
import { addWorkdays, type Calendar } from '#base/calendar.ts'
import { type Actor, actsFor } from '#domain/actor.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import { Day, Id, Row, Words } from '#domain/fields.ts'
import type { Check } from '#domain/register.ts'

export const AskedCheck = z.object({
  key: z.string(),
  asks: Words,
  unit: Id,
  /** Null: no rule says how many; then there is no day either. */
  workdays: z.int().nullable(),
  askedOn: Day,
  dueOn: Day.nullable(),
  /** False when the calendar does not yet know all of these days. */
  covered: z.boolean(),
  state: z.enum(['asked', 'passed', 'returned']),
  answeredOn: Day.nullable(),
  by: Id.nullable(),
  remark: z.string().nullable(),
  owed: z.array(z.object({ kind: Words, dueOn: Day })),
})
export type AskedCheck = z.infer<typeof AskedCheck>

export const Crossing = Row.extend({
  register: Id,
  entry: Id,
  ladder: z.string(),
  to: z.string(),
  openedOn: Day,
  openedBy: Id,
  checks: z.array(AskedCheck),
  state: z.enum(['open', 'used', 'withdrawn']),
  /** The first day by which somebody still has to answer. */
  dueOn: Day.nullable(),
  reason: Words.nullable(),
  units: z.array(Id),
})
export type Crossing = z.infer<typeof Crossing>

export type CrossingEvent =
  | { kind: 'opened'; crossing: Omit<Crossing, 'version' | 'state' | 'dueOn' | 'reason'> }
  | {
      kind: 'passed' | 'returned'
      check: string
      on: string
      by: string
      remark: string | null
      owed: AskedCheck['owed']
    }
  | { kind: 'asked-again'; check: string; askedOn: string; dueOn: string | null; covered: boolean }
  | { kind: 'used'; climb: string }
  | { kind: 'withdrawn'; reason: string }

export function evolveCrossing(crossing: Crossing | { id: string; version: 0 }, event: CrossingEvent): Crossing {
  const next = changed(crossing as Crossing, event)
  const due = next.checks.flatMap(({ state, dueOn }) => (state === 'asked' && dueOn !== null ? [dueOn] : []))
  const dueOn = next.state === 'open' ? (due.toSorted()[0] ?? null) : null
  return { ...next, dueOn, version: crossing.version + 1 }
}

function changed(crossing: Crossing, event: CrossingEvent): Crossing {
  const answer = (key: string, change: Partial<AskedCheck>) => ({
    ...crossing,
    checks: crossing.checks.map((check) => (check.key === key ? { ...check, ...change } : check)),
  })
  switch (event.kind) {
    case 'opened':
      return { ...event.crossing, version: crossing.version, state: 'open', dueOn: null, reason: null }
    case 'passed':
    case 'returned': {
      const { kind: state, check, on: answeredOn, by, remark, owed } = event
      return answer(check, { state, answeredOn, by, remark, owed })
    }
    case 'asked-again': {
      const { check, askedOn, dueOn, covered } = event
      return answer(check, { state: 'asked', askedOn, dueOn, covered, answeredOn: null, by: null, owed: [] })
    }
    case 'used':
      return { ...crossing, state: 'used' }
    case 'withdrawn':
      return { ...crossing, state: 'withdrawn', reason: event.reason }
  }
}

function dueAfter(calendar: Calendar, on: string, workdays: number | null) {
  if (workdays === null) return { dueOn: null, covered: true }
  const { date: dueOn, covered } = addWorkdays(calendar, on, workdays)
  return { dueOn, covered }
}

export function asked(check: Check, unit: string, on: string, calendar: Calendar): AskedCheck {
  const { key, asks, workdays } = check
  const nothingYet = { state: 'asked', answeredOn: null, by: null, remark: null, owed: [] } as const
  const { dueOn, covered } = dueAfter(calendar, on, workdays)
  return { key, asks, unit, workdays, askedOn: on, dueOn, covered, ...nothingYet, owed: [] }
}

type Decided = Decision<CrossingEvent>

function openCheck(crossing: Crossing, key: string, needs: AskedCheck['state'], actor: Actor | null) {
  const check = crossing.checks.find((one) => one.key === key)
  if (!check) return no('not-found', { noun: 'check', id: key })
  if (crossing.state !== 'open') return no('wrong-stage', { stage: crossing.state, needs: ['open'] })
  if (check.state !== needs) return no('wrong-stage', { stage: check.state, needs: [needs] })
  if (actor && !actsFor(actor, check.unit)) return no('not-your-unit', { unit: check.unit })
  return check
}

export function decidePass(
  crossing: Crossing,
  said: { check: string; remark: string | null; owed: AskedCheck['owed'] },
  on: string,
  actor: Actor,
): Decided {
  const check = openCheck(crossing, said.check, 'asked', actor)
  return 'refused' in check ? check : happens({ kind: 'passed', on, by: actor.person, ...said })
}

export function decideReturnCheck(
  crossing: Crossing,
  said: { check: string; remark: string },
  on: string,
  actor: Actor,
): Decided {
  const check = openCheck(crossing, said.check, 'asked', actor)
  return 'refused' in check ? check : happens({ kind: 'returned', on, by: actor.person, owed: [], ...said })
}

/** After what was returned is mended: the days run anew. */
export function decideAskAgain(crossing: Crossing, key: string, on: string, calendar: Calendar): Decided {
  const check = openCheck(crossing, key, 'returned', null)
  if ('refused' in check) return check
  const { dueOn, covered } = dueAfter(calendar, on, check.workdays)
  return happens({ kind: 'asked-again', check: key, askedOn: on, dueOn, covered })
}

export function decideWithdrawCrossing(crossing: Crossing, reason: string): Decided {
  if (crossing.state !== 'open') return no('wrong-stage', { stage: crossing.state, needs: ['open'] })
  return happens({ kind: 'withdrawn', reason })
}
