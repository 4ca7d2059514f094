// luoshi rule check | explain | sql: one rule, or a whole rule set, without a server. A .json file is a rule set; any other
// file is the text of one rule.

import { readFile } from 'node:fs/promises'
import { type Command, Hindered, text, WrongUse } from '#cli/command.ts'
import { drawn } from '#cli/rule-trace.ts'
import type { Terminal } from '#cli/terminal.ts'
import { fileTrouble, words } from '#cli/words.ts'
import { readRulePresets } from '#operations/rule-presets.ts'
import { checkRule } from '#rules/check.ts'
import { compileRule } from '#rules/compile.ts'
import { Dictionary } from '#rules/dictionary.ts'
import { checkFacts, type Facts } from '#rules/facts.ts'
import { sayIssue } from '#rules/issue-words.ts'
import type { Issue, Rule } from '#rules/rule.ts'
import { RuleSet, rulesOf, tablesOf } from '#rules/rule-set.ts'
import { sayRule } from '#rules/say.ts'
import { tableFaults } from '#rules/table-analysis.ts'
import { evaluateRule } from '#rules/trace.ts'

const verbs = ['check', 'explain', 'sql'] as const
type Verb = (typeof verbs)[number]

export const rule: Command = {
  usage: 'rule check|explain|sql FILE [--facts FILE] [--dictionary NAME|FILE] [--json]',
  summary: {
    zh: '检查一条规则或一个规则集，用一句话说出它的意思，对一个对象试算并说明理由，或编译成 SQL',
    en: 'Check a rule or a rule set, say what it means, try it on one subject with the reasons, or compile it to SQL',
  },
  help: [
    {
      zh: 'FILE             规则文本，或规则集 .json；- 表示标准输入',
      en: 'FILE             the text of a rule, or a rule set as .json; - is the standard input',
    },
    {
      zh: '--facts 文件      explain：一个对象的事实，如 {"上年营业收入":"4000"}',
      en: '--facts FILE     explain: the facts of one subject, such as {"上年营业收入":"4000"}',
    },
    {
      zh: '--dictionary     数据字典的名称或 .json 文件，默认 enterprise',
      en: '--dictionary     name or .json file of the dictionary, enterprise if left out',
    },
    { zh: '--json           输出 JSON', en: '--json           print JSON' },
  ],
  options: { facts: { type: 'string' }, dictionary: { type: 'string' }, json: { type: 'boolean' } },
  positionals: { least: 2, most: 2 },
  async run({ values, positionals: [verb = '', file = ''] }, terminal) {
    if (!verbs.includes(verb as Verb)) throw new WrongUse(words[terminal.language].oneOf('rule', verbs))
    const source = await contents(file, terminal)
    const set = file.endsWith('.json') ? RuleSet.parse(parsed(source, terminal)) : null
    const dictionary = await dictionaryNamed(text(values, 'dictionary') ?? set?.dictionary ?? 'enterprise', terminal)
    const facts = values.facts ? (parsed(await contents(text(values, 'facts')!, terminal), terminal) as Facts) : null
    const answers = (set ? rulesOf(set) : [source.trim()]).map((each) => answer(verb as Verb, each, dictionary, facts))
    const faulty = set && verb === 'check' ? faultyTables(set) : []
    if (values.json) terminal.out(JSON.stringify(set ? answers : answers[0], null, 2))
    else for (const each of answers) for (const line of linesOf(each, terminal)) terminal.out(line)
    for (const line of faulty) terminal.err(line[terminal.language])
    return faulty.length > 0 || answers.some(({ issues }) => issues.length > 0) ? 1 : 0
  },
}

/** Rows that contradict each other and values that no row takes, each with an example. */
function faultyTables(set: RuleSet): { zh: string; en: string }[] {
  return set.parts.flatMap((part) =>
    tablesOf(part).flatMap((table) => {
      const { gaps, overlaps } = tableFaults(table)
      return [
        ...gaps.map(({ witness }) => ({
          zh: `✗ ${part.title}：没有一行适用于 ${witness.join('、')}`,
          en: `✗ ${part.title}: no row takes ${witness.join(', ')}`,
        })),
        ...overlaps.map(({ rows: [a, b], witness }) => ({
          zh: `✗ ${part.title}：第 ${a + 1} 行和第 ${b + 1} 行都适用于 ${witness.join('、')}`,
          en: `✗ ${part.title}: rows ${a + 1} and ${b + 1} both take ${witness.join(', ')}`,
        })),
      ]
    }),
  )
}

