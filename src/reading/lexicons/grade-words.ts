// The meeting's own grades of what is before it.
import { compileLexicon } from '#reading/lexicon.ts'
import type { DecisionGrade } from '#reading/statement.ts'

export const gradeWords = compileLexicon<DecisionGrade>({
  heard: '听取了 听取 通报了 传达学习 传达了',
  studied: '研究了 研究部署 研究讨论 研究 审议了 审议 讨论了',
  'agreed-in-principle': '原则同意 原则通过 原则上同意',
  decided: '审议通过 会议通过 表决通过 会议决定 会议同意 研究决定 会议确定 研究同意',
})
