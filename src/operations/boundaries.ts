// Boundary files: checked as they come in, kept by their hash, replaced as a new version of the one of their kind.

import { refuse } from '#base/refusal.ts'
import type { Incoming } from '#contract/entry.ts'
import {
  type Boundary,
  type BoundaryEvent,
  type BoundaryKind,
  decideWithdrawBoundary,
  evolveBoundary,
} from '#domain/boundary.ts'
import { readAreas } from '#domain/boundary-areas.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayOf } from '#operations/moment.ts'
import { changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { findBoundaryOf, listBoundaries } from '#store/boundaries.ts'
import { collect } from '#store/files.ts'
import { findRow } from '#store/rows.ts'

const limitBytes = 10 * 1024 * 1024

export type Laid = { kind: BoundaryKind; source: string; sample: boolean }

const evolve = evolveBoundary as (row: Boundary, event: BoundaryEvent) => Boundary

async function layBoundary(context: Context, asked: Laid & { version?: number | undefined }, incoming: Incoming) {
  const bytes = await collect(incoming, limitBytes)
  const before = await findBoundaryOf(context.system.db, scopeOf(context), asked.kind)
  const inForce = before && !before.withdrawn ? before.version : undefined
  if (inForce !== asked.version) refuse('stale', { noun: 'boundary', id: before?.id ?? asked.kind })
  const changed = await laid(context, asked, parsed(bytes), before)
  await record(context, 'layBoundary', [changed])
  return changed.row
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('boundary-broken', { at: '', why: 'not-geojson' })
  }
}

/** The row of a boundary file whose areas are kept; `given` is parsed JSON. Refuses 'boundary-broken'. */
export async function laid(context: Context, { kind, source, sample }: Laid, given: unknown, before: Boundary | null) {
  const { system, actor } = context
  const read = readAreas(given)
  if ('why' in read) return refuse('boundary-broken', read)
  const { areas, box } = read
  const kept = new TextEncoder().encode(JSON.stringify(areas))
  const file = await system.files.keep(actor.zone, once(kept), Number.POSITIVE_INFINITY)
  const id = before?.id ?? system.newId()
  const told = { by: actor.person, on: dayOf(system.clock()) }
  const boundary = { id, kind, source, sample, file, areas: areas.features.length, box, ...told }
  return changedRow('boundary', before ?? { id, version: 0 }, [{ kind: 'laid', boundary } as const], evolve)
}

async function* once(bytes: Uint8Array): Incoming {
  yield bytes
}

export const boundaryHandlers = {
  listBoundaries: async (context, { asOf }) =>
    (await listBoundaries(context.system.db, scopeOf(context), asOf ?? null)).filter(({ withdrawn }) => !withdrawn),
  layBoundary,
  withdrawBoundary: async (context, { id, version }) => {
    const { system, actor } = context
    const boundary = await findRow(system.db, scopeOf(context), 'boundary', id)
    expectVersion('boundary', boundary, version)
    const events = decided(decideWithdrawBoundary(boundary, actor.person, dayOf(system.clock())))
    const changed = changedRow('boundary', boundary, events, evolve)
    await record(context, 'withdrawBoundary', [changed])
    return changed.row
  },
  getBoundary: async (context, { id, asOf }) => {
    const { system, actor } = context
    const { kind, file } = await findRow(system.db, scopeOf(context), 'boundary', id, asOf ?? null)
    const body = system.files.read(actor.zone, file.sha256)
    return { name: `${kind}.geojson`, mediaType: 'application/geo+json', body, bytes: file.bytes }
  },
} satisfies Partial<Handlers>
