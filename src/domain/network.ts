// A network plan (网络计划) reckoned for one entry: what is done, when the rest will be, how much room each node has, and
// which nodes decide the target's day. A ladder is a network too: each rung after the one below.

import { addWorkdays, type Calendar } from '#base/calendar.ts'
import { addDays } from '#base/day.ts'
import {
  type Activity,
  backwards,
  between,
  drivingOf,
  forwards,
  inOrder,
  starts,
  type Timing,
} from '#domain/activity.ts'
import { type Reached, reachedDays, type Told } from '#domain/reached.ts'
import { type Definition, type Ladder, ladderOf, type Network, type NetworkNode, standing } from '#domain/register.ts'

/** What is known of a node: when work on it began, when its review passed in advance, when it was reached. */
export type NodeFacts = { begunOn: string | null; reviewedOn: string | null; reached: Reached | null }

/** Days that one entry's plan gives to a node, in the place of the network's. */
export type Takes = Readonly<Record<string, number | null | undefined>>

export type NodeTiming = {
  key: string
  doneOn: string | null
  passedOver: boolean
  reviewedOn: string | null
  /** Of an open node: when work on it starts and ends at the earliest, and by when its review passes. */
  startsOn: string | null
  forecastOn: string | null
  reviewForecastOn: string | null
  /** Days that nobody knows lie before: the forecast is "not before". */
  atLeast: boolean
  /** Days of its calendar by which it can slip without moving the target; null when it is done or leads elsewhere. */
  slack: number | null
  critical: boolean
  /** Nodes it still waits for. */
  waitsFor: string[]
}

/** Rungs one after the other; each takes the days that a stay on the rung below usually takes. */
export function networkOfLadder({ key, name, rungs }: Ladder): Network {
  const open = standing({ key, name, rungs })
  const nodes = open.map(({ key: rung, name: rungName }, place): NetworkNode => {
    const below = open[place - 1]
    const takes = below ? below.usualDays : 0
    const plain = { begins: null, calendar: 'days', preReview: null } as const
    return { key: rung, name: rungName, ladder: key, rung, takes, after: below ? [below.key] : [], ...plain }
  })
  return { key, name, basis: '', nodes, target: nodes.at(-1)!.key, spans: [] }
}

export function factsOfNodes(
  { ladders }: Pick<Definition, 'ladders'>,
  { nodes }: Network,
  climbs: readonly Told[],
): Map<string, NodeFacts> {
  const days = new Map<string, Map<string, Reached>>()
  for (const key of new Set(nodes.map(({ ladder }) => ladder))) {
    const ladder = ladderOf({ ladders }, key)
    if (ladder) days.set(key, reachedDays(ladder, climbs))
  }
  return new Map(
    nodes.map(({ key, ladder, rung, begins, preReview }) => {
      const on = (step: string | undefined | null) => (step ? (days.get(ladder)?.get(step) ?? null) : null)
      const reviewed = on(preReview?.rung)
      // Passed over: the formal way was taken, nothing was reviewed in advance.
      const reviewedOn = reviewed && !reviewed.passedOver ? reviewed.on : null
      return [key, { begunOn: on(begins)?.on ?? null, reviewedOn, reached: on(rung) }]
    }),
  )
}

const reviewOf = (key: string): string => `${key} review`

/** The pieces of work of a network: one a node, and its review where that may come first. */
export function activitiesOf({ nodes }: Network, facts: ReadonlyMap<string, NodeFacts>, own: Takes): Activity[] {
  const reviewed = new Set(nodes.filter(({ preReview }) => preReview).map(({ key }) => key))
  return nodes.flatMap(({ key, takes, begins, calendar, after, preReview }): Activity[] => {
    const { begunOn, reviewedOn, reached } = facts.get(key) ?? { begunOn: null, reviewedOn: null, reached: null }
    const doneOn = reached?.on ?? null
    const work = { takes: own[key] ?? takes, calendar, begunOn, begins: begins ? 'told' : 'at-once' } as const
    if (!preReview) return [{ ...work, key, after, doneOn }]
    const review = reviewOf(key)
    const needs = preReview.after.map((one) => (reviewed.has(one) ? reviewOf(one) : one))
    return [
      { ...work, key: review, after: needs, doneOn: reviewedOn ?? doneOn },
      { key, takes: preReview.takes, calendar, after: [review, ...after], doneOn, begunOn: null, begins: 'at-once' },
    ]
  })
}

