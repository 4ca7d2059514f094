// What every part of the definition's editor works on: the draft, what is saved, what is wrong and where, the names that
// rules may use, and which part is open. One object, handed down by React's context.

import { createContext, useContext, useMemo, useRef, useState } from 'react'
import type { Definition, Register } from '#domain/register.ts'
import { dictionaryOf } from '#domain/register-dictionary.ts'
import { type DraftFault, draftFaults } from '#domain/register-draft.ts'
import { type Dictionary, Name } from '#rules/dictionary.ts'
import { useQuestion } from '#web/hooks.ts'

/** A fault as the server told it, already a sentence. */
export type ToldFault = { at: string; words: string }

export type Desk = {
  draft: Definition
  /** What is in force and was started from; null: a new register. */
  saved: Register | null
  faults: readonly DraftFault[]
  told: ToldFault | null
  dictionary: Dictionary
  /** The path of the part that is open: `fields.f2`, `ladders.l1.rungs.r3`. */
  at: string
  goTo: (at: string) => void
  change: (change: (draft: Definition) => Definition) => void
}

const DeskPlace = createContext<Desk | null>(null)
export const DeskProvider = DeskPlace.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskPlace)
  if (!desk) throw new Error('useDesk is for parts of the definition’s editor')
  return desk
}

export type DeskState = Desk & {
  reset: (draft: Definition, saved: Register | null) => void
  tell: (told: ToldFault | null) => void
}

export function useDeskState(first: Definition, register: Register | null): DeskState {
  const { data } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const [{ draft, saved }, setBoth] = useState({ draft: first, saved: register })
  const [told, tell] = useState<ToldFault | null>(null)
  const [at, goTo] = useState('basic')
  const faults = useMemo(() => draftFaults(draft, saved?.definition ?? null, data?.own ?? []), [draft, saved, data])
  const dictionary = useDictionary(draft)
  return {
    ...{ draft, saved, faults, told, tell, dictionary, at, goTo },
    change: (change) => {
      tell(null)
      setBoth((now) => ({ ...now, draft: change(now.draft) }))
    },
    reset: (next, of) => setBoth({ draft: next, saved: of }),
  }
}

/** Of the names that can be used so far; the same object as long as it says the same, so that no editor begins anew. */
function useDictionary(draft: Definition): Dictionary {
  const kept = useRef<Dictionary>(null)
  return useMemo(() => {
    const seen = new Set(['今日'])
    const usable = ({ name }: { name: string }) => Name.safeParse(name).success && !seen.has(name) && seen.add(name)
    const { fields, ladders } = draft
    const made = dictionaryOf({ ...draft, fields: fields.filter(usable), ladders: ladders.filter(usable) }, 1)
    if (JSON.stringify(made) !== JSON.stringify(kept.current)) kept.current = made
    return kept.current ?? made
  }, [draft])
}

/** Faults at a place or below it. */
export function faultsBelow(faults: readonly DraftFault[], at: string): DraftFault[] {
  return faults.filter((fault) => fault.at === at || fault.at.startsWith(`${at}.`))
}

/** The lists of a definition that hold parts with a key. */
export type Parts = 'fields' | 'ladders' | 'networks' | 'views' | 'counts' | 'ratios' | 'links'

/** Changes one part of a list by its key. */
export function withPart<L extends Parts>(
  draft: Definition,
  list: L,
  key: string,
  part: Partial<Definition[L][number]>,
): Definition {
  const parts = draft[list].map((one) => (one.key === key ? { ...one, ...part } : one))
  return { ...draft, [list]: parts }
}

/** What the form of one part does with it. */
export function usePart<L extends Parts>(list: L, key: string) {
  const { change, goTo } = useDesk()
  return {
    at: `${list}.${key}`,
    set: (part: Partial<Definition[L][number]>) => change((draft) => withPart(draft, list, key, part)),
    /** `also`: what went by it elsewhere in the draft. */
    remove: (also: (draft: Definition) => Definition = (draft) => draft) => {
      change((draft) => also({ ...draft, [list]: draft[list].filter((one) => one.key !== key) }))
      goTo(list)
    },
  }
}

export const useField = (key: string) => usePart('fields', key).set
