// The plan of one entry on a network or a ladder: a day for every node, laid from the target backwards (倒排) or from a start
// forwards, mended by hand. Approved it is a baseline and stays as it was; a later approval is another baseline beside it.

import { z } from 'zod'
import type { Actor } from '#domain/actor.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import { Day, Id, Row, Words } from '#domain/fields.ts'
import type { LaidDay, Takes } from '#domain/network.ts'
import type { Network } from '#domain/register.ts'

/** On which way an entry is planned: `network:land`, `ladder:main`. */
export const Course = z.string().regex(/^(network|ladder):[a-z][a-z0-9_]{0,29}$/, 'network:… or ladder:…')

export const PlannedNode = z.object({
  node: z.string(),
  /** What it was called then: a network may lose a node, a baseline does not. */
  name: Words,
  on: Day,
  /** By when its review in advance should have passed. */
  reviewOn: Day.nullable(),
  /** Days that this plan gives it in the place of the network's. */
  takes: z.int().min(0).max(5000).nullable(),
})
export type PlannedNode = z.infer<typeof PlannedNode>

export const LaidFrom = z.enum(['target', 'start', 'hand'])

export const Draft = z.object({
  nodes: z.array(PlannedNode),
  from: LaidFrom,
  /** The target's day or the start from which it was laid. */
  day: Day.nullable(),
  reason: Words.nullable(),
  on: Day,
  by: Id,
})
export type Draft = z.infer<typeof Draft>

export const Baseline = Draft.extend({ approved: z.object({ on: Day, by: Id }) })
export type Baseline = z.infer<typeof Baseline>

export const Plan = Row.extend({
  register: Id,
  entry: Id,
  course: Course,
  units: z.array(Id),
  /** What is laid and not approved. */
  draft: Draft.nullable(),
  /** Oldest first; the last one is in force. */
  baselines: z.array(Baseline),
  /** First and last day of the baseline in force. */
  fromOn: Day.nullable(),
  toOn: Day.nullable(),
})
export type Plan = z.infer<typeof Plan>

export type PlanEvent =
  | { kind: 'laid'; register: string; entry: string; course: string; units: string[]; draft: Draft }
  | { kind: 'approved'; on: string; by: string }

export function evolvePlan(plan: Plan | { id: string; version: 0 }, event: PlanEvent): Plan {
  const next = changed(plan as Plan, event)
  const days = (next.baselines.at(-1)?.nodes ?? []).map(({ on }) => on).toSorted()
  return { ...next, fromOn: days[0] ?? null, toOn: days.at(-1) ?? null, version: plan.version + 1 }
}

function changed(plan: Plan, event: PlanEvent): Plan {
  switch (event.kind) {
    case 'laid': {
      const { kind: _, ...laid } = event
      return { ...plan, ...laid, baselines: plan.baselines ?? [] }
    }
    case 'approved': {
      const { on, by } = event
      return { ...plan, draft: null, baselines: [...plan.baselines, { ...plan.draft!, approved: { on, by } }] }
    }
  }
}

/** The plan that counts: the baseline in force, or what is laid while nothing has been approved. */
export function inForce(plan: Plan | null): { nodes: PlannedNode[]; approved: boolean } | null {
  const baseline = plan?.baselines.at(-1)
  if (baseline) return { nodes: baseline.nodes, approved: true }
  return plan?.draft ? { nodes: plan.draft.nodes, approved: false } : null
}

/** Days that the plan in force gives to nodes in the place of the network's. */
export function takesOf(plan: Plan | null): Takes {
  return Object.fromEntries((inForce(plan)?.nodes ?? []).map(({ node, takes }) => [node, takes]))
}

/** What was laid, with days by hand in the place of the reckoned ones; null takes a node out of the plan. */
export function draftNodes(
  { nodes }: Network,
  laid: readonly LaidDay[],
  byHand: Readonly<Record<string, string | null>>,
  own: Takes,
): PlannedNode[] {
  return nodes.flatMap(({ key, name }): PlannedNode[] => {
    const reckoned = laid.find(({ node }) => node === key)
    const on = key in byHand ? byHand[key] : reckoned?.on
    if (!on) return []
    const reviewOn = reckoned?.reviewOn ?? null
    return [
      { node: key, name, on, reviewOn: reviewOn !== null && reviewOn > on ? on : reviewOn, takes: own[key] ?? null },
    ]
  })
}

/** Nodes planned before something that they wait for. */
export function outOfOrder({ nodes }: Network, planned: readonly PlannedNode[]): string[] {
  const days = new Map(planned.map(({ node, on }) => [node, on]))
  return nodes
    .filter(({ key, after }) => after.some((one) => (days.get(one) ?? '') > (days.get(key) ?? '9')))
    .map(({ key }) => key)
}

export function decideLay(
  plan: Plan | null,
  place: { register: string; entry: string; course: string; units: string[] },
  draft: Draft,
): Decision<PlanEvent> {
  if (draft.nodes.length === 0) return no('plan-empty', { course: place.course })
  const before = plan?.draft
  if (before && JSON.stringify({ ...before, on: '', by: '' }) === JSON.stringify({ ...draft, on: '', by: '' }))
    return happens()
  return happens({ kind: 'laid', ...place, draft })
}

/** Who laid a plan does not approve it. A day later than in the baseline in force is an extension and needs its reason. */
export function decideApprovePlan(plan: Plan, on: string, actor: Actor): Decision<PlanEvent> {
  const { draft } = plan
  if (!draft) return no('wrong-stage', { stage: 'no-draft', needs: ['draft'] })
  if (draft.by === actor.person) return no('own-work', { person: actor.person })
  const before = new Map(plan.baselines.at(-1)?.nodes.map((one) => [one.node, one.on]))
  const later = draft.nodes.filter((one) => one.on > (before.get(one.node) ?? '9'))
  if (later.length > 0 && draft.reason === null)
    return no('extension-unreasoned', { nodes: later.map(({ name }) => name) })
  return happens({ kind: 'approved', on, by: actor.person })
}

/** 红旗: done in time. 黑旗: done late, or not done though its day is past. `slipping`: reckoned to be late. */
export const Flag = z.enum(['in-time', 'late', 'overdue', 'slipping'])
export type Flag = z.infer<typeof Flag>

export function flagOf(
  plannedOn: string | null,
  { doneOn, passedOver, forecastOn }: { doneOn: string | null; passedOver: boolean; forecastOn: string | null },
  today: string,
): Flag | null {
  if (plannedOn === null || passedOver) return null
  if (doneOn !== null) return doneOn <= plannedOn ? 'in-time' : 'late'
  if (today > plannedOn) return 'overdue'
  return forecastOn !== null && forecastOn > plannedOn ? 'slipping' : null
}
