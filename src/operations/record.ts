// The second half of every act: events become the next state (the answer), and both are saved in one statement.

import { Refused, refuse } from '#base/refusal.ts'
import { contract, type EntryName } from '#contract/contract.ts'
import { actingPost } from '#domain/actor.ts'
import type { Decision } from '#domain/decision.ts'
import { type Entry, type EntryEvent, evolveEntry } from '#domain/entry.ts'
import type { Register } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayOf } from '#operations/moment.ts'
import type { AnyRow, Noun, RowOf } from '#store/nouns.ts'
import { shelfOf } from '#store/registers.ts'
import { type Around, type Changed, save } from '#store/save.ts'

/** The events of a decision, or its refusal thrown to the door. */
export function decided<E>(decision: Decision<E>): E[] {
  if ('refused' in decision) throw new Refused(decision.refused)
  return decision.events
}

/** The caller decided on this version; refuse when the row has moved on. */
export function expectVersion(noun: Noun | 'entry', row: { id: string; version: number }, version: number): void {
  if (row.version !== version) refuse('stale', { noun, id: row.id })
}

export type Fresh = { id: string; version: 0 }

export function changedRow<N extends Noun, E extends { kind: string }>(
  noun: N,
  before: RowOf<N> | Fresh,
  events: readonly E[],
  evolve: (row: RowOf<N>, event: E) => RowOf<N>,
): ChangedNoun & { row: RowOf<N> } {
  const row = events.reduce(evolve, before as RowOf<N>)
  return { noun, before: before.version, row: row as RowOf<N> & AnyRow, events }
}

type ChangedNoun = Extract<Changed, { shelf?: undefined }>

/** An entry after its events, as its register's table holds it. */
export function changedEntry(register: Register, before: Entry | Fresh, events: readonly EntryEvent[]) {
  const row = events.reduce(evolveEntry, before as Entry)
  return { noun: 'entry' as const, shelf: shelfOf(register), before: before.version, row, events }
}

const triesAtMost = 50

/**
 * For acts that only want what nobody has yet, such as the next number: when others were faster they are decided anew.
 * Each round somebody gets through, so that this ends. `still` refuses, before another try, what has itself moved on.
 */
export async function untilFresh<T>(act: () => Promise<T>, still?: () => Promise<unknown>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      const stale = error instanceof Refused && error.refusal.code === 'stale'
      if (!stale || tries === triesAtMost) throw error
      await still?.()
    }
  }
}

/** Save what the act changed. `on` is when it happened, today unless said. */
export async function record(
  context: Context,
  act: EntryName,
  changed: readonly Changed[],
  on?: string | undefined,
  around?: Around,
): Promise<void> {
  const { system, actor } = context
  const now = system.clock()
  const post = actingPost(actor, contract[act].may)
  const at = now.toISOString()
  const told = { name: act, actor: actor.person, post, on: on ?? dayOf(now), at }
  await save(system.db, scopeOf(context), told, changed, around)
}
