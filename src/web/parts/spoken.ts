// Any error of a call as one clear sentence in the reader's language.

import { sentence } from '#contract/sentences.ts'
import { CallLost, CallRefused } from '#web/client.ts'
import type { AllWords, Language } from '#web/language.ts'

export function spoken(error: unknown, words: AllWords, language: Language): string {
  if (error instanceof CallRefused) return sentence(error.refusal, language)
  if (error instanceof CallLost) return error.status === null ? words.shell.lost : words.shell.broken(error.status)
  return words.shell.unexpected(error instanceof Error ? error.message : String(error))
}
