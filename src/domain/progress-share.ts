// One bar over all stages of an import. Apart from the schema, so that a page that only draws it needs no Zod.

import type { ImportProgress, ImportStage } from '#domain/progress.ts'

/** Stages as shares of the whole, for one bar over all of them: opening a PDF takes longest. */
const shares: Record<ImportStage, [from: number, to: number]> = {
  received: [0, 0.05],
  opening: [0.05, 0.55],
  reading: [0.55, 0.95],
  keeping: [0.95, 1],
}

/** 0 to 1 over all stages; never falls as the stages follow each other. */
export function wholeFraction({ stage, fraction }: ImportProgress): number {
  const [from, to] = shares[stage]
  return from + (to - from) * Math.min(1, Math.max(0, fraction))
}
