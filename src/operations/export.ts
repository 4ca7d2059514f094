// The 督办 table as an Excel ledger: exactly what the filter shows, in the table's order, names instead of ids.

import type { Outgoing } from '#contract/entry.ts'
import type { CommitmentRow, Filter } from '#contract/overview.ts'
import type { Lit } from '#domain/light.ts'
import type { Directory } from '#domain/zone.ts'
import { mediaTypes } from '#operations/briefings.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { lightingAt } from '#operations/lighting.ts'
import type { LedgerRow } from '#papers/ledger-xlsx.ts'
import { stageWords } from '#papers/office-words.ts'
import { type RegisterSort, registerPage } from '#store/register.ts'

/** As many rows as a sheet can sensibly hold. */
const ledgerLimit = 100_000

type Asked = Filter & { asOf?: string | undefined; sort: RegisterSort; descending: boolean }

export async function exportCommitments(
  context: Context,
  { asOf, sort, descending, ...filter }: Asked,
): Promise<Outgoing> {
  const lighting = lightingAt(context, asOf)
  const page = { sort, descending, offset: 0, limit: ledgerLimit }
  const { rows } = await registerPage(context.system.db, scopeOf(context), lighting, filter, page)
  const directory = await directoryOf(context, asOf)
  const ledger = (rows as Found[]).map((row) => ledgerRow(row, directory, lighting.lit(row)))
  const { writeLedger } = await import('#papers/ledger-xlsx.ts')
  const zone = directory.zone.name
  const narrowed = Object.values(filter).some((value) => value !== undefined)
  const body = await writeLedger(ledger, {
    zone,
    title: `${zone}督办台账`,
    asOf: asOf ?? context.system.clock().toISOString(),
    filter: narrowed ? JSON.stringify(filter) : null,
  })
  return { name: `${zone}督办台账${lighting.today}.xlsx`, mediaType: mediaTypes.xlsx, body, bytes: body.byteLength }
}

type Found = CommitmentRow & {
  quote: string | null
  closedOn: string | null
  wording: { value2: number | null; value: number | null; unit: string | null }
}

function ledgerRow(row: Found, { units, posts }: Directory, { light, gapPoints }: Lit): LedgerRow {
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.shortName ?? null
  const postName = (id: string | null) => posts.find((post) => post.id === id)?.name ?? null
  const { number, title, percent, duty, source, wording, quote, closedOn } = row
  const { value, value2, unit } = wording
  return {
    ...{ number, title, percent, value, value2, unit, gapPoints, light, quote, closedOn },
    source: source?.title ?? null,
    sourceOn: source?.date ?? null,
    leader: postName(duty.leader),
    post: postName(duty.post),
    lead: unitName(duty.lead),
    supporting: duty.supporting.map((id) => unitName(id) ?? id),
    dueOn: duty.dueOn,
    latest: row.latest?.text ?? null,
    state: stageWords[row.stage],
    proof: duty.proof,
    urged: row.urgedCount,
  }
}
