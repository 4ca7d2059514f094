// Peers that decide the same 30 clauses in memory: feelin with its trees built once, GoRules ZEN row by row and in its loop mode, and
// json-rules-engine. Each answers how often a clause held, over plain rows (numbers are doubles, dates are day numbers).

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine'
import { type Almanac, type ConditionProperties, Engine, type TopLevelCondition } from 'json-rules-engine'

export type PlainRow = Record<string, number | string | boolean | null>
/** Decides every clause for every row and answers how many held. */
export type Peer = (rows: readonly PlainRow[]) => Promise<number>

/** The clauses' days, as day numbers since 1970: a year before the policy date, two years before it, and fixed ones. */
const days = { yearAgo: 19904, twoYearsAgo: 19538, from: 16436, to: 19357 }
const dateColumns = ['founded', 'accident']

type Tree = (context: object) => unknown
type FeelinInside = {
  Interpreter: new () => {
    evaluate(text: string, context: object, dialect: undefined, warnings: object): { root: Tree }
  }
  InterpreterContext: new () => object
  date(iso: string): unknown
}

/** feelin parses at each call; its tree, once built, can be kept when its own interpreter is let out of the module. */
export async function feelin(clauses: readonly string[], today: string): Promise<Peer> {
  const file = createRequire(import.meta.url).resolve('feelin')
  const folder = path.join(path.dirname(file), '../../.luoshi-bench')
  const open = path.join(folder, 'feelin.mjs')
  await mkdir(folder, { recursive: true })
  await writeFile(open, `${await readFile(file, 'utf8')}\nexport { Interpreter, InterpreterContext }\n`)
  const inside = (await import(pathToFileURL(open).href)) as FeelinInside
  await rm(folder, { recursive: true })
  const interpreter = new inside.Interpreter()
  const day = inside.date(today)
  const withDates = (row: PlainRow) => {
    const dated: Record<string, unknown> = { ...row, today: day }
    for (const name of dateColumns) if (row[name] !== null) dated[name] = inside.date(isoOf(row[name] as number))
    return dated
  }
  const sample = withDates({ founded: 0, accident: 0 })
  const trees = clauses.map(
    (text) => interpreter.evaluate(text, sample, undefined, new inside.InterpreterContext()).root,
  )
  return async (rows) => {
    let held = 0
    for (const row of rows) {
      const context = withDates(row)
      for (const tree of trees) if (tree(context) === true) held++
    }
    return held
  }
}

const isoOf = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10)

