// Rows: a block that is one line of a schedule (3月：起草方案) or one cell of a task table is one task, whatever its commas.
import type { Day } from '#base/period.ts'
import type { Clause, Sentence } from '#reading/clauses.ts'
import type { Block } from '#reading/clean.ts'
import { blankDraft, type Draft, stated } from '#reading/draft.ts'
import { frameOf } from '#reading/frames.ts'
import { noteObject } from '#reading/ordered.ts'
import type { Heading } from '#reading/outline.ts'
import type { Section } from '#reading/sections.ts'

/** The task a block is as a row or cell, in a list of one; null when it is neither or holds a number that speaks. */
export function readRow(
  block: Block,
  { clauses }: Sentence,
  section: Section,
  heading: Heading | null,
  today: Day | null,
): Draft[] | null {
  const first = clauses[0]
  if (!first || block.text.length > 80) return null
  if (clauses.some((clause) => clause.quantities.some((quantity) => quantity.kind !== 'time'))) return null
  if (isScheduled(clauses, first)) return [scheduleDraft(block, first, clauses, today)]
  const cell = section.table && heading?.level === 0 && first.cues[0]?.tag === 'order' && first.cues[0].start === 0
  return cell && block.text.length >= 4 ? [cellDraft(block, first)] : null
}

// 11月-12月:上报方案 · 一季度：完成摸底
function isScheduled(clauses: Clause[], first: Clause): boolean {
  const month = first.dates[0]
  if (!month || !'：:'.includes(first.pause) || clauses.length < 2) return false
  return month.start === first.start && month.end >= first.end - 1 && month.grain !== 'day'
}

function scheduleDraft(block: Block, first: Clause, clauses: Clause[], today: Day | null): Draft {
  const draft = blankDraft('task', { start: 0, end: block.text.length })
  const frame = frameOf(block.text, first.dates[0]!, today)
  const verb = clauses[1]!.cues.find((cue) => cue.tag === 'order' || cue.tag === 'act')
  if (frame) {
    draft.period = frame.role === 'limit' ? null : frame.period
    draft.deadline = frame.period.to
    draft.parts.deadline = stated(frame.span, 'schedule-row')
    if (draft.period) draft.parts.period = stated(frame.span, 'schedule-row')
  }
  if (verb) {
    draft.verb = verb.word
    draft.parts.verb = stated(verb, 'schedule-row')
    noteObject(block.text, clauses[1]!, draft, verb.end)
  }
  return draft
}

function cellDraft(block: Block, first: Clause): Draft {
  const verb = first.cues[0]!
  const draft = blankDraft('task', { start: 0, end: block.text.length })
  draft.verb = verb.word
  draft.parts.verb = stated(verb, 'table-cell')
  noteObject(block.text, first, draft, verb.end)
  return draft
}
