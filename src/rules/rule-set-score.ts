// The score of a rule set for one subject, as bounds: an unknown fact widens them, and a floor is decided as soon as the
// bounds allow it, so that a missing expert's mark does not hold up what is certain anyway.
import { answerOf, type Bounds, type DecisionTable, rowRules } from '#rules/decision-table.ts'
import type { Facts } from '#rules/facts.ts'
import type { Judge } from '#rules/rule-judge.ts'
import { type RuleSet, type ScorePart, tablesOf } from '#rules/rule-set.ts'

export type PartScore = {
  code: string
  title: string
  bounds: Bounds
  max: number
  missing: string[]
  /** The given mark lies outside the band that the numbers allow, or outside 0 … max. */
  outOfBand: boolean
}

export function scoreParts(set: RuleSet, facts: Facts, judge: Judge): PartScore[] {
  return set.parts.map((part) => {
    const { bounds, outOfBand } = partBounds(part, facts, judge)
    const open = bounds.low !== bounds.high
    const missing = open ? partNames(part, judge).filter((name) => (facts[name] ?? null) === null) : []
    return { code: part.code, title: part.title, bounds, max: part.max, missing, outOfBand }
  })
}

/** The facts a part is made of. */
export function partNames(part: ScorePart, judge: Judge): string[] {
  const fromTables = tablesOf(part)
    .flatMap(rowRules)
    .flatMap((rule) => judge.names(rule))
  return [...new Set([...(part.fact ? [part.fact] : []), ...fromTables])]
}

/** Of one group, or of all groups when `of` is null; each group counts up to its max. */
export function sumOf(set: RuleSet, parts: readonly PartScore[], of: string | null): Bounds {
  const groups = [...new Set(set.parts.map((part) => part.group))].filter((group) => of === null || group === of)
  const sums = groups.map((group) => {
    const inGroup = parts.filter((_, i) => set.parts[i]?.group === group)
    const cap = set.groups.find((one) => one.code === group)?.max ?? Number.POSITIVE_INFINITY
    const total = (end: 'low' | 'high') =>
      Math.min(
        cap,
        inGroup.reduce((sum, part) => sum + part.bounds[end], 0),
      )
    return { low: total('low'), high: total('high') }
  })
  return { low: sums.reduce((sum, b) => sum + b.low, 0), high: sums.reduce((sum, b) => sum + b.high, 0) }
}

function partBounds(part: ScorePart, facts: Facts, judge: Judge): { bounds: Bounds; outOfBand: boolean } {
  const whole = { low: 0, high: part.max }
  if (part.tables) {
    const each = part.tables.map((table) => tableBounds(table, facts, judge) ?? whole)
    const bounds = { low: Math.max(...each.map((b) => b.low)), high: Math.max(...each.map((b) => b.high)) }
    return { bounds, outOfBand: false }
  }
  const band = (part.table && tableBounds(part.table, facts, judge)) ?? whole
  const given = part.fact === undefined ? null : (facts[part.fact] ?? null)
  if (given === null) return { bounds: band, outOfBand: false }
  const mark = Number(given)
  const fits = mark >= band.low && mark <= band.high
  return { bounds: fits ? { low: mark, high: mark } : band, outOfBand: !fits }
}

function tableBounds(table: DecisionTable, facts: Facts, judge: Judge): Bounds | null {
  const rows = rowRules(table).map((rule) => ({ holds: judge.evaluate(rule, facts).outcome, against: null }))
  return answerOf(table, rows).bounds
}
