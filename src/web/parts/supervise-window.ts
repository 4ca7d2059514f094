// Which rows of a long list stand in the window, and which pages of the server's list they lie on. Pure arithmetic.

/** Half-open: rows from `first` up to, not including, `end`. */
export type Stretch = { first: number; end: number }

export type Scrolled = { top: number; height: number; rowHeight: number; total: number }

/** Rows drawn beyond the edges, so that a fast hand finds them drawn. */
const margin = 8
/** The stretch moves in steps, so that scrolling by one row draws nothing anew. */
const step = 4

/** As many rows at every place of the list, so that each drawn row finds one that leaves. */
export function stretchOf({ top, height, rowHeight, total }: Scrolled): Stretch {
  const count = Math.ceil(height / rowHeight) + 1 + 2 * margin + step
  const above = Math.floor(top / rowHeight) - margin
  const first = clamp(Math.floor(above / step) * step, 0, Math.max(0, total - count))
  return { first, end: Math.min(first + count, total) }
}

/** More rows than this come in at once only when somebody skims through the list. */
const skimming = 20

/** True when the list runs by too fast to be read: then the rows say no more than which they are, until it rests. */
export function skims(before: Stretch, next: Stretch): boolean {
  return Math.abs(next.first - before.first) > skimming
}

/** Offsets of the pages that hold these rows; the first page is always asked for, it says how many rows there are. */
export function pagesOf({ first, end }: Stretch, size: number): number[] {
  const pages = new Set([0])
  for (let page = Math.floor(first / size); page * size < end; page++) pages.add(page * size)
  return [...pages]
}

/** Where to scroll so that a row is in sight; null when it is already. `head` is covered by the header. */
export function scrollFor(
  row: number,
  { top, height, rowHeight }: Omit<Scrolled, 'total'>,
  head: number,
): number | null {
  const start = row * rowHeight
  if (start < top) return start
  const end = start + rowHeight - (height - head)
  return end > top ? end : null
}

export type Step = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last'

/** The row cursor after a key. */
export function moved(row: number, to: Step, { total, page }: { total: number; page: number }): number {
  const targets: Record<Step, number> = {
    up: row - 1,
    down: row + 1,
    'page-up': row - page,
    'page-down': row + page,
    first: 0,
    last: total - 1,
  }
  return clamp(targets[to], 0, Math.max(0, total - 1))
}

function clamp(n: number, least: number, most: number): number {
  return Math.min(Math.max(n, least), most)
}
