// The filter row of the review list: kinds and states with their counts, the order, how many just-decided items linger.

import type { ReactNode } from 'react'
import type { StatementKind } from '#reading/statement.ts'
import { useWords } from '#web/language.ts'
import {
  allKinds,
  allStates,
  type Order,
  type ProposalState,
  type QueueFilter,
  toggled,
} from '#web/parts/review-queue.ts'
import { KindLetter } from '#web/parts/review-signs.tsx'

type Props = {
  filter: QueueFilter
  order: Order
  counts: { byKind: Record<StatementKind, number>; byState: Record<ProposalState, number> }
  kept: number
  onFilter: (filter: QueueFilter) => void
  onOrder: (order: Order) => void
  children: ReactNode
}

export function ReviewFilters({ filter, order, counts, kept, onFilter, onOrder, children }: Props) {
  const { review, nouns } = useWords()
  const { kinds, states } = filter
  return (
    <div className="review-filters">
      <Chips says={review.kindFilter}>
        {allKinds.map((kind) => (
          <Chip
            key={kind}
            on={kinds.includes(kind)}
            count={counts.byKind[kind]}
            onPress={() => onFilter({ ...filter, kinds: toggled(allKinds, kinds, kind) })}
          >
            <KindLetter kind={kind} /> <span aria-hidden="true">{nouns.kinds[kind]}</span>
          </Chip>
        ))}
      </Chips>
      <Chips says={review.stateFilter}>
        {allStates.map((state) => (
          <Chip
            key={state}
            on={states.includes(state)}
            count={counts.byState[state]}
            onPress={() => onFilter({ ...filter, states: toggled(allStates, states, state) })}
          >
            {review.states[state]}
          </Chip>
        ))}
      </Chips>
      <div className="review-tools">
        <Chips says={review.order}>
          {(['text', 'kind'] as const).map((one) => (
            <Chip key={one} on={order === one} onPress={() => onOrder(one)}>
              {one === 'text' ? review.byText : review.byKind}
            </Chip>
          ))}
        </Chips>
        {children}
        {kept > 0 && (
          <span className="soft">
            {review.kept(kept)}{' '}
            <button type="button" className="word-button" onClick={() => onFilter({ ...filter })}>
              {review.tidy}
            </button>
          </span>
        )}
      </div>
    </div>
  )
}

function Chips({ says, children }: { says: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a row with its neighbours
    <div className="review-chips" role="group" aria-label={says}>
      {children}
    </div>
  )
}

type ChipProps = { on: boolean; count?: number; onPress: () => void; children: ReactNode }

function Chip({ on, count, onPress, children }: ChipProps) {
  return (
    <button type="button" className="review-chip" aria-pressed={on} onClick={onPress}>
      {children}
      {count !== undefined && <span className="review-chip-count">{count}</span>}
    </button>
  )
}
