// A "no" on its way out over HTTP: which status it has and how it looks as problem JSON (RFC 9457).

import type { RefusalCode } from '#base/refusal.ts'
import { type Language, sentence } from '#contract/sentences.ts'
import type { Said, TroubleCode } from '#contract/troubles.ts'

export const statusOf: Record<RefusalCode | TroubleCode, number> = {
  'signed-out': 401,
  'wrong-sign-in': 401,
  'password-change-due': 403,
  forbidden: 403,
  'not-your-unit': 403,
  'own-work': 403,
  'not-your-field': 403,
  'other-party': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'unknown-route': 404,
  'web-missing': 404,
  stale: 409,
  'zone-not-empty': 409,
  'zone-not-sample': 409,
  'username-taken': 409,
  'same-file': 409,
  'already-decided': 409,
  'wrong-stage': 409,
  'report-open': 409,
  'no-open-report': 409,
  'no-open-extension': 409,
  'children-open': 409,
  'last-administrator': 409,
  'parent-ended': 409,
  'register-there': 409,
  'already-there': 409,
  'values-not-unique': 409,
  'entry-removed': 409,
  'commitment-open': 409,
  'crossing-open': 409,
  'not-on-ladder': 409,
  'too-large': 413,
  'too-much-text': 413,
  'too-many-statements': 413,
  'not-text': 415,
  'bad-input': 400,
  'bad-filter': 400,
  'bad-cursor': 400,
  'bad-mapping': 422,
  'upload-broken': 400,
  'wrong-password': 400,
  'same-password': 422,
  'weak-password': 422,
  'unknown-unit': 422,
  'rule-broken': 422,
  'definition-broken': 422,
  'bad-values': 422,
  'gate-closed': 422,
  'not-above': 422,
  'not-below': 422,
  'rung-not-skippable': 422,
  'reason-missing': 422,
  'certificate-missing': 422,
  'not-tolerable': 422,
  'before-last-step': 422,
  'unit-missing': 422,
  'no-checks': 422,
  'due-passed': 422,
  'boundary-broken': 422,
  'too-many-entries': 422,
  'too-long-a-stretch': 422,
  'plan-empty': 422,
  'extension-unreasoned': 422,
  'unknown-reference': 422,
  'no-rule-set': 404,
  'unknown-dictionary': 422,
  'unknown-post': 422,
  'unit-twice': 422,
  'unknown-evidence': 422,
  'roles-conflict': 422,
  'secrecy-mark': 422,
  'empty-text': 422,
  'lead-missing': 422,
  'due-missing': 422,
  'child-later-than-parent': 422,
  'extension-not-later': 422,
  'proof-missing': 422,
  'sign-in-locked': 429,
  'too-many-tries': 429,
  unexpected: 500,
  'cannot-keep': 507,
}

export type Problem = { type: string; title: string; status: number; code: Said['code']; facts: Said['facts'] }

/** `title` is the whole sentence in the caller's language; programs go by `code` and `facts`. */
export function problem(said: Said, language: Language): Problem {
  const { code, facts } = said
  return { type: `urn:luoshi:problem:${code}`, title: sentence(said, language), status: statusOf[code], code, facts }
}

/** Chinese unless the caller prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').toLowerCase().split(',').map(weighed)
  const best = (tag: string) =>
    Math.max(0, ...wanted.filter(([name]) => name.startsWith(tag)).map(([, weight]) => weight))
  return best('en') > best('zh') ? 'en' : 'zh'
}

function weighed(range: string): [string, number] {
  const [name = '', weight] = range.trim().split(/;\s*q=/)
  return [name, weight === undefined ? 1 : Number(weight) || 0]
}
