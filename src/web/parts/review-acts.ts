// Deciding on proposals: shown at once, taken back with a sentence when the server says no. The document, which may be
// megabytes of text, is not asked for again after each decision: the answer replaces its proposal in the cache.

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Duty } from '#domain/commitment.ts'
import type { Proposal, Wording } from '#domain/proposal.ts'
import { asked, CallRefused, call } from '#web/client.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { spoken } from '#web/parts/spoken.ts'

export type Choice =
  | { act: 'adopt'; wording?: Partial<Wording>; duty?: Partial<Duty> }
  | { act: 'merge'; into: string }
  | { act: 'reject'; reason?: string }
  | { act: 'reconsider' }
  | { act: 'reword'; wording: Partial<Wording> }

export type Decisions = {
  /** The proposals as they will be once everything under way has gone well. */
  proposals: readonly Proposal[]
  pending: ReadonlyMap<string, Choice>
  /** Errors of decisions that were taken back, by proposal; gone once the proposal has changed. */
  troubles: ReadonlyMap<string, unknown>
  /** Numbers of commitments learned from answers, by id. */
  numbers: ReadonlyMap<string, string>
  /** The last thing that went well, for reading aloud. */
  said: string
  /** True when the server said yes. */
  decide: (proposal: Proposal, choice: Choice) => Promise<boolean>
}

export function useDecisions(document: string, stored: readonly Proposal[]): Decisions {
  const [pending, change] = useEntries<Choice>()
  const [failures, changeFailures] = useEntries<{ error: unknown; version: number }>()
  const [numbers, changeNumbers] = useEntries<string>()
  const [said, say] = useState('')
  const cache = useReviewCache(document)
  const { review } = useWords()
  const failed = useFailure()
  const underWay = useRef(new Set<string>())

  const decide = useCallback(
    async (proposal: Proposal, choice: Choice) => {
      const { id } = proposal
      if (underWay.current.has(id)) return false
      underWay.current.add(id)
      change(id, choice)
      changeFailures(id, undefined)
      try {
        const { proposal: decided, commitment } = await send(proposal, choice)
        cache.replace(decided)
        if (commitment) changeNumbers(commitment.id, commitment.number)
        say(review.said[choice.act](commitment?.number ?? ''))
        return true
      } catch (error) {
        changeFailures(id, { error, version: proposal.version })
        failed(proposal, error)
        if (error instanceof CallRefused) cache.askAgain()
        return false
      } finally {
        underWay.current.delete(id)
        change(id, undefined)
      }
    },
    [cache, change, changeNumbers, changeFailures, failed, review],
  )
  const proposals = useMemo(() => stored.map((proposal) => foreseen(proposal, pending)), [stored, pending])
  const troubles = useMemo(() => standing(failures, stored), [failures, stored])
  return { proposals, pending, troubles, numbers, said, decide }
}

const stateAfter: Record<Choice['act'], Proposal['state']> = {
  adopt: 'adopted',
  merge: 'merged',
  reject: 'rejected',
  reconsider: 'proposed',
  reword: 'proposed',
}

function foreseen(proposal: Proposal, pending: ReadonlyMap<string, Choice>): Proposal {
  const choice = pending.get(proposal.id)
  if (!choice) return proposal
  const wording = 'wording' in choice ? { ...proposal.wording, ...choice.wording } : proposal.wording
  return { ...proposal, wording, state: stateAfter[choice.act] }
}

/** Failures of proposals that are still as they were when it failed. */
function standing(failures: ReadonlyMap<string, { error: unknown; version: number }>, stored: readonly Proposal[]) {
  const troubles = new Map<string, unknown>()
  if (failures.size === 0) return troubles
  for (const { id, version } of stored) {
    const failure = failures.get(id)
    if (failure?.version === version) troubles.set(id, failure.error)
  }
  return troubles
}

type Answer = { proposal: Proposal; commitment?: OutputOf<'adoptProposal'>['commitment'] }

async function send({ id, version }: Proposal, choice: Choice): Promise<Answer> {
  const one = { id, version }
  switch (choice.act) {
    case 'adopt': {
      const { wording, duty } = choice
      return call('adoptProposal', { ...one, ...(wording && { wording }), ...(duty && { duty }) })
    }
    case 'merge':
      return call('mergeProposal', { ...one, into: choice.into })
    case 'reject':
      return { proposal: await call('rejectProposal', { ...one, ...(choice.reason && { reason: choice.reason }) }) }
    case 'reconsider':
      return { proposal: await call('reconsiderProposal', one) }
    case 'reword':
      return { proposal: await call('rewordProposal', { ...one, wording: choice.wording }) }
  }
}

/** The document in the cache; everything else is asked again once the hand rests for a moment. */
function useReviewCache(document: string) {
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useMemo(() => {
    const { queryKey } = asked('getDocument', { id: document })
    const others = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => name !== 'getDocument'
    const replace = (decided: Proposal) => {
      queries.setQueryData<OutputOf<'getDocument'>>(queryKey, (old) => old && withProposal(old, decided))
      void queries.invalidateQueries({ predicate: others, refetchType: 'none' })
      clearTimeout(timer.current)
      timer.current = setTimeout(
        () => void queries.refetchQueries({ predicate: others, type: 'active', stale: true }),
        1500,
      )
    }
    return { replace, askAgain: () => void queries.invalidateQueries({ queryKey }) }
  }, [queries, document])
}

function withProposal(old: OutputOf<'getDocument'>, decided: Proposal): OutputOf<'getDocument'> {
  return { ...old, proposals: old.proposals.map((proposal) => (proposal.id === decided.id ? decided : proposal)) }
}

/** Says which item is as it was before, and why. */
function useFailure(): (proposal: Proposal, error: unknown) => void {
  const { message } = App.useApp()
  const words = useWords()
  const language = useLanguage()
  return useCallback(
    ({ wording: { title } }, error) => {
      const { restored, overtaken } = words.review
      const late = error instanceof CallRefused && ['stale', 'already-decided'].includes(error.refusal.code)
      void message.error(late ? overtaken(title) : `${restored(title)} ${spoken(error, words, language)}`, 8)
    },
    [message, words, language],
  )
}

/** A map in state; undefined takes an entry out. */
function useEntries<V>() {
  const [entries, set] = useState<ReadonlyMap<string, V>>(new Map())
  const change = useCallback((key: string, value: V | undefined) => {
    set((old) => {
      if (value === undefined && !old.has(key)) return old
      const next = new Map(old)
      if (value === undefined) next.delete(key)
      else next.set(key, value)
      return next
    })
  }, [])
  return [entries, change] as const
}
