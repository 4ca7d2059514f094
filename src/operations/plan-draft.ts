// What is laid when somebody lays a plan: days reckoned from a target or a start, with those set by hand in their place.

import { layBackwards, layForwards, type NodeFacts, type Takes } from '#domain/network.ts'
import { type Draft, draftNodes, inForce, type Plan, takesOf } from '#domain/plan.ts'
import type { Network } from '#domain/register.ts'
import type { Clock } from '#domain/span.ts'

export type Laying = {
  from: Draft['from']
  day?: string | null | undefined
  takes: Takes
  days: Readonly<Record<string, string | null>>
  reason: string | null
}

/** Days given before stay unless they are given anew; by hand starts from the days that are there. */
export function draftOf(
  network: Network,
  facts: ReadonlyMap<string, NodeFacts>,
  plan: Plan | null,
  asked: Laying,
  { today, calendar }: Clock,
  by: string,
): Draft {
  const own = { ...takesOf(plan), ...takesIn(plan?.draft ?? null), ...asked.takes }
  const day = asked.from === 'hand' ? null : (asked.day ?? today)
  const reckoned = laid()
  // What is done keeps the day it was planned for: a new plan takes no flag away.
  const kept = (inForce(plan)?.nodes ?? []).filter(({ node }) => !reckoned.some((one) => one.node === node))
  const nodes = draftNodes(network, [...reckoned, ...kept], asked.days, own)
  return { nodes, from: asked.from, day, reason: asked.reason, on: today, by }

  function laid() {
    switch (asked.from) {
      case 'hand':
        return (plan?.draft ?? inForce(plan))?.nodes ?? []
      case 'target':
        return layBackwards(network, facts, own, day!, calendar)
      case 'start':
        return layForwards(network, facts, own, day!, calendar)
    }
  }
}

const takesIn = (draft: Draft | null): Takes =>
  Object.fromEntries((draft?.nodes ?? []).map(({ node, takes }) => [node, takes]))
