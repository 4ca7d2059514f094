// Plans of the sample's entries: laid and approved on their days, from what had happened by then.

import type { Climb } from '#domain/climb.ts'
import type { Entry } from '#domain/entry.ts'
import { factsOfNodes } from '#domain/network.ts'
import { evolvePlan, type Plan, type PlanEvent } from '#domain/plan.ts'
import type { Register } from '#domain/register.ts'
import type { Context } from '#operations/context.ts'
import { wayOf } from '#operations/course.ts'
import { dayAt } from '#operations/entries.ts'
import { draftOf } from '#operations/plan-draft.ts'
import type { SamplePlan } from '#operations/presets.ts'
import { changedRow } from '#operations/record.ts'

type Planned = { entry: Entry; climbs: readonly Climb[] }

/** Several plans of one course are one row with its baselines. `personOf`: by username. */
export function samplePlans(
  context: Context,
  register: Register,
  { entry, climbs }: Planned,
  plans: readonly SamplePlan[],
  personOf: (username: string) => string,
) {
  const today = dayAt(context, undefined)
  const courses = [...new Set(plans.map(({ course }) => course))]
  return courses.flatMap((course) => {
    const events: PlanEvent[] = []
    for (const one of plans.filter((plan) => plan.course === course)) events.push(...laidAndApproved(events, one))
    const fresh = { id: context.system.newId(), version: 0 } as const
    return events.length === 0 ? [] : [changedRow('plan', fresh, events, evolve)]
  })

  function laidAndApproved(before: readonly PlanEvent[], one: SamplePlan): PlanEvent[] {
    if (one.laid.on > today) return []
    const { network } = wayOf(register, one.course)
    const facts = factsOfNodes(
      register.definition,
      network,
      climbs.filter(({ on }) => on <= one.laid.on),
    )
    const clock = { today: one.laid.on, calendar: context.system.presets.calendar }
    const plan = before.length === 0 ? null : before.reduce(evolve, { id: '', version: 0 } as unknown as Plan)
    const draft = draftOf(network, facts, plan, one, clock, personOf(one.laid.by))
    const place = { register: register.id, entry: entry.id, course: one.course, units: entry.units }
    const approved = one.approved !== null && one.approved.on <= today ? one.approved : null
    return [
      { kind: 'laid', ...place, draft },
      ...(approved ? [{ kind: 'approved' as const, on: approved.on, by: personOf(approved.by) }] : []),
    ]
  }
}

const evolve = evolvePlan as (row: Plan, event: PlanEvent) => Plan
