// The answers a door gives before or beside the contract: signing in, an address that is not there, a foreign page.
// Like refusals they are a code with facts; their sentences stand in sentences.ts.

import type { Refusal } from '#base/refusal.ts'

export type TroubleFacts = {
  /** Also for user names that do not exist: the answer never says which of the two is wrong. */
  'wrong-sign-in': Record<string, never>
  'sign-in-locked': { minutes: number }
  'too-many-tries': { seconds: number }
  'wrong-password': Record<string, never>
  'same-password': Record<string, never>
  'weak-password': { least: number; most: number }
  'unknown-route': { path: string }
  'foreign-origin': { origin: string }
  'web-missing': Record<string, never>
  /** A defect: `request` is the number under which the server wrote it down. */
  unexpected: { request: string }
}

export type TroubleCode = keyof TroubleFacts
export type Trouble = { [C in TroubleCode]: { code: C; facts: TroubleFacts[C] } }[TroubleCode]

/** Everything a door can answer that is not the thing asked for. */
export type Said = Refusal | Trouble

export function trouble<C extends TroubleCode>(code: C, facts: TroubleFacts[C]): Trouble {
  return { code, facts } as Trouble
}
