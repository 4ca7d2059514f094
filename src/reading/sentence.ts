// One sentence into drafts: numbers first (targets and facts), then rosters, then the orders that carry no number.
// Cues, time and subject run on from clause to clause.
import type { Day } from '#base/period.ts'
import { type Chunk, chunksOf } from '#reading/chunks.ts'
import type { Clause, Sentence } from '#reading/clauses.ts'
import { blankDraft, type Draft, implied, stated } from '#reading/draft.ts'
import { type Frame, factTiming, frameOf, isInheritable, type Timing, targetTiming, untimed } from '#reading/frames.ts'
import { strengthOf } from '#reading/lexicons/cues.ts'
import { isDecrease, type MeasureRead, measureOf } from '#reading/measures.ts'
import type { Quantity } from '#reading/mentions.ts'
import { canOrder, givesOrder, isDone, isReport, orderOf } from '#reading/orders.ts'
import { headingOf } from '#reading/outline.ts'
import type { Block } from '#reading/page.ts'
import { type Roster, rostersOf } from '#reading/rosters.ts'
import type { Carried, Section } from '#reading/sections.ts'
import { speakingOf } from '#reading/speaking.ts'
import type { Measure, Strength } from '#reading/statement.ts'
import { indicatorOf, ownerOf, verbOf } from '#reading/subjects.ts'
import { type Drift, driftAfter, isCommitment, still, tenseOf } from '#reading/tense.ts'

export interface Surroundings {
  section: Section
  carried: Carried
  today: Day | null
  /** A headline or run-in heading: its numbers count, its orders do not. */
  isTitle: boolean
}

interface Walk {
  text: string
  around: Surroundings
  drift: Drift
  carried: Carried
  /** Frame of an earlier clause of this sentence, since the last semicolon. */
  frame: Frame | null
  previous: { kind: Quantity['kind']; measure: Measure; clause: number } | null
  /** Start of a clause that held only a cue and a date (力争到2025年,): it joins the next one. */
  pending: number | null
  drafts: Draft[]
}

/** Reads a sentence; returns its drafts and what the next sentence of the paragraph inherits. */
export function readSentence(
  text: string,
  sentence: Sentence,
  around: Surroundings,
): { drafts: Draft[]; carried: Carried } {
  const walk: Walk = {
    text,
    around,
    drift: still,
    carried: around.carried,
    frame: null,
    previous: null,
    pending: null,
    drafts: [],
  }
  const rosters = rostersOf(text, sentence)
  const report = isReport(text, sentence)
  sentence.clauses.forEach((clause, index) => {
    readClause(walk, sentence, clause, index, rosters, report)
    if ('；;'.includes(clause.pause)) pauseWalk(walk, sentence, index)
  })
  for (const roster of rosters) walk.drafts.push(rosterDraft(text, roster, walk))
  return { drafts: walk.drafts, carried: { ...walk.carried, frame: around.carried.frame } }
}

// A semicolon stops what ran on, unless a colon opened a list that it only divides (目标是：甲5%；乙2%).
function pauseWalk(walk: Walk, sentence: Sentence, index: number): void {
  const opened = sentence.clauses.slice(Math.max(0, index - 40), index).some((clause) => '：:'.includes(clause.pause))
  walk.frame = opened ? walk.frame : null
  walk.drift = opened ? walk.drift : { ...still, ordering: walk.drift.ordering, lookback: walk.drift.lookback }
  walk.previous = null
}

function readClause(
  walk: Walk,
  sentence: Sentence,
  clause: Clause,
  index: number,
  rosters: Roster[],
  report: boolean,
): void {
  const { text } = walk
  noteOwner(walk, clause)
  const quantities = speakingOf(text, clause, sentence).filter(
    (quantity) => !rosters.some((roster) => closes(roster, quantity)),
  )
  const frame = ownFrame(walk, clause)
  if (clause.cues.some((cue) => cue.tag === 'after')) walk.frame = null
  const chunks = chunksOf(text, clause, quantities, walk.pending ?? clause.start)
  const kinds = chunks.map((chunk) => readChunk(walk, clause, chunk, index, frame))
  const standing = kinds.length > 0 && kinds.every((kind) => kind === 'fact')
  const ordered =
    !report && (kinds.length === 0 || standing) && readOrder(walk, sentence, clause, index, frame, standing)
  walk.pending =
    kinds.length === 0 && !ordered && isPrelude(walk, clause, frame) ? (walk.pending ?? clause.start) : null
  if (frame && isInheritable(text, clause, frame)) walk.frame = frame
  walk.drift = driftAfter(text, clause, walk.drift, ordered || (kinds.includes('target') && !report))
}

