// Seeing all of it: the 督办 table, its counts and export, one's own work list, saved views, briefings, the journal.

import { z } from 'zod'
import { act, download, question } from '#contract/entry.ts'
import { Briefing, BriefingContents } from '#domain/briefing.ts'
import { Closure, Commitment, Stage } from '#domain/commitment.ts'
import { Day, Id, Moment, Words } from '#domain/fields.ts'
import { JournalLine } from '#domain/journal.ts'
import { Light, Lit } from '#domain/light.ts'
import { View } from '#domain/view.ts'

const readers = ['leader', 'office', 'unit-head', 'unit-officer', 'auditor'] as const
const month = BriefingContents.shape.month

/** What the table can be narrowed by; everything given must hold, several values of one field are alternatives. */
const filter = {
  text: z.string().max(100).optional(),
  stage: z.array(Stage).optional(),
  closure: z.array(Closure).optional(),
  light: z.array(Light).optional(),
  kind: z.array(z.enum(['target', 'task', 'requirement', 'fact', 'roster'])).optional(),
  lead: z.array(Id).optional(),
  supporting: z.array(Id).optional(),
  post: z.array(Id).optional(),
  document: Id.optional(),
  /** Only the children of this commitment, or only those without a parent when 'none'. */
  parent: z.union([Id, z.literal('none')]).optional(),
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  /** Only those whose mentions give different numbers that nobody has decided between (口径不一), or only the others. */
  disputed: z.boolean().optional(),
}
export const Filter = z.object(filter)
export type Filter = z.infer<typeof Filter>

export const SortKey = z.enum(['number', 'title', 'dueOn', 'percent', 'stage', 'light', 'lead'])
const sort = { sort: SortKey.default('number'), descending: z.boolean().default(false) }

/** One row of the table: what a dense list shows, without reports and mentions. */
export const CommitmentRow = Commitment.pick({
  id: true,
  version: true,
  number: true,
  parent: true,
  childCount: true,
  duty: true,
  receipt: true,
  progress: true,
  percent: true,
  review: true,
  closure: true,
  stage: true,
}).extend({
  title: Words,
  kind: Commitment.shape.wording.shape.kind,
  value: z.number().nullable(),
  unit: z.string().nullable(),
  op: Commitment.shape.wording.shape.op,
  strength: Commitment.shape.wording.shape.strength,
  source: z.object({ document: Id, title: z.string(), date: Day.nullable() }).nullable(),
  latest: z.object({ on: Day, text: z.string(), percent: z.int() }).nullable(),
  urgedCount: z.int(),
  lit: Lit,
})
export type CommitmentRow = z.infer<typeof CommitmentRow>

/** Why an item stands in a work list; one item can stand in several. */
export const TodoGroup = z.enum([
  'to-review',
  'to-dispatch',
  'to-sign',
  'to-report',
  'returned',
  'declined',
  'near-due',
  'overdue',
  'to-accept',
  'to-decide-extension',
  'to-close',
])
export type TodoGroup = z.infer<typeof TodoGroup>

export const overviewQuestions = {
  listCommitments: question(
    { summary: 'A page of the 督办 table', path: '/commitments', refusals: [], may: readers },
    { ...filter, ...sort, offset: z.int().nonnegative().default(0), limit: z.int().min(1).max(500).default(100) },
    z.object({ rows: z.array(CommitmentRow), total: z.int(), today: Day }),
  ),
  countCommitments: question(
    {
      summary: 'How many commitments stand at each stage and under each light',
      path: '/counts',
      refusals: [],
      may: readers,
    },
    filter,
    z.object({
      total: z.int(),
      byStage: z.partialRecord(Stage, z.int()),
      byLight: z.partialRecord(Light, z.int()),
      byLead: z.array(
        z.object({ lead: Id.nullable(), total: z.int(), closed: z.int(), red: z.int(), yellow: z.int() }),
      ),
    }),
  ),
  exportCommitments: download(
    {
      summary: 'The 督办 table as an Excel ledger, exactly what the filter shows',
      path: '/export/commitments',
      refusals: ['not-found'],
      may: readers,
    },
    { ...filter, ...sort },
  ),
  myWork: question(
    { summary: 'What waits for me (待办), by group', path: '/todo', refusals: [], may: 'anyone' },
    {},
    z.object({
      today: Day,
      groups: z.array(z.object({ group: TodoGroup, total: z.int(), rows: z.array(CommitmentRow) })),
      /** Documents with proposals nobody has decided on yet. */
      documents: z.array(z.object({ id: Id, title: z.string(), proposed: z.int() })),
    }),
  ),
  listViews: question({ summary: 'My saved views', path: '/views', refusals: [], may: readers }, {}, z.array(View)),
  saveView: act(
    { summary: 'Save a filter under a name', path: '/views', refusals: [], may: readers },
    { name: Words, query: View.shape.query },
    View,
  ),
  dropView: act(
    { summary: 'Drop a saved view', path: '/views/{id}/drop', refusals: ['not-found', 'stale'], may: readers },
    { id: Id, version: z.int() },
    View,
  ),
  draftBriefing: question(
    {
      summary: 'The month’s briefing as known at a moment',
      path: '/briefings/draft',
      refusals: ['not-found'],
      may: readers,
    },
    { month },
    BriefingContents,
  ),
  listBriefings: question(
    { summary: 'Issued briefings', path: '/briefings', refusals: [], may: readers },
    {},
    z.array(Briefing),
  ),
  issueBriefing: act(
    {
      summary: 'Issue the month’s briefing; it is frozen as it stands',
      path: '/briefings',
      refusals: ['not-found', 'stale'],
      may: ['office'],
    },
    { month, asOf: Moment.optional() },
    Briefing,
  ),
  getBriefingFile: download(
    {
      summary: 'A briefing as a Word file (GB/T 9704) or an Excel ledger: an issued one by id, or the draft of a month',
      path: '/export/briefing',
      refusals: ['not-found'],
      may: readers,
    },
    { id: Id.optional(), month: month.optional(), format: z.enum(['docx', 'xlsx']) },
  ),
  listJournal: question(
    { summary: 'The journal, newest first', path: '/journal', refusals: [], may: ['auditor', 'audit-admin'] },
    { noun: z.string().max(40).optional(), before: z.int().optional(), limit: z.int().min(1).max(500).default(100) },
    z.array(JournalLine),
  ),
}
