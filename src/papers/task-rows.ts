// The rows of a 任务分解表 as commitments: what the words of a row say is read by the reading floor; its columns say whose
// work it is and by when, and a row in which no words speak is a task (兑现奖补资金) or a figure (增速 ⇥ % ⇥ 8) all the same.

import { parsePartialDay } from '#base/period.ts'
import type { Paper } from '#papers/paper.ts'
import { figureOf } from '#papers/task-figures.ts'
import type { PaperCell, PaperTable } from '#papers/writing.ts'
import { type ColumnMeaning, columnMeaning, noWork } from '#reading/columns.ts'
import { blankDraft, implied } from '#reading/draft.ts'
import { asOwners, type Body, bodiesOfCell, giveOwners, roleOfHeading } from '#reading/owners.ts'
import { type ReadOptions, readStatements } from '#reading/read.ts'
import type { OwnerRole, Statement } from '#reading/statement.ts'
import { dayOf } from '#reading/task-columns.ts'

/** Everything read in a paper, in text order; like `readStatements`, and with the columns of its task tables. Pure. */
export function readPaper(paper: Pick<Paper, 'text' | 'tables'>, options: ReadOptions): Statement[] {
  const statements = readStatements(paper.text, options)
  const tables = paper.tables.flatMap((table) => taskTable(table) ?? [])
  if (tables.length === 0) return statements
  const outside: Statement[] = []
  const inside = new Map<PaperTable, Statement[]>(tables.map(({ table }) => [table, []]))
  for (const statement of statements) {
    const home = tables.find(({ table }) => statement.start >= table.start && statement.end <= table.end)
    ;(home ? inside.get(home.table)! : outside).push(statement)
  }
  const read = tables.flatMap((table) => readRows(table, inside.get(table.table)!, options.date))
  return [...outside, ...read].sort((a, b) => a.start - b.start || a.end - b.end)
}

type TaskTable = { table: PaperTable; meanings: (ColumnMeaning | null)[]; roles: OwnerRole[] }

/** A table whose heading names things to do and who does them or by when. */
function taskTable(table: PaperTable): TaskTable | null {
  const meanings = table.header?.map(({ text }) => columnMeaning(text)) ?? []
  const roles = table.header?.map(({ text }) => roleOfHeading(text)) ?? []
  const names = (...wanted: ColumnMeaning[]) => wanted.some((one) => meanings.includes(one))
  return names('task', 'steps', 'target') && names('lead', 'due', 'person', 'leader')
    ? { table, meanings, roles }
    : null
}

/** One row by what its cells mean; several columns of one meaning (措施, 推进计划) keep their order. */
type Row = { cells: PaperCell[]; of(meaning: ColumnMeaning): PaperCell[]; roles: OwnerRole[] }
/** A cell with the rows it speaks for: more than one when it is merged. */
type Held = { cell: PaperCell; meaning: ColumnMeaning | null; rows: Row[] }

function rowsOf({ table, meanings, roles }: TaskTable): Row[] {
  return table.rows.map((cells) => ({
    cells,
    roles,
    of: (meaning) => cells.filter((cell, at) => meanings[at] === meaning && cell.text !== ''),
  }))
}

/** The cells that have words, in text order. */
function heldCells(rows: readonly Row[], { meanings }: TaskTable): Held[] {
  const held = new Map<number, Held>()
  for (const row of rows) {
    for (const [at, cell] of row.cells.entries()) {
      if (cell.text === '') continue
      const known = held.get(cell.start)
      if (known) known.rows.push(row)
      else held.set(cell.start, { cell, meaning: meanings[at] ?? null, rows: [row] })
    }
  }
  return [...held.values()].sort((a, b) => a.cell.start - b.cell.start)
}

/** The cells a statement reaches into. */
function touched(held: readonly Held[], { start, end }: Statement): Held[] {
  let low = 0
  let high = held.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (held[middle]!.cell.end <= start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < held.length && held[to]!.cell.start < end) to += 1
  return held.slice(low, to)
}

