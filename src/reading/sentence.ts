// One sentence into drafts: numbers first (targets and facts), then rosters, then the orders that carry no number.
import { chunksOf } from '#reading/chunks.ts'
import type { Clause, Sentence } from '#reading/clauses.ts'
import { blankDraft, type Draft, implied, stated } from '#reading/draft.ts'
import { type Frame, isInheritable } from '#reading/frames.ts'
import { type Lead, leadOf } from '#reading/leads.ts'
import { readOrder } from '#reading/ordered.ts'
import { decides, isAssigned, isReport } from '#reading/orders.ts'
import { asOwners, giveOwners, takenAlong } from '#reading/owners.ts'
import { readChunk } from '#reading/quantified.ts'
import type { Quantity } from '#reading/quantities.ts'
import { type Roster, rostersOf } from '#reading/rosters.ts'
import type { Carried } from '#reading/sections.ts'
import { isPolicySentence, speakingOf } from '#reading/speaking.ts'
import { ownerOf } from '#reading/subjects.ts'
import { driftAfter, isCommitment, isHandled } from '#reading/tense.ts'
import { isNow, noteCarried, ownFrame, pauseWalk, type Surroundings, startWalk, type Walk } from '#reading/walk.ts'

/** Reads a sentence; returns its drafts and what the next sentence of the paragraph inherits. */
export function readSentence(
  text: string,
  sentence: Sentence,
  around: Surroundings,
): { drafts: Draft[]; carried: Carried } {
  const walk = startWalk(text, around)
  const rosters = rostersOf(text, sentence)
  const report = isReport(text, sentence) || isPolicySentence(text, sentence)
  sentence.clauses.forEach((clause, index) => {
    readClause(walk, sentence, index, rosters, report)
    if ('；;'.includes(clause.pause)) pauseWalk(walk)
    if ('：:'.includes(clause.pause)) walk.opened = walk.drift
  })
  for (const roster of rosters) walk.drafts.push(rosterDraft(walk, roster))
  return {
    drafts: walk.drafts,
    carried: {
      ...walk.carried,
      helpers: [],
      frame: around.carried.frame,
      demanded: around.carried.demanded || walk.drift.needed,
      ordered: around.section.mode === 'plan' && (around.carried.ordered || walk.drift.ordering),
    },
  }
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
  const closing = new Set(rosters.filter((roster) => roster.reason === 'closed-by-count').map((roster) => roster.count))
  const quantities = speakingOf(text, clause, sentence).filter((quantity) => !closing.has(quantity))
  const frame = ownFrame(walk, clause)
  if (clause.cues.some((cue) => cue.tag === 'after' || isNow(cue.word))) walk.frame = null
  const chunks = chunksOf(text, clause, quantities, walk.pending ?? clause.start)
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

// 审议通过《…办法》，由人事局于5月底前印发: with a body or a last day named, a formula orders after all.
function isFixed(text: string, clause: Clause, frame: Frame | null): boolean {
  if (decides(text, clause) || isAssigned(text, clause)) return true
  return frame?.role === 'limit' || clause.cues.some((cue) => cue.tag === 'need')
}

// 发挥40家机构创新作用 orders something of what stands already.
function drawsOn(clause: Clause): boolean {
  return clause.cues.some((cue) => ['发挥', '依托', '利用', '用好', '盘活', '紧盯', '紧扣', '对照'].includes(cue.word))
}

// 力争到2025年, only leads into the clause after it.
function isPrelude(walk: Walk, clause: Clause, frame: Frame | null, quantities: Quantity[]): boolean {
  if (frame === null || quantities.length > 0 || clause.end - clause.start > 14) return false
  return clause.cues.some((cue) => isCommitment(walk.text, clause, cue)) && frame.span.end >= clause.end - 1
}

function noteOwner(walk: Walk, clause: Clause): void {
  const span = ownerOf(walk.text, clause, clause.quantities[0]?.start ?? clause.end)
  if (!span) return
  const helpers = takenAlong(walk.text, span.end, clause.end)
  const leads = helpers.length > 0 || walk.text.startsWith('牵头', span.end)
  const owner = { name: walk.text.slice(span.start, span.end), span, role: leads ? 'lead' : 'responsible' } as const
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
  walk.carried = { ...walk.carried, owner: { name: owner.name, span: owner, role }, helpers }
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