function closes(roster: Roster, quantity: Quantity): boolean {
  return roster.reason === 'closed-by-count' && roster.count === quantity
}

function ownFrame(walk: Walk, clause: Clause): Frame | null {
  for (const date of clause.dates.toReversed()) {
    const frame = frameOf(walk.text, date, walk.around.today)
    if (frame) return frame
  }
  return null
}

// 力争到2025年, and 每6分钟, only lead into the clause after them.
function isPrelude(walk: Walk, clause: Clause, frame: Frame | null): boolean {
  const committed = clause.cues.some((cue) => isCommitment(walk.text, clause, cue))
  return frame !== null && committed && clause.end - clause.start <= 14
}

function noteOwner(walk: Walk, clause: Clause): void {
  const first = clause.quantities[0]
  const span = ownerOf(walk.text, clause, first?.start ?? clause.end)
  if (span) walk.carried = { ...walk.carried, owner: { name: walk.text.slice(span.start, span.end), span } }
}

function readChunk(walk: Walk, clause: Clause, chunk: Chunk, index: number, own: Frame | null): 'target' | 'fact' {
  const { text, around } = walk
  const { quantity, bound } = chunk
  const time = timeOf(walk, clause, own)
  const tense = tenseOf(text, clause, chunk, walk.drift, around.section.mode, time)
  const draft = blankDraft(tense.kind, chunk)
  const lead = text.slice(Math.max(chunk.start, quantity.start - 80), quantity.start)
  const measure = measureOf(
    quantity,
    lead,
    text.slice(bound.end, Math.min(chunk.end, bound.end + 20)),
    near(walk, index),
  )
  walk.previous = { kind: quantity.kind, measure: measure.measure, clause: index }
  noteValue(draft, quantity, lead)
  Object.assign(draft, { op: bound.op, measure: measure.measure })
  draft.parts.op = bound.span ? stated(bound.span, bound.op) : implied(null, 'plain-number')
  draft.parts.measure = measurePart(measure, chunk, lead)
  noteStrength(walk, clause, chunk, draft)
  noteTiming(walk, clause, draft, own)
  noteWords(walk, clause, chunk, draft)
  draft.parts.value!.reason += `; ${tense.kind}: ${tense.reason}`
  walk.drafts.push(extended(walk, clause, chunk, draft))
  return tense.kind
}

function near(walk: Walk, index: number): Walk['previous'] {
  return walk.previous && index - walk.previous.clause <= 1 ? walk.previous : null
}

function measurePart(read: MeasureRead, chunk: Chunk, lead: string) {
  if (read.inherited) return implied(null, 'shared-with-number-before')
  const start = chunk.quantity.start - lead.length + read.at
  return read.at >= 0 ? stated({ start, end: chunk.quantity.start }, read.measure) : implied(null, read.measure)
}

function noteValue(draft: Draft, quantity: Quantity, lead: string): void {
  const sign = isDecrease(lead) && quantity.kind !== 'rank' ? -1 : 1
  draft.value = quantity.value * sign
  draft.value2 = quantity.value2 === null ? null : quantity.value2 * sign
  draft.unit = quantity.unit
  draft.parts.value = quantity.word ? implied(quantity, quantity.word) : stated(quantity, 'number')
  if (quantity.unit !== null)
    draft.parts.unit =
      quantity.unitImplied || quantity.word ? implied(quantity, 'unit-implied') : stated(quantity, 'unit')
}

