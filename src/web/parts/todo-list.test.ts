// The work list in one-line notation: `number day: group group`.

import { describe, expect, test } from 'vitest'
import type { CommitmentRow, TodoGroup } from '#contract/overview.ts'
import { countOf, type Work, workItems } from '#web/parts/todo-list.ts'

function work(lines: string[], totals: Partial<Record<TodoGroup, number>> = {}): Work {
  const groups = new Map<TodoGroup, CommitmentRow[]>()
  for (const line of lines) {
    const [head = '', tail = ''] = line.split(': ')
    const [number, day] = head.split(' ')
    const row = { id: number, number, duty: { dueOn: day === '-' ? null : day } } as unknown as CommitmentRow
    for (const group of tail.split(' ') as TodoGroup[]) groups.set(group, [...(groups.get(group) ?? []), row])
  }
  const listed = [...groups].map(([group, rows]) => ({ group, total: totals[group] ?? rows.length, rows }))
  return { today: '2026-03-05', groups: listed, documents: [] }
}

const shown = (w: Work) => workItems(w).map(({ row, groups }) => `${row.number}: ${groups.join(' ')}`)

describe('the work list', () => {
  test('has a commitment once, with its worst group first', () => {
    expect(shown(work(['1 2026-03-01: to-report overdue']))).toEqual(['1: overdue to-report'])
  })

  test('is sorted by consequence, then by due day, then by number', () => {
    const lines = [
      '4 2026-04-01: to-sign',
      '3 2026-03-09: to-report',
      '2 -: to-report',
      '5 2026-03-09: to-report',
      '1 2026-03-01: overdue',
    ]
    expect(shown(work(lines))).toEqual(['1: overdue', '4: to-sign', '3: to-report', '5: to-report', '2: to-report'])
  })

  test('is counted once per commitment, and says when there is more', () => {
    expect(countOf(work(['1 2026-03-01: to-report overdue', '2 -: to-sign']))).toEqual({ count: 2, atLeast: false })
    expect(countOf(work(['1 2026-03-01: overdue'], { overdue: 300 }))).toEqual({ count: 1, atLeast: true })
  })
})
