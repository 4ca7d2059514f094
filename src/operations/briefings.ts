// The month's briefing: composed from the commitments as known at a moment, issued frozen, written as Word or Excel.

import { refuse } from '#base/refusal.ts'
import type { Outgoing } from '#contract/entry.ts'
import { type Briefing, type BriefingContents, evolveBriefing } from '#domain/briefing.ts'
import { composeBriefing } from '#domain/briefing-compose.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { lightingAt } from '#operations/lighting.ts'
import { dayOf } from '#operations/moment.ts'
import { changedRow, record, untilFresh } from '#operations/record.ts'
import { allCommitments } from '#store/commitments.ts'
import { findRow } from '#store/rows.ts'
import { listBriefings } from '#store/work.ts'

type Asked = { month: string; asOf?: string | undefined }

/** Known then: the same moment gives the same briefing, whenever it is asked. */
export async function draftBriefing(context: Context, { month, asOf }: Asked): Promise<BriefingContents> {
  const { db } = context.system
  const lighting = lightingAt(context, asOf)
  const { zone, units, posts, people } = await directoryOf(context, asOf)
  const commitments = await allCommitments(db, scopeOf(context), lighting.asOf)
  const moment = asOf ?? context.system.clock().toISOString()
  return composeBriefing({
    ...{ zone, units, posts, people, commitments, month },
    asOf: moment,
    today: lighting.today,
    lit: lighting.lit,
  })
}

export async function issueBriefing(context: Context, asked: Asked): Promise<Briefing> {
  const { system, actor } = context
  const now = system.clock().toISOString()
  const asOf = asked.asOf ?? now
  if (Date.parse(asOf) > Date.parse(now))
    refuse('bad-input', { issues: [{ path: 'asOf', message: 'what will be known later cannot be issued' }] })
  const contents = await draftBriefing(context, { month: asked.month, asOf })
  return untilFresh(async () => {
    const [last] = await listBriefings(system.db, scopeOf(context), null)
    const id = system.newId()
    const briefing = { id, number: (last?.number ?? 0) + 1, contents, issuedBy: actor.person, issuedOn: dayOf(now) }
    const changed = changedRow('briefing', { id, version: 0 }, [{ kind: 'issued', briefing } as const], evolveBriefing)
    await record(context, 'issueBriefing', [changed])
    return changed.row
  })
}

export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type AskedFile = {
  id?: string | undefined
  month?: string | undefined
  format: 'docx' | 'xlsx'
  asOf?: string | undefined
}

export async function getBriefingFile(context: Context, { id, month, format, asOf }: AskedFile): Promise<Outgoing> {
  const issued = id ? await findRow(context.system.db, scopeOf(context), 'briefing', id, asOf ?? null) : null
  const wanted = month ?? dayOf(asOf ?? context.system.clock()).slice(0, 7)
  const contents = issued?.contents ?? (await draftBriefing(context, { month: wanted, asOf }))
  const body =
    format === 'docx'
      ? await writeDocx(contents, issued, await organOf(context, contents.asOf))
      : await writeXlsx(contents)
  const name = `${contents.zone}${contents.month}重点工作完成情况.${format}`
  return { name, mediaType: mediaTypes[format], body, bytes: body.byteLength }
}

/** The issuing organ as it was called then: the committee office by its full name, or the zone where there is none. */
export async function organOf(context: Context, asOf: string): Promise<string> {
  const { zone, units } = await directoryOf(context, asOf)
  const office = units.find((unit) => unit.kind === 'office')
  return office ? `${zone.name}${office.name.replace(/（.*）$/, '')}` : zone.name
}

// The document libraries are large: they are loaded by the first file that is asked for, not at start.
async function writeXlsx(contents: BriefingContents): Promise<Uint8Array> {
  const { writeBriefingLedger } = await import('#papers/ledger-xlsx.ts')
  return writeBriefingLedger(contents)
}

async function writeDocx(contents: BriefingContents, issued: Briefing | null, organ: string): Promise<Uint8Array> {
  const { writeBriefingDocx } = await import('#papers/briefing-docx.ts')
  const number = issued ? `${issued.issuedOn.slice(0, 4)}〕${issued.number}号` : null
  const head = {
    organ,
    number: number && `督查通报〔${number}`,
    signer: '',
    issuedOn: issued?.issuedOn ?? null,
  }
  return writeBriefingDocx(contents, head)
}