// The time that helps to tell target from fact: only limits and 年内 look ahead by themselves, past years look back.
function timeOf(walk: Walk, clause: Clause, own: Frame | null): 'ahead' | 'gone' | null {
  const { today } = walk.around
  const frame = own ?? walk.frame
  if (!frame || !today) return null
  const now = `${today.year}-${String(today.month).padStart(2, '0')}-${String(today.day).padStart(2, '0')}`
  if (frame.role === 'asOf' || frame.role === 'since' || frame.period.to < now) return 'gone'
  const words = walk.text.slice(frame.span.start, frame.span.end)
  return frame.role === 'limit' || words.includes('年内') || frame.period.from > now ? 'ahead' : null
}

function noteStrength(walk: Walk, clause: Clause, chunk: Chunk, draft: Draft): void {
  if (draft.kind !== 'target') return
  const own = clause.cues.findLast(
    (cue) => cue.start < chunk.end && strengthOf[cue.tag] !== undefined && isCommitment(walk.text, clause, cue),
  )
  const strength: Strength = own ? strengthOf[own.tag]! : walk.drift.strength
  draft.strength = strength
  if (strength !== 'none')
    draft.parts.strength = own ? stated(own, own.word) : implied(walk.drift.strengthCue, 'runs-on')
}

function noteTiming(walk: Walk, clause: Clause, draft: Draft, own: Frame | null): void {
  const timing = timingOf(walk, draft.kind === 'fact' ? factTiming : targetTiming, clause, own)
  draft.period = timing.period
  draft.deadline = timing.deadline
  const { frame } = timing
  if (!frame) return
  const isHere = frame === own || frame === walk.frame || walk.carried.local
  const part = timing.inherited ? implied(isHere ? frame.span : null, frame.reason) : stated(frame.span, frame.reason)
  if (timing.period) draft.parts.period = part
  if (timing.deadline) draft.parts.deadline = part
}

function timingOf(walk: Walk, read: typeof factTiming, clause: Clause, own: Frame | null): Timing {
  const { today } = walk.around
  if (own) return read(own, today, false) ?? untimed
  const blocked = clause.cues.some((cue) => cue.tag === 'after') || walk.drift.strengthCue?.tag === 'after'
  const inherited = walk.frame && read(walk.frame, today, true)
  if (inherited) return inherited
  return (!blocked && walk.carried.frame && read(walk.carried.frame, today, true)) || untimed
}

function noteWords(walk: Walk, clause: Clause, chunk: Chunk, draft: Draft): void {
  const { text, carried } = walk
  const indicator = indicatorOf(text, chunk, clause)
  if (indicator) {
    draft.indicator = text.slice(indicator.start, indicator.end)
    draft.parts.indicator = stated(indicator, 'words-beside-number')
  }
  const verb = verbOf(clause, chunk.quantity.start)
  if (verb) {
    draft.verb = text.slice(verb.start, verb.end)
    draft.parts.verb = stated(verb, 'verb')
  }
  noteCarried(draft, carried, clause)
}

function noteCarried(draft: Draft, carried: Carried, clause: Clause): void {
  if (carried.owner) {
    const { name, span } = carried.owner
    const isOwn = span !== null && span.start >= clause.start && span.end <= clause.end
    draft.owner = name
    draft.parts.owner = isOwn ? stated(span, 'subject') : implied(span, 'running-subject')
  }
  if (carried.grade && draft.kind !== 'fact') {
    draft.decision = carried.grade.grade
    draft.parts.decision = implied(carried.grade, 'meeting-grade')
  }
}

// 只用6个月时间,卓曜项目即实现了投产 and 每6分钟,…完成一台: the span of a time runs into the clause it measures.
function extended(walk: Walk, clause: Clause, chunk: Chunk, draft: Draft): Draft {
  if (chunk.quantity.kind !== 'time' || clause.end - clause.start > 12 || !'，,'.includes(clause.pause)) return draft
  const next = walk.text.slice(clause.end + 1, clause.end + 80).search(/[，,。；;]/)
  return next < 0 ? draft : { ...draft, end: clause.end + 1 + next }
}

