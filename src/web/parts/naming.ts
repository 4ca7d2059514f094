// What the ids in a register's values are called: units, posts and people from the zone's tree, entries of other registers by
// asking for their titles, many at a time.

import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { Definition } from '#domain/register.ts'
import { asked } from '#web/client.ts'
import { useDirectory } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { Naming } from '#web/parts/field-text.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'

/** The addresses of questions have an end: so many ids fit into one. */
const idsAtOnce = 100

/** Entries, or as much of them as a map has. */
type Named = Pick<ShownEntry, 'values'> & Partial<Pick<ShownEntry, 'commitments'>>
type Linked = { register: string; ids: string[] }

/** `entries`: those on the screen; what they lead to is asked for, each title once, with what `more` names. */
export function useNaming(
  definition: Definition,
  entries: readonly Named[],
  asOf: string | null,
  more: readonly { register: string; id: string }[] = [],
): Naming {
  const words = useWords()
  const language = useLanguage()
  const directory = useDirectory()
  const chunks = linkedOf(definition, entries, more)
  const answers = useQueries({
    queries: chunks.map((chunk) => ({
      ...asked('titlesOf', { ...chunk, ...(asOf !== null && { asOf }) }),
      staleTime: 60_000,
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  const known = useRef(new Map<string, string>())
  return useMemo(() => {
    const matters = new Map(
      entries.flatMap(({ commitments = {} }) => Object.values(commitments).map((one) => [one.id, one])),
    )
    // Titles that were asked for earlier are kept: what has left the window may still be copied.
    const titles = known.current
    for (const { id, title } of answers) titles.set(id, title ?? words.registers.untitled)
    return {
      words,
      language,
      unit: (id) => directory?.unit(id)?.shortName,
      post: (id) => directory?.post(id)?.name,
      person: (id) => directory?.person(id)?.name,
      title: (_, id) => titles.get(id),
      commitment: (id) => {
        const one = matters.get(id)
        return one && `${one.number} ${words.nouns.stages[one.stage]} ${one.percent}%`
      },
    }
  }, [words, language, directory, answers, entries])
}

/** Sorted, so that the same ids are the same question. */
export function linkedOf(
  { fields }: Definition,
  entries: readonly Named[],
  more: readonly { register: string; id: string }[] = [],
): Linked[] {
  const ids = new Map<string, Set<string>>()
  const name = (register: string, id: string) => ids.set(register, (ids.get(register) ?? new Set()).add(id))
  for (const { key, type, of } of fields) {
    if (type !== 'entry' || of === null) continue
    for (const { values } of entries) if (typeof values[key] === 'string') name(of, values[key])
  }
  for (const { register, id } of more) name(register, id)
  return [...ids].flatMap(([register, set]) => chunked([...set].toSorted()).map((some) => ({ register, ids: some })))
}

function chunked(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, i) =>
    ids.slice(i * idsAtOnce, (i + 1) * idsAtOnce),
  )
}
