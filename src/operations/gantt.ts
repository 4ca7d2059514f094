// A page of a register as a Gantt chart: the entries of the page, then their steps and plans in one statement.

import { refuse } from '#base/refusal.ts'
import type { ParsedOf } from '#contract/contract.ts'
import type { GanttRow } from '#contract/plans.ts'
import type { Entry } from '#domain/entry.ts'
import { maySee } from '#domain/entry-change.ts'
import { inForce } from '#domain/plan.ts'
import { type Field, fieldOf, type Register } from '#domain/register.ts'
import type { Clock } from '#domain/span.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { firstCourse, type Way, wayOf } from '#operations/course.ts'
import { dayAt, entriesAsked } from '#operations/entries.ts'
import { hasLeft, nodeShown, reckoned, standsOn, targetShown } from '#operations/plan-shown.ts'
import { progressOf } from '#store/plans.ts'
import { findRegister } from '#store/registers.ts'

type Progress = Awaited<ReturnType<typeof progressOf>>

export async function showGantt(context: Context, asked: ParsedOf<'showGantt'>) {
  const { db, presets } = context.system
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const course = asked.course ?? firstCourse(register)
  const way = course === null ? null : wayOf(register, course)
  const dates = asked.dates.map((key) => dateField(context, register, key))
  const { entries, next } = await entriesAsked(context, register, asked)
  const ids = entries.map(({ id }) => id)
  const progress = way ? await progressOf(db, scopeOf(context), ids, way, asOf) : (new Map() as Progress)
  const clock = { today: dayAt(context, asked.asOf), calendar: presets.calendar }
  const head = headOf(context, register, dates)
  return {
    course,
    target: way?.network.target ?? null,
    today: clock.today,
    nodes: way?.network.nodes.map(({ key, name }) => ({ key, name })) ?? [],
    entries: entries.map((entry) => ({ ...head(entry), ...barsOf(register, way, entry, progress, clock) })),
    next,
  }
}

export function dateField({ actor }: Context, { definition }: Register, key: string): Field {
  const field = fieldOf(definition, key)
  if (field?.type !== 'date') return refuse('bad-filter', { filter: key })
  return maySee(field, actor.roles) ? field : refuse('not-your-field', { field: key })
}

function headOf({ actor }: Context, { definition }: Register, [begins, ends]: readonly Field[]) {
  const lead = definition.lead === null ? undefined : fieldOf(definition, definition.lead)
  const seen = lead && maySee(lead, actor.roles) ? lead.key : null
  return ({ id, values }: Entry) => {
    const value = (key: string | null | undefined) => (key ? ((values[key] as string | undefined) ?? null) : null)
    const days = { beginsOn: value(begins?.key), endsOn: value(ends?.key) }
    return { entry: id, title: value(definition.title), lead: value(seen), ...days }
  }
}

type Bars = Omit<GanttRow, 'entry' | 'title' | 'lead' | 'beginsOn' | 'endsOn'>

function barsOf({ definition }: Register, way: Way | null, entry: Entry, progress: Progress, clock: Clock): Bars {
  const { climbs, plan } = progress.get(entry.id) ?? { climbs: [], plan: null }
  const baselines = plan?.baselines.length ?? 0
  if (!way) return { ...noBars, baselines }
  const reckoning = reckoned(definition, way, plan, climbs, clock)
  const nodes = reckoning.timings.map((timing) => nodeShown(plan, timing, clock.today))
  const count = (flag: 'in-time' | 'late' | 'overdue') => nodes.filter((node) => node.flag === flag).length
  const force = inForce(plan)
  return {
    ...targetShown(reckoning, clock),
    ...{ nodes, baselines, inTime: count('in-time'), late: count('late'), overdue: count('overdue') },
    stands: way.ladders.length === 1 ? standsOn(definition, entry, way.ladders[0]!) : null,
    left: hasLeft(way, entry),
    plan: force ? (force.approved ? 'approved' : 'draft') : 'none',
  }
}

const noBars: Bars = {
  ...{ stands: null, left: false, plan: 'none', baselines: 0, nodes: [] },
  ...{ targetOn: null, forecastOn: null, atLeast: false, gapWorkdays: null, inTime: 0, late: 0, overdue: 0 },
}
