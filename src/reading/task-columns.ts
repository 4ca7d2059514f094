// A 任务分解表 inside plain text or a page: its heading row (序号 · 目标任务 · 牵头单位 · 完成时限) says what each column holds,
// so that a row's statements take its body and its last day, and the cells that only say who and when are no statements.
import type { Day } from '#base/period.ts'
import type { Span } from '#base/span.ts'
import { type Block, rawSpan } from '#reading/clean.ts'
import { type ColumnMeaning, columnMeaning, headingCount, noWork } from '#reading/columns.ts'
import { readDate } from '#reading/dates.ts'
import { blankDraft, implied } from '#reading/draft.ts'
import { asOwners, bodiesOfCell, roleOfHeading } from '#reading/owners.ts'
import type { OwnerRole, Statement } from '#reading/statement.ts'

/** A cell with its raw span and the number of its column. */
interface Cell extends Span {
  text: string
  column: number
}
interface Row extends Span {
  cells: Cell[]
}
type Named = { cell: Cell; meaning: ColumnMeaning | null; role: OwnerRole }
/** What a column holds, and the role its heading gives to the bodies in it. */
type Column = { meaning: ColumnMeaning | null; role: OwnerRole }

/** The statements of a text with what the headings of its task tables say of their rows. Linear in blocks and statements. */
export function fillColumns(text: string, blocks: Block[], statements: Statement[], date: Day | null): Statement[] {
  const rows = rowsOf(text, blocks)
  if (rows.length < 2) return statements
  const kept: Statement[] = []
  let columns: Column[] | null = null
  let next = 0
  for (const row of rows) {
    while (next < statements.length && statements[next]!.start < row.start) kept.push(statements[next++]!)
    const from = next
    while (next < statements.length && statements[next]!.start < row.end) next++
    const inside = statements.slice(from, next)
    if (headingCount(row.cells.map((cell) => cell.text)) >= 2) columns = columnsOf(row)
    else kept.push(...(columns ? readRow(row, columns, inside, date) : inside))
  }
  return [...kept, ...statements.slice(next)]
}

/** The headings of a table that names things to do and who does them or by when; null for any other table. */
function columnsOf({ cells }: Row): Column[] | null {
  const columns: Column[] = []
  for (const { column, text } of cells) columns[column] = { meaning: columnMeaning(text), role: roleOfHeading(text) }
  const names = (...wanted: ColumnMeaning[]) => columns.some(({ meaning }) => meaning && wanted.includes(meaning))
  return names('task', 'steps', 'target') && names('lead', 'due') ? columns : null
}

// Rows are blocks with tabs, or the cells between two <tr>; any other block ends the table.
function rowsOf(text: string, blocks: Block[]): Row[] {
  const rows: Row[] = []
  let end = 0
  for (const block of blocks) {
    if (block.text.includes('\t')) rows.push(tabbed(text, block))
    else {
      const gap = text.slice(Math.max(end, block.start - 2000), block.start)
      const cells = gap.match(/<t[dh]\b/gi)?.length ?? 0
      const opens = gap.lastIndexOf('<tr')
      const last = rows.at(-1)
      const cell = { text: block.text, start: block.start, end: block.end }
      if (opens >= 0 && cells > 0) {
        const column = (gap.slice(opens).match(/<t[dh]\b/gi)?.length ?? 1) - 1
        rows.push({ start: block.start, end: block.end, cells: [{ ...cell, column }] })
      } else if (cells > 0 && last) {
        last.cells.push({ ...cell, column: last.cells.at(-1)!.column + cells })
        last.end = block.end
      }
    }
    end = block.end
  }
  return rows
}

// An empty cell (two tabs in a row) is a column too; the clean text keeps only one of its tabs, so they are counted in the raw.
function tabbed(text: string, block: Block): Row {
  const cells: Cell[] = []
  let at = 0
  let column = tabsBefore(text, block.start)
  let steps = 0
  for (const words of block.text.split('\t')) {
    if (words !== '') {
      const span = rawSpan(text, block, at, at + words.length)
      const last = cells.at(-1)
      column += Math.max(last ? tabsIn(text, last.end, span.start) : 0, steps)
      cells.push({ ...span, text: words, column })
      steps = 0
    }
    steps++
    at += words.length + 1
  }
  return { start: block.start, end: block.end, cells }
}

function tabsBefore(text: string, start: number): number {
  let from = start
  while (from > 0 && start - from < 40 && '\t \u3000'.includes(text[from - 1]!)) from--
  return tabsIn(text, from, start)
}

function tabsIn(text: string, from: number, to: number): number {
  let tabs = 0
  for (let at = from; at < Math.min(to, from + 40); at++) if (text.charCodeAt(at) === 9) tabs++
  return tabs
}

function readRow(row: Row, columns: Column[], inside: Statement[], date: Day | null): Statement[] {
  const named = row.cells.map((cell): Named => ({ cell, ...(columns[cell.column] ?? unnamed) }))
  const found = inside.filter((statement) => !noWork.has(meaningAt(named, statement)))
  const task = named.findLast(({ meaning, cell }) => meaning === 'task' && cell.text.length >= 4)?.cell
  const spoken = found.some((statement) => statement.kind !== 'fact' && statement.kind !== 'roster')
  if (task && !spoken && !found.some((each) => each.start < task.end && task.start < each.end))
    found.push({ ...blankDraft('task', task), title: task.text })
  return found.map((statement) => withDuty(statement, named, date)).sort((a, b) => a.start - b.start || a.end - b.end)
}

const unnamed: Column = { meaning: null, role: 'responsible' }

function meaningAt(named: Named[], { start }: Span): ColumnMeaning | null {
  return named.find(({ cell }) => start >= cell.start && start < cell.end)?.meaning ?? null
}

function withDuty(statement: Statement, named: Named[], date: Day | null): Statement {
  if (statement.kind === 'fact' || statement.kind === 'roster') return statement
  const lead = named.find(({ meaning }) => meaning === 'lead')?.cell
  const due = named.find(({ meaning }) => meaning === 'due')?.cell
  const day = due && dayOf(due.text, date)
  const next = { ...statement, parts: { ...statement.parts } }
  if (lead) {
    next.owner = lead.text
    next.parts.owner = implied(lead, 'responsible-unit')
  }
  const bodies = named.flatMap(({ cell, meaning, role }) =>
    meaning === 'lead' || meaning === 'supporting' ? bodiesOfCell(cell, role) : [],
  )
  if (bodies.length > 0) next.owners = asOwners(bodies, 'implied', 'column')
  if (due && day && statement.parts.deadline?.certainty !== 'stated') {
    next.deadline = day
    next.parts.deadline = implied(due, 'time-limit')
    if (statement.parts.period?.certainty === 'implied') {
      next.period = null
      delete next.parts.period
    }
  }
  return next
}

/** 9月底, 2026年6月30日前, 年底; what is no day (长期坚持) gives none. */
export function dayOf(words: string, date: Day | null): string | null {
  const plain = words.replaceAll(/\s+/g, '')
  const read = readDate(plain, 0, date)
  return read?.period && /^(前|之前|以前|底|底前|完成|前完成)?$/.test(plain.slice(read.end)) ? read.period.to : null
}
