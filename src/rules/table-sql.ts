// A decision table as SQL: the low and the high end of what it may give, from each row's condition already as SQL.
// Equal ends are the answer; NULL means no row applies. LEAST and GREATEST of PostgreSQL skip NULLs, which is wanted here.
import { type DecisionTable, rowBounds } from '#rules/decision-table.ts'

/** `rows`: a three-valued SQL condition for each row of the table. */
export function tableSql(table: DecisionTable, rows: readonly string[]): { low: string; high: string } {
  return { low: endSql(table, rows, 'low'), high: endSql(table, rows, 'high') }
}

/** The plain form, for tables that give one number: NULL while anything that matters is unknown. */
export function tableCase(table: DecisionTable, rows: readonly string[]): string {
  const { low, high } = tableSql(table, rows)
  return `CASE WHEN ${low} = ${high} THEN ${low} END`
}

function endSql(table: DecisionTable, rows: readonly string[], end: 'low' | 'high'): string {
  if (table.hit === 'collect') return gatherSql(table, rows, end)
  const worth = (i: number) => rowBounds(table, i)[end]
  const pick = end === 'low' ? 'LEAST' : 'GREATEST'
  if (table.hit === 'first')
    return `${pick}(${rows.map((row, i) => mayBeFirst(rows.slice(0, i), row, worth(i))).join(', ')})`
  const sure = rows.map((row, i) => `WHEN (${row}) THEN ${worth(i)}`).join(' ')
  const open = rows.map((row, i) => `CASE WHEN (${row}) IS NOT FALSE THEN ${worth(i)} END`).join(', ')
  const clash = rows.map((row) => `CASE WHEN (${row}) THEN 1 ELSE 0 END`).join(' + ')
  return `CASE WHEN ${clash} > 1 THEN NULL ${sure} ELSE ${pick}(${open}) END`
}

function mayBeFirst(before: readonly string[], row: string, worth: number): string {
  const conditions = [...before.map((other) => `(${other}) IS NOT TRUE`), `(${row}) IS NOT FALSE`]
  return `CASE WHEN ${conditions.join(' AND ')} THEN ${worth} END`
}

function gatherSql(table: DecisionTable, rows: readonly string[], end: 'low' | 'high'): string {
  const how = table.gather ?? 'sum'
  const worth = (i: number) => (how === 'count' ? 1 : rowBounds(table, i)[end])
  if (how === 'sum' || how === 'count') {
    const open = (i: number) => (end === 'low' ? Math.min(0, worth(i)) : Math.max(0, worth(i)))
    return `(${rows.map((row, i) => `CASE WHEN (${row}) THEN ${worth(i)} WHEN (${row}) IS NULL THEN ${open(i)} ELSE 0 END`).join(' + ')})`
  }
  const pick = how === 'min' ? 'LEAST' : 'GREATEST'
  const sure = `${pick}(${rows.map((row, i) => `CASE WHEN (${row}) THEN ${worth(i)} END`).join(', ')})`
  const open = (which: string) =>
    `${which}(${rows.map((row, i) => `CASE WHEN (${row}) IS NOT FALSE THEN ${worth(i)} END`).join(', ')})`
  const openCounts = (how === 'min') === (end === 'low')
  if (openCounts) return open(pick)
  return `COALESCE(${sure}, ${open(end === 'low' ? 'LEAST' : 'GREATEST')})`
}
