// Lines per file and per function, median and ninth decile, for each floor: `node tools/size.ts`. Tests are left out.

import { globSync, readFileSync } from 'node:fs'
import { parseAst } from 'rolldown/parseAst'

type Node = { type: string; start: number; end: number; [key: string]: unknown }
type Sizes = { files: number[]; functions: number[] }

const isFunction = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const floors = new Map<string, Sizes>()
for (const file of globSync('src/**/*.{ts,tsx}')) {
  if (file.includes('.test.')) continue
  const text = readFileSync(file, 'utf8')
  const sizes = [sizesOf(file.split('/')[1] as string), sizesOf('all')]
  for (const { files } of sizes) files.push(lines(text))
  const tree = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  for (const { start, end } of functionsIn(tree)) {
    for (const { functions } of sizes) functions.push(lines(text.slice(start, end)))
  }
}

console.table(
  Object.fromEntries(
    [...floors]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([floor, { files, functions }]) => [
        floor,
        {
          files: files.length,
          ...spread('file', files),
          functions: functions.length,
          ...spread('function', functions),
        },
      ]),
  ),
)

function sizesOf(floor: string): Sizes {
  return floors.get(floor) ?? floors.set(floor, { files: [], functions: [] }).get(floor)!
}

function lines(text: string): number {
  return text.trimEnd().split('\n').length
}

/** Functions of more than one line; a one-line arrow is an expression, not something to keep short. */
function* functionsIn(node: unknown): Generator<Node> {
  if (Array.isArray(node)) {
    for (const part of node) yield* functionsIn(part)
  } else if (node !== null && typeof node === 'object') {
    const { type, body } = node as Node
    if (isFunction.has(type) && (body as Node | null)?.type === 'BlockStatement') yield node as Node
    for (const part of Object.values(node)) yield* functionsIn(part)
  }
}

function spread(name: string, values: number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { [`${name} median`]: at(0.5), [`${name} p90`]: at(0.9), [`${name} most`]: sorted.at(-1) ?? 0 }
}
