// A number with its words into a target or a fact: value, comparator, measure, strength, time, indicator.
import type { Chunk } from '#reading/chunks.ts'
import type { Clause } from '#reading/clauses.ts'
import { blankDraft, type Draft, implied, stated } from '#reading/draft.ts'
import { factTiming, targetTiming } from '#reading/frames.ts'
import { strengthOf } from '#reading/lexicons/cues.ts'
import { isDecrease, type MeasureRead, measureOf } from '#reading/measures.ts'
import type { Quantity } from '#reading/quantities.ts'
import type { Measure, Part } from '#reading/statement.ts'
import { measures } from '#reading/statement-words.ts'
import { indicatorOf, verbOf } from '#reading/subjects.ts'
import { isCommitment, type Tense, tenseOf } from '#reading/tense.ts'
import { frameFor, noteCarried, noteTiming, timeOf, type Walk } from '#reading/walk.ts'

/** Words before and after a number that are looked at; nothing further away decides about it. */
const leadLength = 80
const tailLength = 20

/** Reads one chunk of the clause number `index` into a draft of the walk; returns what it was. */
export function readChunk(walk: Walk, clause: Clause, chunk: Chunk, index: number): 'target' | 'fact' {
  const { text, around } = walk
  const { quantity, bound } = chunk
  const own = frameFor(walk, clause, quantity.start)
  const drift = { ...walk.drift, ordering: walk.drift.ordering || walk.carried.demanded }
  const tense = tenseOf(text, clause, chunk, drift, around.section.mode, timeOf(walk, clause, own))
  const draft = blankDraft(tense.kind, chunk)
  const lead = text.slice(Math.max(chunk.start, quantity.start - leadLength), quantity.start)
  const tail = text.slice(bound.end, Math.min(chunk.end, bound.end + tailLength))
  const previous = walk.previous && index - walk.previous.clause <= 1 ? walk.previous : null
  const measure = measureOf(quantity, lead, tail, previous)
  const falls = isDecrease(lead) || (chunk.member && (walk.previous?.falls ?? false))
  walk.previous = { kind: quantity.kind, unit: quantity.unit, measure: measure.measure, clause: index, falls }
  noteValue(draft, quantity, falls, reasonOf(tense))
  draft.op = bound.op
  draft.parts.op = bound.span ? stated(bound.span, bound.op) : plainNumber
  draft.measure = measure.measure
  draft.parts.measure = measurePart(measure, quantity.start - lead.length, quantity.start)
  noteStrength(walk, clause, chunk, draft)
  noteTiming(walk, timings(tense), clause, draft, own)
  noteWords(walk, clause, chunk, draft)
  walk.drafts.push(extended(walk, clause, chunk, draft))
  return tense.kind
}

// The size of a thing (总投资186亿元) takes no period that still runs; what is drawn on (紧盯87个项目) only one of its own.
function timings({ kind, reason }: Tense): typeof factTiming {
  if (kind === 'target') return targetTiming
  if (reason === 'drawn-on') return (frame, today, from) => (from === 'own' ? factTiming(frame, today, from) : null)
  if (reason !== 'attribute') return factTiming
  return (frame, today, from) => factTiming(frame, today, from === 'own' ? from : 'paragraph')
}

// Parts and reasons that are the same for many numbers are made once.
const plainNumber: Part = Object.freeze(implied(null, 'plain-number'))
const sharedMeasure: Part = Object.freeze(implied(null, 'shared-with-number-before'))
const byMeasure = new Map(measures.map((measure): [Measure, Part] => [measure, Object.freeze(implied(null, measure))]))
const reasons = { target: new Map<string, string>(), fact: new Map<string, string>() }

// The reasons are words of the lists, so that there are never many.
function reasonOf({ kind, reason }: Tense): string {
  const known = reasons[kind].get(reason)
  if (known) return known
  reasons[kind].set(reason, `${kind}: ${reason}`)
  return `${kind}: ${reason}`
}

function noteValue(draft: Draft, quantity: Quantity, falls: boolean, reason: string): void {
  const sign = falls && quantity.kind !== 'rank' ? -1 : 1
  draft.value = quantity.value * sign
  draft.value2 = quantity.value2 === null ? null : quantity.value2 * sign
  draft.unit = quantity.unit
  draft.parts.value = quantity.word ? implied(quantity, `${quantity.word}; ${reason}`) : stated(quantity, reason)
  if (quantity.unit === null) return
  const { span } = draft.parts.value
  const isImplied = quantity.unitImplied || quantity.word !== null
  draft.parts.unit = { certainty: isImplied ? 'implied' : 'stated', span, reason: isImplied ? 'unit-implied' : 'unit' }
}

function measurePart(read: MeasureRead, leadStart: number, end: number): Part {
  if (read.inherited) return sharedMeasure
  return read.at >= 0 ? stated({ start: leadStart + read.at, end }, read.measure) : byMeasure.get(read.measure)!
}

function noteStrength(walk: Walk, clause: Clause, chunk: Chunk, draft: Draft): void {
  if (draft.kind !== 'target') return
  const own = clause.cues.findLast(
    (cue) => cue.start < chunk.end && strengthOf[cue.tag] !== undefined && isCommitment(walk.text, clause, cue),
  )
  draft.strength = own ? strengthOf[own.tag]! : walk.drift.strength
  if (draft.strength === 'none') return
  draft.parts.strength = own ? stated(own, own.word) : implied(walk.drift.strengthCue, 'runs-on')
}

function noteWords(walk: Walk, clause: Clause, chunk: Chunk, draft: Draft): void {
  const { text } = walk
  const indicator = indicatorOf(text, chunk, walk.carried.owner?.span ?? null)
  if (indicator) {
    draft.indicator = text.slice(indicator.start, indicator.end)
    draft.parts.indicator = stated(indicator, 'words-beside-number')
  }
  const verb = verbOf(clause, chunk.quantity.start)
  if (verb) {
    draft.verb = text.slice(verb.start, verb.end)
    draft.parts.verb = stated(verb, 'verb')
  }
  noteCarried(walk, draft)
}

// 只用6个月时间,卓曜项目即实现了投产 and 每6分钟,…完成一台: the span of a time runs into the clause it measures.
function extended(walk: Walk, clause: Clause, chunk: Chunk, draft: Draft): Draft {
  if (chunk.quantity.kind !== 'time' || clause.end - clause.start > 12 || !'，,'.includes(clause.pause)) return draft
  const next = walk.text.slice(clause.end + 1, clause.end + 80).search(/[，,。；;]/)
  return next < 0 ? draft : { ...draft, end: clause.end + 1 + next }
}
