// Why a rule answers what it answers for one subject: every condition with its verdict, its value, its threshold, how far
// it misses, which facts are not known, and where each fact comes from.

import type { DictionaryEntry } from '#rules/dictionary.ts'
import { compared, reckon } from '#rules/evaluate.ts'
import { decimalOf, type Exact, magnitude, minus } from '#rules/exact.ts'
import { type FactReader, type Facts, readFacts } from '#rules/facts.ts'
import { type CompareOp, type Kind, type Node, partsOf, type Rule } from '#rules/rule.ts'
import { type DateValue, isoOf, type Months, orderOf, type Seconds, same, typeOf, type Value } from '#rules/value.ts'

/** 符合, 不符合, 待核. */
export type Verdict = 'yes' | 'no' | 'unknown'

/** A fact as it was used. `value` as written; null when it is not known. */
export interface FactUsed {
  name: string
  value: string | null
  unit: string | null
  source: string
  evidence: string
}

export interface Trace {
  kind: Kind
  /** Offsets into the rule as typed. */
  start: number
  end: number
  verdict: Verdict
  /** Of and, or, not, if: the conditions it is made of. */
  parts: Trace[]
  /** Of a test: what was found, what was asked for, and the unit of both. */
  value: string | null
  threshold: string | null
  op: CompareOp | '=' | '!=' | 'in' | 'between' | null
  unit: string | null
  /** How far a failed test of numbers, dates or lengths misses (dates: days); null when it holds or is not known. */
  gap: string | null
  /** Facts whose not being known leaves this open. */
  missing: string[]
  facts: FactUsed[]
}

export interface Decision {
  value: Value
  verdict: Verdict
  trace: Trace
}

/** A condition for one subject, with its reasons. Throws a plain Error when a fact is not of its dictionary's type. */
export function evaluateRule(rule: Rule, facts: Facts | FactReader): Decision {
  const reader = typeof facts === 'function' ? facts : readFacts(facts)
  const trace = traceOf(rule.root, reader)
  const value = rule.root.type === 'boolean' ? truthOf(trace.verdict) : reckon(rule.root, reader)
  return { value, verdict: trace.verdict, trace }
}

const verdictOf = (value: Value): Verdict => (value === null ? 'unknown' : value === false ? 'no' : 'yes')
const truthOf = (verdict: Verdict): Value => (verdict === 'unknown' ? null : verdict === 'yes')

function traceOf(node: Node, facts: FactReader): Trace {
  switch (node.kind) {
    case 'and':
      return logic(node, node.parts, facts, 'no')
    case 'or':
      return logic(node, node.parts, facts, 'yes')
    case 'not': {
      const of = traceOf(node.of, facts)
      const turned = { yes: 'no', no: 'yes', unknown: 'unknown' } as const
      return grouped(node, [of], turned[of.verdict], of.missing)
    }
    case 'if':
      return node.type === 'boolean' ? branch(node, facts) : test(node, facts)
    default:
      return test(node, facts)
  }
}

function logic(node: Node, of: readonly Node[], facts: FactReader, decisive: Verdict): Trace {
  const parts = of.map((part) => traceOf(part, facts))
  const verdicts = parts.map(({ verdict }) => verdict)
  const other = decisive === 'no' ? 'yes' : 'no'
  const verdict = verdicts.includes(decisive) ? decisive : verdicts.includes('unknown') ? 'unknown' : other
  return grouped(node, parts, verdict, verdict === 'unknown' ? parts.flatMap(({ missing }) => missing) : [])
}

/** The condition and the branch that was taken. */
function branch(node: Extract<Node, { kind: 'if' }>, facts: FactReader): Trace {
  const asked = traceOf(node.test, facts)
  const taken = traceOf(asked.verdict === 'yes' ? node.yes : node.no, facts)
  const missing = [...(asked.verdict === 'unknown' ? asked.missing : []), ...taken.missing]
  return grouped(node, [asked, taken], taken.verdict, missing)
}

function grouped(node: Node, parts: Trace[], verdict: Verdict, missing: readonly string[]): Trace {
  const { kind, start, end } = node
  const nothing = { value: null, threshold: null, op: null, unit: null, gap: null, facts: [] }
  return { kind, start, end, verdict, parts, ...nothing, missing: [...new Set(missing)] }
}

