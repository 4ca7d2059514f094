// A rule set: what a title (高企, 专精特新 …) asks of an enterprise, with its basis and its days of force, as data. Versions
// of one title share a code; the day asked for picks the version. A condition without a rule has no known basis and keeps
// the answer at 待核: nothing is guessed.
import { z } from 'zod'
import { DecisionTable, rowRules } from '#rules/decision-table.ts'

const day = z.iso.date()

export const Condition = z.object({
  code: z.string(),
  title: z.string(),
  /** Null: 待补依据. */
  rule: z.string().nullable(),
  clause: z.string().optional(),
  evidence: z.string().optional(),
  note: z.string().optional(),
})
export type Condition = z.infer<typeof Condition>

/** A part of a score: points by tables (the best of them counts), or a fact an expert gives, within a table's band if any. */
export const ScorePart = z
  .object({
    code: z.string(),
    title: z.string(),
    group: z.string(),
    max: z.number().positive(),
    tables: z.array(DecisionTable).min(1).optional(),
    fact: z.string().optional(),
    table: DecisionTable.optional(),
    note: z.string().optional(),
  })
  .refine((part) => (part.tables === undefined) !== (part.fact === undefined), { message: 'tables or a fact' })
export type ScorePart = z.infer<typeof ScorePart>

/** What the score, or one group of it, must reach. */
export const ScoreFloor = z
  .object({
    code: z.string(),
    title: z.string(),
    /** A group of parts; null is the whole score. */
    of: z.string().nullable(),
    atLeast: z.number().optional(),
    above: z.number().optional(),
    clause: z.string().optional(),
    note: z.string().optional(),
  })
  .refine((floor) => (floor.atLeast === undefined) !== (floor.above === undefined), { message: 'atLeast or above' })
export type ScoreFloor = z.infer<typeof ScoreFloor>

export const RuleSet = z
  .object({
    code: z.string(),
    title: z.string(),
    authority: z.string(),
    basis: z.object({ title: z.string(), docNo: z.string(), note: z.string() }),
    validFrom: day,
    /** The last day of force; null: still in force. */
    validTo: day.nullable(),
    /** name@version of the dictionary its rules are written in. */
    dictionary: z.string().regex(/^[a-z-]+@\d+$/),
    conditions: z.array(Condition),
    parts: z.array(ScorePart).default([]),
    /** A group's points count up to its max. */
    groups: z.array(z.object({ code: z.string(), max: z.number() })).default([]),
    scores: z.array(ScoreFloor).default([]),
    /** One route must hold; what no route names must hold always. */
    routes: z.array(z.object({ code: z.string(), title: z.string(), needs: z.array(z.string()).min(1) })).default([]),
  })
  .superRefine((set, context) => {
    const codes = [...set.conditions, ...set.scores].map((one) => one.code)
    const groups = new Set(set.parts.map((part) => part.group))
    const issue = (message: string) => context.addIssue({ code: 'custom', message })
    for (const code of codes) if (codes.indexOf(code) !== codes.lastIndexOf(code)) issue(`twice: ${code}`)
    for (const code of set.routes.flatMap((route) => route.needs))
      if (!codes.includes(code)) issue(`not there: ${code}`)
    for (const { of } of set.scores) if (of !== null && !groups.has(of)) issue(`no part is in the group ${of}`)
    if (set.validTo !== null && set.validTo < set.validFrom) issue('ends before it begins')
  })
export type RuleSet = z.infer<typeof RuleSet>

export type NoVersion = {
  code: 'no-version'
  facts: { ruleSet: string; on: string; versions: [string, string | null][] }
}

/** The version in force on a day; the latest one when two are. None: a refusal that says which there are. */
export function versionOn(sets: readonly RuleSet[], code: string, on: string): RuleSet | NoVersion {
  const versions = sets.filter((set) => set.code === code)
  const inForce = versions
    .filter((set) => set.validFrom <= on && (set.validTo === null || on <= set.validTo))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  if (inForce[0]) return inForce[0]
  const spans = versions.map((set): [string, string | null] => [set.validFrom, set.validTo])
  return { code: 'no-version', facts: { ruleSet: code, on, versions: spans } }
}

/** The codes that must hold whatever the route. */
export function alwaysNeeded(set: RuleSet): string[] {
  const routed = new Set(set.routes.flatMap((route) => route.needs))
  return [...set.conditions, ...set.scores].map((one) => one.code).filter((code) => !routed.has(code))
}

export function tablesOf(part: ScorePart): DecisionTable[] {
  return part.tables ?? (part.table ? [part.table] : [])
}

/** Every condition of the set as text: its own, and the rows of its tables. */
export function rulesOf(set: RuleSet): string[] {
  const rows = set.parts.flatMap(tablesOf).flatMap(rowRules)
  return [...new Set([...set.conditions.flatMap((condition) => condition.rule ?? []), ...rows])]
}
