// The entries of a register, fetched page after page: each begins where the one before ended (keyset), so that the list is as
// fast at its thousandth page as at its first. Only pages in the window are held; the places where pages begin are remembered.

import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { InputOf, OutputOf } from '#contract/contract.ts'
import type { Register, RegisterView } from '#domain/register.ts'
import { asked } from '#web/client.ts'
import { useQuestion } from '#web/hooks.ts'
import { grown } from '#web/parts/register-beginnings.ts'
import { narrowOf, type RegisterLook, sortingOf } from '#web/parts/register-look.ts'
import { pagesOf, type Stretch } from '#web/parts/supervise-window.ts'

export const pageSize = 100

export type ShownEntry = OutputOf<'listEntries'>['entries'][number]

export type EntryRows = {
  /** Rows that can be scrolled to now: those known, and one page more where there is one. Null until the first answer. */
  total: number | null
  /** False: there are more than `total` says. */
  whole: boolean
  /** Undefined while its page is on the way. */
  rowAt: (place: number) => ShownEntry | undefined
  /** The same, also of rows that were in the window earlier and are still remembered. */
  seen: (place: number) => ShownEntry | undefined
  /** The rows are still those of the look before. */
  behind: boolean
  error: Error | null
  again: () => void
  /** The entries of these rows, asked for page after page where they are not there; fewer at the end of the list. */
  fetch: (stretch: Stretch) => Promise<ShownEntry[]>
}

/** What is asked of listEntries, without the place of the page. */
export function entriesInput(
  register: Register,
  view: RegisterView | null,
  look: RegisterLook,
): InputOf<'listEntries'> {
  const { sort, descending } = sortingOf(look, view)
  return {
    register: register.definition.code,
    ...narrowOf(look, view),
    ...(look.removed && { removed: true }),
    ...(sort !== null && { sort }),
    ...(descending && { descending }),
  }
}

/** Where each page begins, as far as is known: the first at null, the next where the one before said. */
type Beginnings = { of: string; cursors: readonly (string | null)[] }

export function useEntryRows(input: InputOf<'listEntries'>, stretch: Stretch): EntryRows {
  const queries = useQueryClient()
  const of = JSON.stringify(input)
  const [known, setKnown] = useState<Beginnings>({ of, cursors: [null] })
  const cursors = known.of === of ? known.cursors : [null]
  const first = useQuestion('listEntries', { ...input, limit: pageSize }, { keep: true })
  const behind = first.isPlaceholderData
  const wanted = behind ? [] : pagesOf(stretch, pageSize).map((offset) => offset / pageSize)
  const later = wanted.filter((page) => page > 0 && page < cursors.length)
  const answers = useQueries({
    queries: later.map((page) => ({
      ...asked('listEntries', { ...input, limit: pageSize, after: cursors[page]! }),
      staleTime: 60_000,
    })),
  })
  const pages = new Map([[0, first.data], ...later.map((page, i) => [page, answers[i]?.data] as const)])
  useEffect(() => {
    if (behind) return
    const next = grown(cursors, pages)
    if (known.of !== of || next !== cursors) setKnown({ of, cursors: next })
  })
  const last = pages.get(cursors.length - 1)
  const failed = [first, ...answers].find(({ error }) => error)
  return {
    total: first.data ? (cursors.length - 1) * pageSize + (last?.entries.length ?? pageSize) : null,
    whole: last?.next === null,
    rowAt: (place) => pages.get(Math.floor(place / pageSize))?.entries[place % pageSize],
    seen: (place) => {
      const at = Math.floor(place / pageSize)
      const after = cursors[at]
      if (after === undefined) return undefined
      const page = { ...input, limit: pageSize, ...(after !== null && { after }) }
      return queries.getQueryData<OutputOf<'listEntries'>>(asked('listEntries', page).queryKey)?.entries[
        place % pageSize
      ]
    },
    behind,
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
    fetch: (wanted) => fetchEntries(queries, input, cursors, wanted),
  }
}

async function fetchEntries(
  queries: QueryClient,
  input: InputOf<'listEntries'>,
  cursors: readonly (string | null)[],
  { first, end }: Stretch,
): Promise<ShownEntry[]> {
  const from = Math.min(Math.floor(first / pageSize), cursors.length - 1)
  const entries: ShownEntry[] = []
  let after: string | null = cursors[from] ?? null
  do {
    const page = { ...input, limit: pageSize, ...(after !== null && { after }) }
    const answer: OutputOf<'listEntries'> = await queries.fetchQuery(asked('listEntries', page))
    entries.push(...answer.entries)
    after = answer.next
  } while (after !== null && from * pageSize + entries.length < end)
  return entries.slice(first - from * pageSize, end - from * pageSize)
}

/** How many entries match; undefined until it is known. */
export function useEntryCount(register: Register, view: RegisterView | null, look: RegisterLook) {
  const input = useMemo(
    () => ({
      register: register.definition.code,
      ...narrowOf(look, view),
      ...(look.removed && { removed: true }),
    }),
    [register, view, look],
  )
  return useQuestion('countEntries', input, { keep: true })
}
