// Advice: commitments that may be the same promise as a proposal or as another commitment, and units that may take the lead.
// All of it comes from this zone's own history; nothing of it decides anything.

import { adviseLead, adviseSupporting, type Precedent } from '#domain/lead-advice.ts'
import { alikeFrom, kinFrom, likeness, type Promised } from '#domain/look-alike.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { type Candidate, findCandidates } from '#store/look-alikes.ts'
import { findRow } from '#store/rows.ts'

const alikeAtMost = 5

type Asked = { id: string; asOf?: string | undefined }

export async function adviseOnProposal(context: Context, { id, asOf }: Asked) {
  const proposal = await findRow(context.system.db, scopeOf(context), 'proposal', id, asOf ?? null)
  const { wording, statement, commitment } = proposal
  const found = await weighed(context, { wording, read: statement }, commitment, asOf)
  const { units } = await directoryOf(context, asOf)
  const kin = found.filter(({ like }) => like.kinship >= kinFrom)
  const precedents = kin.flatMap(({ candidate }) => precedentIn(candidate))
  return {
    alike: alikeAmong(found),
    leads: adviseLead(statement, units, precedents),
    supporting: adviseSupporting(statement, units),
  }
}

/** Other commitments that were adopted apart from this one and may be the same; a part of one is compared with none. */
export async function listLookAlikes(context: Context, { id, asOf }: Asked) {
  const { db } = context.system
  const { wording, mentions, parent } = await findRow(db, scopeOf(context), 'commitment', id, asOf ?? null)
  const first = mentions[0]
  if (!first || parent !== null) return []
  const { statement } = await findRow(db, scopeOf(context), 'proposal', first.proposal, asOf ?? null)
  return alikeAmong(await weighed(context, { wording, read: statement }, id, asOf))
}

type Weighed = { candidate: Candidate; like: ReturnType<typeof likeness> }

/** The most alike first, but for one that is known to be the same. */
async function weighed(
  context: Context,
  promised: Promised & { wording: { title: string } },
  except: string | null,
  asOf: string | undefined,
): Promise<Weighed[]> {
  const found = await findCandidates(context.system.db, scopeOf(context), promised.wording.title, asOf ?? null)
  return found
    .filter((candidate) => candidate.id !== except)
    .map((candidate) => ({ candidate, like: likeness(promised, candidate) }))
    .toSorted((a, b) => b.like.score - a.like.score || b.like.kinship - a.like.kinship)
}

function alikeAmong(found: readonly Weighed[]) {
  return found
    .filter(
      ({ candidate, like }) => like.score >= alikeFrom && candidate.closure === 'open' && candidate.parent === null,
    )
    .slice(0, alikeAtMost)
    .map(({ candidate: { read: _, closure: __, parent: ___, ...commitment }, like }) => ({ ...commitment, ...like }))
}

function precedentIn({ lead, number, document, ordinal }: Candidate): Precedent[] {
  return lead === null ? [] : [{ lead, number, document: document.title, ordinal }]
}
