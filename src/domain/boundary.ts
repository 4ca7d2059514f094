// A boundary file of the zone: its outline, its towns or its parcels, as areas with names. One of each kind is in force; the
// file itself lies by its hash, so that every earlier map can be drawn again.

import { z } from 'zod'
import { type Decision, happens, no } from '#domain/decision.ts'
import { Day, Id, Row, Sha256, Words } from '#domain/fields.ts'

export const BoundaryKind = z.enum(['outline', 'towns', 'parcels'])
export type BoundaryKind = z.infer<typeof BoundaryKind>

/** West, south, east, north in degrees. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

export const Boundary = Row.extend({
  kind: BoundaryKind,
  /** Who drew it, from what, as of when. */
  source: Words,
  /** Made up: the map says so (示意). */
  sample: z.boolean(),
  /** As it is kept: areas and names only. */
  file: z.object({ sha256: Sha256, bytes: z.int().nonnegative() }),
  areas: z.int().positive(),
  box: Box,
  by: Id,
  on: Day,
  withdrawn: z.boolean(),
})
export type Boundary = z.infer<typeof Boundary>

export type BoundaryEvent =
  | { kind: 'laid'; boundary: Omit<Boundary, 'version' | 'withdrawn'> }
  | { kind: 'withdrawn'; by: string; on: string }

export function evolveBoundary(before: Pick<Boundary, 'id' | 'version'>, event: BoundaryEvent): Boundary {
  const version = before.version + 1
  if (event.kind === 'laid') return { ...event.boundary, version, withdrawn: false }
  return { ...(before as Boundary), by: event.by, on: event.on, version, withdrawn: true }
}

export function decideWithdrawBoundary(boundary: Boundary, by: string, on: string): Decision<BoundaryEvent> {
  return boundary.withdrawn
    ? no('wrong-stage', { stage: 'withdrawn', needs: ['in-force'] })
    : happens({ kind: 'withdrawn', by, on })
}