/** The clauses in ZEN's own language; `null` is spelt out where it would be an error. */
function zenClauses(industries: readonly string[], towns: readonly string[]): string[] {
  const list = (words: readonly string[]) => `[${words.map((word) => `"${word}"`).join(', ')}]`
  const ratio = (above: string, below: string, test: string) =>
    `(${below}) != 0 ? (${above}) / (${below}) ${test} : false`
  const three = (share: string) => ratio('(rd_3y ?? 0)', '(rev ?? 0) + (rev_y1 ?? 0) + (rev_y2 ?? 0)', `>= ${share}`)
  return [
    'in_zone == true and dishonest != true',
    `founded <= ${days.yearAgo}`,
    '(rev ?? 0) >= 2000',
    ratio('(rd ?? 0)', '(rev ?? 0)', '>= 0.03'),
    `(rev ?? 0) < 5000 ? (${three('0.05')}) : ((rev ?? 0) <= 20000 ? (${three('0.04')}) : (${three('0.03')}))`,
    ratio('(rd_staff ?? 0)', '(staff ?? 0)', '>= 0.1'),
    ratio('(hitech_rev ?? 0)', '(rev ?? 0)', '>= 0.6'),
    '(ip1 ?? 0) >= 1 or (ip2 ?? 0) >= 5',
    `industry in ${list(industries)}`,
    'startsWith(industry, "C39") or startsWith(industry, "I65")',
    `town in ${list(towns)}`,
    ratio('(rev ?? 0) - (rev_y1 ?? 0)', '(rev_y1 ?? 0)', '>= 0.2'),
    '(rev ?? 0) > (rev_y1 ?? 0) and (rev_y1 ?? 0) > (rev_y2 ?? 0)',
    '(rev ?? 0) >= 10000 and (rev ?? 0) < 40000',
    '(debt_ratio ?? 1) <= 0.7',
    `accident == null ? true : accident < ${days.yearAgo}`,
    'credit in ["A", "B", "M"]',
    'title == null',
    'listed == false and (reg_capital ?? 0) >= 1000',
    ratio('(tax_paid ?? 0)', '(rev ?? 0)', '>= 0.01'),
    ratio('(export_rev ?? 0)', '(rev ?? 0)', '> 0.5'),
    'dishonest == false',
    `founded >= ${days.from} and founded <= ${days.to}`,
    '(staff ?? 0) >= 50 and (staff ?? 0) <= 400',
    '(rd ?? 0) >= 100 and (rd_staff ?? 0) >= 10 and (ip1 ?? 0) >= 3',
    '(rev_y2 ?? 0) >= 1000 and (rev ?? 0) >= (rev_y2 ?? 0) * 1.44',
    `(rd ?? 0) >= 100 and (${ratio('(rd ?? 0)', '(rev ?? 0)', '>= 0.03')}) and (rev ?? 0) >= 1000 and founded <= ${days.twoYearsAgo}`,
    '(rev ?? 0) * 0.05 + (tax_paid ?? 0) * 0.1 > 200',
    'min([(rd ?? 0) * 0.1, 50]) >= 20',
    '((rev ?? 0) >= 2000 ? 1 : 0) + ((rd ?? 0) >= 60 ? 1 : 0) + ((ip1 ?? 0) >= 1 ? 1 : 0) + ((rd_staff ?? 0) >= 5 ? 1 : 0) >= 3',
  ]
}

const loopOf = 1000

/** One graph with one expression node. `loop`: it runs over a list of rows, its fastest way; else a row at a time. */
export function zen(industries: readonly string[], towns: readonly string[], way: 'loop' | 'each'): Peer {
  const expressions = zenClauses(industries, towns).map((value, at) => ({ id: `e${at}`, key: `c${at}`, value }))
  const looped = way === 'loop' ? { executionMode: 'loop', inputField: 'rows', outputPath: 'out' } : {}
  const place = { position: { x: 0, y: 0 } }
  const content = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', ...place },
      { id: 'each', name: 'each', type: 'expressionNode', ...place, content: { expressions, ...looped } },
      { id: 'out', name: 'out', type: 'outputNode', ...place },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'each', type: 'edge' },
      { id: 'b', sourceId: 'each', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(content))
  const heldIn = (decided: Record<string, boolean>) => expressions.filter(({ key }) => decided[key] === true).length
  return async (rows) => {
    let held = 0
    if (way === 'each') for (const row of rows) held += heldIn((await decision.evaluate(row)).result)
    else
      for (let at = 0; at < rows.length; at += loopOf) {
        const { result } = await decision.evaluate({ rows: rows.slice(at, at + loopOf) })
        for (const decided of result.out as Record<string, boolean>[]) held += heldIn(decided)
      }
    return held
  }
}

