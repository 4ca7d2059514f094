// One cell of a decision table: "-", ">= 0.3", "[5..10)", "甲","乙", true, or one date or number. The same cell answers
// for a value (three-valued), stands as a condition in the rule language, and lies on its column's axis.
import { addDecimals, compareDecimals, type Decimal, middle, parseDecimal, printDecimal } from '#rules/decimal-axis.ts'

export type ColumnType = 'number' | 'date' | 'boolean' | 'choice'

/** A value of a column: decimals and days as text, null when not known. */
export type CellValue = string | boolean | null

type Bound = { at: Decimal; closed: boolean }

export type Cell =
  | { kind: 'any' }
  | { kind: 'range'; from: Bound | null; to: Bound | null }
  | { kind: 'words'; words: string[] }
  | { kind: 'truth'; is: boolean }

const comparison = /^(>=|<=|>|<|=)\s*(.+)$/
const interval = /^([[(])\s*(.+?)\s*\.\.\s*(.+?)\s*([\])])$/
const quoted = /^"[^"]*"(\s*,\s*"[^"]*")*$/

/** Null when the text is no cell for such a column; an upper end below the lower one is none either. */
export function parseCell(text: string, type: ColumnType): Cell | null {
  const cell = text.trim()
  if (cell === '-') return { kind: 'any' }
  if (type === 'boolean') return cell === 'true' || cell === 'false' ? { kind: 'truth', is: cell === 'true' } : null
  if (type === 'choice') {
    if (!quoted.test(cell)) return null
    return { kind: 'words', words: [...cell.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '') }
  }
  return parseRange(cell, type)
}

function parseRange(cell: string, type: 'number' | 'date'): Cell | null {
  const between = interval.exec(cell)
  if (between) {
    const [, open, low = '', high = '', close] = between
    const from = onAxis(low, type)
    const to = onAxis(high, type)
    if (!from || !to || compareDecimals(from, to) > 0) return null
    return { kind: 'range', from: { at: from, closed: open === '[' }, to: { at: to, closed: close === ']' } }
  }
  const [, sign = '=', operand = cell] = comparison.exec(cell) ?? []
  const at = onAxis(operand, type)
  if (!at) return null
  const bound = { at, closed: sign.includes('=') }
  return { kind: 'range', from: sign.startsWith('<') ? null : bound, to: sign.startsWith('>') ? null : bound }
}

/** Days stand on the axis as whole numbers since 1970. */
export function onAxis(text: string, type: 'number' | 'date'): Decimal | null {
  if (type === 'number') return parseDecimal(text)
  const day = /^(?:date\("(\d{4}-\d{2}-\d{2})"\)|(\d{4}-\d{2}-\d{2}))$/.exec(text.trim())
  const at = new Date(`${day?.[1] ?? day?.[2]}T00:00:00Z`)
  if (!day || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== (day[1] ?? day[2])) return null
  return { digits: BigInt(at.getTime() / 86_400_000), scale: 0 }
}

export function offAxis(at: Decimal, type: 'number' | 'date'): string {
  if (type === 'number') return printDecimal(at)
  return new Date(Number(at.digits) * 86_400_000).toISOString().slice(0, 10)
}

/** Null: not known, because the value is not. */
export function cellHolds(cell: Cell, value: CellValue, type: ColumnType): boolean | null {
  if (cell.kind === 'any') return true
  if (value === null) return null
  if (cell.kind === 'truth') return value === cell.is
  if (cell.kind === 'words') return cell.words.includes(String(value))
  const at = onAxis(String(value), type === 'date' ? 'date' : 'number')
  if (!at) return null
  return within(cell, at)
}

export function within(cell: Extract<Cell, { kind: 'range' }>, at: Decimal): boolean {
  const low = cell.from ? compareDecimals(at, cell.from.at) : 1
  const high = cell.to ? compareDecimals(at, cell.to.at) : -1
  return (low > 0 || (low === 0 && !!cell.from?.closed)) && (high < 0 || (high === 0 && !!cell.to?.closed))
}

/** The cell as a condition of the rule language; null when it says nothing. */
export function cellRule(cell: Cell, value: string, type: ColumnType): string | null {
  const subject = /^[\p{L}\p{N}_]+$/u.test(value) ? value : `(${value})`
  if (cell.kind === 'any') return null
  if (cell.kind === 'truth') return cell.is ? subject : `not(${value})`
  if (cell.kind === 'words') return `${subject} in [${cell.words.map((word) => JSON.stringify(word)).join(', ')}]`
  const literal = (at: Decimal) => (type === 'date' ? `date("${offAxis(at, 'date')}")` : printDecimal(at))
  const { from, to } = cell
  if (from && to && compareDecimals(from.at, to.at) === 0 && from.closed && to.closed)
    return `${subject} = ${literal(from.at)}`
  const sides = [
    from && `${subject} ${from.closed ? '>=' : '>'} ${literal(from.at)}`,
    to && `${subject} ${to.closed ? '<=' : '<'} ${literal(to.at)}`,
  ]
  return sides.filter((side) => side !== null).join(' and ')
}

/** Pieces of a column's axis on which no cell changes its answer, in order, each with one value that lies in it. */
export type Piece = { text: string; sample: CellValue; from: string | null; to: string | null }

export function piecesOf(cells: readonly Cell[], type: ColumnType, choices: readonly string[] | null): Piece[] {
  if (type === 'boolean') return [true, false].map((is) => ({ text: String(is), sample: is, from: null, to: null }))
  if (type === 'choice') return wordPieces(cells, choices)
  const ends = cells.flatMap((cell) => (cell.kind === 'range' ? [cell.from?.at, cell.to?.at] : []))
  const points = ends.filter((at) => at !== undefined).sort(compareDecimals)
  const distinct = points.filter((at, i) => i === 0 || compareDecimals(points[i - 1] ?? at, at) !== 0)
  return linePieces(distinct, type)
}

function wordPieces(cells: readonly Cell[], choices: readonly string[] | null): Piece[] {
  const named = new Set(cells.flatMap((cell) => (cell.kind === 'words' ? cell.words : [])))
  const words = choices ?? [...named, unused(named)]
  return words.map((word) => ({ text: JSON.stringify(word), sample: word, from: null, to: null }))
}

function unused(named: ReadonlySet<string>): string {
  let word = '其他'
  while (named.has(word)) word += '他'
  return word
}

function linePieces(points: readonly Decimal[], type: 'number' | 'date'): Piece[] {
  const one = { digits: 1n, scale: 0 }
  const less = { digits: -1n, scale: 0 }
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return [{ text: '-', sample: offAxis({ digits: 0n, scale: 0 }, type), from: null, to: null }]
  const say = (at: Decimal) => offAxis(at, type)
  const pieces: Piece[] = [
    { text: `< ${say(first)}`, sample: say(addDecimals(first, less)), from: null, to: say(first) },
  ]
  points.forEach((at, i) => {
    pieces.push({ text: say(at), sample: say(at), from: say(at), to: say(at) })
    const next = points[i + 1]
    if (!next) return
    const inner = type === 'date' ? addDecimals(at, one) : middle(at, next)
    if (compareDecimals(inner, next) >= 0) return
    pieces.push({ text: `(${say(at)}..${say(next)})`, sample: say(inner), from: say(at), to: say(next) })
  })
  pieces.push({ text: `> ${say(last)}`, sample: say(addDecimals(last, one)), from: say(last), to: null })
  return pieces
}
