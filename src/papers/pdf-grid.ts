// Tables of a PDF page from their ruled lines: lines that touch make a grid, a line that is missing between two fields
// merges them, and each character goes into the cell it stands in. Tables without lines stay lines of text.

import { type Grid, type GridCell, gridOf } from '#papers/grid.ts'
import type { Glyph } from '#papers/pdf-glyphs.ts'
import { linesOfGlyphs, textOf } from '#papers/pdf-lines.ts'
import type { Rule } from '#papers/pdf-rules.ts'

/** Points from the top left of the page; `edges` are the x of the columns' borders. */
export type PageTable = { top: number; bottom: number; left: number; right: number; edges: number[]; grid: Grid }

/** How far apart two lines may be and still touch or be one. */
const near = 3

export function tablesOf(glyphs: readonly Glyph[], rules: readonly Rule[]): { tables: PageTable[]; rest: Glyph[] } {
  const tables: PageTable[] = []
  let rest = [...glyphs]
  for (const group of touching(rules)) {
    const frame = frameOf(group)
    if (!frame) continue
    const inside = rest.filter((glyph) => isInside(glyph, frame))
    if (inside.length === 0) continue
    rest = rest.filter((glyph) => !isInside(glyph, frame))
    tables.push({ ...frame, edges: frame.xs, grid: filled(frame, group, inside) })
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest }
}

type Frame = { xs: number[]; ys: number[]; left: number; right: number; top: number; bottom: number }

/** At least two rows or columns of fields between crossing lines. */
function frameOf(rules: readonly Rule[]): Frame | null {
  const ys = merged(rules.filter(({ across }) => across).map(({ at }) => at))
  const xs = merged(rules.filter(({ across }) => !across).map(({ at }) => at))
  if (xs.length < 2 || ys.length < 2 || xs.length + ys.length < 5) return null
  return { xs, ys, left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! }
}

/** Groups of lines that touch one another, by sweeping over their boxes from top to bottom. */
function touching(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at] = group[group[at]!]!
    return at
  }
  const order = rules.map((_, i) => i).sort((a, b) => topOf(rules[a]!) - topOf(rules[b]!))
  let open: number[] = []
  for (const i of order) {
    const top = topOf(rules[i]!)
    open = open.filter((other) => bottomOf(rules[other]!) + near >= top)
    for (const other of open) if (meets(rules[i]!, rules[other]!)) group[root(i)] = root(other)
    open.push(i)
  }
  const groups = new Map<number, Rule[]>()
  for (const [i, rule] of rules.entries()) groups.set(root(i), [...(groups.get(root(i)) ?? []), rule])
  return [...groups.values()].filter((each) => each.length >= 4)
}

const topOf = ({ across, at, from }: Rule) => (across ? at : from)
const bottomOf = ({ across, at, to }: Rule) => (across ? at : to)
const leftOf = ({ across, at, from }: Rule) => (across ? from : at)
const rightOf = ({ across, at, to }: Rule) => (across ? to : at)

function meets(a: Rule, b: Rule): boolean {
  return leftOf(a) <= rightOf(b) + near && leftOf(b) <= rightOf(a) + near && topOf(a) <= bottomOf(b) + near
}

function merged(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted.filter((value, i) => i === 0 || value - sorted[i - 1]! > near)
}

function isInside({ x, y, width, size }: Glyph, { left, right, top, bottom }: Frame): boolean {
  const middle = x + width / 2
  return middle > left && middle < right && y - size * 0.3 > top && y - size * 0.3 < bottom
}

/** Fields that no line parts are one cell; cells are taken as rectangles from their first field on. */
function filled({ xs, ys }: Frame, rules: readonly Rule[], glyphs: readonly Glyph[]): Grid {
  const upright = rules.filter(({ across }) => !across)
  const level = rules.filter(({ across }) => across)
  const taken = new Set<string>()
  const cells: (GridCell & { rows: number; columns: number })[] = []
  const fields = new Map<string, Glyph[]>()
  for (let top = 0; top < ys.length - 1; top += 1) {
    for (let left = 0; left < xs.length - 1; left += 1) {
      if (taken.has(`${top},${left}`)) continue
      let columns = 1
      const middle = (ys[top]! + ys[top + 1]!) / 2
      while (left + columns < xs.length - 1 && !covers(upright, xs[left + columns]!, middle)) columns += 1
      let rows = 1
      const centre = (xs[left]! + xs[left + 1]!) / 2
      while (top + rows < ys.length - 1 && !covers(level, ys[top + rows]!, centre)) rows += 1
      const own: Glyph[] = []
      for (let y = top; y < top + rows; y += 1) {
        for (let x = left; x < left + columns; x += 1) {
          taken.add(`${y},${x}`)
          fields.set(`${y},${x}`, own)
        }
      }
      cells.push({ lines: [], top, left, rows, columns })
    }
  }
  for (const glyph of glyphs) {
    fields.get(`${between(ys, glyph.y - glyph.size * 0.3)},${between(xs, glyph.x + glyph.width / 2)}`)?.push(glyph)
  }
  for (const cell of cells) {
    const right = xs[cell.left + cell.columns]!
    cell.lines = cellLines(fields.get(`${cell.top},${cell.left}`)!, right)
  }
  return gridOf(cells)
}

function covers(rules: readonly Rule[], at: number, point: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from - near <= point && rule.to + near >= point)
}

function between(edges: readonly number[], value: number): number {
  return edges.findLastIndex((edge) => edge <= value)
}

const itemStart = /^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[●■◆▪•])/

/** A line that reaches the right border was only broken there: it goes on in the next one. */
function cellLines(glyphs: readonly Glyph[], right: number): string[] {
  const lines: string[] = []
  let full = false
  for (const line of linesOfGlyphs(glyphs)) {
    const text = textOf(line.glyphs)
    if (full && !itemStart.test(text)) lines[lines.length - 1] += text
    else lines.push(text)
    full = line.right > right - line.size * 1.9
  }
  return lines
}