/** One rule for each clause; what json-rules-engine cannot say in its conditions are facts that it computes. */
export function jsonRules(industries: readonly string[], towns: readonly string[]): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator<string, string>('startsWith', (value, start) => value?.startsWith(start) ?? false)
  const computed = (name: string, of: string[], count: (...values: number[]) => number | null) =>
    engine.addFact(name, async (_: unknown, almanac: Almanac) => {
      const values = await Promise.all(of.map((fact) => almanac.factValue<number | null>(fact)))
      return values.some((value) => value === null) ? null : count(...(values as number[]))
    })
  const ratio = (name: string, above: string, below: string) =>
    computed(name, [above, below], (a, b) => (b === 0 ? null : a / b))
  ratio('rd_share', 'rd', 'rev')
  ratio('staff_share', 'rd_staff', 'staff')
  ratio('hitech_share', 'hitech_rev', 'rev')
  ratio('tax_share', 'tax_paid', 'rev')
  ratio('export_share', 'export_rev', 'rev')
  computed('rd_3y_share', ['rd_3y', 'rev', 'rev_y1', 'rev_y2'], (rd, a, b, c) =>
    a! + b! + c! === 0 ? null : rd! / (a! + b! + c!),
  )
  computed('growth', ['rev', 'rev_y1'], (now, before) => (before === 0 ? null : (now! - before!) / before!))
  computed('above_y1', ['rev', 'rev_y1'], (now, before) => now! - before!)
  computed('above_y2', ['rev_y1', 'rev_y2'], (now, before) => now! - before!)
  computed('above_144', ['rev', 'rev_y2'], (now, before) => now! - before! * 1.44)
  computed('sum', ['rev', 'tax_paid'], (rev, tax) => rev! * 0.05 + tax! * 0.1)
  computed('part', ['rd'], (rd) => Math.min(rd! * 0.1, 50))
  engine.addFact('points', async (_: unknown, almanac: Almanac) => {
    const least = { rev: 2000, rd: 60, ip1: 1, rd_staff: 5 }
    const values = await Promise.all(Object.keys(least).map((fact) => almanac.factValue<number | null>(fact)))
    return Object.values(least).filter((limit, at) => values[at] !== null && values[at]! >= limit).length
  })
  const is = (fact: string, operator: string, value: unknown): ConditionProperties => ({ fact, operator, value })
  const ge = (fact: string, value: number) => is(fact, 'greaterThanInclusive', value)
  const le = (fact: string, value: number) => is(fact, 'lessThanInclusive', value)
  const lt = (fact: string, value: number) => is(fact, 'lessThan', value)
  const gt = (fact: string, value: number) => is(fact, 'greaterThan', value)
  const all = (...conditions: (ConditionProperties | TopLevelCondition)[]) => ({ all: conditions }) as TopLevelCondition
  const any = (...conditions: (ConditionProperties | TopLevelCondition)[]) => ({ any: conditions }) as TopLevelCondition
  const clauses: TopLevelCondition[] = [
    all(is('in_zone', 'equal', true), is('dishonest', 'notEqual', true)),
    all(le('founded', days.yearAgo)),
    all(ge('rev', 2000)),
    all(ge('rd_share', 0.03)),
    any(
      all(lt('rev', 5000), ge('rd_3y_share', 0.05)),
      all(ge('rev', 5000), le('rev', 20000), ge('rd_3y_share', 0.04)),
      all(gt('rev', 20000), ge('rd_3y_share', 0.03)),
    ),
    all(ge('staff_share', 0.1)),
    all(ge('hitech_share', 0.6)),
    any(ge('ip1', 1), ge('ip2', 5)),
    all(is('industry', 'in', industries)),
    any(is('industry', 'startsWith', 'C39'), is('industry', 'startsWith', 'I65')),
    all(is('town', 'in', towns)),
    all(ge('growth', 0.2)),
    all(gt('above_y1', 0), gt('above_y2', 0)),
    all(ge('rev', 10000), lt('rev', 40000)),
    all(le('debt_ratio', 0.7)),
    any(is('accident', 'equal', null), lt('accident', days.yearAgo)),
    all(is('credit', 'in', ['A', 'B', 'M'])),
    all(is('title', 'equal', null)),
    all(is('listed', 'equal', false), ge('reg_capital', 1000)),
    all(ge('tax_share', 0.01)),
    all(gt('export_share', 0.5)),
    all(is('dishonest', 'equal', false)),
    all(ge('founded', days.from), le('founded', days.to)),
    all(ge('staff', 50), le('staff', 400)),
    all(ge('rd', 100), ge('rd_staff', 10), ge('ip1', 3)),
    all(ge('rev_y2', 1000), ge('above_144', 0)),
    all(ge('rd', 100), ge('rd_share', 0.03), ge('rev', 1000), le('founded', days.twoYearsAgo)),
    all(gt('sum', 200)),
    all(ge('part', 20)),
    all(ge('points', 3)),
  ]
  for (const [at, conditions] of clauses.entries()) engine.addRule({ conditions, event: { type: `c${at}` } })
  return async (rows) => {
    let held = 0
    for (const row of rows) held += (await engine.run(row)).events.length
    return held
  }
}
