// Plans of entries: load the entry's record and its plan, decide, save, and show what follows for every node.

import { Refused, refuse } from '#base/refusal.ts'
import type { EntryName, ParsedOf } from '#contract/contract.ts'
import { outsideReach } from '#domain/entry-change.ts'
import { layBackwards, layForwards } from '#domain/network.ts'
import {
  type Draft,
  decideApprovePlan,
  decideLay,
  draftNodes,
  evolvePlan,
  inForce,
  type Plan,
  type PlanEvent,
  takesOf,
} from '#domain/plan.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { wayOf } from '#operations/course.ts'
import { dayAt } from '#operations/entries.ts'
import { showGantt } from '#operations/gantt.ts'
import { type Clock, planShown, reckoned } from '#operations/plan-shown.ts'
import { changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { findRecord } from '#store/climbs.ts'
import { planOf } from '#store/plans.ts'
import { findRegister } from '#store/registers.ts'

type Place = { register: string; id: string; course: string }
type Ground = Awaited<ReturnType<typeof groundOf>>

async function groundOf(context: Context, { register: code, id, course }: Place, asOf: string | null) {
  const { db, presets } = context.system
  const register = await findRegister(db, scopeOf(context), code, asOf)
  const way = wayOf(register, course)
  const { entry, climbs } = await findRecord(db, scopeOf(context), register, id, asOf)
  const plan = await planOf(db, scopeOf(context), id, course, asOf)
  const clock: Clock = { today: dayAt(context, asOf ?? undefined), calendar: presets.calendar }
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

/** Days given before stay unless they are given anew; by hand starts from the days that are there. */
function draftOf(ground: Ground, asked: ParsedOf<'layPlan'>, person: string): Draft {
  const { register, way, plan, climbs, clock } = ground
  const { network } = way
  const own = { ...takesOf(plan), ...takesIn(plan?.draft ?? null), ...asked.takes }
  const { facts } = reckoned(register.definition, way, plan, climbs, clock)
  const day = asked.from === 'hand' ? null : (asked.day ?? clock.today)
  const laid =
    asked.from === 'hand'
      ? ((plan?.draft ?? inForce(plan))?.nodes ?? [])
      : asked.from === 'target'
        ? layBackwards(network, facts, own, day!, clock.calendar)
        : layForwards(network, facts, own, day!, clock.calendar)
  const nodes = draftNodes(network, laid, asked.days, own)
  return { nodes, from: asked.from, day, reason: asked.reason, on: clock.today, by: person }
}

const takesIn = (draft: Draft | null) =>
  Object.fromEntries((draft?.nodes ?? []).map(({ node, takes }) => [node, takes]))

export const planHandlers = {
  showGantt,
  getPlan: async (context, asked) => {
    const ground = await groundOf(context, asked, asked.asOf ?? null)
    return shown(ground, ground.plan)
  },
  layPlan: async (context, asked) => {
    const ground = await writable(context, asked)
    const { register, entry, plan } = ground
    const place = { register: register.id, entry: entry.id, course: asked.course, units: entry.units }
    const draft = draftOf(ground, asked, context.actor.person)
    return save(context, 'layPlan', ground, decided(decideLay(plan, place, draft)))
  },
  approvePlan: async (context, asked) => {
    const ground = await writable(context, asked)
    const plan = ground.plan ?? refuse('not-found', { noun: 'plan', id: asked.id })
    return save(context, 'approvePlan', ground, decided(decideApprovePlan(plan, ground.clock.today, context.actor)))
  },
} satisfies Partial<Handlers>
