// Advice on one proposal: commitments that may be the same promise, and units that may take the lead. Both come from this
// zone's own history; neither decides anything.

import { adviseLead, type Precedent } from '#domain/lead-advice.ts'
import { alikeFrom, kinFrom, likeness } from '#domain/look-alike.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { type Candidate, findCandidates } from '#store/look-alikes.ts'
import { findRow } from '#store/rows.ts'

const alikeAtMost = 5

export async function adviseOnProposal(context: Context, { id, asOf }: { id: string; asOf?: string | undefined }) {
  const { db } = context.system
  const scope = scopeOf(context)
  const proposal = await findRow(db, scope, 'proposal', id, asOf ?? null)
  const { wording, statement } = proposal
  const found = (await findCandidates(db, scope, wording.title, asOf ?? null))
    .filter((candidate) => candidate.id !== proposal.commitment)
    .map((candidate) => ({ candidate, like: likeness({ wording, read: statement }, candidate) }))
    .toSorted((a, b) => b.like.score - a.like.score || b.like.kinship - a.like.kinship)
  const alike = found
    .filter(
      ({ candidate, like }) => like.score >= alikeFrom && candidate.closure === 'open' && candidate.parent === null,
    )
    .slice(0, alikeAtMost)
    .map(({ candidate: { read: _, closure: __, parent: ___, ...commitment }, like }) => ({ ...commitment, ...like }))
  const { units } = await directoryOf(context, asOf)
  const kin = found.filter(({ like }) => like.kinship >= kinFrom).map(({ candidate }) => candidate)
  return { alike, leads: adviseLead(statement, units, kin.flatMap(precedentIn)) }
}

function precedentIn({ lead, number, document, ordinal }: Candidate): Precedent[] {
  return lead === null ? [] : [{ lead, number, document: document.title, ordinal }]
}
