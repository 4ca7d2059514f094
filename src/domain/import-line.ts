// What becomes of a line of a table that is brought in: a new entry, a changed one, the same as before, refused with its
// reasons by cell, or in conflict with what somebody changed since it was written out.

import { z } from 'zod'
import { Id } from '#domain/fields.ts'

export const LineIs = z.enum(['added', 'changed', 'same', 'refused', 'conflict'])
export type LineIs = z.infer<typeof LineIs>

/** A reason, at a cell (C17) where there is one; `problem` and `facts` as in cell-problem.ts. */
export const LineProblem = z.object({
  cell: z.string().nullable(),
  head: z.string().nullable(),
  problem: z.string(),
  facts: z.record(z.string(), z.unknown()),
})
export type LineProblem = z.infer<typeof LineProblem>

/** Old and new as they are written in cells. */
export const LineChange = z.object({ head: z.string(), old: z.string(), new: z.string() })
export type LineChange = z.infer<typeof LineChange>

/** Lines that are the same as before are only counted. */
export const ImportLine = z.object({
  row: z.int(),
  is: LineIs,
  title: z.string(),
  entry: Id.nullable(),
  changes: z.array(LineChange),
  problems: z.array(LineProblem),
})
export type ImportLine = z.infer<typeof ImportLine>

export const LineCounts = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  conflict: z.int(),
  /** Days of steps that were recorded. */
  steps: z.int(),
})
export type LineCounts = z.infer<typeof LineCounts>

export const noLines: LineCounts = { added: 0, changed: 0, same: 0, refused: 0, conflict: 0, steps: 0 }

export function plusCounts(a: LineCounts, b: LineCounts): LineCounts {
  const keys = Object.keys(noLines) as (keyof LineCounts)[]
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as LineCounts
}
