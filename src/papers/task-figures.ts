// A figure of a task table whose parts stand in columns: 规上工业增加值增速 ⇥ % ⇥ 8. Values are multiplied out, as in
// every statement (1.2 with 亿元 is 120000000 元).

import type { PaperCell } from '#papers/writing.ts'
import { blankDraft, stated } from '#reading/draft.ts'
import type { Comparator, Statement } from '#reading/statement.ts'

const figure =
  /^(≥|≤|>|<|＞|＜|不低于|不少于|不超过|达到)?(\d[\d,]*(?:\.\d+)?)(万|亿)?([^\d\s]{0,6}?)(以上|以内|以下)?$/
const comparators: Record<string, Comparator> = {
  '≥': 'ge',
  不低于: 'ge',
  不少于: 'ge',
  以上: 'ge',
  '>': 'gt',
  '＞': 'gt',
  '≤': 'le',
  不超过: 'le',
  以内: 'le',
  以下: 'le',
  '<': 'lt',
  '＜': 'lt',
}

/** The target that a row states, from the cell of its indicator to that of its value; null when that is no number. */
export function figureOf(
  task: PaperCell | undefined,
  target: PaperCell | undefined,
  unit: PaperCell | undefined,
): Statement | null {
  const match = target && figure.exec(target.text.replaceAll(/\s+/g, ''))
  if (!task || !target || !match) return null
  const [, before = '', digits, many = '', own, after = ''] = match
  const written = many + (own || unit?.text || '')
  const [, scale = '', name = ''] = /^([万亿]?)(.*)$/.exec(written)!
  const words = { start: Math.min(task.start, target.start), end: Math.max(task.end, target.end) }
  const rate = /增速|增长|增幅/.test(task.text) && /%|％|百分/.test(name)
  return {
    ...blankDraft('target', words),
    title: `${task.text}${target.text}${own || !unit ? '' : unit.text}`.replaceAll(/\s+/g, ''),
    value: Number(digits!.replaceAll(',', '')) * (scale === '亿' ? 1e8 : scale === '万' ? 1e4 : 1),
    unit: name || null,
    op: comparators[before] ?? comparators[after] ?? 'eq',
    measure: rate ? 'growth_rate' : 'level',
    indicator: task.text,
    parts: {
      value: stated(target, 'table-cell'),
      indicator: stated(task, 'table-cell'),
      ...(name && { unit: stated(own || many || !unit ? target : unit, 'table-cell') }),
    },
  }
}
