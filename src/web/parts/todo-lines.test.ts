// The two kinds of work in one list, in one-line notation: `group day`.

import { expect, test } from 'vitest'
import type { CommitmentRow, TodoGroup } from '#contract/overview.ts'
import { allByConsequence, countLines, todoLines, totalsOf } from '#web/parts/todo-lines.ts'
import { byConsequence, type Work } from '#web/parts/todo-list.ts'
import { type RegisterItem, type RegisterWork, registerItems, type Suggested } from '#web/parts/todo-registers.ts'

function work(...lines: string[]): Work {
  const groups = lines.map((line, i) => {
    const [group = '', dueOn = null] = line.split(' ')
    const row = { id: `c${i}`, number: String(i), duty: { dueOn } } as unknown as CommitmentRow
    return { group: group as TodoGroup, total: 1, rows: [row] }
  })
  return { today: '2026-03-05', groups, documents: [] }
}
const items = (...lines: string[]): RegisterItem[] =>
  lines.map((line, i) => {
    const [group, dueOn = null] = line.split(' ')
    return { id: `r${i}`, group, dueOn } as unknown as RegisterItem
  })

test('every group of commitments has its place, in the same order as among themselves', () => {
  expect(allByConsequence.filter((group) => byConsequence.includes(group as TodoGroup))).toEqual(byConsequence)
})

test('lines of both kinds are sorted by consequence, then by day', () => {
  const lines = todoLines(
    work('to-report 2026-03-01', 'overdue 2026-02-01', 'to-review'),
    items(
      'suggestion',
      'check-late 2026-03-04',
      'to-check 2026-03-09',
      'instruction-late 2026-03-01',
      'to-check 2026-03-08',
    ),
  )
  expect(lines.map(({ groups }) => groups[0])).toEqual([
    ...['overdue', 'instruction-late', 'check-late', 'to-check', 'to-check', 'to-report', 'to-review', 'suggestion'],
  ])
  expect(lines.filter(({ groups }) => groups[0] === 'to-check').map(({ dueOn }) => dueOn)).toEqual([
    '2026-03-08',
    '2026-03-09',
  ])
})

test('lines are counted together, groups one by one', () => {
  const [all, own] = [work('overdue 2026-02-01'), items('owed', 'owed', 'suggestion')]
  expect(countLines(all, own)).toEqual({ count: 4, atLeast: false })
  expect([...totalsOf(all, own)]).toEqual([
    ['overdue', 1],
    ['owed', 2],
    ['suggestion', 1],
  ])
})

test('what waits becomes a line with its group', () => {
  const place = { register: 'investment', entry: 'e', title: '储能' }
  const check = { ...place, crossing: 'x', version: 1, check: 'land', asks: '用地' }
  const instruction = { ...place, version: 1, text: '', by: '', on: '', dueOn: null }
  const waiting: RegisterWork = {
    toCheck: [
      { ...check, dueOn: '2026-03-01', late: true },
      { ...check, check: 'safety', dueOn: '2026-04-01', late: false },
    ],
    returned: [{ ...check, unit: 'u', remark: null }],
    lateElsewhere: [{ ...check, unit: 'u', dueOn: '2026-03-01' }],
    owed: [{ ...place, climb: 's', version: 1, kind: '图', dueOn: '2026-03-01', late: true }],
    instructions: [
      { ...instruction, remark: '1', late: true, state: 'unanswered' },
      { ...instruction, remark: '2', late: true, state: 'answered' },
    ],
  }
  const proposes = { kind: 'add', register: 'r', values: {} }
  const suggested = { register: 'investment', title: '储能', suggestion: { id: 'g', proposes, from: { entry: 'e' } } }
  const lines = registerItems(waiting, [suggested as unknown as Suggested])
  expect(lines.map(({ group, unit, entry }) => [group, unit, entry].join(' '))).toEqual([
    'check-late  e',
    'to-check  e',
    'check-returned u e',
    'late-elsewhere u e',
    'owed-late  e',
    'instruction-late  e',
    'instruction-answered  e',
    'suggestion  e',
  ])
  expect(new Set(lines.map(({ id }) => id)).size).toBe(7)
})
