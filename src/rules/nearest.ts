// The known name that somebody who mistyped most probably meant.

/** The nearest of `known` within a third of the name's length in single edits; null when none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const other of known) {
    if (Math.abs(other.length - name.length) >= least) continue
    const edits = editsBetween(name, other)
    if (edits < least) [best, least] = [other, edits]
  }
  return best
}

/** Insertions, deletions and changes of single characters. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
