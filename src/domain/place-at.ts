// Finding a place by its offset; apart from the shape of a place, because the browser needs this and not Zod.

import type { Place } from '#domain/place.ts'

/** The place of the character at `offset`, or null before the first one and in a text without places. O(log n). */
export function placeAt(places: readonly Place[], offset: number): Place | null {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return places[low - 1] ?? null
}
