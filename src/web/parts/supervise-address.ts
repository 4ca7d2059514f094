// The look of the 督办 page as React state that lives in the address, and the questions that follow from it.

import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type Look, lookOf, type Search, searchOf } from '#web/parts/supervise-look.ts'
import type { SuperviseSearch } from '#web/router.tsx'

export type Show = (change: Partial<Look>) => void

/** The look of the address, and how to change it: every change is a step that the back button undoes. */
export function useLook(): [Look, Show] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const key = JSON.stringify(search)
  const look = useMemo(() => lookOf(JSON.parse(key)), [key])
  const navigate = useNavigate()
  const show = useCallback(
    (change: Partial<Look>) => {
      void navigate({ to: '/commitments', search: forRouter(searchOf({ ...look, ...change })), resetScroll: false })
    },
    [look, navigate],
  )
  return [look, show]
}

/** The router's type has lists as arrays; the address keeps them as `red,yellow`, and lookOf reads both. */
export function forRouter(search: Search): SuperviseSearch {
  return search as unknown as SuperviseSearch
}

/** The moment of a look as part of any question. */
export function at({ asOf }: Pick<Look, 'asOf'>): { asOf?: string } {
  return asOf === null ? {} : { asOf }
}
