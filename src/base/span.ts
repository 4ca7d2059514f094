// A stretch of characters: half-open, in UTF-16 units of the decoded text.

export interface Span {
  start: number
  end: number
}

/** How many UTF-16 units two spans share; 0 when they do not touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** True when `inner` lies wholly inside `outer`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
