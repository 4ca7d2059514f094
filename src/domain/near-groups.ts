// Places that lie near each other, by density (DBSCAN): a group grows from every place that has enough others within reach.
// The same places give the same groups, in whatever order they come.

import { clustersDbscan } from '@turf/clusters-dbscan'
import type { At } from '#domain/great-circle.ts'

export type Spot = { id: string; at: At }
/** Ids, sorted; groups by their first id. */
export type Grouped = { groups: string[][]; alone: string[] }

/** `least`: a place counts as dense with so many within reach, itself among them. */
export function nearGroups(spots: readonly Spot[], withinKm: number, least: number): Grouped {
  // A place at the rim of two groups goes to the one that is met first: sorted, that is always the same one.
  const sorted = spots.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const features = sorted.map(({ id, at }) => ({
    type: 'Feature' as const,
    properties: { id },
    geometry: { type: 'Point' as const, coordinates: [...at] },
  }))
  const found = clustersDbscan({ type: 'FeatureCollection', features }, withinKm, { minPoints: least })
  const groups = new Map<number, string[]>()
  const alone: string[] = []
  for (const { properties } of found.features) {
    const { id, cluster } = properties as { id: string; cluster?: number }
    if (cluster === undefined) alone.push(id)
    else groups.set(cluster, [...(groups.get(cluster) ?? []), id])
  }
  return { groups: [...groups.values()].toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)), alone }
}

/** 连片率: the share of villages that lie in an area together with another one, 0 to 1; null where there are none. */
export function joinedShare(areaOf: readonly (string | null)[]): number | null {
  if (areaOf.length === 0) return null
  const sizes = Map.groupBy(
    areaOf.filter((area) => area !== null),
    (area) => area,
  )
  const joined = [...sizes.values()].reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0)
  return joined / areaOf.length
}
