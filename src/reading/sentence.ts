// One sentence into drafts: numbers first (targets and facts), then rosters, then the orders that carry no number.
import { chunksOf } from '#reading/chunks.ts'
import { type Clause, hasCue, type Sentence } from '#reading/clauses.ts'
import { blankDraft, type Draft, implied, stated } from '#reading/draft.ts'
import { type Frame, isInheritable } from '#reading/frames.ts'
import { type Lead, leadOf } from '#reading/leads.ts'
import { cueBits } from '#reading/lexicons/cues.ts'
import { readOrder } from '#reading/ordered.ts'
import { decides, isAssigned, isReport } from '#reading/orders.ts'
import { asOwners, giveOwners, namesIn, takenAlong } from '#reading/owners.ts'
import { readChunk } from '#reading/quantified.ts'
import type { Quantity } from '#reading/quantities.ts'
import { type Roster, rostersOf } from '#reading/rosters.ts'
import type { Carried } from '#reading/sections.ts'
import { isPolicySentence, speakingOf } from '#reading/speaking.ts'
import { ownerOf } from '#reading/subjects.ts'
import { commits, driftAfter, isHandled } from '#reading/tense.ts'
import {
  leavesFrame,
  noteCarried,
  ownFrame,
  pauseWalk,
  type Surroundings,
  startWalk,
  type Walk,
} from '#reading/walk.ts'

/** Reads a sentence, adds its drafts to those of the paragraph and returns what the next sentence inherits. */
export function readSentence(text: string, sentence: Sentence, around: Surroundings, into: Draft[]): Carried {
  const walk = startWalk(text, around)
  const rosters = rostersOf(text, sentence)
  const report = isReport(text, sentence) || isPolicySentence(text, sentence)
  const { matters } = around
  let next = 0
  for (let index = 0; index < sentence.clauses.length; index++) {
    if (next < matters.length && matters[next]!.from <= sentence.clauses[index]!.start)
      walk.carried = { ...walk.carried, grade: matters[next++]!.grade }
    readClause(walk, sentence, index, rosters, report)
    const { pause } = sentence.clauses[index]!
    if (pause === '；' || pause === ';') pauseWalk(walk)
    else if (pause === '：' || pause === ':') walk.opened = walk.drift
  }
  for (const roster of rosters) walk.drafts.push(rosterDraft(walk, roster))
  for (const draft of walk.drafts) into.push(draft)
  return handedOn(walk)
}

function handedOn({ carried, around, drift }: Walk): Carried {
  const demanded = around.carried.demanded || drift.needed
  const ordered = around.section.mode === 'plan' && (around.carried.ordered || drift.ordering)
  const { frame } = around.carried
  const same = carried.demanded === demanded && carried.ordered === ordered && carried.frame === frame
  return same && carried.helpers.length === 0 ? carried : { ...carried, helpers: [], frame, demanded, ordered }
}

function readClause(walk: Walk, sentence: Sentence, index: number, rosters: Roster[], report: boolean): void {
  const clause = sentence.clauses[index]!
  const { text } = walk
  const lead = leadOf(text, sentence, index)
  if (lead) {
    noteLead(walk, lead)
    return
  }
  noteOwner(walk, clause)
  const quantities = spokenOf(text, clause, sentence, rosters)
  const frame = ownFrame(walk, clause)
  if (leavesFrame(clause)) walk.frame = null
  const chunks = quantities.length === 0 ? [] : chunksOf(text, clause, quantities, walk.pending ?? clause.start)
  const kinds = chunks.map((chunk) => readChunk(walk, clause, chunk, index))
  const standing =
    kinds.length > 0 &&
    kinds.every((kind) => kind === 'fact') &&
    (drawsOn(clause) || chunks.every((chunk) => isHandled(text, clause, chunk)))
  const prelude = kinds.length === 0 && isPrelude(walk, clause, frame, quantities)
  const ordered =
    (!report || isFixed(text, clause, frame)) &&
    !prelude &&
    (kinds.length === 0 || standing) &&
    readOrder(walk, sentence, index, frame, standing)
  walk.pending = prelude ? (walk.pending ?? clause.start) : null
  if (frame && isInheritable(text, clause, frame)) {
    walk.frame = frame
    walk.frameAlone = kinds.length === 0
  }
  walk.drift = driftAfter(text, clause, walk.drift, ordered || (kinds.includes('target') && !report))
}

