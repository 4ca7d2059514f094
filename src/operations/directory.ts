// The zone's tree as an act or a question sees it.

import { refuse } from '#base/refusal.ts'
import type { Directory } from '#domain/zone.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { findDirectory } from '#store/directory.ts'

export async function directoryOf(context: Context, asOf?: string): Promise<Directory> {
  const { zone } = context.actor
  const found = await findDirectory(context.system.db, scopeOf(context), asOf ?? null)
  return found ?? refuse('not-found', { noun: 'zone', id: zone })
}
