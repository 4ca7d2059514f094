// All villages, standards' items and areas of the zone, as the villages page needs them whole: a district has hundreds, so
// they come page after page up to a bound that is told.

import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '#contract/contract.ts'
import type { Register } from '#domain/register.ts'
import { call } from '#web/client.ts'
import { useQuestion } from '#web/hooks.ts'

export type EntryRow = OutputOf<'listEntries'>['entries'][number]
export type AllEntries = {
  entries: readonly EntryRow[]
  whole: boolean
  loading: boolean
  error: Error | null
  again: () => void
}

const pageSize = 500
const pagesAtMost = 4
export const entriesAtMost = pageSize * pagesAtMost

const none: readonly EntryRow[] = []

export function useAllEntries(register: string, filter: readonly string[], enabled = true): AllEntries {
  const { data, error, refetch } = useQuery({
    queryKey: ['listEntries', 'all', register, filter],
    queryFn: ({ signal }) => allEntries(register, filter, signal),
    enabled,
    staleTime: 10_000,
  })
  return {
    entries: data?.entries ?? none,
    whole: data?.whole ?? true,
    loading: enabled && !data && !error,
    error,
    again: () => void refetch(),
  }
}

async function allEntries(register: string, filter: readonly string[], signal: AbortSignal) {
  const entries: EntryRow[] = []
  let after: string | null = null
  for (let page = 0; page < pagesAtMost; page++) {
    const asked: { register: string; filter: string[]; limit: number } = {
      register,
      filter: [...filter],
      limit: pageSize,
    }
    const answer: OutputOf<'listEntries'> = await call('listEntries', { ...asked, ...(after && { after }) }, { signal })
    entries.push(...answer.entries)
    after = answer.next
    if (after === null) return { entries, whole: true }
  }
  return { entries, whole: false }
}

export type VillageRegisters = Record<'village' | 'village_check' | 'village_standard' | 'village_area', Register>

/** Undefined while asked for, null where one of them is not in use. */
export function useVillageRegisters(): VillageRegisters | null | undefined {
  const { data } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  if (!data) return undefined
  const of = (code: string) => data.own.find(({ definition }) => definition.code === code)
  const [village, check, standard, area] = [
    of('village'),
    of('village_check'),
    of('village_standard'),
    of('village_area'),
  ]
  if (!village || !check || !standard || !area) return null
  return { village, village_check: check, village_standard: standard, village_area: area }
}

/** A value that is a text; empty where there is none. */
export function textIn({ values }: Pick<EntryRow, 'values'>, key: string): string {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}

export const sortedWords = (words: Iterable<string>): string[] =>
  [...new Set(words)].filter((word) => word !== '').toSorted((a, b) => a.localeCompare(b, 'zh-CN'))
