// What the page of an entry has been answered, as its parts take it.

import type { OutputOf } from '#contract/contract.ts'
import type { Register } from '#domain/register.ts'

export type EntryPage = OutputOf<'getEntry'>

/** `asOf` null is now: only then can anything be done. */
export type EntryPartProps = { register: Register; page: EntryPage; asOf: string | null }
