// Scores the mentions against a labelled set of suites: node tools/score-mentions.ts [--errors] [--first] [suite …]
// The set is a folder with reading/suites and reading/score-mentions.cjs, found through LUOSHI_SHARED or ../shared.
// Headline: undisputed tier A, span and value together. --first keeps only the first reading of a time.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { type FindOptions, findMentions } from '#reading/find.ts'
import type { Mention, MentionType } from '#reading/mention.ts'

interface Case extends Pick<FindOptions, 'mode' | 'options'> {
  suite: string
  file: string
  input: string
  reference_time: string | null
  want: MentionType[]
  tier: string
  disputed: string[]
  expected: unknown[]
}

const root = join(process.env.LUOSHI_SHARED ?? resolve(import.meta.dirname, '../../shared'), 'reading')
if (!existsSync(join(root, 'score-mentions.cjs'))) {
  console.error(`No suites at ${root}: set LUOSHI_SHARED to the folder that holds reading/suites.`)
  process.exit(2)
}
const { score } = createRequire(import.meta.url)(join(root, 'score-mentions.cjs'))
const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')))
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const tally = new Map<string, [right: number, all: number]>()

for (const file of readdirSync(join(root, 'suites')).filter((name) => name.endsWith('.json')))
  for (const each of JSON.parse(readFileSync(join(root, 'suites', file), 'utf8')) as Case[])
    if (wanted.length === 0 || wanted.includes(each.suite)) judge(each)

for (const [name, [right, all]] of [...tally].sort())
  console.log(name.padEnd(40), `${right}/${all}`.padStart(10), `${((100 * right) / all).toFixed(1)} %`)

function judge(each: Case): void {
  const found = read(each)
  const { strict } = score(each, found)
  if (strict === null) return
  const group = each.tier === 'A' ? (each.disputed.length > 0 ? 'disputed' : 'headline') : 'tier B'
  const names = group === 'headline' ? [group, `part ${partOf(each.want)}`, `suite ${each.suite}`] : [group]
  for (const name of names) {
    const [right, all] = tally.get(name) ?? [0, 0]
    tally.set(name, [right + (strict ? 1 : 0), all + 1])
  }
  if (!strict && group === 'headline' && flags.has('--errors'))
    console.log(
      `${each.file} ${each.input}\n  marked ${JSON.stringify(each.expected)}\n  read   ${JSON.stringify(found)}`,
    )
}

function read({ input, reference_time, want, mode, options }: Case): Mention[] {
  const asked: FindOptions = { reference: reference_time, wants: want }
  const found = findMentions(input, { ...asked, ...(mode && { mode }), ...(options && { options }) })
  return flags.has('--first') ? found.map(firstReading) : found
}

function firstReading(mention: Mention): Mention {
  const { norm } = mention
  return 'any' in norm ? { ...mention, norm: { ...norm, any: norm.any.slice(0, 1) } } : mention
}

function partOf(want: readonly MentionType[]): string {
  if (want.includes('currency')) return 'money'
  if (want.some((type) => ['dimension', 'age', 'temperature'].includes(type))) return 'quantity'
  return want.some((type) => /date|time|duration|set/.test(type)) ? 'time' : 'number'
}
