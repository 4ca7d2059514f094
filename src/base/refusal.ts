// A refusal is a "no" with its facts: data, not prose. Doors turn it into a status, a sentence, an exit code.

export type RefusalFacts = {
  'signed-out': Record<string, never>
  'password-change-due': Record<string, never>
  forbidden: { act: string; roles: readonly string[] }
  'not-your-unit': { unit: string | null }
  'bad-input': { issues: { path: string; message: string }[] }
  'not-found': { noun: string; id: string }
  stale: { noun: string; id: string }
  'zone-not-empty': { zone: string }
  'zone-not-sample': { zone: string }
  'username-taken': { username: string }
  'unknown-unit': { unit: string }
  'unknown-post': { post: string }
  'unit-twice': { unit: string }
  'last-administrator': { role: string }
  'roles-conflict': { roles: readonly string[] }
  'same-file': { document: string; title: string }
  'secrecy-mark': { mark: string; at: number }
  'empty-text': { fileName: string }
  'not-text': { fileName: string; reason: string }
  'too-large': { limitBytes: number }
  'too-much-text': { characters: number; limit: number }
  'too-many-statements': { statements: number; limit: number }
  'cannot-keep': { trouble: string }
  'upload-broken': { receivedBytes: number }
  'already-decided': { state: string }
  'wrong-stage': { stage: string; needs: readonly string[] }
  'lead-missing': { id: string }
  'due-missing': { id: string }
  'child-later-than-parent': { childDueOn: string; parentDueOn: string }
  'report-open': { report: string }
  'no-open-report': { id: string }
  'no-open-extension': { id: string }
  'extension-not-later': { dueOn: string; to: string }
  'children-open': { numbers: readonly string[] }
  'parent-ended': { number: string }
  'proof-missing': { kinds: readonly string[] }
  'unknown-evidence': { evidence: string }
  'no-rule-set': { ruleSet: string; on: string }
  /** `at`: of a register's definition, the part whose rule it is. */
  'rule-broken': { rule: string; start: number; end: number; zh: string; en: string; at?: string }
  'unknown-dictionary': { dictionary: string }
  'own-work': { person: string }
  'register-there': { code: string }
  'definition-broken': { at: string; why: string }
  /** The field by key and by name; some of the values that stand more than once, as they are shown. */
  'values-not-unique': { field: string; name?: string; values?: readonly string[] }
  'already-there': { field: string }
  'bad-values': { problems: readonly { field: string; problem: string }[] }
  'unknown-reference': { field: string; id: string }
  'not-your-field': { field: string }
  'entry-removed': { id: string }
  'commitment-open': { numbers: readonly string[] }
  'bad-filter': { filter: string }
  'bad-cursor': Record<string, never>
  'bad-mapping': { head: string; why: string }
  'gate-closed': {
    rung: string
    conditions: readonly { words: string; verdict: string; missing: readonly string[] }[]
    proofs: readonly string[]
    checks: readonly { asks: string; state: string; late: boolean }[]
  }
  'not-above': { rung: string; from: string }
  'not-below': { rung: string; from: string }
  'not-on-ladder': { ladder: string }
  'rung-not-skippable': { rung: string }
  'reason-missing': Record<string, never>
  'certificate-missing': { rung: string }
  'not-tolerable': { kind: string }
  'before-last-step': { since: string }
  'unit-missing': { check: string; by: string }
  'crossing-open': { id: string }
  'no-checks': { rung: string }
  'due-passed': { dueOn: string }
  'too-many-entries': { count: number; limit: number }
  'boundary-broken': { at: string; why: string }
  'too-long-a-stretch': { days: number; most: number }
  'plan-empty': { course: string }
  'extension-unreasoned': { nodes: readonly string[] }
  'other-party': { why: 'filed' | 'of-lead-unit'; person: string; unit: string | null }
}

export type RefusalCode = keyof RefusalFacts
export type Refusal = { [C in RefusalCode]: { code: C; facts: RefusalFacts[C] } }[RefusalCode]

/** Thrown only between a handler and its door, so that a refusal can leave from any depth. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`refused: ${refusal.code} ${JSON.stringify(refusal.facts)}`)
    this.refusal = refusal
  }
}

export function refusal<C extends RefusalCode>(code: C, facts: RefusalFacts[C]): Refusal {
  return { code, facts } as Refusal
}

export function refuse<C extends RefusalCode>(code: C, facts: RefusalFacts[C]): never {
  throw new Refused(refusal(code, facts))
}
