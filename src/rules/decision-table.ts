// A decision table: columns (each a value of the rule language), rows of cells, and what a row gives. Unknown values keep
// rows open, so the answer is a pair of bounds when it is not one number. Score bands are such tables.
import { z } from 'zod'
import { type Cell, type CellValue, cellHolds, cellRule, parseCell } from '#rules/table-cell.ts'

export const TableRow = z
  .object({
    cells: z.array(z.string()),
    /** What the row gives: one number, or bounds between which an expert chooses. */
    points: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    note: z.string().optional(),
  })
  .refine((row) => (row.points === undefined) === (row.low !== undefined && row.high !== undefined), {
    message: 'a row gives points, or low and high',
  })
export type TableRow = z.infer<typeof TableRow>

export const DecisionTable = z
  .object({
    hit: z.enum(['unique', 'first', 'collect']),
    /** Only with collect. */
    gather: z.enum(['sum', 'min', 'max', 'count']).optional(),
    columns: z
      .array(
        z.object({
          title: z.string(),
          value: z.string(),
          type: z.enum(['number', 'date', 'boolean', 'choice']),
          /** All words the column can hold; without them any other word is possible too. */
          choices: z.array(z.string()).optional(),
        }),
      )
      .min(1),
    rows: z.array(TableRow).min(1),
  })
  .superRefine((table, context) => {
    if ((table.hit === 'collect') !== (table.gather !== undefined))
      context.addIssue({ code: 'custom', message: 'collect says how it gathers; the others do not' })
    table.rows.forEach((row, i) => {
      if (row.cells.length !== table.columns.length)
        context.addIssue({ code: 'custom', path: ['rows', i], message: 'a cell for each column' })
      table.columns.forEach((column, k) => {
        const text = row.cells[k]
        if (text !== undefined && !parseCell(text, column.type))
          context.addIssue({
            code: 'custom',
            path: ['rows', i, 'cells', k],
            message: `no cell for ${column.type}: ${text}`,
          })
      })
    })
  })
export type DecisionTable = z.infer<typeof DecisionTable>

export type Bounds = { low: number; high: number }

/** Bounds meet when all is known; null: no row applies. With unique, several sure rows are a clash and give null. */
export type TableAnswer = {
  bounds: Bounds | null
  /** For each row: it applies, it does not, or it is not known; and the title of the first column that speaks against it. */
  rows: { holds: boolean | null; against: string | null }[]
  clash: boolean
}

export function cellsOf(table: DecisionTable): Cell[][] {
  return table.rows.map((row) =>
    row.cells.map((text, k) => {
      const cell = parseCell(text, table.columns[k]?.type ?? 'number')
      if (!cell) throw new Error(`not a cell of a decision table: ${text}`)
      return cell
    }),
  )
}

/** `values` in the order of the columns. */
export function evaluateTable(table: DecisionTable, values: readonly CellValue[]): TableAnswer {
  const rows = cellsOf(table).map((cells) => {
    const answers = cells.map((cell, k) => cellHolds(cell, values[k] ?? null, table.columns[k]?.type ?? 'number'))
    const no = answers.indexOf(false)
    return { holds: and(answers), against: no < 0 ? null : (table.columns[no]?.title ?? null) }
  })
  return answerOf(table, rows)
}

/** From the rows' own answers, however they were found. */
export function answerOf(table: DecisionTable, rows: TableAnswer['rows']): TableAnswer {
  const holds = rows.map((row) => row.holds)
  const clash = table.hit === 'unique' && holds.filter((is) => is === true).length > 1
  if (table.hit === 'collect') return { bounds: gathered(table, holds), rows, clash }
  return { bounds: clash ? null : hull(candidates(table, holds)), rows, clash }
}

/** The rows that may be the one: those not ruled out, up to the first sure one; a sure row of a unique table is alone. */
function candidates(table: DecisionTable, holds: readonly (boolean | null)[]): Bounds[] {
  const sure = holds.indexOf(true)
  if (table.hit === 'unique' && sure >= 0) return [rowBounds(table, sure)]
  const last = sure < 0 ? holds.length - 1 : sure
  return holds.flatMap((is, i) => (i <= last && is !== false ? [rowBounds(table, i)] : []))
}

export function rowBounds(table: DecisionTable, index: number): Bounds {
  const row = table.rows[index]
  return { low: row?.points ?? row?.low ?? 0, high: row?.points ?? row?.high ?? 0 }
}

function hull(all: readonly Bounds[]): Bounds | null {
  if (all.length === 0) return null
  return { low: Math.min(...all.map((b) => b.low)), high: Math.max(...all.map((b) => b.high)) }
}

function gathered(table: DecisionTable, holds: readonly (boolean | null)[]): Bounds | null {
  const sure = holds.flatMap((is, i) => (is === true ? [rowBounds(table, i)] : []))
  const open = holds.flatMap((is, i) => (is === null ? [rowBounds(table, i)] : []))
  const how = table.gather ?? 'sum'
  if (how === 'count') return { low: sure.length, high: sure.length + open.length }
  if (how === 'sum') return summed(sure, open)
  if (sure.length === 0) return hull(open)
  const pick = how === 'min' ? Math.min : Math.max
  const low = pick(...sure.map((b) => b.low))
  const high = pick(...sure.map((b) => b.high))
  return how === 'min'
    ? { low: Math.min(low, ...open.map((b) => b.low)), high }
    : { low, high: Math.max(high, ...open.map((b) => b.high)) }
}

function summed(sure: readonly Bounds[], open: readonly Bounds[]): Bounds {
  const total = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0)
  return {
    low: total(sure.map((b) => b.low)) + total(open.map((b) => Math.min(0, b.low))),
    high: total(sure.map((b) => b.high)) + total(open.map((b) => Math.max(0, b.high))),
  }
}

export function and(answers: readonly (boolean | null)[]): boolean | null {
  return answers.includes(false) ? false : answers.includes(null) ? null : true
}

export function or(answers: readonly (boolean | null)[]): boolean | null {
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}

/** Each row as one condition of the rule language; a row of nothing but "-" is `true`. */
export function rowRules(table: DecisionTable): string[] {
  return cellsOf(table).map((cells) => {
    const parts = cells.map((cell, k) =>
      cellRule(cell, table.columns[k]?.value ?? '', table.columns[k]?.type ?? 'number'),
    )
    const said = parts.filter((part) => part !== null)
    return said.length === 0 ? 'true' : said.join(' and ')
  })
}

/** The table as text, a line for each row, for a person to read. */
export function printTable(table: DecisionTable): string {
  const policy = { unique: '唯一', first: '首行', collect: '汇总' }[table.hit]
  const head = [policy, ...table.columns.map((column) => column.title), '得分']
  const rows = table.rows.map((row, i) => {
    const { low, high } = rowBounds(table, i)
    return [String(i + 1), ...row.cells, low === high ? String(low) : `${low}–${high}`]
  })
  return [head, ...rows].map((line) => `| ${line.join(' | ')} |`).join('\n')
}
