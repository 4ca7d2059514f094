// All Chinese words of the screen, by chapter. The English table must have the same shape.

import { nouns } from './nouns.zh.ts'
import { review } from './review.zh.ts'
import { shell } from './shell.zh.ts'
import { supervise } from './supervise.zh.ts'

export const zh = { shell, nouns, review, supervise }
