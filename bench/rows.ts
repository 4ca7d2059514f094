// The one shape of a result, and how it is printed.

/** `ratio` is ours / beside; for times less is better, for rates and counts the row's words say which. */
export type Row = { what: string; unit: string; ours: number; beside: number; besideWhat: string; ratio: number }

export function row(what: string, unit: string, ours: number, beside: number, besideWhat: string): Row {
  return { what, unit, ours: rounded(ours), beside: rounded(beside), besideWhat, ratio: rounded(ours / beside) }
}

export function print(name: string, rows: Row[], json: boolean): void {
  if (json) console.log(JSON.stringify({ name, rows }))
  else console.table(rows)
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds of one run. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Ours and the other in turn, so that a noisy minute falls on both; medians in milliseconds. */
export async function inTurn(rounds: number, ours: () => Promise<unknown>, beside: () => Promise<unknown>) {
  const times = { ours: [] as number[], beside: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timed(ours))
    times.beside.push(await timed(beside))
  }
  return { ours: median(times.ours), beside: median(times.beside) }
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
