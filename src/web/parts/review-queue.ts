// Which proposals the list shows, in which order, and where the selection goes next. Pure; proposals come in text order.

import type { Proposal } from '#domain/proposal.ts'
import type { StatementKind } from '#reading/statement.ts'

export type ProposalState = Proposal['state']
export type QueueFilter = { readonly kinds: readonly StatementKind[]; readonly states: readonly ProposalState[] }
export type Order = 'text' | 'kind'

export const allKinds: readonly StatementKind[] = ['target', 'task', 'requirement', 'fact', 'roster']
export const allStates: readonly ProposalState[] = ['proposed', 'adopted', 'merged', 'rejected']

/** What an officer decides on first; facts and rosters are background until asked for. */
export const firstFilter: QueueFilter = { kinds: ['target', 'task', 'requirement'], states: ['proposed'] }

/** A line of the list: a proposal, or the head of a kind when the list is grouped. */
export type Line = { is: 'item'; proposal: Proposal } | { is: 'head'; kind: StatementKind; count: number }

export function matches({ wording, state }: Proposal, { kinds, states }: QueueFilter): boolean {
  return kinds.includes(wording.kind) && states.includes(state)
}

/** Those that match; `kept` stay in sight although they no longer match, because they were just decided on. */
export function shown(proposals: readonly Proposal[], filter: QueueFilter, kept: ReadonlySet<string>): Proposal[] {
  return proposals.filter((proposal) => kept.has(proposal.id) || matches(proposal, filter))
}

export function linesOf(items: readonly Proposal[], order: Order): Line[] {
  const item = (proposal: Proposal): Line => ({ is: 'item', proposal })
  if (order === 'text') return items.map(item)
  return allKinds.flatMap((kind) => {
    const group = items.filter((proposal) => proposal.wording.kind === kind)
    return group.length === 0 ? [] : [{ is: 'head' as const, kind, count: group.length }, ...group.map(item)]
  })
}

/** How many there would be of each kind under the chosen states, and of each state under the chosen kinds. */
export function countsOf(proposals: readonly Proposal[], { kinds, states }: QueueFilter) {
  const byKind: Record<StatementKind, number> = { target: 0, task: 0, requirement: 0, fact: 0, roster: 0 }
  const byState: Record<ProposalState, number> = { proposed: 0, adopted: 0, merged: 0, rejected: 0 }
  for (const { wording, state } of proposals) {
    if (states.includes(state)) byKind[wording.kind]++
    if (kinds.includes(wording.kind)) byState[state]++
  }
  return { byKind, byState }
}

/** The value put in when it is not there, taken out when it is; the order of `all` is kept, and one always stays. */
export function toggled<V>(all: readonly V[], chosen: readonly V[], value: V): V[] {
  const next = all.filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)))
  return next.length === 0 ? [...chosen] : next
}

/** The item `step` places on, staying at the ends; the first when nothing is selected. */
export function neighbour(items: readonly Proposal[], id: string | null, step: 1 | -1): string | null {
  const at = items.findIndex((proposal) => proposal.id === id)
  if (at === -1) return items[0]?.id ?? null
  return items[Math.min(Math.max(at + step, 0), items.length - 1)]!.id
}

/** The next undecided after `id`, from the top again after the last; null when none is left besides `id` itself. */
export function nextUndecided(items: readonly Proposal[], id: string | null): string | null {
  const at = items.findIndex((proposal) => proposal.id === id)
  const around = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))]
  return around.find(({ state }) => state === 'proposed')?.id ?? null
}

/** The nearest item before `id` in the text that became or joined a commitment: what "the previous item" means. */
export function previousCommitment(proposals: readonly Proposal[], id: string): Proposal | null {
  const at = proposals.findIndex((proposal) => proposal.id === id)
  return proposals.slice(0, Math.max(at, 0)).findLast(({ commitment }) => commitment !== null) ?? null
}
