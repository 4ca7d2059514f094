// Scores the reading floor against a labelled set: node tools/score-reading.ts [--errors] [name …]
// The set is a folder with reading/gold, reading/text and reading/score.mjs, found through LUOSHI_SHARED or ../shared.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readStatements } from '#reading/read.ts'

const root = join(process.env.LUOSHI_SHARED ?? resolve(import.meta.dirname, '../../shared'), 'reading')
if (!existsSync(join(root, 'score.mjs'))) {
  console.error(
    `No labelled set at ${root}: set LUOSHI_SHARED to the folder that holds reading/gold and reading/score.mjs.`,
  )
  process.exit(2)
}
// The labelled seed page knows its month only; its meeting is of 13 April.
const dates: Record<string, string | null> = { seed: '2024-04-13' }
const { score, print } = await import(pathToFileURL(join(root, 'score.mjs')).href)
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const names = readdirSync(join(root, 'gold'))
  .map((file) => basename(file, '.json'))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
for (const name of names) {
  const gold = JSON.parse(readFileSync(join(root, 'gold', `${name}.json`), 'utf8'))
  const text = readFileSync(join(root, 'text', `${name}.txt`), 'utf8')
  const items = readStatements(text, { date: name in dates ? dates[name]! : gold.doc.date })
  const result = score(gold, { items })
  console.log(`${print(name, result)}\n`)
  if (process.argv.includes('--errors')) printErrors(text, gold.items, items, result)
}

interface Item {
  kind: string
  start: number
  end: number
  value?: number | null
  unit?: string | null
}

function printErrors(text: string, gold: Item[], items: Item[], result: { missed: Item[]; spurious: Item[] }) {
  const line = (item: Item) =>
    `${item.kind} ${item.start}-${item.end} ${item.value ?? ''}${item.unit ?? ''} ${JSON.stringify(text.slice(item.start, item.end))}`
  console.log(['missed', ...result.missed.map(line), 'spurious', ...result.spurious.map(line)].join('\n  '))
  const { pairs } = pairsOf(gold, items)
  for (const [a, b] of pairs) if (a !== b) console.log(`  ${a} but ${b}`)
}

// Span kinds that did not meet, by greatest overlap, and parts that differ.
function pairsOf(gold: Item[], items: Item[]) {
  const pairs: [string, string][] = []
  const isSpan = (item: Item) => ['task', 'requirement', 'roster'].includes(item.kind)
  const key = (item: Item) => `${item.kind} ${item.start}-${item.end} ${JSON.stringify(text(item))}`
  const text = (item: Item) => ('title' in item ? item.title : '')
  const overlap = (a: Item, b: Item) => Math.min(a.end, b.end) - Math.max(a.start, b.start)
  for (const item of gold.filter(isSpan))
    if (!items.some((other) => other.kind === item.kind && overlap(item, other) * 2 > item.end - item.start))
      pairs.push([key(item), 'not read'])
  for (const item of items.filter(isSpan))
    if (!gold.some((other) => other.kind === item.kind && overlap(item, other) * 2 > item.end - item.start))
      pairs.push([`read ${key(item)}`, 'not labelled'])
  return { pairs }
}
