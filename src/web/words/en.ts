// All English words of the screen, by chapter, in the shape of the Chinese ones.

import type { AllWords } from '#web/language.ts'
import { assess } from '#web/words/assess.en.ts'
import { define } from '#web/words/define.en.ts'
import { findings } from '#web/words/findings.en.ts'
import { imports } from '#web/words/imports.en.ts'
import { map } from '#web/words/map.en.ts'
import { nouns } from '#web/words/nouns.en.ts'
import { plans } from '#web/words/plans.en.ts'
import { record } from '#web/words/record.en.ts'
import { registers } from '#web/words/registers.en.ts'
import { review } from '#web/words/review.en.ts'
import { rules } from '#web/words/rules.en.ts'
import { shell } from '#web/words/shell.en.ts'
import { supervise } from '#web/words/supervise.en.ts'
import { villages } from '#web/words/villages.en.ts'

export const en: AllWords = {
  define,
  assess,
  imports,
  shell,
  nouns,
  review,
  supervise,
  rules,
  registers,
  plans,
  record,
  findings,
  map,
  villages,
}
