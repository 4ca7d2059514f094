// Commitments: breaking down, giving out, reporting with evidence, accepting, closing.

import { z } from 'zod'
import { LookAlike } from '#contract/documents.ts'
import { act, download, question, upload } from '#contract/entry.ts'
import { Commitment, Duty, Extension, Report } from '#domain/commitment.ts'
import { Evidence } from '#domain/evidence.ts'
import { Day, Id, LongWords, Words } from '#domain/fields.ts'
import { JournalLine } from '#domain/journal.ts'
import { Lit } from '#domain/light.ts'
import { Wording } from '#domain/proposal.ts'

const version = z.int().nonnegative()
const office = ['office'] as const
const officeAndHeads = ['office', 'unit-head'] as const
const unit = ['unit-head', 'unit-officer'] as const
const readers = ['leader', 'office', 'unit-head', 'unit-officer', 'auditor'] as const

/** What can be wrong with the duties that an act lays down. */
const wrongDuty = [
  'not-found',
  'stale',
  'wrong-stage',
  'not-your-unit',
  'unknown-unit',
  'unknown-post',
  'unit-twice',
  'child-later-than-parent',
] as const

const one = { id: Id, version }
/** When it happened; today if not said. */
const on = Day.optional()

/** A new part of a commitment: its words and its duty; what is left out is taken from the parent. */
export const Part = z.strictObject({
  title: Words,
  wording: Wording.partial().strict().optional(),
  lead: Id,
  supporting: z.array(Id).default([]),
  post: Id.nullable().default(null),
  dueOn: Day,
  proof: Duty.shape.proof.optional(),
})

