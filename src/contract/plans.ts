// Plans of entries: laying and approving them, the Gantt chart of a register, its calendar, and the times between two nodes.

import { z } from 'zod'
import { act, question } from '#contract/entry.ts'
import { filter, narrow, registerReaders } from '#contract/registers.ts'
import { Day, Id, Words } from '#domain/fields.ts'
import { Course, Flag, LaidFrom, Plan } from '#domain/plan.ts'
import { DayCount, Key } from '#domain/register.ts'

const version = z.int().nonnegative()
const keepers = ['office', 'keeper', 'unit-head', 'unit-officer'] as const
const approvers = ['office', 'unit-head'] as const

const place = { register: Key, id: Id, course: Course }

/** A node as it stands: what was planned, what is done, what is reckoned. */
export const ShownNode = z.object({
  key: z.string(),
  /** By the plan in force, or the one laid while none is approved; `firstOn` by the first baseline. */
  plannedOn: Day.nullable(),
  firstOn: Day.nullable(),
  doneOn: Day.nullable(),
  /** Passed over on the way up: done without a day of its own. */
  passedOver: z.boolean(),
  startsOn: Day.nullable(),
  forecastOn: Day.nullable(),
  /** Not before `forecastOn`: some days on the way are not known. */
  atLeast: z.boolean(),
  critical: z.boolean(),
  flag: Flag.nullable(),
})
export type ShownNode = z.infer<typeof ShownNode>

const PlanNode = ShownNode.extend({
  name: Words,
  /** Days it takes, by this entry's plan or by the network; null: 待补依据. */
  takes: z.int().nullable(),
  calendar: DayCount,
  after: z.array(z.string()),
  reviewable: z.boolean(),
  reviewedOn: Day.nullable(),
  reviewForecastOn: Day.nullable(),
  reviewPlannedOn: Day.nullable(),
  slack: z.int().nullable(),
  waitsFor: z.array(z.string()),
  ladder: z.string(),
  /** The rung on which it stands, by its name. */
  stands: z.string().nullable(),
  /** Proofs still owed on its ladder (容缺). */
  owed: z.array(z.object({ climb: Id, kind: z.string(), dueOn: Day, late: z.boolean() })),
})

export const MeasuredSpan = z.object({
  key: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  calendar: DayCount,
  days: z.int().nullable(),
  atMost: z.int().nullable(),
  dueOn: Day.nullable(),
  late: z.boolean(),
  basis: z.string(),
})

const spanLine = z.object({
  entry: Id,
  title: z.string().nullable(),
  from: Day,
  to: Day.nullable(),
  days: z.int().nullable(),
  atMost: z.int().nullable(),
  dueOn: Day.nullable(),
  late: z.boolean(),
})

export const SpanFigure = z.object({
  register: Key,
  key: z.string(),
  name: z.string(),
  calendar: DayCount,
  basis: z.string(),
  atMost: z.int().nullable(),
  limit: Key.nullable(),
  /** Ended in the time asked about; the middle one; how many of them had an aim, and kept it. */
  measured: z.int(),
  medianDays: z.int().nullable(),
  aimed: z.int(),
  kept: z.int(),
  running: z.int(),
  runningLate: z.int(),
  fastest: z.array(spanLine),
  /** Running, those that are due first. */
  next: z.array(spanLine),
})
export type SpanFigure = z.infer<typeof SpanFigure>

export const CalendarItem = z.object({
  on: Day,
  kind: z.enum(['date', 'planned', 'owed', 'check']),
  entry: Id,
  title: z.string().nullable(),
  /** The name of the field or node, the proof that is owed, what is checked. */
  words: z.string(),
  /** Its day is past and it is neither done nor supplied. */
  late: z.boolean(),
  done: z.boolean(),
})
export type CalendarItem = z.infer<typeof CalendarItem>

export const ShownPlan = z.object({
  course: Course,
  name: z.string(),
  basis: z.string(),
  today: Day,
  target: z.string(),
  plan: Plan.nullable(),
  approved: z.boolean(),
  /** The target by the plan in force and as it is reckoned; `gapWorkdays` above 0 is late. */
  targetOn: Day.nullable(),
  forecastOn: Day.nullable(),
  atLeast: z.boolean(),
  gapWorkdays: z.int().nullable(),
  /** The day on which work would have had to start to keep the target; before today it cannot be kept. */
  neededStartOn: Day.nullable(),
  /** Nodes planned before something that they wait for. */
  outOfOrder: z.array(z.string()),
  left: z.boolean(),
  nodes: z.array(PlanNode),
  spans: z.array(MeasuredSpan),
})
export type ShownPlan = z.infer<typeof ShownPlan>

