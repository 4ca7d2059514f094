// The rows of the 督办 table, fetched in pages as they come into the window.

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { InputOf } from '#contract/contract.ts'
import type { CommitmentRow } from '#contract/overview.ts'
import { asked } from '#web/client.ts'
import { useQuestion } from '#web/hooks.ts'
import { at } from '#web/parts/supervise-address.ts'
import type { Look } from '#web/parts/supervise-look.ts'
import { pagesOf, type Stretch } from '#web/parts/supervise-window.ts'

export const pageSize = 200

export type Rows = {
  /** Null until the first answer. */
  total: number | null
  /** The server's day, or the day looked back to. */
  today: string
  /** Undefined while its page is on the way. */
  rowAt: (place: number) => CommitmentRow | undefined
  /** The rows are still those of the look before. */
  behind: boolean
  error: Error | null
  again: () => void
}

type Asked = Pick<Look, 'filter' | 'sort' | 'descending' | 'asOf'>

export function rowsInput(look: Asked): InputOf<'listCommitments'> {
  return { ...look.filter, sort: look.sort, descending: look.descending, ...at(look) }
}

/** The first page stays on the screen while the one of a new look is fetched; the others come as they are needed. */
export function useRows(look: Asked, stretch: Stretch): Rows {
  const input = rowsInput(look)
  const first = useQuestion('listCommitments', { ...input, offset: 0, limit: pageSize }, { keep: true })
  const behind = first.isPlaceholderData
  const offsets = behind ? [] : pagesOf(stretch, pageSize).filter((offset) => offset > 0)
  const later = useQueries({
    queries: offsets.map((offset) => ({
      ...asked('listCommitments', { ...input, offset, limit: pageSize }),
      staleTime: 60_000,
    })),
  })
  const pages = new Map([[0, first.data?.rows], ...offsets.map((offset, i) => [offset, later[i]?.data?.rows] as const)])
  const failed = [first, ...later].find(({ error }) => error)
  return {
    total: first.data?.total ?? null,
    today: first.data?.today ?? '',
    rowAt: (place) => pages.get(place - (place % pageSize))?.[place % pageSize],
    behind,
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
  }
}

/** All rows of a look, for printing; `onShare` gets 0 to 1. */
export function useAllRows(look: Asked): (onShare: (share: number) => void) => Promise<CommitmentRow[]> {
  const queries = useQueryClient()
  const input = useMemo(() => rowsInput(look), [look])
  return async (onShare) => {
    const rows: CommitmentRow[] = []
    for (let total = 1; rows.length < total; ) {
      const page = await queries.fetchQuery(asked('listCommitments', { ...input, offset: rows.length, limit: 500 }))
      if (page.rows.length === 0) break
      rows.push(...page.rows)
      total = page.total
      onShare(rows.length / total)
    }
    return rows
  }
}
