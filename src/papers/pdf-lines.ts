// Characters of a page put together to lines, in reading order: down the page, column by column where a page has two.

import type { Glyph } from '#papers/pdf-glyphs.ts'

/** `y` is the baseline from the top of the page; `column` counts the columns of a page part, `leftMost` is its left edge. */
export type Line = {
  glyphs: Glyph[]
  y: number
  left: number
  right: number
  size: number
  columnLeft: number
  columnRight: number
  /** The usual distance of two lines of the column, infinite when it has one line. */
  pitch: number
}

/** A page's lines in reading order, each with the edges of its column; `edges` are taken on a page of too few lines. */
export function inColumns(lines: readonly Line[], width: number, edges: Edges | null): Line[] {
  const gutter = gutterOf(lines, width)
  if (gutter !== null) return byColumns(lines, gutter)
  return withColumn(lines, lines.length < fewestLines ? edges : null)
}

/** The left and right edge of a column, in points. */
export type Edges = { columnLeft: number; columnRight: number }
const fewestLines = 4

/** Lines from top to bottom; characters of one line from left to right. Small marks above or below stay with their line. */
export function linesOfGlyphs(glyphs: readonly Glyph[]): Line[] {
  const lines: Glyph[][] = []
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    const last = lines.at(-1)
    const height = last ? Math.max(...last.slice(0, 50).map(({ size }) => size), glyph.size) : 0
    if (last && glyph.y - last[0]!.y < height * 0.5) last.push(glyph)
    else lines.push([glyph])
  }
  return lines.map((line) => lineOf(line.sort((a, b) => a.x - b.x)))
}

function lineOf(glyphs: Glyph[]): Line {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  const left = glyphs[0]!.x
  const right = glyphs.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  const size = sizes[sizes.length >> 1]!
  return {
    glyphs,
    y: glyphs[0]!.y,
    left,
    right,
    size,
    columnLeft: left,
    columnRight: right,
    pitch: Number.POSITIVE_INFINITY,
  }
}

/** No blanks inside Chinese words however the file spaced them; between letters and digits a gap is a blank. */
export function textOf(glyphs: readonly Glyph[]): string {
  let text = ''
  let last: Glyph | null = null
  for (const glyph of glyphs) {
    if (last) text += blankBetween(last, glyph)
    text += glyph.text
    last = glyph
  }
  return text
}

function blankBetween(before: Glyph, after: Glyph): string {
  const gap = after.x - before.x - before.width
  if (gap > before.size * 2.2) return '   '
  return gap > before.size * 0.18 && isWestern(before.text) && isWestern(after.text) ? ' ' : ''
}

function isWestern(text: string): boolean {
  return text.codePointAt(0)! < 0x2000
}

/** Lines of one column share its edges; the widest lines of the page give them. */
function withColumn(lines: readonly Line[], edges: Edges | null = null): Line[] {
  const columnLeft = edges?.columnLeft ?? edgeOf(lines.map(({ left }) => left))
  const columnRight = edges?.columnRight ?? lines.reduce((most, { right }) => Math.max(most, right), 0)
  const pitch = pitchOf(lines)
  return lines.map((line) => ({ ...line, columnLeft, columnRight, pitch }))
}

/** Lines of one paragraph are the near ones: a quarter of all distances are no larger. */
function pitchOf(lines: readonly Line[]): number {
  const steps = lines.slice(1).map(({ y }, i) => y - lines[i]!.y)
  const down = steps.filter((step) => step > 0).sort((a, b) => a - b)
  return down[down.length >> 2] ?? Number.POSITIVE_INFINITY
}

/** The left edge that lines begin at: the smallest that at least two share, else the smallest. */
function edgeOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted.find((value, i) => (sorted[i + 1] ?? Number.POSITIVE_INFINITY) - value < 2) ?? sorted[0] ?? 0
}

const fewestRows = 6

/** The middle of a white strip down the page with text on both sides of it, or null: one column. */
function gutterOf(lines: readonly Line[], width: number): number | null {
  let best: { x: number; rows: number } | null = null
  for (let x = width * 0.35; x <= width * 0.65; x += 3) {
    const rows = lines.filter((line) => isParted(line, x)).length
    if (rows > (best?.rows ?? 0)) best = { x, rows }
  }
  if (!best || best.rows < fewestRows) return null
  const crossing = lines.filter(({ left, right }) => left < best.x && right > best.x).length
  return best.rows >= crossing * 0.6 ? best.x : null
}

/** Full on both sides, as no spaced-out line or table without lines is. */
function isParted({ glyphs, size }: Line, x: number): boolean {
  const before = glyphs.filter((glyph) => glyph.x + glyph.width <= x)
  const after = glyphs.filter((glyph) => glyph.x >= x)
  if (before.length + after.length < glyphs.length || before.length < 8 || after.length < 8) return false
  const edge = before.reduce((most, glyph) => Math.max(most, glyph.x + glyph.width), 0)
  return Math.min(...after.map((glyph) => glyph.x)) - edge >= size && isTight(before) && isTight(after)
}

function isTight(glyphs: readonly Glyph[]): boolean {
  return !textOf(glyphs).includes('   ')
}

/** Between lines that go across the page, the left column is read before the right one. */
function byColumns(lines: readonly Line[], x: number): Line[] {
  const ordered: Line[] = []
  let left: Line[] = []
  let right: Line[] = []
  const close = () => {
    ordered.push(...withColumn(left), ...withColumn(right))
    left = []
    right = []
  }
  for (const line of lines) {
    const crosses = line.glyphs.some((glyph) => glyph.x < x && glyph.x + glyph.width > x)
    if (crosses) {
      close()
      ordered.push(...withColumn([line]))
      continue
    }
    const [before, after] = [line.glyphs.filter((one) => one.x < x), line.glyphs.filter((one) => one.x >= x)]
    if (before.length > 0) left.push(lineOf(before))
    if (after.length > 0) right.push(lineOf(after))
  }
  close()
  return ordered
}
