// All English words of the screen, by chapter, in the shape of the Chinese ones.

import type { AllWords } from '../language.ts'
import { nouns } from './nouns.en.ts'
import { review } from './review.en.ts'
import { shell } from './shell.en.ts'
import { supervise } from './supervise.en.ts'

export const en: AllWords = { shell, nouns, review, supervise }
