// The meeting's own grade of what is before it: 听取 < 研究 < 原则同意 < 审议通过. A report only heard is never a decision,
// and 听取 is the grade of the report alone, not of what the meeting then demanded.

import type { Sentence } from '#reading/clauses.ts'
import { scanWords } from '#reading/lexicon.ts'
import { gradeWords } from '#reading/lexicons/grade-words.ts'
import { sign } from '#reading/signs.ts'
import type { DecisionGrade } from '#reading/statement.ts'
import { decisionGrades } from '#reading/statement-words.ts'

export interface Grade {
  grade: DecisionGrade
  start: number
  end: number
}

// 会议 or 审议, 听取, 研究.
const meeting = sign('议听研')

/** The grade in force in a sentence whose subject is the meeting: the highest named in it, else the one before it. */
export function gradeOf(text: string, sentence: Sentence, before: Grade | null): Grade | null {
  if ((sentence.signs & meeting) === 0) return before
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300))
  if (!words.includes('会议') && !/^(听取|审议|研究)/.test(words)) return before
  let best: Grade | null = null
  for (const hit of scanWords(gradeWords, words)) {
    if (best && decisionGrades.indexOf(hit.tag) <= decisionGrades.indexOf(best.grade)) continue
    best = { grade: hit.tag, start: sentence.start + hit.start, end: sentence.start + hit.end }
  }
  const grade = best ?? before
  return grade?.grade === 'heard' && demands(words) ? null : grade
}

// What the meeting went on to demand was not only heard: it has no grade of its own.
function demands(words: string): boolean {
  return /会议?(要求|指出|强调|明确|提出|认为|号召|决定)|[，；]要求|[，；]强调/.test(words)
}