export const GanttRow = z.object({
  entry: Id,
  title: z.string().nullable(),
  lead: Id.nullable(),
  stands: z.string().nullable(),
  left: z.boolean(),
  plan: z.enum(['none', 'draft', 'approved']),
  baselines: z.int(),
  targetOn: Day.nullable(),
  forecastOn: Day.nullable(),
  atLeast: z.boolean(),
  gapWorkdays: z.int().nullable(),
  inTime: z.int(),
  late: z.int(),
  overdue: z.int(),
  /** Of a chart of dates: beginning and end as they stand in the entry. */
  beginsOn: Day.nullable(),
  endsOn: Day.nullable(),
  nodes: z.array(ShownNode),
})
export type GanttRow = z.infer<typeof GanttRow>

export const planActs = {
  showSpans: question(
    {
      summary: 'Times between two nodes over a register: fastest, middle, how many kept the aim, what is running',
      path: '/registers/{register}/spans',
      refusals: narrow,
      may: registerReaders,
    },
    {
      register: Key,
      network: Key,
      ...filter,
      /** Those that ended between these days. */
      from: Day.optional(),
      to: Day.optional(),
      limit: z.int().min(1).max(100).default(10),
    },
    z.array(SpanFigure),
  ),
  showCalendar: question(
    {
      summary: 'What falls on the days of a stretch: dates of entries, planned days, proofs owed, checks due',
      path: '/registers/{register}/calendar',
      refusals: [...narrow, 'too-long-a-stretch'],
      may: registerReaders,
    },
    {
      register: Key,
      /** Date fields. */
      dates: z.array(Key).max(10).default([]),
      from: Day,
      /** At most 366 days after. */
      to: Day,
      ...filter,
    },
    /** `more`: there were more than are shown; the days that are shown are whole up to `upTo`. */
    z.object({ items: z.array(CalendarItem), more: z.boolean(), upTo: Day }),
  ),
  getPlan: question(
    {
      summary: 'The plan of an entry: each node planned, done, forecast; what drives the target; what is owed',
      path: '/registers/{register}/entries/{id}/plan',
      refusals: ['not-found'],
      may: registerReaders,
    },
    place,
    ShownPlan,
  ),
  layPlan: act(
    {
      summary: 'Lay a plan backwards from a target’s day, forwards from a start, or by hand; it waits for approval',
      path: '/registers/{register}/entries/{id}/plan/lay',
      refusals: ['not-found', 'stale', 'not-your-unit', 'entry-removed', 'plan-empty'],
      may: keepers,
    },
    {
      ...place,
      /** Of the plan; 0 where there is none. */
      version,
      from: LaidFrom,
      /** The target’s day or the start; by hand: left out. */
      day: Day.optional(),
      /** Days for nodes in the place of the network’s. */
      takes: z.record(Key, z.int().min(0).max(5000).nullable()).default({}),
      /** Days by hand in the place of what is reckoned; null leaves a node out. */
      days: z.record(Key, Day.nullable()).default({}),
      reason: Words.nullable().default(null),
    },
    ShownPlan,
  ),
  approvePlan: act(
    {
      summary: 'Approve what is laid: it becomes the baseline in force; those before stay',
      path: '/registers/{register}/entries/{id}/plan/approve',
      refusals: [
        'not-found',
        'stale',
        'not-your-unit',
        'entry-removed',
        'wrong-stage',
        'own-work',
        'extension-unreasoned',
      ],
      may: approvers,
    },
    { ...place, version },
    ShownPlan,
  ),
  showGantt: question(
    {
      summary: 'A page of a register as a Gantt chart: planned, done and forecast by node, with flags',
      path: '/registers/{register}/gantt',
      refusals: [...narrow, 'bad-cursor'],
      may: registerReaders,
    },
    {
      register: Key,
      /** Left out: the register’s first network, else its first ladder. */
      course: Course.optional(),
      /** Date fields of a chart of dates: beginning and end. */
      dates: z.array(Key).max(2).default([]),
      ...filter,
      sort: Key.optional(),
      descending: z.boolean().default(false),
      after: z.string().max(2000).optional(),
      limit: z.int().min(1).max(200).default(50),
    },
    z.object({
      course: Course.nullable(),
      target: z.string().nullable(),
      today: Day,
      nodes: z.array(z.object({ key: z.string(), name: z.string() })),
      entries: z.array(GanttRow),
      next: z.string().nullable(),
    }),
  ),
}
