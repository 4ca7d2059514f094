// The whole work list, commitments and registers together, in the order of consequence.

import type { TodoGroup } from '#contract/overview.ts'
import { countOf, type Work, type WorkItem, workItems } from '#web/parts/todo-list.ts'
import type { RegisterGroup, RegisterItem } from '#web/parts/todo-registers.ts'

export type AnyGroup = TodoGroup | RegisterGroup
export type TodoLine =
  | { id: string; groups: readonly AnyGroup[]; dueOn: string | null; of: WorkItem; in: 'commitments' }
  | { id: string; groups: readonly AnyGroup[]; dueOn: string | null; of: RegisterItem; in: 'registers' }

/** What is worst when left lying comes first: late, sent back, nearly late, then what others wait for, then the rest. */
export const allByConsequence: readonly AnyGroup[] = [
  'overdue',
  'instruction-late',
  'check-late',
  'owed-late',
  'returned',
  'check-returned',
  'declined',
  'near-due',
  'instruction',
  'to-decide-extension',
  'to-accept',
  'instruction-answered',
  'to-close',
  'to-check',
  'to-sign',
  'to-dispatch',
  'to-report',
  'owed',
  'late-elsewhere',
  'to-review',
  'suggestion',
]

export function todoLines(work: Work, items: readonly RegisterItem[]): TodoLine[] {
  const lines: TodoLine[] = [
    ...workItems(work).map(
      (of): TodoLine => ({ id: of.row.id, groups: of.groups, dueOn: of.row.duty.dueOn, of, in: 'commitments' }),
    ),
    ...items.map((of): TodoLine => ({ id: of.id, groups: [of.group], dueOn: of.dueOn, of, in: 'registers' })),
  ]
  // Sorting keeps the order of equals: commitments by their numbers.
  return lines.toSorted((a, b) => weight(a) - weight(b) || compare(a.dueOn ?? '9999', b.dueOn ?? '9999'))
}

function weight({ groups }: TodoLine): number {
  return Math.min(...groups.map((group) => allByConsequence.indexOf(group)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many lines there are; `atLeast` when a group of commitments has more than were sent. */
export function countLines(work: Work, items: readonly RegisterItem[]): { count: number; atLeast: boolean } {
  const { count, atLeast } = countOf(work)
  return { count: count + items.length, atLeast }
}

/** How many stand in each group, by its own total where not all were sent. */
export function totalsOf(work: Work, items: readonly RegisterItem[]): Map<AnyGroup, number> {
  const totals = new Map<AnyGroup, number>(work.groups.map(({ group, total }) => [group, total]))
  for (const { group } of items) totals.set(group, (totals.get(group) ?? 0) + 1)
  return totals
}
