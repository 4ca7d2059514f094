// A saved view of the 督办 table: one person's filter, sort and columns under a name.

import { z } from 'zod'
import { Id, Row, Words } from '#domain/fields.ts'

export const View = Row.extend({
  owner: Id,
  name: Words,
  query: z.record(z.string(), z.unknown()),
  dropped: z.boolean(),
})
export type View = z.infer<typeof View>
