// A saved view of the 督办 table: one person's filter, sort and columns under a name.

import { z } from 'zod'
import { Id, Row, Words } from '#domain/fields.ts'

/** Characters of JSON: every filter of the table with hundreds of units in it. */
const longest = 50_000

export const View = Row.extend({
  owner: Id,
  name: Words,
  query: z.record(z.string(), z.unknown()).refine((query) => JSON.stringify(query).length <= longest, 'is too long'),
  dropped: z.boolean(),
})
export type View = z.infer<typeof View>
