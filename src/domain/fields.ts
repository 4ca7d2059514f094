// The small shapes that several nouns share: ids, calendar days, moments.

import { z } from 'zod'

/** Small letters, as PostgreSQL writes them: one thing has one id, however it was typed. */
export const Id = z.uuid().toLowerCase()
/** No office looks beyond these years; a date outside of them is a slip of the keyboard. */
const years = /^(19|20|21)\d\d-/
export const Day = z.iso.date().regex(years, 'a day of the years 1900 to 2199')
/** A moment with its zone offset, as the journal writes it: 2026-03-05T08:00:00.000Z. */
export const Moment = z.iso
  .datetime({ offset: true })
  .regex(years, 'a moment of the years 1900 to 2199')
  .regex(/(Z|[+-](0\d|1[0-4]):\d\d)$/, 'an offset that is in use on Earth')
export const isDay = (day: unknown): day is string => Day.safeParse(day).success
export const Words = z.string().trim().min(1).max(500)
export const LongWords = z.string().trim().min(1).max(10_000)
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Every stored noun has these two; `version` counts the events behind it. */
export const Row = z.object({ id: Id, version: z.int().nonnegative() })
