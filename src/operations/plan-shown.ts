// A plan as it is shown: each node planned, done and forecast, with its flag; the target by plan and as it is reckoned.

import type { z } from 'zod'
import type { MeasuredSpan, ShownNode, ShownPlan } from '#contract/plans.ts'
import { between } from '#domain/activity.ts'
import type { Climb } from '#domain/climb.ts'
import type { Entry } from '#domain/entry.ts'
import { factsOfNodes, type NodeFacts, type NodeTiming, neededStart, reckonNetwork } from '#domain/network.ts'
import { flagOf, inForce, outOfOrder, type Plan, takesOf } from '#domain/plan.ts'
import type { Told } from '#domain/reached.ts'
import { type Definition, ladderOf, type Network, rungOf } from '#domain/register.ts'
import { type Clock, timeBetween } from '#domain/span.ts'
import type { Way } from '#operations/course.ts'

/** Everything reckoned for one entry on one way. */
export type Reckoned = { way: Way; plan: Plan | null; facts: Map<string, NodeFacts>; timings: NodeTiming[] }

export function reckoned(
  definition: Definition,
  way: Way,
  plan: Plan | null,
  climbs: readonly Told[],
  { today, calendar }: Clock,
): Reckoned {
  const facts = factsOfNodes(definition, way.network, climbs)
  return { way, plan, facts, timings: reckonNetwork(way.network, facts, takesOf(plan), today, calendar) }
}

export function nodeShown(plan: Plan | null, timing: NodeTiming, today: string): ShownNode {
  const planned = inForce(plan)
  const on = planned?.nodes.find(({ node }) => node === timing.key)?.on ?? null
  const first = plan?.baselines[0]?.nodes.find(({ node }) => node === timing.key)?.on ?? null
  const { key, doneOn, passedOver, startsOn, forecastOn, atLeast, critical } = timing
  const flag = planned?.approved ? flagOf(on, timing, today) : null
  return { key, plannedOn: on, firstOn: first, doneOn, passedOver, startsOn, forecastOn, atLeast, critical, flag }
}

/** The target's day by the plan in force, and as it is reckoned or was reached. */
export function targetShown({ way, plan, timings }: Reckoned, { calendar }: Clock) {
  const { target } = way.network
  const timing = timings.find(({ key }) => key === target)!
  const targetOn = inForce(plan)?.nodes.find(({ node }) => node === target)?.on ?? null
  const reachedOn = timing.doneOn ?? timing.forecastOn
  const gapWorkdays =
    targetOn !== null && reachedOn !== null ? between(calendar, 'workdays', targetOn, reachedOn) : null
  return { targetOn, forecastOn: timing.forecastOn, atLeast: timing.atLeast, gapWorkdays }
}

export function measured(network: Network, facts: ReadonlyMap<string, NodeFacts>, { values }: Entry, clock: Clock) {
  return network.spans.map(({ key, name, from, to, calendar: by, basis, ...span }): z.infer<typeof MeasuredSpan> => {
    const dayOf = (node: string) => {
      const reached = facts.get(node)?.reached
      return reached && !reached.passedOver ? reached.on : null
    }
    const limit = span.limit === null ? undefined : values[span.limit]
    const atMost = limit === undefined ? span.atMost : Number(limit)
    const told = timeBetween({ from: dayOf(from), to: dayOf(to), atMost }, by, clock)
    return { key, name, from, to, calendar: by, atMost, basis, ...told }
  })
}

export function standsOn(definition: Definition, entry: Entry, ladderKey: string): string | null {
  const ladder = ladderOf(definition, ladderKey)
  const at = entry.rungs[ladderKey]
  return (ladder && at && rungOf(ladder, at.rung)?.name) ?? null
}

export const hasLeft = ({ ladders }: Way, { rungs }: Entry): boolean =>
  ladders.some((ladder) => rungs[ladder]?.left != null)

export function planShown(
  definition: Definition,
  entry: Entry,
  climbs: readonly Climb[],
  reckoning: Reckoned,
  clock: Clock,
): ShownPlan {
  const { way, plan, facts, timings } = reckoning
  const { network, course } = way
  const planned = inForce(plan)
  const targetOn = planned?.nodes.find(({ node }) => node === network.target)?.on ?? null
  const nodes = timings.map((timing) => {
    const node = network.nodes.find(({ key }) => key === timing.key)!
    const { slack, waitsFor, reviewedOn, reviewForecastOn } = timing
    const { name, calendar, after, preReview, ladder } = node
    return {
      ...nodeShown(plan, timing, clock.today),
      ...{ name, calendar, after, ladder, slack, waitsFor, reviewedOn, reviewForecastOn },
      takes: takesOf(plan)[node.key] ?? node.takes,
      reviewable: preReview !== null,
      reviewPlannedOn: planned?.nodes.find((one) => one.node === node.key)?.reviewOn ?? null,
      stands: standsOn(definition, entry, ladder),
      owed: owedOn(climbs, ladder, clock.today),
    }
  })
  return {
    ...{ course, name: network.name, basis: network.basis, today: clock.today, target: network.target, plan },
    ...targetShown(reckoning, clock),
    approved: planned?.approved ?? false,
    neededStartOn: targetOn === null ? null : neededStart(network, facts, takesOf(plan), targetOn, clock.calendar),
    outOfOrder: outOfOrder(network, planned?.nodes ?? []),
    left: hasLeft(way, entry),
    nodes,
    spans: measured(network, facts, entry, clock),
  }
}

function owedOn(climbs: readonly Climb[], of: string, today: string) {
  return climbs
    .filter(({ ladder, struck }) => ladder === of && !struck)
    .flatMap(({ id, owed }) =>
      owed
        .filter(({ supplied }) => !supplied)
        .map(({ kind, dueOn }) => ({ climb: id, kind, dueOn, late: today > dueOn })),
    )
}
