// Documents and what was read in them: bringing one in, and deciding on each proposal.

import { z } from 'zod'
import { act, download, question, upload } from '#contract/entry.ts'
import { Commitment, Duty } from '#domain/commitment.ts'
import { Document, DocumentCard, DocumentKind, Openness } from '#domain/document.ts'
import { Day, Id, Words } from '#domain/fields.ts'
import { Place } from '#domain/place.ts'
import { ImportProgress } from '#domain/progress.ts'
import { Proposal, Wording } from '#domain/proposal.ts'

const version = z.int().nonnegative()
const office = ['office'] as const
const readers = ['leader', 'office', 'unit-head', 'unit-officer', 'auditor'] as const

/** A commitment that may be the same promise: how alike (0 to 1), what both share, and where it was said first. */
export const LookAlike = z.object({
  id: Id,
  number: z.string(),
  wording: Wording,
  lead: Id.nullable(),
  proposal: Id,
  ordinal: z.int(),
  document: z.object({ id: Id, title: z.string(), date: Day.nullable() }),
  score: z.number(),
  kinship: z.number(),
  shared: z.array(z.enum(['indicator', 'verb', 'object', 'unit', 'period', 'words'])),
})
export type LookAlike = z.infer<typeof LookAlike>

const Said = z.object({ why: z.enum(['stated', 'implied']), unit: Id, owner: z.string() })

/** A unit that the text names, or that led the like before: so many of so many, the nearest of them last. */
const LeadAdvice = z.discriminatedUnion('why', [
  Said,
  z.object({
    why: z.literal('history'),
    unit: Id,
    count: z.int(),
    of: z.int(),
    last: z.object({ lead: Id, number: z.string(), document: z.string(), ordinal: z.int() }),
  }),
])

export const documentActs = {
  importDocument: upload(
    {
      summary:
        'Bring in a file (text, Word, PDF, Excel, web page); it is read at once and its proposals wait for review',
      path: '/documents',
      refusals: [
        'same-file',
        'secrecy-mark',
        'empty-text',
        'not-text',
        'too-large',
        'too-much-text',
        'too-many-statements',
        'upload-broken',
        'cannot-keep',
        'stale',
      ],
      may: office,
    },
    {
      fileName: Words,
      title: Words.optional(),
      kind: DocumentKind.default('other'),
      docNumber: z.string().trim().max(100).optional(),
      date: Day.optional(),
      openness: Openness.default('closed'),
      /** Drawn by the sender, who may ask by it how far the import has come. */
      ticket: Id.optional(),
    },
    z.object({ document: Document, proposals: z.int() }),
  ),
  getImportProgress: question(
    {
      summary: 'How far an import of one’s own has come, by its ticket; null before it has begun and when it has ended',
      path: '/imports/{ticket}/progress',
      refusals: [],
      may: office,
    },
    { ticket: Id },
    ImportProgress.nullable(),
  ),
  listDocuments: question(
    { summary: 'All documents, newest first', path: '/documents', refusals: [], may: readers },
    {},
    z.array(DocumentCard),
  ),
  getDocument: question(
    {
      summary: 'A document with its text and everything read in it',
      path: '/documents/{id}',
      refusals: ['not-found'],
      may: readers,
    },
    { id: Id },
    z.object({ document: Document.extend({ text: z.string() }), proposals: z.array(Proposal) }),
  ),
  getPlaces: question(
    {
      summary: 'Where each part of the text stood in the original file: page, paragraph, cell',
      path: '/documents/{id}/places',
      refusals: ['not-found'],
      may: readers,
    },
    { id: Id },
    z.array(Place),
  ),
  getOriginal: download(
    {
      summary: 'The file as it was brought in',
      path: '/documents/{id}/original',
      refusals: ['not-found'],
      may: readers,
    },
    { id: Id },
  ),
  adviseOnProposal: question(
    {
      summary:
        'Commitments that may be the same promise, and units that may take the lead or help: advice with its reasons',
      path: '/proposals/{id}/advice',
      refusals: ['not-found'],
      may: office,
    },
    { id: Id },
    z.object({ alike: z.array(LookAlike), leads: z.array(LeadAdvice), supporting: z.array(Said) }),
  ),
  adoptProposal: act(
    {
      summary: 'Make a proposal a commitment, with corrections',
      path: '/proposals/{id}/adopt',
      refusals: ['not-found', 'stale', 'already-decided', 'unknown-unit', 'unknown-post', 'unit-twice'],
      may: office,
    },
    { id: Id, version, wording: Wording.partial().strict().optional(), duty: Duty.partial().strict().optional() },
    z.object({ proposal: Proposal, commitment: Commitment }),
  ),
  rewordProposal: act(
    {
      summary: 'Correct what was read before deciding',
      path: '/proposals/{id}/reword',
      refusals: ['not-found', 'stale', 'already-decided'],
      may: office,
    },
    { id: Id, version, wording: Wording.partial().strict() },
    Proposal,
  ),
  mergeProposal: act(
    {
      summary: 'Say that a proposal is another mention of a commitment that exists',
      path: '/proposals/{id}/merge',
      refusals: ['not-found', 'stale', 'already-decided', 'wrong-stage'],
      may: office,
    },
    { id: Id, version, into: Id },
    z.object({ proposal: Proposal, commitment: Commitment }),
  ),
  rejectProposal: act(
    {
      summary: 'Decide that a proposal is nothing to follow up',
      path: '/proposals/{id}/reject',
      refusals: ['not-found', 'stale', 'already-decided'],
      may: office,
    },
    { id: Id, version, reason: z.string().trim().max(500).optional() },
    Proposal,
  ),
  reconsiderProposal: act(
    {
      summary: 'Take a rejection back',
      path: '/proposals/{id}/reconsider',
      refusals: ['not-found', 'stale', 'already-decided'],
      may: office,
    },
    { id: Id, version },
    Proposal,
  ),
}
