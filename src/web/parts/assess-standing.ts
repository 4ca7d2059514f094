// Where an entry can stand against a rule set, as the address of the page says it (`one-short` is among `not-eligible` too),
// and which sets a register is assessed against.

import type { Definition } from '#domain/register.ts'

export const standings = ['eligible', 'one-short', 'unknown', 'not-eligible'] as const
export type Standing = (typeof standings)[number]

/** Codes of the rule sets that rungs of the register name, in their order. */
export function ruleSetsOf({ ladders }: Pick<Definition, 'ladders'>): string[] {
  const rungs = ladders.flatMap(({ rungs }) => rungs.filter(({ retired }) => !retired))
  return [...new Set(rungs.flatMap(({ ruleSet }) => ruleSet ?? []))]
}
