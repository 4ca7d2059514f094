// The month's briefing (通报): plan and completion, overall and by line, what is unfinished and why, what comes next.
// Composed from commitments as they were known at `asOf`; every figure carries the ids behind it. Issued ones are frozen.

import { z } from 'zod'
import { Day, Id, Moment, Row } from '#domain/fields.ts'
import { Lit } from '#domain/light.ts'

/** A number that can be opened: the commitments that were counted. */
export const Figure = z.object({ count: z.int(), of: z.array(Id) })
export type Figure = z.infer<typeof Figure>

export const BriefingLine = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  supporting: z.array(z.string()),
  post: z.string().nullable(),
  dueOn: Day.nullable(),
  percent: z.int(),
  lit: Lit,
  latest: z.string().nullable(),
  reason: z.string().nullable(),
  newDueOn: Day.nullable(),
})
export type BriefingLine = z.infer<typeof BriefingLine>

export const Tally = z.object({
  /** Due in the month or carried into it open. */
  planned: Figure,
  completed: Figure,
  underWay: Figure,
  notStarted: Figure,
  overdue: Figure,
  /** Whole percent of planned that was completed; null when nothing was planned. */
  completionPercent: z.number().nullable(),
})
export type Tally = z.infer<typeof Tally>

export const BriefingContents = z.object({
  zone: z.string(),
  month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/),
  asOf: Moment,
  today: Day,
  overall: Tally,
  /** By lead unit; the line of those without one has no unit and an empty name. */
  lines: z.array(z.object({ unit: Id.nullable(), name: z.string(), tally: Tally })),
  completed: z.array(BriefingLine),
  unfinished: z.array(BriefingLine),
  next: z.array(BriefingLine),
  toCoordinate: z.array(BriefingLine),
})
export type BriefingContents = z.infer<typeof BriefingContents>

export const Briefing = Row.extend({
  number: z.int().positive(),
  contents: BriefingContents,
  issuedBy: Id,
  issuedOn: Day,
})
export type Briefing = z.infer<typeof Briefing>

export type BriefingEvent = { kind: 'issued'; briefing: Omit<Briefing, 'version'> }

export function evolveBriefing(_: Briefing | null, event: BriefingEvent): Briefing {
  return { ...event.briefing, version: 1 }
}