// The numbers that speak, without the count that closes a roster.
function spokenOf(text: string, clause: Clause, sentence: Sentence, rosters: Roster[]): Quantity[] {
  if (clause.quantities.length === 0) return clause.quantities
  const spoken = speakingOf(text, clause, sentence)
  if (rosters.length === 0) return spoken
  const closing = rosters.filter((roster) => roster.reason === 'closed-by-count').map((roster) => roster.count)
  return spoken.filter((quantity) => !closing.includes(quantity))
}

// 审议通过《…办法》，由人事局于5月底前印发: with a body or a last day named, a formula orders after all.
function isFixed(text: string, clause: Clause, frame: Frame | null): boolean {
  if (decides(text, clause) || isAssigned(text, clause) || text.startsWith('要求', clause.start)) return true
  return frame?.role === 'limit' || hasCue(clause, cueBits.need)
}

// 发挥40家机构创新作用 orders something of what stands already.
function drawsOn(clause: Clause): boolean {
  return clause.cues.some((cue) => ['发挥', '依托', '利用', '用好', '盘活', '紧盯', '紧扣', '对照'].includes(cue.word))
}

// 力争到2025年, only leads into the clause after it.
function isPrelude(walk: Walk, clause: Clause, frame: Frame | null, quantities: Quantity[]): boolean {
  if (frame === null || quantities.length > 0 || clause.end - clause.start > 14) return false
  return commits(walk.text, clause) && frame.span.end >= clause.end - 1
}

function noteOwner(walk: Walk, clause: Clause): void {
  const span = ownerOf(walk.text, clause, clause.quantities[0]?.start ?? clause.end)
  if (!span) return
  const helpers = takenAlong(walk.text, span.end, clause.end)
  const leads = helpers.length > 0 || walk.text.startsWith('牵头', span.end)
  const bodies = namesIn(walk.text, span, leads ? 'lead' : 'responsible')
  const owner = { name: walk.text.slice(span.start, span.end), span, bodies }
  walk.carried = { ...walk.carried, owner, helpers }
}

// 会同…，由建设局负责: the owner of what the sentence orders, before and after; a label (牵头单位：…) only looks back.
function noteLead(walk: Walk, { owner, bodies }: Lead): void {
  const owners = asOwners(bodies, 'implied', 'lead')
  const helpers = bodies.filter(({ role }) => role === 'supporting')
  if (!owner) {
    const before = walk.carried.owner?.name ?? null
    for (const draft of walk.drafts) if (draft.owner === before) giveOwners(draft, owners)
    if (helpers.length > 0) walk.carried = { ...walk.carried, helpers: [...walk.carried.helpers, ...helpers] }
    return
  }
  const role = bodies.some(({ role }) => role === 'lead') ? 'lead' : 'responsible'
  const carried = { name: owner.name, span: owner, bodies: namesIn(walk.text, owner, role) }
  walk.carried = { ...walk.carried, owner: carried, helpers }
  walk.drift = { ...walk.drift, ordering: true }
  for (const draft of walk.drafts) {
    const { owner: known } = draft.parts
    // 建A，由甲牵头；建B，由乙牵头: what has its lead keeps it.
    if (known?.reason === 'lead') continue
    giveOwners(draft, owners)
    if (known?.certainty === 'stated') continue
    draft.owner = owner.name
    draft.parts.owner = implied(owner, 'lead')
  }
}

function rosterDraft(walk: Walk, roster: Roster): Draft {
  const draft: Draft = { ...blankDraft('roster', roster), members: roster.members }
  draft.parts.members = stated(roster, roster.reason)
  if (roster.count) {
    Object.assign(draft, { value: roster.count.value, unit: roster.count.unit, op: 'eq', measure: 'level' })
    draft.parts.value = stated(roster.count, 'stated-count')
    draft.parts.unit = stated(roster.count, 'unit')
  }
  noteCarried(walk, draft)
  return draft
}
