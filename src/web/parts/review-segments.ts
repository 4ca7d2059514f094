// Cuts a text into runs so that overlapping statements can be drawn in it: each run knows every statement that covers it.
// One sweep over sorted boundaries; the work grows with the text and the statements, not with their product.

export type Span = { readonly id: string; readonly start: number; readonly end: number }

/** A stretch of text covered by the same statements. `covers` goes from the widest to the narrowest. */
export type Run = {
  readonly start: number
  readonly end: number
  readonly covers: readonly string[]
  /** Those of `covers` that begin here; their letter marks stand before this run. */
  readonly opens: readonly string[]
}

/** A piece of text that is drawn or left undrawn as a whole; it ends after a line break or with the text. */
export type Block = { readonly start: number; readonly end: number; readonly runs: readonly Run[] }

/** Runs in order, without gaps, from 0 to the end of the text. Spans outside the text are clipped, empty ones dropped. */
export function segments(text: string, spans: readonly Span[]): Run[] {
  const sorted = clipped(spans, text.length).sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = boundaries(sorted, text.length)
  const runs: Run[] = []
  let active: Span[] = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!
    active = active.filter((span) => span.end > start)
    const before = active.length
    while (next < sorted.length && sorted[next]!.start === start) active.push(sorted[next++]!)
    const opens = active.slice(before).map((span) => span.id)
    runs.push({ start, end: cuts[i + 1]!, covers: nested(active), opens })
  }
  return runs
}

/** Groups runs into blocks of at least `size` characters, each cut after a line break. */
export function blocks(text: string, runs: readonly Run[], size = 3000): Block[] {
  const found: Block[] = []
  let at = 0
  for (let start = 0; start < text.length; ) {
    const broken = text.indexOf('\n', Math.min(start + size, text.length))
    const end = broken === -1 ? text.length : broken + 1
    const inside: Run[] = []
    while (at < runs.length && runs[at]!.start < end) {
      inside.push(clip(runs[at]!, start, end))
      if (runs[at]!.end > end) break
      at++
    }
    found.push({ start, end, runs: inside })
    start = end
  }
  return found
}

/** The same runs with extra cuts at both ends of `part`, so that the part can be drawn on its own. */
export function cutAround(runs: readonly Run[], part: Pick<Span, 'start' | 'end'>): Run[] {
  return runs.flatMap((run) => {
    const inner = [part.start, part.end].filter((at) => at > run.start && at < run.end)
    const edges = [run.start, ...new Set(inner), run.end]
    return edges.slice(1).map((end, i) => clip(run, edges[i]!, end))
  })
}

/** The block that holds this offset; blocks are in order, so halving finds it. */
export function blockAt(found: readonly Block[], offset: number): number {
  let low = 0
  let high = found.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (offset < found[middle]!.end) high = middle
    else low = middle + 1
  }
  return low
}

function clip(run: Run, start: number, end: number): Run {
  if (run.start >= start && run.end <= end) return run
  return {
    start: Math.max(run.start, start),
    end: Math.min(run.end, end),
    covers: run.covers,
    opens: run.start >= start ? run.opens : [],
  }
}

function clipped(spans: readonly Span[], length: number): Span[] {
  return spans
    .map(({ id, start, end }) => ({ id, start: Math.max(0, start), end: Math.min(length, end) }))
    .filter((span) => span.start < span.end)
}

function boundaries(spans: readonly Span[], length: number): number[] {
  const cuts = new Set<number>([0, length])
  for (const span of spans) cuts.add(span.start).add(span.end)
  return [...cuts].sort((a, b) => a - b)
}

/** Widest first. Spans that cross (neither holds the other) keep the order in which they began. */
function nested(active: readonly Span[]): string[] {
  if (active.length < 2) return active.map((span) => span.id)
  return [...active].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start).map((span) => span.id)
}
