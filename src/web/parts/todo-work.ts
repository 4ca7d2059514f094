// Everything that waits for the signed-in person, asked together: commitments, registers, suggestions.

import { useMemo } from 'react'
import { useMe, useQuestion } from '#web/hooks.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { Work } from '#web/parts/todo-list.ts'
import { type RegisterItem, registerItems } from '#web/parts/todo-registers.ts'

const often = { refetchInterval: 120_000 }

export type Todo = { work: Work | undefined; items: readonly RegisterItem[]; error: unknown; refetch: () => void }

/** Suggestions only for those who may accept them. */
export function useTodo(): Todo {
  const { roles } = useMe()
  const work = useQuestion('myWork', {}, often)
  const waiting = useQuestion('registerWork', {}, { ...often, enabled: mayPass('registerWork', roles) })
  const suggested = useQuestion('listSuggestions', {}, { ...often, enabled: mayPass('acceptSuggestion', roles) })
  const items = useMemo(
    () => (waiting.data ? registerItems(waiting.data, suggested.data ?? []) : []),
    [waiting.data, suggested.data],
  )
  const failed = [work, waiting, suggested].find(({ error }) => error)
  return { work: work.data, items, error: failed?.error ?? null, refetch: () => void failed?.refetch() }
}
