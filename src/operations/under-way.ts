// Imports under way, by the ticket that their sender drew: where each has come, for the page that waits for it. Kept in this
// process only and forgotten when the import ends; nothing depends on it.

import type { Actor } from '#domain/actor.ts'
import type { ImportProgress } from '#domain/progress.ts'

export type UnderWay = Map<string, ImportProgress>

/** Only the sender sees the progress of an import. */
const keyOf = ({ zone, person }: Actor, ticket: string) => `${zone} ${person} ${ticket}`

export function progressOf(underWay: UnderWay, actor: Actor, ticket: string): ImportProgress | null {
  return underWay.get(keyOf(actor, ticket)) ?? null
}

/** Runs the work with a way to tell how far it has come, and forgets what was told when it ends, whatever the end. */
export async function withTicket<T>(
  underWay: UnderWay,
  actor: Actor,
  ticket: string | undefined,
  work: (tell: (progress: ImportProgress) => void) => Promise<T>,
): Promise<T> {
  if (ticket === undefined) return work(() => {})
  const key = keyOf(actor, ticket)
  try {
    return await work((progress) => void underWay.set(key, progress))
  } finally {
    underWay.delete(key)
  }
}
