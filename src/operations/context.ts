// What a handler works with, and the type that lists every handler there has to be.

import type { EntryName, OutputOf, ParsedOf } from '#contract/contract.ts'
import type { Incoming } from '#contract/entry.ts'
import type { Actor } from '#domain/actor.ts'
import type { ImportProgress } from '#domain/progress.ts'
import type { Accounts } from '#operations/accounts.ts'
import type { System } from '#operations/system.ts'
import type { Scope } from '#store/database.ts'

export type Context = {
  readonly system: System
  readonly accounts: Accounts
  readonly actor: Actor
  /** For a door that shows how far a long act has come as it goes on. */
  readonly onProgress?: (progress: ImportProgress) => void
}

/** One function per contract entry; leaving one out does not compile. */
export type Handlers = {
  [N in EntryName]: (context: Context, input: ParsedOf<N>, incoming: Incoming) => Promise<OutputOf<N>>
}

export function scopeOf({ actor }: Context): Scope {
  return { zone: actor.zone, units: actor.reach }
}