export const commitmentActs = {
  getCommitment: question(
    {
      summary: 'A commitment with its sources, children, evidence, light and history',
      path: '/commitments/{id}',
      refusals: ['not-found'],
      may: readers,
    },
    { id: Id },
    z.object({
      commitment: Commitment,
      lit: Lit,
      parent: Commitment.nullable(),
      children: z.array(z.object({ commitment: Commitment, lit: Lit })),
      evidence: z.array(Evidence),
      /** Each mention with the text around it: `before` and `after` are the characters next to the quote. */
      sources: z.array(
        z.object({
          document: Id,
          title: z.string(),
          date: Day.nullable(),
          before: z.string(),
          quote: z.string(),
          after: z.string(),
        }),
      ),
      history: z.array(JournalLine),
      /** False when a sign-off was given to a state that differs from the one shown. */
      sealed: z.boolean().nullable(),
    }),
  ),
  listLookAlikes: question(
    {
      summary: 'Open commitments adopted apart from this one that may be the same promise, with their numbers',
      path: '/commitments/{id}/alike',
      refusals: ['not-found'],
      may: office,
    },
    { id: Id },
    z.array(LookAlike),
  ),
  ruleMention: act(
    {
      summary: 'Say which of several mentions is in force (以此为准); its words and number become the commitment’s',
      path: '/commitments/{id}/rule',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: office,
    },
    /** `mention` is the proposal that the mention was read as. */
    { ...one, on, mention: Id, reason: LongWords },
    Commitment,
  ),
  assignCommitment: act(
    {
      summary: 'Set units, post, dates and proof of a commitment, or correct its words',
      path: '/commitments/{id}/assign',
      refusals: [...wrongDuty, 'due-missing'],
      may: officeAndHeads,
    },
    { ...one, duty: Duty.partial().strict().default({}), wording: Wording.partial().strict().default({}) },
    Commitment,
  ),
  breakDown: act(
    {
      summary: 'Break a commitment down into parts with unit, post and date',
      path: '/commitments/{id}/break-down',
      refusals: wrongDuty,
      may: officeAndHeads,
    },
    { ...one, parts: z.array(Part).min(1).max(100) },
    z.object({ commitment: Commitment, children: z.array(Commitment) }),
  ),
  dispatchCommitment: act(
    {
      summary: 'Send a commitment to its lead unit for sign-off (交办)',
      path: '/commitments/{id}/dispatch',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit', 'lead-missing', 'due-missing'],
      may: officeAndHeads,
    },
    { ...one, on },
    Commitment,
  ),
  signFor: act(
    {
      summary: 'Sign for a commitment as its lead unit (签收)',
      path: '/commitments/{id}/sign',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit'],
      may: unit,
    },
    { ...one, on },
    Commitment,
  ),
  declineCommitment: act(
    {
      summary: 'Return a commitment to the office with a reason (退回)',
      path: '/commitments/{id}/decline',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit'],
      may: unit,
    },
    { ...one, on, reason: LongWords },
    Commitment,
  ),
  uploadEvidence: upload(
    {
      summary: 'Store a file as evidence for a commitment; up to 50 MB, any type',
      path: '/commitments/{id}/evidence',
      refusals: [
        'not-found',
        'not-your-unit',
        'wrong-stage',
        'too-large',
        'upload-broken',
        'cannot-keep',
        'secrecy-mark',
      ],
      may: ['office', ...unit],
    },
    {
      id: Id,
      name: Evidence.shape.file.shape.name,
      proves: Words,
      mediaType: z.string().max(200).default('application/octet-stream'),
      /** When given, the bytes received must have this SHA-256. */
      sha256: Evidence.shape.file.shape.sha256.optional(),
    },
    Evidence,
  ),
  getEvidenceFile: download(
    { summary: 'The file of a piece of evidence', path: '/evidence/{id}/file', refusals: ['not-found'], may: readers },
    { id: Id },
  ),
  fileReport: act(
    {
      summary: 'Report progress with evidence (填报)',
      path: '/commitments/{id}/report',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit', 'report-open', 'unknown-evidence'],
      may: unit,
    },
    {
      ...one,
      on,
      percent: Report.shape.percent,
      value: z.number().nullable().default(null),
      text: LongWords,
      evidence: z.array(Id).max(200).default([]),
    },
    Commitment,
  ),
  acceptReport: act(
    {
      summary: 'Accept the report that waits (审核通过)',
      path: '/commitments/{id}/accept',
      refusals: ['not-found', 'stale', 'wrong-stage', 'no-open-report', 'own-work'],
      may: office,
    },
    { ...one, on, remark: z.string().trim().max(2000).optional() },
    Commitment,
  ),
  returnReport: act(
    {
      summary: 'Return the report that waits, with what is missing (退回重办)',
      path: '/commitments/{id}/return',
      refusals: ['not-found', 'stale', 'wrong-stage', 'no-open-report', 'own-work'],
      may: office,
    },
    { ...one, on, remark: LongWords },
    Commitment,
  ),
  requestExtension: act(
    {
      summary: 'Ask for a later due date (延期申请)',
      path: '/commitments/{id}/extension',
      refusals: [
        'not-found',
        'stale',
        'wrong-stage',
        'not-your-unit',
        'due-missing',
        'extension-not-later',
        'already-decided',
      ],
      may: unit,
    },
    { ...one, on, to: Extension.shape.to, reason: LongWords },
    Commitment,
  ),
  decideExtension: act(
    {
      summary: 'Grant or refuse the extension that was asked for',
      path: '/commitments/{id}/extension/decide',
      refusals: [
        'not-found',
        'stale',
        'wrong-stage',
        'no-open-extension',
        'extension-not-later',
        'child-later-than-parent',
        'own-work',
      ],
      may: office,
    },
    { ...one, on, granted: z.boolean(), remark: z.string().trim().max(2000).optional() },
    Commitment,
  ),
  urgeCommitment: act(
    {
      summary: 'Press the lead unit; every time is counted (催办)',
      path: '/commitments/{id}/urge',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: ['leader', 'office'],
    },
    { ...one, on, words: LongWords },
    Commitment,
  ),
  closeCommitment: act(
    {
      summary: 'Close a commitment for good (销号): declared proof at hand, by somebody who did not file it',
      path: '/commitments/{id}/close',
      refusals: ['not-found', 'stale', 'wrong-stage', 'children-open', 'proof-missing', 'own-work'],
      may: office,
    },
    { ...one, on },
    Commitment,
  ),
  cancelCommitment: act(
    {
      summary: 'Take a commitment off the register with a reason',
      path: '/commitments/{id}/cancel',
      refusals: ['not-found', 'stale', 'wrong-stage', 'children-open'],
      may: office,
    },
    { ...one, on, reason: LongWords },
    Commitment,
  ),
  reopenCommitment: act(
    {
      summary: 'Open a closed commitment again with a reason (回头看)',
      path: '/commitments/{id}/reopen',
      refusals: ['not-found', 'stale', 'wrong-stage', 'parent-ended'],
      may: office,
    },
    { ...one, on, reason: LongWords },
    Commitment,
  ),
}