function readOrder(
  walk: Walk,
  sentence: Sentence,
  clause: Clause,
  index: number,
  own: Frame | null,
  standing: boolean,
): boolean {
  const { text, around, drift } = walk
  if (around.isTitle || around.section.mode === 'past' || drift.lookback) return false
  const gives = givesOrder(text, clause)
  if (!gives && !(drift.ordering && !standing && !isDone(text, clause) && canOrder(text, clause))) return false
  if (isDefined(text, sentence, index)) return false
  const order = orderOf(text, clause, !gives)
  const draft = blankDraft(standing ? 'requirement' : order.kind, {
    start: walk.pending ?? clause.start,
    end: clause.end,
  })
  if (order.verb) {
    draft.verb = order.verb.word
    draft.parts.verb = stated(order.verb, order.reason)
    noteObject(text, clause, draft, order.verb.end)
  }
  noteOrderStrength(walk, clause, draft)
  noteTiming(walk, clause, draft, own)
  noteCarried(draft, walk.carried, clause)
  walk.drafts.push(draft)
  return true
}

// 打造…产业高地,是…的重大任务: the next clause makes a definition of it.
function isDefined(text: string, sentence: Sentence, index: number): boolean {
  const next = sentence.clauses[index + 1]
  return next !== undefined && text[next.start] === '是'
}

function noteObject(text: string, clause: Clause, draft: Draft, from: number): void {
  if (clause.end - from < 2 || clause.end - from > 60) return
  draft.object = text.slice(from, clause.end)
  draft.parts.object = stated({ start: from, end: clause.end }, 'after-verb')
}

function noteOrderStrength(walk: Walk, clause: Clause, draft: Draft): void {
  const own = clause.cues.find((cue) => strengthOf[cue.tag] !== undefined && isCommitment(walk.text, clause, cue))
  if (!own) return
  draft.strength = strengthOf[own.tag]!
  draft.parts.strength = stated(own, own.word)
}

function rosterDraft(text: string, roster: Roster, walk: Walk): Draft {
  const draft = { ...blankDraft('roster', roster), members: roster.members }
  draft.parts.members = stated(roster, roster.reason)
  if (roster.count) {
    Object.assign(draft, { value: roster.count.value, unit: roster.count.unit, op: 'eq', measure: 'level' })
    draft.parts.value = stated(roster.count, 'stated-count')
  }
  noteCarried(draft, walk.carried, { start: roster.start, end: roster.end } as Clause)
  return draft
}

/**
 * Reads a block that is one row of a schedule (3月：起草方案) or a cell of a task table; null when it is neither.
 * Such a row is one task, whatever commas it holds; with a number it is read like any sentence.
 */
export function readRow(block: Block, sentences: Sentence[], section: Section, today: Day | null): Draft[] | null {
  const clauses = sentences.length === 1 ? sentences[0]!.clauses : []
  const first = clauses[0]
  if (!first || block.text.length > 80) return null
  if (clauses.some((clause) => clause.quantities.some((quantity) => quantity.kind !== 'time'))) return null
  const month = first.dates[0]
  const scheduled =
    month &&
    '：:'.includes(first.pause) &&
    clauses.length > 1 &&
    month.start === first.start &&
    month.end >= first.end - 1
  if (scheduled && month.grain !== 'day') return [scheduleDraft(block, first, clauses, today)]
  const cell =
    section.table && headingOf(block)?.level === 0 && first.cues[0]?.tag === 'order' && first.cues[0].start === 0
  return cell && block.text.length >= 4 ? [cellDraft(block, first)] : null
}

function scheduleDraft(block: Block, first: Clause, clauses: Clause[], today: Day | null): Draft {
  const draft = blankDraft('task', { start: 0, end: block.text.length })
  const frame = frameOf(block.text, first.dates[0]!, today)
  const verb = clauses[1]!.cues.find((cue) => cue.tag === 'order' || cue.tag === 'act')
  if (frame) {
    draft.period = frame.period
    draft.deadline = frame.period.to
    draft.parts.period = draft.parts.deadline = stated(frame.span, 'schedule-row')
  }
  if (verb) {
    draft.verb = verb.word
    draft.parts.verb = stated(verb, 'schedule-row')
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