function readRows(taskTable: TaskTable, statements: Statement[], date: string | null): Statement[] {
  const rows = rowsOf(taskTable)
  const held = heldCells(rows, taskTable)
  const figures = new Set(rows.flatMap((row) => (rowFigure(row) ? row.of('target').slice(0, 1) : [])))
  const spoken = new Set<PaperCell>()
  const found: Statement[] = []
  for (const statement of statements) {
    const cells = touched(held, statement)
    if (cells.length > 0 && cells.every(({ cell, meaning }) => noWork.has(meaning) || figures.has(cell))) continue
    if (statement.kind !== 'fact') for (const { cell } of cells) spoken.add(cell)
    found.push(withDuty(statement, cells, date))
  }
  const shared = new Set(held.filter(({ rows: many }) => many.length > 1).map(({ cell }) => cell))
  return [...found, ...rows.flatMap((row) => silentRow(row, { spoken, shared, date }) ?? [])]
}

/** A cell merged over several rows takes who and when only where all of them agree. */
function withDuty(statement: Statement, cells: readonly Held[], date: string | null): Statement {
  const own = [...new Set(cells.flatMap(({ rows }) => rows))]
  if (own.length === 0 || statement.kind === 'fact' || statement.kind === 'roster') return statement
  const { owner, owners, deadline, parts } = dutyOf(own, date)
  const next = { ...statement, parts: { ...statement.parts } }
  if (owners.length > 0) giveOwners(next, owners)
  if (next.parts.owner?.certainty !== 'stated' && own.some((row) => row.of('lead').length > 0)) {
    next.owner = owner
    if (parts.owner) next.parts.owner = parts.owner
    else delete next.parts.owner
  }
  if (next.parts.deadline?.certainty !== 'stated' && own.some((row) => row.of('due').length > 0)) {
    next.deadline = deadline
    if (parts.deadline) next.parts.deadline = parts.deadline
    else delete next.parts.deadline
  }
  return next
}

type Duty = Pick<Statement, 'owner' | 'owners' | 'deadline' | 'parts'>

function dutyOf(rows: Row[], date: string | null): Duty {
  const leads = rows.map((row) => row.of('lead')[0])
  const dues = rows.map((row) => row.of('due')[0])
  const lead = agreed(leads) ?? null
  const due = agreed(dues) ?? null
  const deadline = due && dayOf(due.text, date === null ? null : parsePartialDay(date))
  const parts: Statement['parts'] = {}
  if (lead) parts.owner = implied(lead, 'responsible-unit')
  if (due && deadline) parts.deadline = implied(due, 'time-limit')
  const owner = lead?.text.replaceAll(/\s+/g, lead.text.includes('、') ? '' : '、') ?? null
  return { owner, owners: asOwners(bodiesOf(rows), 'implied', 'column'), deadline, parts }
}

/** The bodies in the columns of those who lead, answer and help, where all the rows agree on them. */
function bodiesOf(rows: readonly Row[]): Body[] {
  return (['lead', 'supporting'] as const).flatMap((meaning) => {
    const first = rows[0]!.of(meaning)
    return first.flatMap((cell, at) => {
      if (!agreed(rows.map((row) => row.of(meaning)[at]))) return []
      return bodiesOfCell(cell, rows[0]!.roles[rows[0]!.cells.indexOf(cell)] ?? 'responsible')
    })
  })
}

function agreed(cells: (PaperCell | undefined)[]): PaperCell | undefined {
  return new Set(cells.map((cell) => cell?.text)).size === 1 ? cells[0] : undefined
}

function rowFigure(row: Row): Statement | null {
  return figureOf(row.of('task').at(-1), row.of('target')[0], row.of('unit')[0])
}

type Told = { spoken: ReadonlySet<PaperCell>; shared: ReadonlySet<PaperCell>; date: string | null }

/** A row that no statement speaks for, as its figure or its task; null when it has neither. */
function silentRow(row: Row, { spoken, shared, date }: Told): Statement | null {
  const [task, steps] = [row.of('task').at(-1), row.of('steps')[0]]
  const among = task !== undefined && shared.has(task)
  const cell = among && steps ? steps : (task ?? steps ?? row.of('target')[0])
  if (!cell || cell.text.length < 2) return null
  if ([cell, ...(among ? [] : row.of('steps')), ...row.of('target')].some((each) => spoken.has(each))) return null
  const { owner, owners, deadline, parts } = dutyOf([row], date)
  const figure = rowFigure(row)
  if (figure) return { ...figure, owner, owners, deadline, parts: { ...figure.parts, ...parts } }
  const title = cell.text.replaceAll(/\s+/g, '')
  return { ...blankDraft('task', { start: cell.start, end: cell.end }), title, owner, owners, deadline, parts }
}
