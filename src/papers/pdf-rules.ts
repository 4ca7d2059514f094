// The ruled lines of a PDF page, however they were drawn: as strokes, or as thin filled rectangles; and its pictures.

import { getResolvedPDFJS } from 'unpdf'
import { multiplied } from '#papers/pdf-glyphs.ts'

/** `across` runs from `from` to `to` in x at y = `at`; the other kind runs in y at x = `at`. Points from the top left. */
export type Rule = { across: boolean; at: number; from: number; to: number }
type Operators = { fnArray: number[]; argsArray: unknown[] }

/** Thicker than this is a shape, not a line; shorter than `shortest` is a mark. */
const thickest = 3
const shortest = 4
const mostRules = 40_000

const { OPS } = await getResolvedPDFJS()
const pictureOperators = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke])
const paints = new Set([...strokes, OPS.fill, OPS.eoFill])

/** Also counts the pictures painted, the runs of text shown, and those among them in a font that could not be read. */
export function rulesOf({ fnArray, argsArray }: Operators, view: number[]) {
  const rules: Rule[] = []
  const kept: number[][] = []
  let now = view
  let pictures = 0
  let shows = 0
  let lost = 0
  for (const [i, operator] of fnArray.entries()) {
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(now)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = kept.pop() ?? view
    if (operator === OPS.transform) now = multiplied(now, argsArray[i] as number[])
    if (operator === OPS.paintFormXObjectBegin) now = withForm(now, argsArray[i])
    if (operator === OPS.constructPath && rules.length < mostRules) addPath(argsArray[i], now, rules)
    if (pictureOperators.has(operator)) pictures += 1
    if (operator === OPS.showText) shows += 1
    if (operator === OPS.showText && isEmpty(argsArray[i])) lost += 1
  }
  return { rules, pictures, shows, lost }
}

/** Of a font that it failed to load the library shows no glyph at all. */
function isEmpty(argument: unknown): boolean {
  const glyphs = (argument as unknown[])[0]
  return !Array.isArray(glyphs) || !glyphs.some((glyph) => typeof glyph === 'object' && glyph !== null)
}

function withForm(now: number[], argument: unknown): number[] {
  const matrix = (argument as unknown[] | null)?.[0]
  return Array.isArray(matrix) && matrix.length === 6 ? multiplied(now, matrix) : now
}

type Box = { left: number; top: number; right: number; bottom: number }

/** Path operators of the library: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close; each followed by its points. */
function addPath(argument: unknown, transform: number[], rules: Rule[]): void {
  const [operator, [path]] = argument as [number, [ArrayLike<number> | null]]
  if (!path || !paints.has(operator)) return
  const isStroke = strokes.has(operator)
  let points: [number, number][] = []
  const close = () => {
    if (points.length > 1) addShape(points, isStroke, rules)
    points = []
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at]!
    if (step === 0) close()
    const count = step === 4 ? 0 : step === 2 ? 3 : step === 3 ? 2 : 1
    for (let n = 0; n < count; n += 1) points.push(moved(path[at + 1 + n * 2]!, path[at + 2 + n * 2]!, transform))
    if (step === 4 && points.length > 0) points.push(points[0]!)
    at += 1 + count * 2
  }
  close()
}

function moved(x: number, y: number, [a, b, c, d, e, f]: number[]): [number, number] {
  return [a! * x + c! * y + e!, b! * x + d! * y + f!]
}

function addShape(points: [number, number][], isStroke: boolean, rules: Rule[]): void {
  const box = boxOf(points)
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (width <= thickest || height <= thickest) addRule(box, rules)
  else if (isStroke) for (let i = 1; i < points.length; i += 1) addRule(boxOf([points[i - 1]!, points[i]!]), rules)
}

function addRule({ left, top, right, bottom }: Box, rules: Rule[]): void {
  const [width, height] = [right - left, bottom - top]
  if (Math.min(width, height) > thickest || Math.max(width, height) < shortest) return
  if (width >= height) rules.push({ across: true, at: (top + bottom) / 2, from: left, to: right })
  else rules.push({ across: false, at: (left + right) / 2, from: top, to: bottom })
}

function boxOf(points: readonly [number, number][]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
