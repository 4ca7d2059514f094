// What lies on a map: registers with their place field and ladder, asked for by the ground that is looked at.

import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Box } from '#domain/boundary.ts'
import type { Ladder, Register } from '#domain/register.ts'
import { asked } from '#web/client.ts'
import type { DrawnCluster, DrawnPlace } from '#web/parts/map-ground.ts'
import { type MapColour, markOf } from '#web/parts/map-marks.ts'

export type MapSource = {
  register: Register
  /** The place field. */
  place: string
  ladder: Ladder | null
  narrow: { filter: string[]; where?: string; text?: string; asOf?: string }
  /** Fields whose values stand in the list. */
  show: readonly string[]
}
export type PlacesThere = OutputOf<'listPlaces'>
export type PlaceThere = PlacesThere['places'][number]
export type SourceShown = { source: MapSource; there: PlacesThere | undefined; error: Error | null; again: () => void }

/** `box` null: everywhere. The answer before stays until the next one is there. */
export function usePlaces(sources: readonly MapSource[], box: Box | null): SourceShown[] {
  // Of several questions asked at once nothing is kept while the next are on the way: kept here, by what was asked.
  const last = useRef(new Map<string, PlacesThere>())
  const keyOf = ({ register, place, ladder, narrow }: MapSource) =>
    JSON.stringify([register.definition.code, place, ladder?.key, narrow])
  return useQueries({
    queries: sources.map(({ register, place, ladder, narrow, show }) => ({
      ...asked('listPlaces', {
        register: register.definition.code,
        place,
        ...(ladder && { ladder: ladder.key }),
        ...narrow,
        ...(box && { box: [...box] }),
        ...(show.length > 0 && { show: show.slice(0, 10) }),
      }),
      staleTime: 30_000,
    })),
    combine: (results) =>
      results.map(({ data, error, refetch }, i) => {
        const source = sources[i]!
        if (data) last.current.set(keyOf(source), data)
        const there = data ?? last.current.get(keyOf(source))
        return { source, there, error, again: () => void refetch() }
      }),
  })
}

/** The ground on which everything lies; null where nothing has a place. */
export function aroundAll(shown: readonly SourceShown[]): Box | null {
  const boxes = shown.flatMap(({ there }) => (there?.around ? [there.around] : []))
  if (boxes.length === 0) return null
  const of = (at: 0 | 1 | 2 | 3) => boxes.map((box) => box[at])
  return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(2)), Math.max(...of(3))]
}

export function drawnPlaces(shown: readonly SourceShown[], colour: MapColour, untitled: string): DrawnPlace[] {
  return shown.flatMap(({ source, there }) =>
    (there?.places ?? []).map((one) => ({
      id: one.id,
      title: one.title ?? untitled,
      place: one.place,
      middle: one.middle,
      mark: markOf(source.ladder, one, colour),
    })),
  )
}

export function drawnClusters(shown: readonly SourceShown[], say: (n: number) => string): DrawnCluster[] {
  return shown.flatMap(({ source, there }) =>
    (there?.clusters ?? []).map(({ middle, count, box }, i) => ({
      id: `${source.register.id} ${i}`,
      middle,
      count,
      says: say(count),
      box,
    })),
  )
}
