// A commitment (事项): what was promised, every place that said so, who answers for it, by when, and how far it has come.
// Four independent axes say where it stands: receipt, progress, review, closure. Lateness is computed, never stored.

import { z } from 'zod'
import { Day, Id, LongWords, Row, Sha256, Words } from '#domain/fields.ts'
import { Context, Wording } from '#domain/proposal.ts'

export const Receipt = z.enum(['none', 'awaiting', 'signed', 'declined'])
export const Progress = z.enum(['not-started', 'under-way', 'completed'])
export const Review = z.enum(['none', 'awaiting', 'accepted', 'returned'])
export const Closure = z.enum(['open', 'closed', 'cancelled'])
export type Closure = z.infer<typeof Closure>

/** Where the four axes put it on the board; set in one place (`settled`), in this order of columns. */
export const Stage = z.enum([
  'draft',
  'awaiting-receipt',
  'declined',
  'under-way',
  'awaiting-review',
  'returned',
  'awaiting-closure',
  'closed',
  'cancelled',
])
export type Stage = z.infer<typeof Stage>

/** One mention in a document: the characters, by UTF-16 offsets into its text, and their words. */
export const Mention = z.object({
  document: Id,
  proposal: Id,
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  context: Context,
  wording: Wording,
  on: Day,
})
export type Mention = z.infer<typeof Mention>

/** An officer's word on which mention holds, given among the first so many of them. */
export const Ruling = z.object({ mention: Id, among: z.int().positive(), by: Id, on: Day, reason: LongWords })
export type Ruling = z.infer<typeof Ruling>

/** A seal pins what was seen at a sign-off: SHA-256 over the state and its evidence. */
export const Seal = z.object({ sha256: Sha256, by: Id, on: Day })

export const Report = z.object({
  id: Id,
  on: Day,
  percent: z.int().min(0).max(100),
  value: z.number().nullable(),
  text: LongWords,
  evidence: z.array(Id),
  by: Id,
  unit: Id,
  state: z.enum(['awaiting', 'accepted', 'returned']),
  remark: z.string().nullable(),
  seal: Seal.nullable(),
})
export type Report = z.infer<typeof Report>

export const Extension = z.object({
  id: Id,
  from: Day,
  to: Day,
  reason: LongWords,
  by: Id,
  on: Day,
  state: z.enum(['asked', 'granted', 'refused']),
  remark: z.string().nullable(),
})

/** The entry of a register (by its code) that it was made from, where no document says it. */
export const Origin = z.object({ register: z.string(), entry: Id, field: z.string(), title: z.string() })
export type Origin = z.infer<typeof Origin>

export const Duty = z.object({
  lead: Id.nullable(),
  supporting: z.array(Id),
  /** 责任岗位 and 分管领导 are posts, not people: who holds the post next inherits the duty. */
  post: Id.nullable(),
  leader: Id.nullable(),
  startOn: Day,
  dueOn: Day.nullable(),
  proof: z.array(Words).min(1).max(50),
})
export type Duty = z.infer<typeof Duty>

export const Commitment = Row.extend({
  number: z.string(),
  wording: Wording,
  mentions: z.array(Mention),
  /** Absent of what was adopted from a document. */
  origin: Origin.optional(),
  /** Absent until two mentions had to be decided between. */
  ruling: Ruling.optional(),
  parent: Id.nullable(),
  childCount: z.int(),
  duty: Duty,
  receipt: Receipt,
  declinedReason: z.string().nullable(),
  progress: Progress,
  percent: z.int(),
  review: Review,
  closure: Closure,
  stage: Stage,
  reports: z.array(Report),
  extensions: z.array(Extension),
  urged: z.array(z.object({ on: Day, by: Id, words: z.string() })),
  closed: z.object({ on: Day, by: Id, seal: Seal.nullable(), reason: z.string().nullable() }).nullable(),
})
export type Commitment = z.infer<typeof Commitment>

export type CommitmentEvent =
  | { kind: 'adopted'; number: string; wording: Wording; mention: Mention; duty: Duty }
  | { kind: 'entrusted'; number: string; wording: Wording; origin: Origin; duty: Duty }
  | { kind: 'split-off'; number: string; wording: Wording; mentions: Mention[]; duty: Duty; parent: string }
  | { kind: 'broken-down'; children: string[] }
  | { kind: 'mentioned'; mention: Mention }
  | { kind: 'ruled'; ruling: Ruling }
  /** The words and number of the mention in force became the commitment's own. */
  | { kind: 'restated'; mention: string; wording: Partial<Wording> }
  | { kind: 'assigned'; duty: Partial<Duty>; wording: Partial<Wording> }
  | { kind: 'dispatched' }
  | { kind: 'signed-for' }
  | { kind: 'declined'; reason: string }
  | { kind: 'reported'; report: Report }
  | { kind: 'report-accepted'; report: string; remark: string | null; seal: z.infer<typeof Seal> }
  | { kind: 'report-returned'; report: string; remark: string }
  | { kind: 'extension-asked'; extension: z.infer<typeof Extension> }
  | { kind: 'extension-granted' | 'extension-refused'; extension: string; remark: string | null }
  | { kind: 'urged'; on: string; by: string; words: string }
  | { kind: 'closed'; on: string; by: string; seal: z.infer<typeof Seal> }
  | { kind: 'cancelled'; on: string; by: string; reason: string }
  | { kind: 'reopened'; reason: string }

