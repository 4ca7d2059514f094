// Documents and proposals: bringing a text in, and a person's decision on each thing read in it.

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '#base/refusal.ts'
import { cut } from '#base/text.ts'
import type { EntryName } from '#contract/contract.ts'
import type { Incoming } from '#contract/entry.ts'
import { decideAdopt, decideMention } from '#domain/assignment.ts'
import { type CommitmentEvent, type Duty, evolveCommitment, type Mention } from '#domain/commitment.ts'
import { type Document, evolveDocument } from '#domain/document.ts'
import { isDay } from '#domain/fields.ts'
import { Place } from '#domain/place.ts'
import type { ImportProgress } from '#domain/progress.ts'
import { decideOnProposal, evolveProposal, type Proposal, type ProposalEvent, type Wording } from '#domain/proposal.ts'
import { findSecrecyMark, secrecyWarnings } from '#domain/secrecy.ts'
import type { Zone } from '#domain/zone.ts'
import { adviseOnProposal } from '#operations/advice.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayOf } from '#operations/moment.ts'
import { changedRow, decided, expectVersion, record, untilFresh } from '#operations/record.ts'
import { progressOf, withTicket } from '#operations/under-way.ts'
import { openPaper, type Paper } from '#papers/paper.ts'
import { readApart } from '#papers/reading.ts'
import type { Statement } from '#reading/statement.ts'
import { findDocument, findForImport, findProposal, listDocuments } from '#store/documents.ts'
import { collect } from '#store/files.ts'
import { findRow } from '#store/rows.ts'

const documentLimit = 20 * 1024 * 1024
/**
 * Some 600 printed pages, several times the longest plan that a government prints. It is read in less than a second in a
 * thread of its own; what bounds it is that every look at the document hands over and shows its whole text.
 */
const charactersAtMost = 1_000_000
/** More than a person decides on; they are saved in one statement, which takes the server some 0.3 seconds of its own. */
const statementsAtMost = 10_000
const contextLength = 60

