// The page of one commitment (督办单): itself, its family, its sources, its light, its history, and whether the seal holds.

import { sealedState } from '#domain/closure.ts'
import type { Commitment } from '#domain/commitment.ts'
import type { Evidence } from '#domain/evidence.ts'
import { waiting } from '#domain/follow-up.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { lightingAt } from '#operations/lighting.ts'
import { sha256Of } from '#operations/seal.ts'
import { findFamilyAt } from '#store/commitments.ts'
import { historyOf } from '#store/journal.ts'
import { findRow } from '#store/rows.ts'

type Asked = { id: string; asOf?: string | undefined }

export async function commitmentPage(context: Context, { id, asOf }: Asked) {
  const { db } = context.system
  const lighting = lightingAt(context, asOf)
  const family = await findFamilyAt(db, scopeOf(context), id, lighting.asOf)
  const { commitment, parent, evidence, documents } = family
  const sources = commitment.mentions.map(({ document: from, quote, context: { before, after } }) => {
    const document = documents.find((found) => found.id === from)
    return { document: from, title: document?.title ?? '', date: document?.date ?? null, before, quote, after }
  })
  return {
    commitment,
    lit: lighting.lit(commitment),
    parent,
    children: family.children.map((child) => ({ commitment: child, lit: lighting.lit(child) })),
    evidence,
    sources,
    history: await historyOf(db, scopeOf(context), 'commitment', id, lighting.asOf),
    sealed: sealHolds(commitment, evidence),
  }
}

/** Null while nothing was signed off or a new report waits; otherwise whether the last sign-off saw the state of now. */
function sealHolds(commitment: Commitment, evidence: readonly Evidence[]): boolean | null {
  if (waiting(commitment)) return null
  const seal = commitment.closed?.seal ?? commitment.reports.findLast((report) => report.state === 'accepted')?.seal
  return seal ? seal.sha256 === sha256Of(sealedState(commitment, evidence)) : null
}

export async function evidenceFile(context: Context, { id, asOf }: Asked) {
  const { system, actor } = context
  const { file } = await findRow(system.db, scopeOf(context), 'evidence', id, asOf ?? null)
  return {
    name: file.name,
    mediaType: file.mediaType,
    body: system.files.read(actor.zone, file.sha256),
    bytes: file.bytes,
  }
}
