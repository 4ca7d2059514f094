// The rows of a Gantt chart, page after page as the reader comes to the end; for the printer all of them.

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { InputOf, OutputOf } from '#contract/contract.ts'
import type { GanttRow } from '#contract/plans.ts'
import { call } from '#web/client.ts'

type Page = OutputOf<'showGantt'>
const pageSize = 100
/** More lines than this nobody hangs on a wall. */
const mostPrinted = 1000

export function useGanttRows(input: InputOf<'showGantt'>) {
  const query = useInfiniteQuery({
    queryKey: ['showGantt', input],
    queryFn: ({ pageParam, signal }) =>
      call('showGantt', { ...input, limit: pageSize, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page) => page.next,
    placeholderData: (before) => before,
  })
  const queries = useQueryClient()
  const all = useCallback(
    async (onShare: (share: number) => void): Promise<GanttRow[]> => {
      const rows: GanttRow[] = []
      for (let after: string | null = null; ; ) {
        const asked = { ...input, limit: 200, ...(after && { after }) }
        const page: Page = await queries.fetchQuery({
          queryKey: ['showGantt', asked],
          queryFn: () => call('showGantt', asked),
        })
        rows.push(...page.entries)
        onShare(rows.length / (page.next ? rows.length + 200 : rows.length))
        after = page.next
        if (after === null || rows.length >= mostPrinted) return rows
      }
    },
    [queries, input],
  )
  return { ...query, all }
}
