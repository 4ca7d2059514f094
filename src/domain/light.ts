// The light of a commitment (亮灯), by a rule table that a zone can change: presets/lights. First row that holds wins.
// The same table is turned into SQL by store/lights.ts; a property test holds the two together.

import { z } from 'zod'
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

export const LightRule = z.object({
  id: z.string(),
  name: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  rows: z.array(LightRow).min(1),
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
  /** Working days from today to the due day, negative when past; null without a due day. */
  workdaysLeft: number | null
}
