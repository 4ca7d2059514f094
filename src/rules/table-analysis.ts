// What is wrong with a decision table as a whole: inputs no row takes (gaps) and inputs two rows take (overlaps), found by
// exact reasoning over the pieces of each column, each with one input that shows it. All columns are taken as independent.
import { cellsOf, type DecisionTable } from '#rules/decision-table.ts'
import { type Cell, type CellValue, cellHolds, type Piece, piecesOf } from '#rules/table-cell.ts'

export type Gap = { where: string[]; witness: CellValue[] }
export type Overlap = { rows: [number, number]; witness: CellValue[] }
export type TableFindings = { gaps: Gap[]; overlaps: Overlap[]; more: boolean }

type Found = { gaps: Gap[]; overlaps: Map<string, CellValue[]>; more: boolean }
type Run = { text: string; sample: CellValue; live: number[] }

const mostGaps = 50

/** At most 50 gaps; `more` says that there are others. Overlaps: one for each pair of rows, numbered from 0. */
export function analyseTable(table: DecisionTable): TableFindings {
  const cells = cellsOf(table)
  const known = new Map<string, Found>()
  const below = (k: number, live: number[]): Found => {
    const key = `${k}:${live.join()}`
    const found = known.get(key) ?? look(table, cells, k, live, below)
    known.set(key, found)
    return found
  }
  const found = below(
    0,
    cells.map((_, i) => i),
  )
  const overlaps = [...found.overlaps].map(([pair, witness]): Overlap => {
    const [a = 0, b = 0] = pair.split(',').map(Number)
    return { rows: [a, b], witness }
  })
  return { gaps: found.gaps, overlaps, more: found.more }
}

function look(
  table: DecisionTable,
  cells: Cell[][],
  k: number,
  live: number[],
  below: (k: number, live: number[]) => Found,
): Found {
  if (k === table.columns.length) return end(live)
  const found: Found = { gaps: [], overlaps: new Map(), more: false }
  for (const run of runsOf(table, cells, k, live)) {
    const rest = below(k + 1, run.live)
    for (const gap of rest.gaps)
      found.gaps.push({ where: [run.text, ...gap.where], witness: [run.sample, ...gap.witness] })
    for (const [pair, witness] of rest.overlaps)
      if (!found.overlaps.has(pair)) found.overlaps.set(pair, [run.sample, ...witness])
    found.more ||= rest.more
  }
  if (found.gaps.length > mostGaps) return { ...found, gaps: found.gaps.slice(0, mostGaps), more: true }
  return found
}

function end(live: number[]): Found {
  const pairs = live.flatMap((a, i) => live.slice(i + 1).map((b): [string, CellValue[]] => [`${a},${b}`, []]))
  return { gaps: live.length === 0 ? [{ where: [], witness: [] }] : [], overlaps: new Map(pairs), more: false }
}

/** Neighbouring pieces that keep the same rows are one run. */
function runsOf(table: DecisionTable, cells: Cell[][], k: number, live: number[]): Run[] {
  const column = table.columns[k]
  const type = column?.type ?? 'number'
  const inColumn = live.map((i) => cells[i]?.[k] ?? { kind: 'any' as const })
  const runs: (Run & { pieces: Piece[] })[] = []
  for (const piece of piecesOf(inColumn, type, column?.choices ?? null)) {
    const kept = live.filter((_, i) => cellHolds(inColumn[i] ?? { kind: 'any' }, piece.sample, type) === true)
    const last = runs.at(-1)
    if (last && last.live.join() === kept.join()) last.pieces.push(piece)
    else runs.push({ text: '', sample: piece.sample, live: kept, pieces: [piece] })
  }
  return runs.map(({ pieces, ...run }) => ({ ...run, text: sayRun(pieces) }))
}

function sayRun(pieces: readonly Piece[]): string {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) return '-'
  if (pieces.length === 1) return first.text
  if (first.from === null && first.to === null) return pieces.map((piece) => piece.text).join(', ')
  const closed = (piece: Piece) => piece.from !== null && piece.from === piece.to
  if (first.from === null && last.to === null) return '-'
  if (first.from === null) return `${closed(last) ? '<=' : '<'} ${last.to}`
  if (last.to === null) return `${closed(first) ? '>=' : '>'} ${first.from}`
  return `${closed(first) ? '[' : '('}${first.from}..${last.to}${closed(last) ? ']' : ')'}`
}

/** For a table whose rows must exclude each other, an overlap is a fault; for the others it is only worth knowing. */
export function tableFaults(table: DecisionTable): TableFindings {
  const findings = analyseTable(table)
  if (table.hit === 'unique') return findings
  return { ...findings, overlaps: [], gaps: table.hit === 'collect' ? [] : findings.gaps }
}