type Answer = {
  text: string
  issues: (Issue & { zh: string; en: string })[]
  said?: { zh: string; en: string }
  names?: readonly string[]
  sql?: { text: string; values: unknown[] }
  decision?: ReturnType<typeof evaluateRule>
  factTroubles?: ReturnType<typeof checkFacts>
}

function answer(verb: Verb, source: string, dictionary: Dictionary, facts: Facts | null): Answer {
  const { rule: found, issues } = checkRule(source, dictionary, 'anything')
  if (!found) {
    const told = issues.map((issue) => ({ ...issue, zh: sayIssue(issue, 'zh'), en: sayIssue(issue, 'en') }))
    return { text: source, issues: told }
  }
  const base = {
    text: source,
    issues: [],
    said: { zh: sayRule(found, 'zh'), en: sayRule(found, 'en') },
    names: found.names,
  }
  if (verb === 'sql') return { ...base, sql: compileRule(found, ({ name }) => ({ sql: `"${name}"`, scaled: null })) }
  return verb === 'explain' && facts ? { ...base, ...tried(found, facts) } : base
}

function tried(found: Rule, facts: Facts): Pick<Answer, 'decision' | 'factTroubles'> {
  const wanted = Object.fromEntries(Object.entries(facts).filter(([name]) => found.names.includes(name)))
  const troubles = checkFacts(found.dictionary, wanted)
  return troubles.length > 0 ? { factTroubles: troubles } : { decision: plain(evaluateRule(found, wanted)) }
}

/** Exact numbers as they are written, so that JSON can hold them. */
function plain(decision: ReturnType<typeof evaluateRule>): ReturnType<typeof evaluateRule> {
  return { ...decision, value: decision.trace.value ?? decision.verdict }
}

function linesOf(
  { text: source, issues, said, names, sql, decision, factTroubles }: Answer,
  terminal: Terminal,
): string[] {
  const { language } = terminal
  if (issues.length > 0) return issues.flatMap((issue) => pointed(source, issue, issue[language]))
  if (sql) return [sql.text, ...(sql.values.length > 0 ? [`-- ${JSON.stringify(sql.values)}`] : [])]
  const troubles = (factTroubles ?? []).map(({ name, code }) => `✗ ${name}: ${code}`)
  const sentence = `✓ ${said![language]}${language === 'zh' ? '。' : '.'}`
  const used = `  ${language === 'zh' ? '用到' : 'uses'}: ${names!.join(language === 'zh' ? '、' : ', ')}`
  return [
    sentence,
    ...(names!.length > 0 ? [used] : []),
    ...troubles,
    ...(decision ? drawn(source, decision.trace, language) : []),
  ]
}

/** The line of the rule, a mark under the place, and the sentence. */
function pointed(source: string, { start, end }: Issue, sentence: string): string[] {
  const from = source.lastIndexOf('\n', Math.max(0, start - 1)) + 1
  const to = source.indexOf('\n', start)
  const line = source.slice(from, to < 0 ? undefined : to)
  const before = [...line.slice(0, start - from)]
    .map((char) => (/[\u2e80-\uffe6]/.test(char) ? '\u3000' : ' '))
    .join('')
  return [line, `${before}${'^'.repeat(Math.max(1, Math.min(end, from + line.length) - start))}`, `✗ ${sentence}`]
}

async function dictionaryNamed(name: string, terminal: Terminal): Promise<Dictionary> {
  if (name.endsWith('.json')) return Dictionary.parse(parsed(await contents(name, terminal), terminal))
  const { dictionaries } = await readRulePresets()
  const found = dictionaries.find((each) => each.name === name || `${each.name}@${each.version}` === name)
  if (!found)
    throw new WrongUse(
      words[terminal.language].oneOf(
        '--dictionary',
        dictionaries.map((each) => each.name),
      ),
    )
  return found
}

async function contents(file: string, { language }: Terminal): Promise<string> {
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')
  } catch (error) {
    throw new Hindered(words[language].noFile(file, fileTrouble(error)))
  }
}

function parsed(source: string, { language }: Terminal): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new Hindered(words[language].badJson((error as Error).message))
  }
}
