// Where the pages of a list begin when each begins where the one before ended: what is known of that grows as pages come in,
// and shrinks where an answer no longer fits. Pure.

/** The beginnings after what the pages say; where one has moved, those behind it are found anew. */
export function grown(
  cursors: readonly (string | null)[],
  pages: ReadonlyMap<number, { next: string | null } | undefined>,
): readonly (string | null)[] {
  for (const [page, answer] of [...pages].toSorted(([a], [b]) => a - b)) {
    if (!answer || page >= cursors.length) continue
    const begins = cursors[page + 1]
    if (answer.next === null) {
      if (begins !== undefined) return cursors.slice(0, page + 1)
    } else if (begins !== answer.next) return [...cursors.slice(0, page + 1), answer.next]
  }
  return cursors
}
