// The zone's boundary files as a map draws them: asked for once, kept by their version.

import { useQueries } from '@tanstack/react-query'
import { answered, downloadUrl, reach } from '#web/client.ts'
import { useQuestion } from '#web/hooks.ts'
import type { DrawnBoundary } from '#web/parts/map-ground.ts'

export type BoundariesShown = {
  drawn: DrawnBoundary[]
  sample: boolean
  box: [number, number, number, number] | null
  ready: boolean
}

export function useBoundaries(asOf: string | null): BoundariesShown {
  const at = asOf === null ? {} : { asOf }
  const { data: rows, error } = useQuestion('listBoundaries', at, { staleTime: 60_000 })
  const files = useQueries({
    queries: (rows ?? []).map(({ id, kind, version, file }) => ({
      queryKey: ['getBoundary', id, version, file.sha256],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<DrawnBoundary> => {
        const areas = await answered(await reach(downloadUrl('getBoundary', { id, ...at }), { signal }))
        return { kind, areas: areas as DrawnBoundary['areas'] }
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => ({
      drawn: results.flatMap(({ data }) => (data ? [data] : [])),
      waiting: results.some(({ isPending }) => isPending),
    }),
  })
  const outer = rows?.find(({ kind }) => kind === 'towns') ?? rows?.[0]
  return {
    drawn: files.drawn,
    sample: rows?.some(({ sample }) => sample) ?? false,
    box: outer?.box ?? null,
    ready: error !== null || (rows !== undefined && !files.waiting),
  }
}
