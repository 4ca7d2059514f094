// Files kept with an entry, as proofs for its gates.

import { Refused, refuse } from '#base/refusal.ts'
import type { Incoming } from '#contract/entry.ts'
import { outsideReach } from '#domain/entry-change.ts'
import { evolveEntryFile } from '#domain/entry-file.ts'
import { findSecrecyMark } from '#domain/secrecy.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayOf } from '#operations/moment.ts'
import { changedRow, record } from '#operations/record.ts'
import { findEntry } from '#store/entries.ts'
import { findRegister, findRegisterById } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'

const fileLimit = 50 * 1024 * 1024

type Upload = {
  register: string
  id: string
  name: string
  proves: string
  mediaType: string
  sha256?: string | undefined
}

/** Looked at before and after: a file of 50 MB can take minutes, in which an entry is removed or passes on. */
async function uploadEntryFile(context: Context, asked: Upload, incoming: Incoming) {
  const { system, actor } = context
  const { name, proves, mediaType, sha256 } = asked
  await whoFiles(context, asked)
  const secret = findSecrecyMark(name)
  if (secret) refuse('secrecy-mark', secret)
  const kept = await system.files.keep(actor.zone, incoming, fileLimit, sha256)
  const { register, entry } = await whoFiles(context, asked)
  const id = system.newId()
  const filed = { filedBy: actor.person, filedOn: dayOf(system.clock()), units: entry.units }
  const file = { id, register: register.id, entry: entry.id, proves, file: { ...kept, name, mediaType }, ...filed }
  const changed = changedRow('entry_file', { id, version: 0 }, [{ kind: 'filed', file } as const], evolveEntryFile)
  await record(context, 'uploadEntryFile', [changed])
  return changed.row
}

async function whoFiles(context: Context, asked: { register: string; id: string }) {
  const { db } = context.system
  const register = await findRegister(db, scopeOf(context), asked.register, null)
  const entry = await findEntry(db, scopeOf(context), register, asked.id, null)
  if (entry.removed) refuse('entry-removed', { id: entry.id })
  const outside = outsideReach(register.definition, entry.values, context.actor)
  if (outside) throw new Refused(outside.refused)
  return { register, entry }
}

export const entryFileHandlers = {
  uploadEntryFile,
  getEntryFile: async (context, { id, asOf }) => {
    const { system, actor } = context
    const { register: of, entry, file } = await findRow(system.db, scopeOf(context), 'entry_file', id, asOf ?? null)
    const register = await findRegisterById(system.db, scopeOf(context), of)
    await findEntry(system.db, scopeOf(context), register, entry, null) // out of reach: not found
    const body = system.files.read(actor.zone, file.sha256)
    return { name: file.name, mediaType: file.mediaType, body, bytes: file.bytes }
  },
} satisfies Partial<Handlers>
