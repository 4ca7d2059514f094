// What still keeps a gate closed, counted for the person at it: what the server's list says, and what only this step's form
// can give (the day for what is owed, a reason, a certificate's day).

import type { OutputOf } from '#contract/contract.ts'
import type { Definition, Field, Gate } from '#domain/register.ts'
import type { Trace } from '#rules/trace.ts'

export type Checklist = OutputOf<'getChecklist'>
export type ConditionShown = Checklist['conditions'][number]

export type StepDraft = {
  reason: string
  certificateOn: string | null
  /** Null: today. */
  on: string | null
  /** By kind of proof: the day by which it follows; null until it is chosen. */
  owed: Readonly<Record<string, string | null>>
}

export const emptyDraft: StepDraft = { reason: '', certificateOn: null, on: null, owed: {} }

/** How many things are still open on the list. */
export function openItems(
  { skipped, conditions, proofs, checks }: Checklist,
  { owed }: Pick<StepDraft, 'owed'>,
): number {
  const barred = skipped.filter((one) => one.barred).length
  const conditionsOpen = conditions.filter(({ verdict }) => verdict !== 'yes').length
  const proofsOpen = proofs.filter(
    ({ state, kind }) => state === 'missing' || (state === 'tolerable' && !owed[kind]),
  ).length
  return barred + conditionsOpen + proofsOpen + checks.filter(({ state }) => state !== 'passed').length
}

/** Whether nothing is open and the form has what this step asks for. */
export function isReady(list: Checklist, { certificate }: Gate, draft: StepDraft): boolean {
  const reasonGiven = list.skipped.length === 0 || draft.reason.trim() !== ''
  return openItems(list, draft) === 0 && reasonGiven && (!certificate || draft.certificateOn !== null)
}

/** The proofs that this step leaves owed, as the act takes them. */
export function owedIn({ proofs }: Checklist, { owed }: StepDraft): { kind: string; dueOn: string }[] {
  return proofs.flatMap(({ kind, state }) => {
    const dueOn = owed[kind]
    return state === 'tolerable' && dueOn ? [{ kind, dueOn }] : []
  })
}

/** The fields that a condition looks at and that keep it from holding: those that are missing, else all it looked at. */
export function fieldsBehind({ fields }: Definition, { missing, trace }: ConditionShown): Field[] {
  const names = missing.length > 0 ? missing : trace ? factsOf(trace as unknown as Trace) : []
  return fields.filter(({ name, type, retired }) => names.includes(name) && type !== 'computed' && !retired)
}

function factsOf({ facts, parts }: Trace): string[] {
  return [...facts.map(({ name }) => name), ...parts.flatMap(factsOf)]
}
