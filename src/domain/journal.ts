// One line of the journal: what happened (`on`), when we knew (`at`), who acted from which post, and the event itself.

import { z } from 'zod'
import { Day, Id, Moment } from '#domain/fields.ts'

export const JournalLine = z.object({
  seq: z.int(),
  at: Moment,
  on: Day,
  actor: Id,
  actorName: z.string().nullable(),
  post: Id.nullable(),
  act: z.string(),
  noun: z.string(),
  id: Id,
  version: z.int(),
  data: z.record(z.string(), z.unknown()),
})
export type JournalLine = z.infer<typeof JournalLine>
