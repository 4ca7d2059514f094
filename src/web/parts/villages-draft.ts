// A plan of an area while a person changes it: the villages taken in, the line through them drawn anew after every change,
// and what is kept of it when the person says so.

import type { InputOf, OutputOf } from '#contract/contract.ts'
import { type At, lengthKm } from '#domain/great-circle.ts'
import { joiningLine } from '#domain/joining-line.ts'

type Proposed = OutputOf<'proposeAreas'>
export type VillageSpot = Proposed['alone'][number]
export type AreaDraft = { ids: readonly string[]; name: string; theme: string; lead: string | null }

export const emptyDraft: AreaDraft = { ids: [], name: '', theme: '', lead: null }

/** Every village that was answered, in groups or alone. */
export function spotsOf({ groups, alone }: Proposed): VillageSpot[] {
  return [...groups.flatMap(({ members }) => members), ...alone]
}

/** In or out; who comes in last stands last, the line has its own order. */
export function toggled({ ids }: AreaDraft, id: string): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]
}

/** The villages in the order of the line, and its length. */
export function lineOf(draft: AreaDraft, spots: readonly VillageSpot[]): { line: VillageSpot[]; km: number } {
  const chosen = draft.ids.flatMap((id) => spots.find((spot) => spot.id === id) ?? [])
  const line = joiningLine(chosen.map(({ at }): At => at)).map((i) => chosen[i]!)
  return { line, km: lengthKm(line.map(({ at }): At => at)) }
}

export function isReady({ ids, name, lead }: AreaDraft): boolean {
  return ids.length > 1 && name.trim() !== '' && lead !== null
}

/** What formArea takes. A position that is made up makes the line made up too. */
export function areaOf(draft: AreaDraft, spots: readonly VillageSpot[], method: string): InputOf<'formArea'> {
  const { line, km } = lineOf(draft, spots)
  const rough = line.some(({ values }) => values.place_source === '示意')
  const strengths = line.flatMap(({ title, values }) =>
    values.strengths ? [`${title ?? ''}：${values.strengths}`] : [],
  )
  return {
    register: 'village_area',
    values: {
      name: draft.name.trim(),
      ...(draft.theme.trim() && { theme: draft.theme.trim() }),
      ...(strengths.length > 0 && { strengths: strengths.join('\n') }),
      line: { type: 'LineString', coordinates: line.map(({ at }) => at) },
      method,
      length: (Math.round(km * 10) / 10).toFixed(1),
      place_source: rough ? '示意' : '图上标注',
      lead: draft.lead,
    },
    members: { register: 'village', link: 'area', entries: line.map(({ id, version }) => ({ id, version })) },
  }
}
