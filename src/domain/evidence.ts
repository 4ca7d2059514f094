// A piece of evidence: a stored file and what it is said to prove. Reports point to it, so it can serve more than one.

import { z } from 'zod'
import { Day, Id, Row, Sha256, Words } from '#domain/fields.ts'

export const StoredFile = z.object({
  sha256: Sha256,
  name: z.string().min(1).max(255),
  mediaType: z.string().max(200),
  bytes: z.int().nonnegative(),
})
export type StoredFile = z.infer<typeof StoredFile>

export const Evidence = Row.extend({
  commitment: Id,
  file: StoredFile,
  /** One of the kinds the commitment declares as its proof, or a free word. */
  proves: Words,
  filedBy: Id,
  filedOn: Day,
  /** Those of the commitment when it was filed. Whoever may see the commitment now may see it (db/0003). */
  units: z.array(Id),
})
export type Evidence = z.infer<typeof Evidence>

export type EvidenceEvent = { kind: 'filed'; evidence: Omit<Evidence, 'version'> }

export function evolveEvidence(_: Evidence | null, event: EvidenceEvent): Evidence {
  return { ...event.evidence, version: 1 }
}
