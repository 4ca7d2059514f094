// The rows of a break-down while they are being written, and what is still wrong with each.

/** One part as it is typed. */
export type PlanRow = {
  key: number
  title: string
  lead: string | null
  post: string | null
  dueOn: string | null
  proof: string[]
}

export type Problem = 'title' | 'lead' | 'due' | 'late'

/** `parentDueOn`: no part may be due later; null leaves the parts free. */
export function problemsOf(row: PlanRow, parentDueOn: string | null): Problem[] {
  const problems: Problem[] = []
  if (row.title.trim() === '') problems.push('title')
  if (row.lead === null) problems.push('lead')
  if (row.dueOn === null) problems.push('due')
  else if (parentDueOn !== null && row.dueOn > parentDueOn) problems.push('late')
  return problems
}

/** A row per unit, each with the words of the whole; the empty first row gives way. */
export function withUnits(
  rows: readonly PlanRow[],
  units: readonly string[],
  whole: Omit<PlanRow, 'key' | 'lead'>,
): PlanRow[] {
  const kept = rows.filter((row) => row.lead !== null || row.title.trim() !== whole.title.trim())
  const fresh = units.filter((unit) => !kept.some((row) => row.lead === unit))
  const next = Math.max(0, ...rows.map(({ key }) => key)) + 1
  return [...kept, ...fresh.map((lead, i) => ({ ...whole, key: next + i, lead }))]
}

/** As the contract wants a part: what is left out is taken from the whole. */
export function partOf({ title, lead, post, dueOn, proof }: PlanRow) {
  if (lead === null || dueOn === null) throw new Error(`a part without unit or due date: ${title}`)
  return { title: title.trim(), lead, post, dueOn, ...(proof.length > 0 ? { proof } : {}) }
}
