// Reads the worked cases that lie beside the rule sets (presets/rules/*.cases.txt): blocks of Chinese lines that a policy
// officer writes. 底例 gives the facts of a subject, each 例 changes some and says what must come out.
import type { Facts } from '#rules/facts.ts'

export type RuleCase = {
  title: string
  facts: Facts
  verdict: string
  /** The title of the one thing lacking and its gap; 无 asks that there is none. */
  oneShort: { title: string; gap: string | null } | null
  missing: string[] | null
}
export type RuleCases = { ruleSet: string; cases: RuleCase[] }

export function readCases(text: string): RuleCases {
  const lines = text.split('\n').map((line) => line.trim())
  const told = lines.filter((line) => line !== '' && !line.startsWith('#'))
  let base: Facts = {}
  let current: RuleCase | null = null
  const read: RuleCases = { ruleSet: '', cases: [] }
  for (const line of told) {
    const [word = '', ...rest] = line.split(/\s+/)
    const said = rest.join(' ')
    if (word === '规则集') read.ruleSet = said
    else if (word === '例') {
      current = { title: said, facts: base, verdict: '', oneShort: null, missing: null }
      read.cases.push(current)
    } else if (current && word === '判') current.verdict = said
    else if (current && word === '差一项') current.oneShort = shortOf(said)
    else if (current && word === '缺') current.missing = said.split('、')
    else if (word !== '底例') {
      if (current) current.facts = { ...current.facts, ...factsOf(line) }
      else base = { ...base, ...factsOf(line) }
    }
  }
  return read
}

function shortOf(said: string): { title: string; gap: string | null } {
  const [title = '', gap] = said.split('，差 ')
  return { title, gap: gap ?? null }
}

function factsOf(line: string): Facts {
  const pairs = line.split('；').map((pair): [string, Facts[string]] => {
    const [name, value] = pair.split(' = ')
    if (!name || value === undefined) throw new Error(`not a fact: ${pair}`)
    return [name.trim(), value === '是' ? true : value === '否' ? false : value === '不详' ? null : value.trim()]
  })
  return Object.fromEntries(pairs)
}