/** All nodes with their days, in the order in which they can be done. */
export function reckonNetwork(
  network: Network,
  facts: ReadonlyMap<string, NodeFacts>,
  own: Takes,
  today: string,
  calendar: Calendar,
): NodeTiming[] {
  const activities = activitiesOf(network, facts, own)
  const timings = forwards(activities, today, calendar)
  const driving = drivingOf(activities, timings, network.target)
  const limits = backwards(activities, network.target, timings.get(network.target)!.endsOn, calendar)
  const nodeOf = new Map(network.nodes.map((node) => [node.key, node]))
  const open = new Set(activities.filter(({ doneOn }) => doneOn === null).map(({ key }) => key))
  return inOrder(activities).flatMap(({ key, doneOn }): NodeTiming[] => {
    const node = nodeOf.get(key)
    if (!node) return []
    const { startsOn, endsOn, atLeast } = timings.get(key)!
    const review = node.preReview ? reviewOf(key) : null
    const known = facts.get(key)
    const isOpen = doneOn === null
    return [
      {
        key,
        doneOn,
        passedOver: known?.reached?.passedOver ?? false,
        reviewedOn: known?.reviewedOn ?? null,
        startsOn: isOpen ? (review && open.has(review) ? timings.get(review)!.startsOn : startsOn) : null,
        forecastOn: isOpen ? endsOn : null,
        reviewForecastOn: review && open.has(review) ? timings.get(review)!.endsOn : null,
        atLeast: isOpen && atLeast,
        slack: isOpen ? leastSlack([key, ...(review ? [review] : [])], node, timings, limits, open, calendar) : null,
        critical: isOpen && (driving.has(key) || (review !== null && driving.has(review))),
        waitsFor: isOpen ? node.after.filter((one) => open.has(one)) : [],
      },
    ]
  })
}

/** Of its open pieces, the review and what is left after it, the one with the least room. */
function leastSlack(
  pieces: readonly string[],
  { calendar: by }: NetworkNode,
  timings: ReadonlyMap<string, Timing>,
  limits: ReadonlyMap<string, string>,
  open: ReadonlySet<string>,
  calendar: Calendar,
): number | null {
  const rooms = pieces.flatMap((piece) => {
    const limit = limits.get(piece)
    return limit === undefined || !open.has(piece) ? [] : [between(calendar, by, timings.get(piece)!.endsOn, limit)]
  })
  return rooms.length === 0 ? null : Math.min(...rooms)
}

export type LaidDay = { node: string; on: string; reviewOn: string | null }

/** 倒排: the last day for every open node that the target waits for, so that the target keeps its day. */
export function layBackwards(
  network: Network,
  facts: ReadonlyMap<string, NodeFacts>,
  own: Takes,
  targetOn: string,
  calendar: Calendar,
): LaidDay[] {
  const activities = activitiesOf(network, facts, own)
  const limits = backwards(activities, network.target, targetOn, calendar)
  return laid(network, facts, (key) => limits.get(key) ?? null, calendar)
}

/** 正排: the first day for every open node when the work starts on a day. */
export function layForwards(
  network: Network,
  facts: ReadonlyMap<string, NodeFacts>,
  own: Takes,
  startOn: string,
  calendar: Calendar,
): LaidDay[] {
  const timings = forwards(activitiesOf(network, facts, own), startOn, calendar)
  return laid(network, facts, (key) => timings.get(key)?.endsOn ?? null, calendar)
}

/** Work of working days is not planned for a day off: the working day before is meant. */
function laid(
  { nodes }: Network,
  facts: ReadonlyMap<string, NodeFacts>,
  dayOf: (key: string) => string | null,
  calendar: Calendar,
) {
  return nodes.flatMap(({ key, preReview, calendar: by }): LaidDay[] => {
    const planned = (of: string) => {
      const on = dayOf(of)
      return on === null || by === 'days' ? on : addWorkdays(calendar, addDays(on, 1), -1).date
    }
    const on = facts.get(key)?.reached ? null : planned(key)
    if (on === null) return []
    const reviewed = facts.get(key)?.reviewedOn
    return [{ node: key, on, reviewOn: preReview && !reviewed ? planned(reviewOf(key)) : null }]
  })
}

/** The first day on which work would have had to start for these days to be kept; null when nothing is open. */
export function neededStart(
  network: Network,
  facts: ReadonlyMap<string, NodeFacts>,
  own: Takes,
  targetOn: string,
  calendar: Calendar,
): string | null {
  const activities = activitiesOf(network, facts, own)
  const limits = backwards(activities, network.target, targetOn, calendar)
  const first = activities.flatMap(({ key, takes, calendar: by, doneOn }) => {
    const end = limits.get(key)
    return end === undefined || doneOn !== null ? [] : [starts(calendar, by, end, takes ?? 0)]
  })
  return first.toSorted()[0] ?? null
}
