// The statement: one target, task, requirement, fact or roster found in a text, with the characters it came from.
// This is the one shape that reading returns, review shows and the store keeps.
import { z } from 'zod'
import {
  comparators,
  decisionGrades,
  measures,
  ownerRoles,
  partNames,
  statementKinds,
  strengths,
} from '#reading/statement-words.ts'

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const offset = z.int().nonnegative()

/** Where a part was read, how sure that is, and the rule that read it. `span` is null when nothing in the text says it. */
export const Part = z.object({
  certainty: z.enum(['stated', 'implied']),
  span: z.object({ start: offset, end: offset }).nullable(),
  reason: z.string(),
})
export type Part = z.infer<typeof Part>

/** A body that is named for a thing, with its role and where it was read. */
export const Owner = z.object({
  name: z.string(),
  role: z.enum(ownerRoles),
  start: offset,
  end: offset,
  certainty: z.enum(['stated', 'implied']),
  reason: z.string(),
})
export type Owner = z.infer<typeof Owner>
export type OwnerRole = Owner['role']

/** Offsets are UTF-16 units of the decoded text, half-open. Values are multiplied out (1.2亿元 is 120000000 元). */
export const Statement = z.object({
  kind: z.enum(statementKinds),
  start: offset,
  end: offset,
  title: z.string(),
  value: z.number().nullable(),
  value2: z.number().nullable(),
  unit: z.string().nullable(),
  op: z.enum(comparators).nullable(),
  measure: z.enum(measures).nullable(),
  period: z.object({ from: isoDay, to: isoDay }).nullable(),
  deadline: isoDay.nullable(),
  strength: z.enum(strengths),
  /** The one that leads or answers; `owners` names all, those who help too. */
  owner: z.string().nullable(),
  owners: z.array(Owner).default([]),
  indicator: z.string().nullable(),
  verb: z.string().nullable(),
  object: z.string().nullable(),
  members: z.array(z.object({ group: z.string().nullable(), names: z.array(z.string()) })),
  decision: z.enum(decisionGrades).nullable(),
  parts: z.partialRecord(z.enum(partNames), Part),
})
export type Statement = z.infer<typeof Statement>

export type StatementKind = (typeof statementKinds)[number]
export type Comparator = (typeof comparators)[number]
export type Measure = (typeof measures)[number]
export type Strength = (typeof strengths)[number]
export type DecisionGrade = (typeof decisionGrades)[number]
export type PartName = (typeof partNames)[number]
