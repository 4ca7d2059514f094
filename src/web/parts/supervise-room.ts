// What the cells of the 督办 table need beside their row, kept the same object until something in it changes.

import { useMemo, useRef } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { type Lookup, useDirectory } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { CellRoom } from '#web/parts/supervise-cells.tsx'

export function useCellRoom(asOf: string | null, onWhy: (row: CommitmentRow, button: HTMLElement) => void): CellRoom {
  const words = useWords()
  const language = useLanguage()
  const directory = useDirectory()
  const current = useRef(onWhy)
  current.current = onWhy
  return useMemo(
    () => ({
      words,
      language,
      asOf,
      unit: (id) => directory?.unit(id)?.shortName ?? '',
      post: (id) => postWithHolder(directory, id),
      onWhy: (row, button) => current.current(row, button),
    }),
    [words, language, directory, asOf],
  )
}

/** 经济发展局局长 王明; duty sits on the post, so the post comes first. */
export function postWithHolder(directory: Lookup | undefined, id: string | null): string {
  const post = directory?.post(id)
  if (!directory || !post) return ''
  const holder = directory.people.find((person) => person.active && person.posts.includes(post.id))
  return holder ? `${post.name} ${holder.name}` : post.name
}
