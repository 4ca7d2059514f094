// What the review page remembers beside the proposals: the selection, the filter, the open form, the duty being filled in.

import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Proposal, Wording } from '#domain/proposal.ts'
import type { Choice, Decisions } from '#web/parts/review-acts.ts'
import type { CardForm } from '#web/parts/review-card.tsx'
import { type DutyDraft, dutyFrom, firstDuty } from '#web/parts/review-duty-draft.ts'
import {
  allKinds,
  allStates,
  countsOf,
  firstFilter,
  linesOf,
  neighbour,
  nextUndecided,
  type Order,
  previousCommitment,
  type QueueFilter,
  shown,
  toggled,
} from '#web/parts/review-queue.ts'
import type { Stretch } from '#web/parts/review-text.tsx'

export type Desk = ReturnType<typeof useDesk>

/** The desk an officer works at; whoever only reads sees every state. `asked` is the proposal named in the address. */
export function useDesk({ proposals, decide }: Decisions, asked: string | null, deciding: boolean) {
  const queue = useQueue(proposals, asked, deciding ? firstFilter : { ...firstFilter, states: allStates })
  const [chosen, choose] = useState<string | null>(asked)
  const [form, setForm] = useState<CardForm>(null)
  const [part, setPart] = useState<Stretch | null>(null)
  const [duties, setDuties] = useState<ReadonlyMap<string, DutyDraft>>(new Map())
  const byId = useMemo(() => new Map(proposals.map((proposal) => [proposal.id, proposal])), [proposals])
  const selected = (chosen !== null && byId.get(chosen)) || queue.first
  const id = selected?.id ?? null
  useAddress(id)

  const select = useCallback((next: string | null) => {
    choose(next)
    setForm(null)
    setPart(null)
  }, [])
  const selectAnywhere = useCallback(
    (next: string) => {
      queue.keep(next)
      select(next)
    },
    [queue.keep, select],
  )
  const duty = selected ? (duties.get(selected.id) ?? firstDuty(selected)) : null
  const setDuty = (next: DutyDraft) => setDuties((old) => new Map(old).set(id!, next))

  const decideOn = (choice: Choice) => {
    if (!selected) return
    queue.keep(selected.id)
    void decide(selected, choice)
    setForm(null)
    if (choice.act === 'reconsider' || choice.act === 'reword') return
    select(nextUndecided(queue.items, selected.id) ?? selected.id)
  }
  const adopt = (wording?: Partial<Wording>) => {
    if (!selected || !duty) return
    const from = dutyFrom(duty, wording ? { ...selected, wording: { ...selected.wording, ...wording } } : selected)
    const changed = wording && Object.keys(wording).length > 0
    decideOn({ act: 'adopt', ...(changed && { wording }), ...(from && { duty: from }) })
  }
  return {
    ...queue,
    ...{ selected, id, form, setForm, part, setPart, duty, setDuty, adopt, decideOn, select, selectAnywhere },
    previous: selected ? previousCommitment(proposals, selected.id) : null,
    move: (step: 1 | -1) => select(neighbour(queue.items, id, step)),
    toUndecided: () => select(nextUndecided(queue.items, id) ?? id),
  }
}

/** The list under its filter. Items decided on, or picked in the text, stay in it until the filter is set again. */
function useQueue(proposals: readonly Proposal[], asked: string | null, first: QueueFilter) {
  const [filter, set] = useState(first)
  const [order, setOrder] = useState<Order>('text')
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(asked ? [asked] : []))
  const items = useMemo(() => shown(proposals, filter, kept), [proposals, filter, kept])
  const lines = useMemo(() => linesOf(items, order), [items, order])
  const inOrder = useMemo(() => lines.flatMap((line) => (line.is === 'item' ? [line.proposal] : [])), [lines])
  const keep = useCallback((id: string) => setKept((old) => (old.has(id) ? old : new Set(old).add(id))), [])
  const setFilter = (next: QueueFilter) => {
    set(next)
    setKept(new Set())
  }
  const onlyUndecided = filter.states.length === 1 && filter.states[0] === 'proposed'
  return {
    ...{ filter, setFilter, order, setOrder, lines, items: inOrder, keep },
    inList: useMemo(() => new Set(items.map(({ id }) => id)), [items]),
    counts: useMemo(() => countsOf(proposals, filter), [proposals, filter]),
    kept: items.filter(({ wording, state }) => !filter.kinds.includes(wording.kind) || !filter.states.includes(state))
      .length,
    first: inOrder[0] ?? null,
    toggleKind: (place: number) => setFilter({ ...filter, kinds: toggled(allKinds, filter.kinds, allKinds[place]!) }),
    showAllKinds: () => setFilter({ ...filter, kinds: allKinds }),
    toggleStates: () => setFilter({ ...filter, states: onlyUndecided ? allStates : ['proposed'] }),
    toggleOrder: () => setOrder(order === 'text' ? 'kind' : 'text'),
  }
}

/** The address names the selected proposal, so that it can be sent to a colleague; written when the hand rests. */
function useAddress(id: string | null): void {
  const navigate = useNavigate({ from: '/documents/$id' })
  useEffect(() => {
    if (id === null) return
    const timer = setTimeout(() => {
      void navigate({ search: { proposal: id }, replace: true, resetScroll: false })
    }, 600)
    return () => clearTimeout(timer)
  }, [id, navigate])
}
