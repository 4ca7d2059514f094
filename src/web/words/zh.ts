// All Chinese words of the screen, by chapter. The English table must have the same shape.

import { assess } from '#web/words/assess.zh.ts'
import { define } from '#web/words/define.zh.ts'
import { findings } from '#web/words/findings.zh.ts'
import { imports } from '#web/words/imports.zh.ts'
import { map } from '#web/words/map.zh.ts'
import { nouns } from '#web/words/nouns.zh.ts'
import { plans } from '#web/words/plans.zh.ts'
import { record } from '#web/words/record.zh.ts'
import { registers } from '#web/words/registers.zh.ts'
import { review } from '#web/words/review.zh.ts'
import { rules } from '#web/words/rules.zh.ts'
import { shell } from '#web/words/shell.zh.ts'
import { supervise } from '#web/words/supervise.zh.ts'
import { villages } from '#web/words/villages.zh.ts'

export const zh = {
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
