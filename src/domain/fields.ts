// The small shapes that several nouns share: ids, calendar days, moments.

import { z } from 'zod'

export const Id = z.uuid()
export const Day = z.iso.date()
/** A moment with its zone offset, as the journal writes it: 2026-03-05T08:00:00.000Z. */
export const Moment = z.iso.datetime({ offset: true })
export const Words = z.string().trim().min(1).max(500)
export const LongWords = z.string().trim().min(1).max(10_000)
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Every stored noun has these two; `version` counts the events behind it. */
export const Row = z.object({ id: Id, version: z.int().nonnegative() })
