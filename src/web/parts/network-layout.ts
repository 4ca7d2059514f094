// Where the nodes of a network stand on paper: what waits stands right of what it waits for, beside those of the same rank the
// ones that come first above. Pure arithmetic.

export type Placed = { key: string; column: number; row: number }
export type Arrow = { from: string; to: string }
type Node = { key: string; after: readonly string[]; on: string | null }

export function placesOf(nodes: readonly Node[]): { places: Map<string, Placed>; columns: number; rows: number } {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const depths = new Map<string, number>()
  const depthOf = (key: string): number => {
    const known = depths.get(key)
    if (known !== undefined) return known
    const depth = Math.max(-1, ...(byKey.get(key)?.after ?? []).map(depthOf)) + 1
    depths.set(key, depth)
    return depth
  }
  for (const { key } of nodes) depthOf(key)
  const columns = Math.max(0, ...depths.values()) + 1
  const places = new Map<string, Placed>()
  let rows = 0
  for (let column = 0; column < columns; column++) {
    const here = nodes.filter(({ key }) => depths.get(key) === column)
    const sorted = here.toSorted((a, b) => heightOf(a, places) - heightOf(b, places) || before(a, b))
    for (const [row, { key }] of sorted.entries()) places.set(key, { key, column, row })
    rows = Math.max(rows, sorted.length)
  }
  return { places, columns, rows }
}

/** The middle of the rows of what it waits for, so that arrows cross less. */
function heightOf({ after }: Node, places: ReadonlyMap<string, Placed>): number {
  const rows = after.flatMap((key) => places.get(key)?.row ?? [])
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length
}

const before = (a: Node, b: Node): number =>
  (a.on ?? '9') < (b.on ?? '9') ? -1 : (a.on ?? '9') > (b.on ?? '9') ? 1 : 0

/** Without those that another way says already: of a → b → c and a → c only the first two. */
export function arrowsOf(nodes: readonly Pick<Node, 'key' | 'after'>[]): Arrow[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const leads = (from: string, to: string): boolean => {
    const after = byKey.get(to)?.after ?? []
    return after.some((key) => key === from || leads(from, key))
  }
  return nodes.flatMap(({ key, after }) =>
    after
      .filter((from) => !after.some((other) => other !== from && leads(from, other)))
      .map((from) => ({ from, to: key })),
  )
}
