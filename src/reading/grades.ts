// The meeting's own grade of what is before it: 听取 < 研究 < 原则同意 < 审议通过. A report only heard is never a decision.
import type { Sentence } from '#reading/clauses.ts'
import { compileLexicon, scanWords } from '#reading/lexicon.ts'
import { type DecisionGrade, decisionGrades } from '#reading/statement.ts'

const gradeWords = compileLexicon<DecisionGrade>({
  heard: '听取了 听取 通报了 传达学习 传达了',
  studied: '研究了 研究部署 研究讨论 研究 审议了 审议 讨论了',
  'agreed-in-principle': '原则同意 原则通过 原则上同意',
  decided: '审议通过 会议通过 表决通过 会议决定 会议同意 研究决定 会议确定 研究同意',
})

export interface Grade {
  grade: DecisionGrade
  start: number
  end: number
}

/** The grade in force after a sentence whose subject is the meeting: the highest named in it, else the one before it. */
export function gradeOf(text: string, sentence: Sentence, before: Grade | null): Grade | null {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300))
  if (!words.includes('会议') && !/^(听取|审议|研究)/.test(words)) return before
  let best: Grade | null = null
  for (const hit of scanWords(gradeWords, words)) {
    if (best && decisionGrades.indexOf(hit.tag) <= decisionGrades.indexOf(best.grade)) continue
    best = { grade: hit.tag, start: sentence.start + hit.start, end: sentence.start + hit.end }
  }
  return best ?? before
}