type Found = Pick<Trace, 'value' | 'threshold' | 'op' | 'unit' | 'gap'> & { answer: Value }

function test(node: Node, facts: FactReader): Trace {
  const { answer, ...found } = foundIn(node, facts)
  const used = factsIn(node, facts)
  const missing = answer === null ? used.filter(({ value }) => value === null).map(({ name }) => name) : []
  const { kind, start, end } = node
  return { kind, start, end, verdict: verdictOf(answer), parts: [], ...found, missing, facts: used }
}

function foundIn(node: Node, facts: FactReader): Found {
  switch (node.kind) {
    case 'compare': {
      const [left, right] = [reckon(node.left, facts), reckon(node.right, facts)]
      const answer = compared(node.op, left, right)
      const gap = answer === false ? distance(left, right) : null
      return { answer, op: node.op, value: shown(left), threshold: shown(right), unit: unitOf(node.left), gap }
    }
    case 'equal': {
      const [left, right] = [reckon(node.left, facts), reckon(node.right, facts)]
      const op = node.negated ? '!=' : '='
      return {
        answer: same(left, right) !== node.negated,
        op,
        value: shown(left),
        threshold: shown(right),
        unit: unitOf(node.left),
        gap: null,
      }
    }
    case 'within': {
      const [of, low, high] = [node.of, node.low, node.high].map((side) => reckon(side, facts)) as [Value, Value, Value]
      const answer = reckon(node, facts)
      const nearer = of !== null && low !== null && orderOf(of, low) < 0 ? low : high
      const threshold = `${node.lowIn ? '[' : '('}${shown(low)}, ${shown(high)}${node.highIn ? ']' : ')'}`
      const gap = answer === false ? distance(of, nearer) : null
      return { answer, op: 'between', value: shown(of), threshold, unit: unitOf(node.of), gap }
    }
    case 'member': {
      const threshold = node.values.map((value) => shown(value) ?? '—').join('、')
      const value = shown(reckon(node.of, facts))
      return { answer: reckon(node, facts), op: 'in', value, threshold, unit: unitOf(node.of), gap: null }
    }
    default: {
      const answer = reckon(node, facts)
      return { answer, op: null, value: shown(answer), threshold: null, unit: unitOf(node), gap: null }
    }
  }
}

const unitOf = ({ unit }: Node): string | null => (unit === 'any' || unit === 'scaled' ? null : unit)

function distance(a: Value, b: Value): string | null {
  if (a === null || b === null) return null
  switch (typeOf(a)) {
    case 'number':
      return decimalOf(magnitude(minus(a as Exact, b as Exact)), 12)
    case 'date':
      return String(Math.abs((a as DateValue).day - (b as DateValue).day))
    case 'seconds':
      return String(Math.abs((a as Seconds).seconds - (b as Seconds).seconds) / 86400)
    default:
      return null
  }
}

/** A value as it is written: decimals to 12 places, dates as YYYY-MM-DD, lengths of time as P…; null when not known. */
export function shown(value: Value): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value
  switch (typeOf(value)) {
    case 'number':
      return decimalOf(value as Exact, 12)
    case 'date':
      return isoOf(value as DateValue)
    case 'months':
      return `P${(value as Months).months}M`
    case 'seconds':
      return `P${(value as Seconds).seconds / 86400}D`
    default:
      return (value as readonly Value[]).map(shown).join('、')
  }
}

function factsIn(node: Node, facts: FactReader): FactUsed[] {
  return entriesIn(node).map((entry) => {
    const { name, unit, source, evidence } = entry
    return { name, value: shown(facts(entry)), unit, source, evidence }
  })
}

const entries = new WeakMap<Node, readonly DictionaryEntry[]>()

/** The facts a test looks at, each once; found once for each rule, however many subjects it decides. */
function entriesIn(node: Node): readonly DictionaryEntry[] {
  const known = entries.get(node)
  if (known) return known
  const found = new Map<string, DictionaryEntry>()
  visitNames(node, (entry) => found.set(entry.name, entry))
  const all = [...found.values()]
  entries.set(node, all)
  return all
}

function visitNames(node: Node, visit: (entry: DictionaryEntry) => void): void {
  if (node.kind === 'name') visit(node.entry)
  else for (const part of partsOf(node)) visitNames(part, visit)
}
