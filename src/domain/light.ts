// The light of a commitment (亮灯), by a rule table that a zone can change: presets/lights. First row that holds wins.
// The same table is turned into SQL by store/lights.ts; a property test holds the two together.
// The last row holds for everything: a table without one is refused by the schema.

import { z } from 'zod'
import { daysBetween } from '#base/day.ts'
import { Day } from '#domain/fields.ts'

export const Light = z.enum(['grey', 'red', 'yellow', 'blue', 'green'])
export type Light = z.infer<typeof Light>

/** All conditions given must hold. Gaps are percentage points behind the pace of a straight line from start to due. */
export const LightRow = z.object({
  light: Light,
  id: z.string(),
  closed: z.boolean().optional(),
  noDueDate: z.boolean().optional(),
  overdue: z.boolean().optional(),
  gapOver: z.number().optional(),
  gapFrom: z.number().optional(),
  dueWithinWorkdays: z.int().optional(),
  basis: z.string(),
})
export type LightRow = z.infer<typeof LightRow>

function endsOpen(rows: readonly LightRow[]): boolean {
  const last = rows.at(-1)
  return last !== undefined && Object.keys(last).every((key) => ['light', 'id', 'basis'].includes(key))
}

export const LightRule = z.object({
  id: z.string(),
  name: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  rows: z.array(LightRow).min(1).refine(endsOpen, 'the last row must have no condition'),
})
export type LightRule = z.infer<typeof LightRule>

/** Why a light is as it is: the row that held and the numbers it looked at. */
export const Lit = z.object({
  light: Light,
  row: z.string(),
  gapPoints: z.number().nullable(),
  pacePercent: z.number().nullable(),
  workdaysLeft: z.int().nullable(),
})
export type Lit = z.infer<typeof Lit>

export type LightFacts = {
  open: boolean
  percent: number
  startOn: string
  dueOn: string | null
  today: string
  /** Working days after today up to and including the due day (0 on it), negative when past; null without a due day. */
  workdaysLeft: number | null
}

/**
 * The light and why: the first row of the table whose conditions all hold. Pace and gap are percentage points with one
 * decimal, the thresholds look at the rounded gap; both are null when the commitment is closed or has no due day.
 */
export function lightOf(rule: LightRule, facts: LightFacts): Lit {
  const pacePercent = facts.open ? paceOf(facts) : null
  const gapPoints = pacePercent === null ? null : Math.round(pacePercent * 10 - facts.percent * 10) / 10
  const row = rule.rows.find((candidate) => holds(candidate, facts, gapPoints))
  if (!row) throw new Error(`light rule ${rule.id} has no row for ${JSON.stringify(facts)}`)
  return { light: row.light, row: row.id, gapPoints, pacePercent, workdaysLeft: facts.workdaysLeft }
}

function holds(row: LightRow, { open, dueOn, today, workdaysLeft }: LightFacts, gap: number | null): boolean {
  const overdue = dueOn !== null && today > dueOn
  if (row.closed !== undefined && row.closed === open) return false
  if (row.noDueDate !== undefined && row.noDueDate !== (dueOn === null)) return false
  if (row.overdue !== undefined && row.overdue !== overdue) return false
  if (row.gapOver !== undefined && !(gap !== null && gap > row.gapOver)) return false
  if (row.gapFrom !== undefined && !(gap !== null && gap >= row.gapFrom)) return false
  const near = row.dueWithinWorkdays
  return near === undefined || (workdaysLeft !== null && !overdue && workdaysLeft <= near)
}

/** 序时进度: a straight line from 0 on the first day to 100 on the due day, 0 before and 100 after. */
function paceOf({ startOn, dueOn, today }: LightFacts): number | null {
  if (dueOn === null) return null
  if (today >= dueOn) return 100
  if (today <= startOn) return 0
  return Math.round((1000 * daysBetween(startOn, today)) / daysBetween(startOn, dueOn)) / 10
}
