// What the address of the villages page keeps: which part, and what narrows the matrix.

export type CriteriaLook = { standard?: string; level?: string; town?: string; all?: true }
export type VillagesSearch = CriteriaLook & { tab?: Tab }
export type Tab = 'criteria' | 'areas' | 'batches'
export const tabs: readonly Tab[] = ['criteria', 'areas', 'batches']

export function villagesSearch(search: Record<string, unknown>): VillagesSearch {
  const word = (key: string) => (typeof search[key] === 'string' ? { [key]: search[key] } : {})
  const tab = tabs.find((one) => one === search.tab)
  return {
    ...(tab && { tab }),
    ...word('standard'),
    ...word('level'),
    ...word('town'),
    ...(search.all === true && { all: true as const }),
  }
}