/** The units a commitment belongs to: who may see it beside the zone-wide roles. */
export function unitsOf({ duty }: Pick<Commitment, 'duty'>): string[] {
  return [...new Set([duty.lead, ...duty.supporting].filter((unit) => unit !== null))]
}

/** The board column that follows from the four axes. */
export function stageOf(c: Pick<Commitment, 'receipt' | 'progress' | 'review' | 'closure'>): Stage {
  if (c.closure !== 'open') return c.closure
  if (c.receipt === 'none') return 'draft'
  if (c.receipt === 'awaiting') return 'awaiting-receipt'
  if (c.receipt === 'declined') return 'declined'
  if (c.review === 'awaiting') return 'awaiting-review'
  if (c.review === 'returned') return 'returned'
  return c.progress === 'completed' ? 'awaiting-closure' : 'under-way'
}

export function evolveCommitment(before: Commitment | { id: string; version: 0 }, event: CommitmentEvent): Commitment {
  const next = applied(before as Commitment, event)
  return { ...next, version: before.version + 1, stage: stageOf(next) }
}

const fresh = {
  childCount: 0,
  receipt: 'none',
  declinedReason: null,
  progress: 'not-started',
  percent: 0,
  review: 'none',
  closure: 'open',
  stage: 'draft',
  reports: [],
  extensions: [],
  urged: [],
  closed: null,
} satisfies Partial<Commitment>

function applied(c: Commitment, event: CommitmentEvent): Commitment {
  switch (event.kind) {
    case 'adopted': {
      const { number, wording, mention, duty } = event
      return { ...fresh, id: c.id, version: 0, number, wording, mentions: [mention], duty, parent: null }
    }
    case 'entrusted': {
      const { number, wording, origin, duty } = event
      return { ...fresh, id: c.id, version: 0, number, wording, mentions: [], origin, duty, parent: null }
    }
    case 'split-off': {
      const { number, wording, mentions, duty, parent } = event
      return { ...fresh, id: c.id, version: 0, number, wording, mentions, duty, parent }
    }
    case 'broken-down':
      return { ...c, childCount: c.childCount + event.children.length }
    case 'mentioned':
      return { ...c, mentions: [...c.mentions, event.mention] }
    case 'ruled':
      return { ...c, ruling: event.ruling }
    case 'restated':
      return { ...c, wording: { ...c.wording, ...event.wording } }
    case 'assigned':
      return { ...c, duty: { ...c.duty, ...event.duty }, wording: { ...c.wording, ...event.wording } }
    case 'dispatched':
      return { ...c, receipt: 'awaiting', declinedReason: null }
    case 'signed-for':
      return { ...c, receipt: 'signed' }
    case 'declined':
      return { ...c, receipt: 'declined', declinedReason: event.reason }
    case 'reported':
      return { ...c, reports: [...c.reports, event.report], review: 'awaiting' }
    case 'report-accepted':
      return accepted(c, event.report, event.remark, event.seal)
    case 'report-returned':
      return { ...withReport(c, event.report, { state: 'returned', remark: event.remark }), review: 'returned' }
    case 'extension-asked':
      return { ...c, extensions: [...c.extensions, event.extension] }
    case 'extension-granted':
    case 'extension-refused':
      return extended(c, event)
    case 'urged':
      return { ...c, urged: [...c.urged, { on: event.on, by: event.by, words: event.words }] }
    case 'closed':
      return { ...c, closure: 'closed', closed: { on: event.on, by: event.by, seal: event.seal, reason: null } }
    case 'cancelled':
      return { ...c, closure: 'cancelled', closed: { on: event.on, by: event.by, seal: null, reason: event.reason } }
    case 'reopened':
      return { ...c, closure: 'open', closed: null, progress: c.progress === 'completed' ? 'under-way' : c.progress }
  }
}

function withReport(c: Commitment, id: string, change: Partial<Report>): Commitment {
  return { ...c, reports: c.reports.map((report) => (report.id === id ? { ...report, ...change } : report)) }
}

/** Progress is what the last accepted report says; a report not yet accepted moves nothing. */
function accepted(c: Commitment, id: string, remark: string | null, seal: z.infer<typeof Seal>): Commitment {
  const next = withReport(c, id, { state: 'accepted', remark, seal })
  const percent = next.reports.find((report) => report.id === id)?.percent ?? c.percent
  return { ...next, percent, progress: percent === 100 ? 'completed' : 'under-way', review: 'accepted' }
}

function extended(
  c: Commitment,
  { kind, extension: id, remark }: Extract<CommitmentEvent, { kind: 'extension-granted' | 'extension-refused' }>,
): Commitment {
  const state = kind === 'extension-granted' ? 'granted' : 'refused'
  const extensions = c.extensions.map((extension) =>
    extension.id === id ? { ...extension, state, remark } : extension,
  )
  const to = extensions.find((extension) => extension.id === id && extension.state === 'granted')?.to
  return { ...c, extensions: extensions as Commitment['extensions'], duty: to ? { ...c.duty, dueOn: to } : c.duty }
}
