// What every decision answers: the events that follow from an act, or the refusal with its facts.

import type { Refusal, RefusalCode, RefusalFacts } from '#base/refusal.ts'

export type Decision<E> = { events: E[] } | { refused: Refusal }

export function happens<E>(...events: E[]): Decision<E> {
  return { events }
}

export function no<C extends RefusalCode>(code: C, facts: RefusalFacts[C]): { refused: Refusal } {
  return { refused: { code, facts } as Refusal }
}
