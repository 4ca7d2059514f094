// What a refusal says about single fields, so that a form shows each where it is. What concerns no field stays for the notice.

import { problemWord } from '#contract/register-words.ts'
import { CallRefused } from '#web/client.ts'
import type { AllWords, Language } from '#web/language.ts'

/** By the key of the field; empty for any other error. */
export function fieldProblems(error: unknown, { registers }: AllWords, language: Language): Record<string, string> {
  if (!(error instanceof CallRefused)) return {}
  return refusalProblems(error.refusal, registers, language)
}

export function refusalProblems(
  { code, facts }: { code: string; facts: object },
  { problems }: AllWords['registers'],
  language: Language,
): Record<string, string> {
  const { field, problems: several } = facts as { field?: string; problems?: { field: string; problem: string }[] }
  if (code === 'bad-values') {
    const said = (several ?? []).map((one) => [one.field, problemWord(one.problem, language)] as const)
    return Object.fromEntries(said)
  }
  const words = problems[code as keyof typeof problems]
  return field !== undefined && words !== undefined ? { [field]: words } : {}
}
