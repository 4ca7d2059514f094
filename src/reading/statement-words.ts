// The closed sets of words that a statement is told in. Apart from its schema, so that reading needs no Zod in a browser.

/** What a statement is; the five kinds of the reading guideline (docs/reading.md). */
export const statementKinds = ['target', 'task', 'requirement', 'fact', 'roster'] as const

/** How the stated number bounds the real one: 以上 ge, 超过 gt, 以内 le, 不足 lt, 左右 about, 3—5家 range. */
export const comparators = ['eq', 'ge', 'gt', 'le', 'lt', 'about', 'range'] as const

/** What the number measures: a level, an addition, a growth rate in %, a share of a whole, a duration or a rank. */
export const measures = ['level', 'increase', 'growth_rate', 'share', 'duration', 'rank'] as const

/** How firmly the text commits: 确保 must, 力争 strive, 计划 plan. */
export const strengths = ['must', 'strive', 'plan', 'none'] as const

/** The meeting's own grade, weakest first: 听取, 研究, 原则同意, 审议通过. A report only heard is never a decision. */
export const decisionGrades = ['heard', 'studied', 'agreed-in-principle', 'decided'] as const

/** Who leads (牵头), who answers (责任), who helps (配合). */
export const ownerRoles = ['lead', 'responsible', 'supporting'] as const

/** The parts of a statement that are read one by one and can each be stated, implied or absent. */
export const partNames = [
  'value',
  'unit',
  'op',
  'measure',
  'period',
  'deadline',
  'strength',
  'owner',
  'indicator',
  'verb',
  'object',
  'members',
  'decision',
] as const
