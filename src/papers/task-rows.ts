// The rows of a 任务分解表 as commitments: what the words of a row say is read by the reading floor; its columns say whose
// work it is and by when, and a row in which no words speak is a task (兑现奖补资金) or a figure (增速 ⇥ % ⇥ 8) all the same.

import { parseDay } from '#base/period.ts'
import { type ColumnMeaning, columnMeaning } from '#papers/columns.ts'
import type { Paper } from '#papers/paper.ts'
import { figureOf } from '#papers/task-figures.ts'
import type { PaperCell, PaperTable } from '#papers/writing.ts'
import { readDate } from '#reading/dates.ts'
import { blankDraft, implied } from '#reading/draft.ts'
import { readStatements } from '#reading/read.ts'
import type { Statement } from '#reading/statement.ts'

/** Everything read in a paper, in text order; like `readStatements`, and with the columns of its task tables. Pure. */
export function readPaper(paper: Pick<Paper, 'text' | 'tables'>, options: { date: string | null }): Statement[] {
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

type TaskTable = { table: PaperTable; meanings: (ColumnMeaning | null)[] }

/** A table whose heading names things to do and who does them or by when. */
function taskTable(table: PaperTable): TaskTable | null {
  const meanings = table.header?.map(({ text }) => columnMeaning(text)) ?? []
  const names = (...wanted: ColumnMeaning[]) => wanted.some((one) => meanings.includes(one))
  return names('task', 'steps', 'target') && names('lead', 'due', 'person', 'leader') ? { table, meanings } : null
}

/** One row by what its cells mean; several columns of one meaning (措施, 推进计划) keep their order. */
type Row = { cells: PaperCell[]; of(meaning: ColumnMeaning): PaperCell[] }

function rowsOf({ table, meanings }: TaskTable): Row[] {
  return table.rows.map((cells) => ({
    cells,
    of: (meaning) => cells.filter((cell, at) => meanings[at] === meaning && cell.text !== ''),
  }))
}

const dutyMeanings = ['ordinal', 'lead', 'supporting', 'leader', 'person', 'start', 'due', 'unit'] as const

function readRows(taskTable: TaskTable, statements: Statement[], date: string | null): Statement[] {
  const rows = rowsOf(taskTable)
  const dutyCells = rows.flatMap((row) => dutyMeanings.flatMap((meaning) => row.of(meaning)))
  const figures = rows.flatMap((row) => (rowFigure(row) ? row.of('target').slice(0, 1) : []))
  const work = statements.filter((one) => ![...dutyCells, ...figures].some((cell) => within(one, cell)))
  const found = work.map((one) => withDuty(one, rows, date))
  return [...found, ...rows.flatMap((row) => silentRow(row, work, rows, date) ?? [])]
}

function within({ start, end }: { start: number; end: number }, cell: PaperCell): boolean {
  return start >= cell.start && end <= cell.end
}

/** A cell merged over several rows takes who and when only where all of them agree. */
function withDuty(statement: Statement, rows: Row[], date: string | null): Statement {
  const own = rows.filter(({ cells }) => cells.some((cell) => cell.text !== '' && touches(statement, cell)))
  if (own.length === 0 || statement.kind === 'fact' || statement.kind === 'roster') return statement
  const { owner, deadline, parts } = dutyOf(own, date)
  const next = { ...statement, parts: { ...statement.parts } }
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

function touches({ start, end }: Statement, cell: PaperCell): boolean {
  return start < cell.end && end > cell.start
}

type Duty = Pick<Statement, 'owner' | 'deadline' | 'parts'>

function dutyOf(rows: Row[], date: string | null): Duty {
  const leads = rows.map((row) => row.of('lead')[0])
  const dues = rows.map((row) => row.of('due')[0])
  const lead = agreed(leads) ?? null
  const due = agreed(dues) ?? null
  const deadline = due && dayOf(due.text, date)
  const parts: Statement['parts'] = {}
  if (lead) parts.owner = implied(lead, 'responsible-unit')
  if (due && deadline) parts.deadline = implied(due, 'time-limit')
  const owner = lead?.text.replaceAll(/\s+/g, lead.text.includes('、') ? '' : '、') ?? null
  return { owner, deadline, parts }
}

function agreed(cells: (PaperCell | undefined)[]): PaperCell | undefined {
  return new Set(cells.map((cell) => cell?.text)).size === 1 ? cells[0] : undefined
}

/** 9月底, 2026年6月30日前, 年底; what is no day (长期坚持) gives none. */
function dayOf(text: string, date: string | null): string | null {
  const plain = text.replaceAll(/\s+/g, '')
  const read = readDate(plain, 0, date === null ? null : parseDay(date))
  return read?.period && /^(前|之前|以前|底|底前|完成|前完成)?$/.test(plain.slice(read.end)) ? read.period.to : null
}

function rowFigure(row: Row): Statement | null {
  return figureOf(row.of('task').at(-1), row.of('target')[0], row.of('unit')[0])
}

/** A row that no statement speaks for, as its figure or its task; null when it has neither. */
function silentRow(row: Row, statements: Statement[], rows: Row[], date: string | null): Statement | null {
  const [task, steps] = [row.of('task').at(-1), row.of('steps')[0]]
  const shared = task && rows.some((other) => other !== row && other.of('task').includes(task))
  const cell = shared && steps ? steps : (task ?? steps ?? row.of('target')[0])
  if (!cell || cell.text.length < 2) return null
  const spoken = [cell, ...(shared ? [] : row.of('steps')), ...row.of('target')]
  if (statements.some((one) => one.kind !== 'fact' && spoken.some((each) => touches(one, each)))) return null
  const { owner, deadline, parts } = dutyOf([row], date)
  const figure = rowFigure(row)
  if (figure) return { ...figure, owner, deadline, parts: { ...figure.parts, ...parts } }
  const words = { start: cell.start, end: cell.end }
  const title = cell.text.replaceAll(/\s+/g, '')
  return { ...blankDraft('task', words), title, owner, deadline, parts }
}
