// Plans of entries: load the entry's record and its plan, decide, save, and show what follows for every node.

import { Refused, refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import { outsideReach } from '#domain/entry-change.ts'
import { decideApprovePlan, decideLay, evolvePlan, type Plan, type PlanEvent } from '#domain/plan.ts'
import type { Clock } from '#domain/span.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { wayOf } from '#operations/course.ts'
import { dayAt } from '#operations/entries.ts'
import { showGantt } from '#operations/gantt.ts'
import { draftOf } from '#operations/plan-draft.ts'
import { planShown, reckoned } from '#operations/plan-shown.ts'
import { changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { showCalendar } from '#operations/register-calendar.ts'
import { showSpans } from '#operations/spans.ts'
import { findRecord } from '#store/climbs.ts'
import { planOf } from '#store/plans.ts'
import { findRegister } from '#store/registers.ts'

type Place = { register: string; id: string; course: string }
type Ground = Awaited<ReturnType<typeof groundOf>>

async function groundOf(context: Context, { register: code, id, course }: Place, asOf: string | null) {
  const { db, presets } = context.system
  const register = await findRegister(db, scopeOf(context), code, asOf)
  const clock: Clock = { today: dayAt(context, asOf ?? undefined), calendar: presets.calendar }
  const way = wayOf(register, course)
  const { entry, climbs } = await findRecord(db, scopeOf(context), register, id, asOf, clock.today)
  const plan = await planOf(db, scopeOf(context), id, course, asOf)
  return { register, way, entry, climbs, plan, clock }
}

function shown({ register: { definition }, way, entry, climbs, clock }: Ground, plan: Plan | null) {
  return planShown(definition, entry, climbs, reckoned(definition, way, plan, climbs, clock), clock)
}

async function writable(context: Context, asked: Place & { version: number }): Promise<Ground> {
  const ground = await groundOf(context, asked, null)
  const { register, entry, plan } = ground
  if (entry.removed) refuse('entry-removed', { id: entry.id })
  const outside = outsideReach(register.definition, entry.values, context.actor)
  if (outside) throw new Refused(outside.refused)
  expectVersion('plan', plan ?? { id: entry.id, version: 0 }, asked.version)
  return ground
}

const evolve = evolvePlan as (row: Plan, event: PlanEvent) => Plan

async function save(context: Context, act: EntryName, ground: Ground, events: PlanEvent[]) {
  const before = ground.plan ?? { id: context.system.newId(), version: 0 as const }
  const changed = changedRow('plan', before, events, evolve)
  if (events.length > 0) await record(context, act, [changed])
  return shown(ground, events.length > 0 ? changed.row : ground.plan)
}

export const planHandlers = {
  showGantt,
  showSpans,
  showCalendar,
  getPlan: async (context, asked) => {
    const ground = await groundOf(context, asked, asked.asOf ?? null)
    return shown(ground, ground.plan)
  },
  layPlan: async (context, asked) => {
    const ground = await writable(context, asked)
    const { register, entry, plan } = ground
    const place = { register: register.id, entry: entry.id, course: asked.course, units: entry.units }
    const { facts } = reckoned(register.definition, ground.way, plan, ground.climbs, ground.clock)
    const draft = draftOf(ground.way.network, facts, plan, asked, ground.clock, context.actor.person)
    return save(context, 'layPlan', ground, decided(decideLay(plan, place, draft)))
  },
  approvePlan: async (context, asked) => {
    const ground = await writable(context, asked)
    const plan = ground.plan ?? refuse('not-found', { noun: 'plan', id: asked.id })
    return save(context, 'approvePlan', ground, decided(decideApprovePlan(plan, ground.clock.today, context.actor)))
  },
} satisfies Partial<Handlers>
