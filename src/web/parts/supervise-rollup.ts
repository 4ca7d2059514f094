// How the parts of a commitment add up: their plain mean, computed, beside the progress that was reported for the whole.

import type { z } from 'zod'
import type { Closure } from '#domain/commitment.ts'

type PartOf = { percent: number; closure: z.infer<typeof Closure> }

/** The mean of the percents, one decimal, cancelled parts left out; null when there is none. A closed part counts as it was reported. */
export function plainMean(parts: readonly PartOf[]): { percent: number; of: number } | null {
  const counted = parts.filter(({ closure }) => closure !== 'cancelled')
  if (counted.length === 0) return null
  const sum = counted.reduce((total, { percent }) => total + percent, 0)
  return { percent: Math.round((sum * 10) / counted.length) / 10, of: counted.length }
}