async function textOf({ system, actor }: Context, { textSha256 }: Document): Promise<string> {
  const bytes = await collect(system.files.read(actor.zone, textSha256), Number.POSITIVE_INFINITY)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

export function stopSecrets(...texts: string[]): void {
  for (const text of texts) {
    const found = findSecrecyMark(text)
    if (found) refuse('secrecy-mark', found)
  }
}

type Import = {
  fileName: string
  title?: string | undefined
  docNumber?: string | undefined
  date?: string | undefined
  ticket?: string | undefined
} & Pick<Document, 'kind' | 'openness'>

function importDocument(context: Context, input: Import, incoming: Incoming) {
  const { system, actor } = context
  return withTicket(system.underWay, actor, input.ticket, (tell) => {
    const both = (progress: ImportProgress) => {
      tell(progress)
      context.onProgress?.(progress)
    }
    return importTelling(context, input, incoming, both)
  })
}

type Tell = (progress: ImportProgress) => void

async function importTelling(context: Context, input: Import, incoming: Incoming, tell: Tell) {
  const bytes = await collect(incoming, documentLimit)
  tell({ stage: 'received', fraction: 1 })
  const paper = await openPaper(bytes, input.fileName, undefined, (fraction) => tell({ stage: 'opening', fraction }))
  stopSecrets(input.fileName, input.title ?? '', paper.text, ...paper.margins)
  const { length } = paper.text
  if (length > charactersAtMost) refuse('too-much-text', { characters: length, limit: charactersAtMost })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const first = await numberFor(context, sha256)
  tell({ stage: 'reading', fraction: 0 })
  const { fileName, date = null } = input
  const onProgress = (fraction: number) => tell({ stage: 'reading', fraction })
  const statements = await readApart(paper, { fileName, date, statementsAtMost, onProgress })
  tell({ stage: 'keeping', fraction: 0 })
  // Somebody may have taken the number while the text was read: then it is asked for anew.
  let number: number | null = first
  return untilFresh(async () => {
    const next = number ?? (await numberFor(context, sha256))
    number = null
    return enter(context, input, next, { bytes, sha256, paper, statements })
  })
}

/** The number that the next document gets; the same file twice is refused. */
async function numberFor(context: Context, sha256: string): Promise<number> {
  const { same, last } = await findForImport(context.system.db, scopeOf(context), sha256)
  if (same) refuse('same-file', { document: same.id, title: same.title })
  return last + 1
}

type Received = { bytes: Uint8Array; sha256: string; paper: Paper; statements: Statement[] }

/** Under the next number, with what is read in it. */
async function enter(context: Context, input: Import, number: number, { bytes, sha256, paper, statements }: Received) {
  const { system, actor } = context
  const { text, encoding, kind: source } = paper
  await system.files.keep(actor.zone, once(bytes), documentLimit, sha256)
  const { sha256: textSha256 } = await system.files.keep(actor.zone, once(Buffer.from(text)), Number.POSITIVE_INFINITY)
  const placesSha256 = await keepPlaces(context, paper)
  const { fileName, kind, openness } = input
  const document = {
    id: system.newId(),
    number,
    ...{ sha256, textSha256, placesSha256, source, fileName, kind, openness, encoding },
    title: input.title ?? titleOf(text, fileName),
    docNumber: input.docNumber ?? null,
    date: input.date ?? null,
    bytes: bytes.byteLength,
    characters: text.length,
    warnings: secrecyWarnings(text),
    ...(paper.picturePages && { picturePages: paper.picturePages }),
    importedBy: actor.person,
    importedOn: dayOf(system.clock()),
  }
  const imported = changedRow('document', fresh(document.id), [{ kind: 'imported', document } as const], evolveDocument)
  const proposals = statements.map((statement, i) => propose(context, document.id, i + 1, statement, text))
  await record(context, 'importDocument', [imported, ...proposals])
  return { document: imported.row, proposals: proposals.length }
}

/** Beside the text, for the same reason: where each character stood in the original. Plain text needs none. */
async function keepPlaces({ system, actor }: Context, { places }: Paper): Promise<string | null> {
  if (places.length === 0) return null
  const kept = Buffer.from(JSON.stringify(places))
  return (await system.files.keep(actor.zone, once(kept), Number.POSITIVE_INFINITY)).sha256
}

async function placesOf({ system, actor }: Context, { placesSha256 }: Document): Promise<Place[]> {
  if (placesSha256 === null) return []
  const bytes = await collect(system.files.read(actor.zone, placesSha256), Number.POSITIVE_INFINITY)
  return z.parse(z.array(Place), JSON.parse(new TextDecoder().decode(bytes)))
}

async function* once(bytes: Uint8Array): Incoming {
  yield bytes
}

const fresh = (id: string) => ({ id, version: 0 }) as const

/** The red head of an official document (…文件, its 发文字号) stands above its title. */
const redHead = /^.{2,30}文件$|〔\d{4}〕.{1,8}号$/

function titleOf(text: string, fileName: string): string {
  const lines = text.split('\n', 50).filter((candidate) => candidate.trim().length > 0)
  const line = lines.slice(0, 4).find((candidate) => !redHead.test(candidate.trim())) ?? lines[0]
  return cut(line?.trim().replaceAll(/\s+/g, ' ') ?? '', 0, 100) || fileName
}

function propose({ system }: Context, document: string, ordinal: number, statement: Statement, text: string) {
  const { start, end } = statement
  const context = {
    before: cut(text, start - contextLength, start),
    after: cut(text, end, end + contextLength),
  }
  const event = { kind: 'proposed', document, ordinal, statement, quote: cut(text, start, end), context } as const
  return changedRow(
    'proposal',
    fresh(system.newId()),
    [event],
    evolveProposal as (row: Proposal, e: ProposalEvent) => Proposal,
  )
}

/** A decision that touches the proposal alone. */
async function onProposal(
  context: Context,
  act: EntryName,
  input: { id: string; version: number },
  event: ProposalEvent,
) {
  const { proposal } = await findProposal(context.system.db, scopeOf(context), input.id)
  const changed = decidedProposal(proposal, input.version, event)
  await record(context, act, [changed])
  return changed.row
}

function decidedProposal(proposal: Proposal, version: number, ...events: ProposalEvent[]) {
  expectVersion('proposal', proposal, version)
  return changedRow('proposal', proposal, decided(decideOnProposal(proposal, ...events)), evolveProposal)
}

function mentionOf(
  { id, statement, quote, context }: Proposal,
  document: Document,
  wording: Wording,
  today: string,
): Mention {
  const { start, end } = statement
  return { document: document.id, proposal: id, start, end, quote, context, wording, on: document.date ?? today }
}

/** A duty to start with: the period's first day or the document's, the date the text gives, the zone's usual proof. */
function firstDuty(wording: Wording, document: Document, zone: Zone, today: string): Duty {
  const startOn = [wording.period?.from, document.date].find(isDay) ?? today
  return {
    lead: null,
    supporting: [],
    post: null,
    leader: null,
    startOn,
    dueOn: wording.dueOn,
    proof: zone.defaultProof,
  }
}

/** `003-017`: the seventeenth statement of the third document. */
function numberOf(document: Document, proposal: Proposal): string {
  return `${String(document.number).padStart(3, '0')}-${String(proposal.ordinal).padStart(3, '0')}`
}

const evolve = evolveCommitment as (
  row: Parameters<typeof evolveCommitment>[0],
  e: CommitmentEvent,
) => ReturnType<typeof evolveCommitment>

export const documentHandlers = {
  importDocument,
  getImportProgress: async ({ system, actor }, { ticket }) => progressOf(system.underWay, actor, ticket),
  listDocuments: (context, { asOf }) => listDocuments(context.system.db, scopeOf(context), asOf ?? null),
  getDocument: async (context, { id, asOf }) => {
    const { document, proposals } = await findDocument(context.system.db, scopeOf(context), id, asOf ?? null)
    return { document: { ...document, text: await textOf(context, document) }, proposals }
  },
  getPlaces: async (context, { id, asOf }) => {
    return placesOf(context, await findRow(context.system.db, scopeOf(context), 'document', id, asOf ?? null))
  },
  getOriginal: async (context, { id, asOf }) => {
    const { system, actor } = context
    const { fileName, sha256, bytes } = await findRow(system.db, scopeOf(context), 'document', id, asOf ?? null)
    return { name: fileName, mediaType: 'application/octet-stream', body: system.files.read(actor.zone, sha256), bytes }
  },
  adviseOnProposal,
  adoptProposal: async (context, { id, version, wording: change, duty }) => {
    const { system, actor } = context
    const { proposal, document, zone, known } = await findProposal(system.db, scopeOf(context), id)
    const today = dayOf(system.clock())
    const wording = { ...proposal.wording, ...change, ...(duty?.dueOn ? { dueOn: duty.dueOn } : {}) } as Wording
    const full = { ...firstDuty(wording, document, zone, today), ...duty } as Duty
    const commitment = fresh(system.newId())
    const reworded = change ? [{ kind: 'reworded', wording: change as Partial<Wording> } as const] : []
    const adoption = { kind: 'adopted', commitment: commitment.id, by: actor.person } as const
    const adopted = decidedProposal(proposal, version, ...reworded, adoption)
    const mention = mentionOf(proposal, document, wording, today)
    const fields = { number: numberOf(document, proposal), wording, mention, duty: full }
    const events = decided(decideAdopt(fields, known))
    const made = changedRow('commitment', commitment, events, evolve)
    await record(context, 'adoptProposal', [adopted, made])
    return { proposal: adopted.row, commitment: made.row }
  },
  rewordProposal: (context, { wording, ...input }) => {
    return onProposal(context, 'rewordProposal', input, { kind: 'reworded', wording: wording as Partial<Wording> })
  },
  mergeProposal: async (context, { id, version, into }) => {
    const { system, actor } = context
    const { proposal, document, target } = await findProposal(system.db, scopeOf(context), id, into)
    if (!target) return refuse('not-found', { noun: 'commitment', id: into })
    const merged = decidedProposal(proposal, version, { kind: 'merged', commitment: into, by: actor.person })
    const mention = mentionOf(proposal, document, proposal.wording, dayOf(system.clock()))
    const mentioned = changedRow('commitment', target, decided(decideMention(target, mention)), evolve)
    await record(context, 'mergeProposal', [merged, mentioned])
    return { proposal: merged.row, commitment: mentioned.row }
  },
  rejectProposal: (context, { reason, ...input }) => {
    return onProposal(context, 'rejectProposal', input, {
      kind: 'rejected',
      reason: reason ?? null,
      by: context.actor.person,
    })
  },
  reconsiderProposal: (context, input) => onProposal(context, 'reconsiderProposal', input, { kind: 'reconsidered' }),
} satisfies Partial<Handlers>
