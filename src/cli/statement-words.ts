// A statement's parts as a line of a table.

import type { Language } from '#contract/sentences.ts'
import type { Comparator, Measure, Statement, StatementKind, Strength } from '#reading/statement.ts'

type Pair = Record<Language, string>

export const kindWords: Record<StatementKind, Pair> = {
  target: { zh: '目标', en: 'target' },
  task: { zh: '任务', en: 'task' },
  requirement: { zh: '要求', en: 'requirement' },
  fact: { zh: '事实', en: 'fact' },
  roster: { zh: '名单', en: 'roster' },
}

export const comparatorWords: Record<Comparator, Pair> = {
  eq: { zh: '等于', en: '=' },
  ge: { zh: '以上', en: '≥' },
  gt: { zh: '超过', en: '>' },
  le: { zh: '以内', en: '≤' },
  lt: { zh: '不足', en: '<' },
  about: { zh: '左右', en: '≈' },
  range: { zh: '区间', en: 'range' },
}

export const measureWords: Record<Measure, Pair> = {
  level: { zh: '总量', en: 'level' },
  increase: { zh: '新增', en: 'increase' },
  growth_rate: { zh: '增速', en: 'growth' },
  share: { zh: '占比', en: 'share' },
  duration: { zh: '时长', en: 'duration' },
  rank: { zh: '位次', en: 'rank' },
}

export const strengthWords: Record<Strength, Pair> = {
  must: { zh: '确保', en: 'must' },
  strive: { zh: '力争', en: 'strive' },
  plan: { zh: '计划', en: 'plan' },
  none: { zh: '', en: '' },
}

/** 120000000 元 → 1.2亿元; 3–5家; nothing when no number was stated. */
export function amount({ value, value2, unit }: Pick<Statement, 'value' | 'value2' | 'unit'>): string {
  if (value === null) return ''
  return `${scaled(value)}${value2 === null ? '' : `–${scaled(value2)}`}${unit ?? ''}`
}

function scaled(value: number): string {
  const size = Math.abs(value)
  const exact = (by: number) => Number((value / by).toPrecision(12))
  if (size >= 1e8) return `${exact(1e8)}亿`
  if (size >= 1e4) return `${exact(1e4)}万`
  return String(value)
}

/** The deadline, else the period: one day, or from–to. */
export function time({ period, deadline }: Pick<Statement, 'period' | 'deadline'>): string {
  const until = deadline === null ? '' : `→${deadline}`
  return period === null ? until : `${period.from}…${period.to}${until === '' ? '' : ` ${until}`}`
}
