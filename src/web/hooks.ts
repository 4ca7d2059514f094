// React's side of the client: ask a question, do an act, know who is signed in, look a unit, post or person up.

import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo } from 'react'
import type { EntryName, InputOf, OutputOf } from '#contract/contract.ts'
import { asked, CallRefused, call } from '#web/client.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { offerReload } from '#web/parts/refusal-notice.tsx'
import { spoken } from '#web/parts/spoken.ts'

/** `keep` shows the answer to the previous input until the new one is there (paging, typing in a filter). */
export type QuestionOptions = { enabled?: boolean; refetchInterval?: number; staleTime?: number; keep?: boolean }

export function useQuestion<N extends EntryName>(
  name: N,
  input: InputOf<N>,
  { keep = false, ...options }: QuestionOptions = {},
): UseQueryResult<OutputOf<N>, Error> {
  const kept = keep ? { placeholderData: keepPreviousData } : {}
  return useQuery({ ...asked(name, input), ...options, ...kept }) as UseQueryResult<OutputOf<N>, Error>
}

/** `quiet`: the caller shows the refusal itself (`<RefusalNotice error={act.error} />`). */
export type ActOptions = {
  quiet?: boolean
  /** Questions whose answers this act cannot change, and that are too long to be asked again after each of many acts. */
  leaves?: readonly EntryName[]
}

/** Runs an act; afterwards every question is asked again. A refusal is shown as a sentence. */
export function useAct<N extends EntryName>(name: N, { quiet = false, leaves = [] }: ActOptions = {}) {
  const queries = useQueryClient()
  const show = useRefusalMessage()
  return useMutation<OutputOf<N>, Error, InputOf<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: () => void queries.invalidateQueries(askedAgain(leaves)),
    onError: (error) => {
      if (!quiet) show(error)
    },
  })
}

/** A filter of the query cache: all questions but these. */
export function askedAgain(leaves: readonly EntryName[]) {
  return { predicate: ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => !leaves.includes(name as EntryName) }
}

/** Shows any error of a call as a message; a stale one with a button that loads everything again. */
export function useRefusalMessage(): (error: unknown) => void {
  const { message, notification } = App.useApp()
  const queries = useQueryClient()
  const words = useWords()
  const language = useLanguage()
  return (error) => {
    const text = spoken(error, words, language)
    const stale = error instanceof CallRefused && error.refusal.code === 'stale'
    if (stale) offerReload(notification, text, words, () => void queries.invalidateQueries())
    else void message.error(text, 6)
  }
}

export type Me = OutputOf<'whoAmI'>

/** The signed-in person; there for certain on every page inside the frame. */
export function useMe(): Me {
  const { data } = useQuestion('whoAmI', {}, { staleTime: 60_000 })
  if (!data) throw new Error('useMe is for pages inside the frame, where whoAmI has been answered')
  return data
}

type Directory = OutputOf<'getDirectory'>
export type Lookup = Directory & {
  unit: (id: string | null) => Directory['units'][number] | undefined
  post: (id: string | null) => Directory['posts'][number] | undefined
  person: (id: string | null) => Directory['people'][number] | undefined
}

/** The zone's tree with look-ups by id; undefined until it is loaded. */
export function useDirectory(): Lookup | undefined {
  const { data: directory } = useQuestion('getDirectory', {}, { staleTime: 60_000 })
  return useMemo(() => directory && { ...directory, ...lookups(directory) }, [directory])
}

function lookups({ units, posts, people }: Directory) {
  return { unit: finder(units), post: finder(posts), person: finder(people) }
}

function finder<Row extends { id: string }>(rows: readonly Row[]) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (id: string | null) => (id === null ? undefined : byId.get(id))
}
