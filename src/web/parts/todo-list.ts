// The work list as one list: every commitment once, with all the groups it stands in, sorted by consequence.

import type { OutputOf } from '#contract/contract.ts'
import type { CommitmentRow, TodoGroup } from '#contract/overview.ts'
import type { ActName } from '#web/parts/act-rules.ts'

export type Work = OutputOf<'myWork'>
export type WorkItem = { row: CommitmentRow; groups: TodoGroup[] }

/** What is worst when left lying comes first: late, sent back, nearly late, then what others wait for, then the rest. */
export const byConsequence: readonly TodoGroup[] = [
  'overdue',
  'returned',
  'declined',
  'near-due',
  'to-decide-extension',
  'to-accept',
  'to-close',
  'to-sign',
  'to-dispatch',
  'to-report',
  'to-review',
]

/** The act that a group asks for; a group without one only warns, and those who may urge are offered that. */
const actOfGroup: Partial<Record<TodoGroup, ActName>> = {
  'to-sign': 'sign',
  'to-report': 'report',
  returned: 'report',
  declined: 'dispatch',
  'to-dispatch': 'dispatch',
  'to-accept': 'review',
  'to-decide-extension': 'decideExtension',
  'to-close': 'close',
}

/** The acts that the item's groups ask for, most pressing first. */
export function askedActs({ groups }: WorkItem): ActName[] {
  return groups.flatMap((group) => actOfGroup[group] ?? [])
}

const warnings: readonly TodoGroup[] = ['overdue', 'near-due']

/** Of the acts that are open, those worth a button in the list: urging only what is late or nearly so. */
export function worthAButton(act: ActName, { groups }: WorkItem): boolean {
  if (act === 'urge') return groups.some((group) => warnings.includes(group))
  return act !== 'decideExtension' || groups.includes('to-decide-extension')
}

export function workItems({ groups }: Work): WorkItem[] {
  const items = new Map<string, WorkItem>()
  for (const { group, rows } of groups) {
    for (const row of rows) {
      const item = items.get(row.id)
      if (item) item.groups.push(group)
      else items.set(row.id, { row, groups: [group] })
    }
  }
  for (const item of items.values()) item.groups.sort((a, b) => weight(a) - weight(b))
  return [...items.values()].sort(worseFirst)
}

function weight(group: TodoGroup): number {
  return byConsequence.indexOf(group)
}

function worseFirst(a: WorkItem, b: WorkItem): number {
  const [first, second] = [a, b].map(({ groups }) => weight(groups[0] as TodoGroup)) as [number, number]
  const due = (item: WorkItem) => item.row.duty.dueOn ?? '9999'
  return first - second || compare(due(a), due(b)) || compare(a.row.number, b.row.number)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The number of commitments in the list; `atLeast` when a group has more rows than were sent. */
export function countOf(work: Work): { count: number; atLeast: boolean } {
  const count = new Set(work.groups.flatMap(({ rows }) => rows.map((row) => row.id))).size
  return { count, atLeast: work.groups.some(({ total, rows }) => total > rows.length) }
}
