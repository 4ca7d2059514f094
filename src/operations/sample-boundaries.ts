// The sample zone's boundaries: made up, and marked so. What the zone has laid itself stays.

import { readFile } from 'node:fs/promises'
import { BoundaryKind } from '#domain/boundary.ts'
import { laid } from '#operations/boundaries.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { record } from '#operations/record.ts'
import { listBoundaries } from '#store/boundaries.ts'

export async function laySampleBoundaries(context: Context): Promise<void> {
  const had = await listBoundaries(context.system.db, scopeOf(context), null)
  const missing = BoundaryKind.options.filter((kind) => !had.some((one) => one.kind === kind))
  const rows = await Promise.all(
    missing.map(async (kind) => {
      const file = new URL(`../../presets/sample/boundaries/${kind}.geojson`, import.meta.url)
      const said = { kind, source: '示意边界，位置与形状均为虚构', sample: true }
      return laid(context, said, JSON.parse(await readFile(file, 'utf8')), null)
    }),
  )
  await record(context, 'openSampleRegisters', rows)
}
