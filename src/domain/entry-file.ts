// A file kept with an entry, and what it is said to prove: gates look for it by that word.

import { z } from 'zod'
import { StoredFile } from '#domain/evidence.ts'
import { Day, Id, Row, Words } from '#domain/fields.ts'

export const EntryFile = Row.extend({
  register: Id,
  entry: Id,
  file: StoredFile,
  proves: Words,
  filedBy: Id,
  filedOn: Day,
  units: z.array(Id),
})
export type EntryFile = z.infer<typeof EntryFile>

export type EntryFileEvent = { kind: 'filed'; file: Omit<EntryFile, 'version'> }

export function evolveEntryFile(_: unknown, event: EntryFileEvent): EntryFile {
  return { ...event.file, version: 1 }
}
