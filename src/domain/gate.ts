// The checklist of a gate for one entry: each condition with its verdict and why, each proof and whether it is there, each
// check and whose turn it is. A gate with anything left on it does not open.

import type { Crossing } from '#domain/crossing.ts'
import type { Entry } from '#domain/entry.ts'
import type { EntryFile } from '#domain/entry-file.ts'
import { type Ladder, type Register, type Rung, standing } from '#domain/register.ts'
import { dictionaryOf, factsOf } from '#domain/register-dictionary.ts'
import { checkRule } from '#rules/check.ts'
import type { Facts } from '#rules/facts.ts'
import { evaluateRule, type Trace, type Verdict } from '#rules/trace.ts'

export type ConditionState = {
  rule: string
  words: string
  verdict: Verdict
  missing: string[]
  trace: Trace
  names: readonly string[]
}
export type ProofState = { kind: string; state: 'there' | 'missing' | 'tolerable' | 'optional'; files: string[] }
export type CheckState = {
  key: string
  asks: string
  /** Null: the definition does not say; who opens the gate does. */
  unit: string | null
  by: string
  state: 'not-asked' | 'asked' | 'passed' | 'returned'
  dueOn: string | null
  late: boolean
  remark: string | null
}
export type Checklist = {
  ladder: string
  to: string
  /** Rungs that would be passed over; `barred` may not be. */
  skipped: { rung: string; barred: boolean }[]
  conditions: ConditionState[]
  proofs: ProofState[]
  checks: CheckState[]
  open: boolean
}

/** Rungs strictly between, that can still be stepped on. `from` null: from below the first. */
export function rungsBetween(ladder: Ladder, from: string | null, to: string): Rung[] {
  const place = (key: string | null) => ladder.rungs.findIndex((rung) => rung.key === key)
  const [low, high] = [place(from), place(to)]
  return standing(ladder).filter((rung) => place(rung.key) > low && place(rung.key) < high)
}

export function checklistOf(
  register: Register,
  ladder: Ladder,
  to: Rung,
  entry: Entry,
  files: readonly EntryFile[],
  crossing: Crossing | null,
  on: string,
  beside: Facts,
): Checklist {
  const from = entry.rungs[ladder.key]?.rung ?? null
  const skipped = rungsBetween(ladder, from, to.key).map(({ key, gate }) => ({ rung: key, barred: !gate.skippable }))
  const conditions = to.gate.conditions.map(({ rule, words }) =>
    conditionState(register, entry, rule, words, on, beside),
  )
  const proofs = to.gate.proofs.map(({ kind, required, tolerated }): ProofState => {
    const found = files.filter(({ proves }) => proves === kind).map(({ id }) => id)
    const state = found.length > 0 ? 'there' : !required ? 'optional' : tolerated ? 'tolerable' : 'missing'
    return { kind, state, files: found }
  })
  const checks = to.gate.checks.map((check): CheckState => {
    const { key, asks, by } = check
    const told = crossing?.checks.find((one) => one.key === key)
    if (!told) return { key, asks, unit: check.unit, by, state: 'not-asked', dueOn: null, late: false, remark: null }
    const { unit, state, dueOn, remark } = told
    return { key, asks, unit, by, state, dueOn, late: state === 'asked' && dueOn !== null && on > dueOn, remark }
  })
  const open =
    skipped.every(({ barred }) => !barred) &&
    conditions.every(({ verdict }) => verdict === 'yes') &&
    proofs.every(({ state }) => state !== 'missing') &&
    checks.every(({ state }) => state === 'passed')
  return { ladder: ladder.key, to: to.key, skipped, conditions, proofs, checks, open }
}

function conditionState(
  { definition, version }: Register,
  entry: Entry,
  text: string,
  words: string,
  on: string,
  beside: Facts,
): ConditionState {
  const { rule } = checkRule(text, dictionaryOf(definition, version))
  if (!rule) throw new Error(`a condition of the register ${definition.code} cannot be read: ${text}`)
  const { verdict, trace } = evaluateRule(rule, factsOf(definition, entry, on, beside))
  return { rule: text, words, verdict, missing: trace.missing, trace, names: rule.names }
}
