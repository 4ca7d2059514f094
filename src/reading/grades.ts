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

/** What the meeting dealt with from a place on, with the grade it gave it. */
export interface Matter {
  from: number
  grade: Grade | null
}

/**
 * The matters of a sentence whose subject is the meeting, in order: 审议通过甲，由A印发；听取乙的汇报，… has two, each with its own
 * grade, the highest named of it. Empty where the grade before the sentence holds on.
 */
export function mattersOf(text: string, sentence: Sentence, before: Grade | null): Matter[] {
  if ((sentence.signs & meeting) === 0) return []
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 600))
  if (!words.slice(0, 300).includes('会议') && !/^(听取|审议|研究)/.test(words)) return []
  const matters: Matter[] = [{ from: sentence.start, grade: null }]
  let dealtWith = 0
  for (const hit of scanWords(gradeWords, words)) {
    const grade = { grade: hit.tag, start: sentence.start + hit.start, end: sentence.start + hit.end }
    const last = matters.at(-1)!
    const opening =
      last.grade &&
      openingOf(words, hit, dealtWith, rank(hit.tag) < rank(last.grade.grade), rank(last.grade.grade) >= 2)
    if (typeof opening === 'number') matters.push({ from: sentence.start + opening, grade })
    else if (last.grade ? rank(hit.tag) > rank(last.grade.grade) && hit.start < 300 : true) last.grade = grade
    dealtWith = hit.end
  }
  matters[0]!.grade ??= before
  return matters.map(({ from, grade }, index) => ({ from, grade: demanded(text, matters, index, from, grade, words) }))
}

function rank(grade: DecisionGrade): number {
  return decisionGrades.indexOf(grade)
}

// Where a grade word opens its clause, after a lower word of the same matter or after something that was decided of it, it
// opens the next matter, as does any after what was agreed to or decided; in 要研究制定… it is no grade of the meeting.
function openingOf(
  words: string,
  hit: { start: number; word: string },
  dealtWith: number,
  lower: boolean,
  decided: boolean,
): number | null {
  let start = hit.start
  while (start > 0 && !'，；：,;'.includes(words[start - 1]!)) start--
  if (start <= dealtWith || !/^(会议|会上|并|还|同时|一并)*$/.test(words.slice(start, hit.start))) return null
  if (/^(研究|审议)$/.test(hit.word) && words[hit.start + 2] !== '《') return null
  if (decided) return start
  const between = words.slice(dealtWith, start - 1)
  return lower || '；;'.includes(words[start - 1]!) || /[，,]/.test(between) ? start : null
}

function demanded(
  text: string,
  matters: readonly Matter[],
  index: number,
  from: number,
  grade: Grade | null,
  words: string,
): Grade | null {
  if (grade?.grade !== 'heard') return grade
  const to = matters[index + 1]?.from ?? matters[0]!.from + Math.min(words.length, 300)
  return demands(text.slice(from, to)) ? null : grade
}

// What the meeting went on to demand was not only heard: it has no grade of its own.
function demands(words: string): boolean {
  return /会议?(要求|指出|强调|明确|提出|认为|号召|决定)|[，；]要求|[，；]强调/.test(words)
}
