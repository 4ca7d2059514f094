// One subject against one rule set: 符合, 不符合 or 待核, with every failed or unknown condition, the missing facts named,
// and, when exactly one thing is lacking, which and by how much (差一项).
import { and, or } from '#rules/decision-table.ts'
import type { Facts } from '#rules/facts.ts'
import type { Judge } from '#rules/rule-judge.ts'
import { alwaysNeeded, type Condition, type RuleSet, type ScoreFloor } from '#rules/rule-set.ts'
import { type PartScore, partNames, scoreParts, sumOf } from '#rules/rule-set-score.ts'

export type Outcome = 'eligible' | 'not-eligible' | 'unknown'
export const outcomeWords: Record<Outcome, string> = { eligible: '符合', 'not-eligible': '不符合', unknown: '待核' }

export type Finding = {
  code: string
  title: string
  outcome: boolean | null
  value: string | null
  threshold: string | null
  /** How much is lacking, in the unit of the fact; null when it cannot be measured. */
  gap: string | null
  missing: string[]
  /** The condition has no known basis yet. */
  basisMissing: boolean
  clause: string | null
  evidence: string | null
  note: string | null
}

export type Verdict = {
  outcome: Outcome
  findings: Finding[]
  parts: PartScore[]
  routes: { code: string; title: string; outcome: boolean | null }[]
  /** What must be found out before the answer is sure; empty unless the outcome is unknown. */
  missing: string[]
  basisMissing: string[]
  /** Each thing that would make the subject eligible if it alone held; several when there are several routes. */
  oneShort: Finding[]
}

export function judgeRuleSet(set: RuleSet, facts: Facts, judge: Judge): Verdict {
  const parts = scoreParts(set, facts, judge)
  const findings = [
    ...set.conditions.map((condition) => ofCondition(condition, facts, judge)),
    ...set.scores.map((floor) => ofFloor(set, floor, parts, facts, judge)),
  ]
  const named = (codes: readonly string[]) => findings.filter((finding) => codes.includes(finding.code))
  const base = named(alwaysNeeded(set))
  const routes = set.routes.map((route) => {
    const needs = named(route.needs)
    return { code: route.code, title: route.title, needs, outcome: and(needs.map((need) => need.outcome)) }
  })
  const byRoute = routes.length === 0 ? true : or(routes.map((route) => route.outcome))
  const holds = and([...base.map((finding) => finding.outcome), byRoute])
  const open =
    holds === null
      ? [...base, ...(byRoute === null ? routes.flatMap((r) => (r.outcome === null ? r.needs : [])) : [])]
      : []
  const asked = open.filter((finding) => finding.outcome === null)
  return {
    outcome: holds === null ? 'unknown' : holds ? 'eligible' : 'not-eligible',
    findings,
    parts,
    routes: routes.map(({ needs: _, ...route }) => route),
    missing: [...new Set(asked.flatMap((finding) => finding.missing))],
    basisMissing: [...new Set(asked.filter((finding) => finding.basisMissing).map((finding) => finding.title))],
    oneShort:
      holds === false
        ? oneShort(
            base,
            routes.map((route) => route.needs),
            byRoute,
          )
        : [],
  }
}

/** A thing is alone in lacking when all else that is needed, always or on one route, is sure to hold. */
function oneShort(base: readonly Finding[], routes: readonly Finding[][], byRoute: boolean | null): Finding[] {
  const lacking = base.filter((finding) => finding.outcome !== true)
  if (byRoute === true) return lacking.length === 1 ? lacking.filter((finding) => finding.outcome === false) : []
  if (lacking.length > 0 || byRoute === null) return []
  const alone = routes.map((needs) => needs.filter((need) => need.outcome !== true)).filter((open) => open.length === 1)
  return [...new Set(alone.flat())]
}

const notKnown = { outcome: null, value: null, threshold: null, gap: null }

function ofCondition(condition: Condition, facts: Facts, judge: Judge): Finding {
  const { code, title, rule } = condition
  const judged = rule === null ? notKnown : judge.evaluate(rule, facts)
  const names = rule === null || judged.outcome !== null ? [] : judge.names(rule)
  return {
    code,
    title,
    outcome: judged.outcome,
    value: judged.value,
    threshold: judged.threshold,
    gap: judged.outcome === false ? judged.gap : null,
    missing: names.filter((name) => (facts[name] ?? null) === null),
    basisMissing: rule === null,
    clause: condition.clause ?? null,
    evidence: condition.evidence ?? null,
    note: condition.note ?? null,
  }
}

function ofFloor(set: RuleSet, floor: ScoreFloor, parts: readonly PartScore[], facts: Facts, judge: Judge): Finding {
  const { low, high } = sumOf(set, parts, floor.of)
  const asked = floor.atLeast ?? floor.above ?? 0
  const reached = (points: number) => (floor.above === undefined ? points >= asked : points > asked)
  const outcome = reached(low) ? true : reached(high) ? null : false
  const counted = set.parts.filter((part, i) => (floor.of === null || part.group === floor.of) && open(parts[i]))
  const names = counted.flatMap((part) => partNames(part, judge)).filter((name) => (facts[name] ?? null) === null)
  return {
    code: floor.code,
    title: floor.title,
    outcome,
    value: low === high ? String(low) : `${low}–${high}`,
    threshold: String(asked),
    gap: outcome === false ? String(asked - high) : null,
    missing: outcome === null ? [...new Set(names)] : [],
    basisMissing: false,
    clause: floor.clause ?? null,
    evidence: null,
    note: floor.note ?? null,
  }
}

function open(part: PartScore | undefined): boolean {
  return part !== undefined && part.bounds.low !== part.bounds.high
}
