// A checked rule as PostgreSQL text that answers, for every row at once, what evaluating it answers for one. Values of the
// rule travel as parameters, columns as the quoted identifiers that the caller names; numbers are written out in figures.

import type { DictionaryEntry } from '#rules/dictionary.ts'
import { type Exact, parseExact } from '#rules/exact.ts'
import type { Node, NodeOf, Rule } from '#rules/rule.ts'
import {
  asDecimal,
  chosen,
  column,
  equals,
  extremePart,
  literalNumber,
  literalTerm,
  type Part,
  related,
  sized,
  type Term,
  termMagnitude,
  termNegated,
  termProduct,
  termQuotient,
  termSum,
  unknown,
} from '#rules/sql-number.ts'
import { roundedTerm } from '#rules/sql-round.ts'
import { type DateValue, isoOf, type Months, type Seconds, type Value } from '#rules/value.ts'

/** How a fact is stored: `sql` is a quoted identifier, `"a"` or `t."a"`. */
export interface Column {
  sql: string
  /** Decimal places of a scaled whole number: 2 where 12.34 is stored as 1234. Null: numeric, or no number. */
  scaled: number | null
  /** The stored whole number is int4: it is widened before it is reckoned with. */
  narrow?: boolean
}

export type ColumnOf = (entry: DictionaryEntry) => Column

export interface SqlText {
  text: string
  values: unknown[]
}

/** `first` is the number of the first parameter. Answers boolean, numeric, text or date; null is 待核. */
export function compileRule(rule: Rule, columnOf: ColumnOf, first = 1): SqlText {
  const [compiled] = compileRules([rule], columnOf, first).texts
  return compiled as SqlText
}

/** Several rules for one SELECT: their parameters are numbered in one row, and equal values share one. */
export function compileRules(
  rules: readonly Rule[],
  columnOf: ColumnOf,
  first = 1,
): { texts: SqlText[]; values: unknown[] } {
  const values: unknown[] = []
  const numbers = new Map<string, number>()
  const parameter = (value: string, type: string): string => {
    const key = `${type} ${value}`
    let number = numbers.get(key)
    if (number === undefined) {
      number = first + values.push(value) - 1
      numbers.set(key, number)
    }
    return `$${number}::${type}`
  }
  const compiler: Compiler = { columnOf: checkedColumns(columnOf), parameter }
  const texts = rules.map(({ root }) => ({ text: result(compiler, root), values }))
  return { texts, values }
}

interface Compiler {
  columnOf: ColumnOf
  parameter(value: string, type: string): string
}

const quoted = /^(?:[a-z_][a-z0-9_]*\.)?"(?:[^"\0]|"")+"$/

// The last guard before the database: whatever a name was, only a quoted identifier goes on.
function checkedColumns(columnOf: ColumnOf): ColumnOf {
  return (entry) => {
    const found = columnOf(entry)
    if (!quoted.test(found.sql)) throw new Error(`${found.sql} is no quoted identifier`)
    return found
  }
}

function result(compiler: Compiler, root: Node): string {
  switch (root.type) {
    case 'boolean':
      return truth(compiler, root)
    case 'number':
      return numberResult(compiler, root)
    case 'text':
      return text(compiler, root)
    case 'date':
      return date(compiler, root)
    case 'null':
      return 'NULL::boolean'
    default:
      throw new Error(`a rule that answers ${root.type} has no SQL`)
  }
}

// A constant whose decimals have no end is written to 34 of them; the checker refuses other quotients.
function numberResult(compiler: Compiler, root: Node): string {
  if (root.kind === 'constant') return literalNumber(root.value as Exact)
  const { above, below } = term(compiler, root)
  if (below) throw new Error('a quotient that is neither compared nor rounded has no SQL')
  return asDecimal(above).sql
}

const truth = (compiler: Compiler, node: Node): string => sized(truthOf(compiler, node))

function truthOf(compiler: Compiler, node: Node): string {
  switch (node.kind) {
    case 'constant':
      return node.value === null ? 'NULL::boolean' : node.value ? 'TRUE' : 'FALSE'
    case 'name':
      return compiler.columnOf(node.entry).sql
    case 'and':
    case 'or':
      return joined(
        node.parts.map((part) => truth(compiler, part)),
        node.kind,
      )
    case 'not':
      return `(NOT ${truth(compiler, node.of)})`
    case 'if':
      return `(CASE WHEN ${truth(compiler, node.test)} THEN ${truth(compiler, node.yes)} ELSE ${truth(compiler, node.no)} END)`
    case 'compare':
      return compare(compiler, node.op, node.left, node.right)
    case 'equal': {
      const same = equal(compiler, node.left, node.right)
      return node.negated ? `(NOT ${same})` : same
    }
    case 'within': {
      const above = compare(compiler, node.lowIn ? '>=' : '>', node.of, node.low)
      return `(${above} AND ${compare(compiler, node.highIn ? '<=' : '<', node.of, node.high)})`
    }
    case 'member':
      return member(compiler, node)
    case 'call':
      return node.name === 'list contains' ? holdsWord(compiler, node) : textTest(compiler, node)
    default:
      throw new Error(`${node.kind} is no condition`)
  }
}

const joined = (parts: readonly string[], kind: 'and' | 'or'): string =>
  parts.length === 0 ? (kind === 'and' ? 'TRUE' : 'FALSE') : `(${parts.join(kind === 'and' ? ' AND ' : ' OR ')})`

type Op = '<' | '<=' | '>' | '>='

function compare(compiler: Compiler, op: Op, left: Node, right: Node): string {
  const type = left.type === 'null' ? right.type : left.type
  if (left.type === 'null' || right.type === 'null') return 'NULL::boolean'
  switch (type) {
    case 'number':
      return related(op, term(compiler, left), term(compiler, right))
    case 'text':
      return `(${text(compiler, left)} COLLATE "C" ${op} ${text(compiler, right)})`
    case 'date':
      return `(${date(compiler, left)} ${op} ${date(compiler, right)})`
    default:
      return `(${seconds(compiler, left)} ${op} ${seconds(compiler, right)})`
  }
}

function equal(compiler: Compiler, left: Node, right: Node): string {
  if (left.type === 'null') return right.type === 'null' ? 'TRUE' : isNull(compiler, right)
  if (right.type === 'null') return isNull(compiler, left)
  if (left.type === 'number') return equals(term(compiler, left), term(compiler, right))
  return `(${scalar(compiler, left)} IS NOT DISTINCT FROM ${scalar(compiler, right)})`
}

function isNull(compiler: Compiler, node: Node): string {
  return node.type === 'number' ? unknown(term(compiler, node)) : `(${scalar(compiler, node)} IS NULL)`
}

/** Anything but a number, as one expression. */
function scalar(compiler: Compiler, node: Node): string {
  switch (node.type) {
    case 'boolean':
      return truth(compiler, node)
    case 'text':
      return text(compiler, node)
    case 'date':
      return date(compiler, node)
    case 'list':
    case 'thing':
      return compiler.columnOf((node as NodeOf<'name'>).entry).sql
    default:
      return seconds(compiler, node)
  }
}

function member(compiler: Compiler, node: NodeOf<'member'>): string {
  const known = node.values.filter((value) => value !== null)
  const place = { start: node.start, end: node.end }
  const constants = known.map(
    (value): Node => ({ kind: 'constant', value, type: node.of.type, unit: node.of.unit, ...place }),
  )
  const tests: string[] = []
  if (node.of.type === 'number') tests.push(...constants.map((value) => equal(compiler, node.of, value)))
  else if (node.of.type !== 'null' && constants.length > 0)
    tests.push(
      `COALESCE(${scalar(compiler, node.of)} IN (${constants.map((value) => scalar(compiler, value)).join(', ')}), FALSE)`,
    )
  if (known.length < node.values.length) tests.push(node.of.type === 'null' ? 'TRUE' : isNull(compiler, node.of))
  return joined(tests, 'or')
}

function term(compiler: Compiler, node: Node): Term {
  switch (node.kind) {
    case 'constant':
      return node.value === null ? nothing : literalTerm(node.value as Exact)
    case 'name':
      return { above: columnPart(compiler, node.entry), below: null }
    case 'negate':
      return termNegated(term(compiler, node.of))
    case 'arithmetic':
      return arithmetic(node.op, term(compiler, node.left), term(compiler, node.right))
    case 'if':
      return chosen(truth(compiler, node.test), term(compiler, node.yes), term(compiler, node.no), 'else')
    case 'extreme':
      return extreme(
        node.which,
        node.parts.map((part) => term(compiler, part)),
      )
    case 'round':
      return roundedTerm(term(compiler, node.of), node.places, node.rounding)
    case 'call':
      return numberCall(compiler, node)
    default:
      throw new Error(`${node.kind} is no number`)
  }
}

const nothing: Term = {
  above: { sql: 'NULL::numeric', scale: null, bound: 0n, positive: false, nullable: true, factors: 1 },
  below: null,
}

function columnPart(compiler: Compiler, entry: DictionaryEntry): Part {
  const { sql, scaled, narrow } = compiler.columnOf(entry)
  const [least, most] = [entry.least, entry.most].map((limit) => (limit === null ? null : parseExact(limit)))
  return { ...column(sql, scaled, most!, least!, entry.nullable), narrow: narrow === true }
}

function arithmetic(op: '+' | '-' | '*' | '/', left: Term, right: Term): Term {
  if (op === '*') return termProduct(left, right)
  return op === '/' ? termQuotient(left, right) : termSum(op, left, right)
}

// Quotients are chosen by comparing them, two at a time.
function extreme(which: 'min' | 'max', terms: readonly Term[]): Term {
  const op = which === 'min' ? '<=' : '>='
  return terms.reduce((best, next) =>
    best.below || next.below
      ? chosen(related(op, best, next), best, next, 'not')
      : { above: extremePart(which === 'min' ? 'LEAST' : 'GREATEST', best.above, next.above), below: null },
  )
}

function numberCall(compiler: Compiler, { name, parts }: NodeOf<'call'>): Term {
  const [of] = parts as [Node]
  if (name === 'abs') return termMagnitude(term(compiler, of))
  const sql =
    name === 'string length'
      ? `char_length(${text(compiler, of)})::bigint`
      : `extract(${dateParts[name]} from ${date(compiler, of)})::bigint`
  return { above: { sql, scale: 0, bound: 2n ** 31n, positive: true, nullable: true, factors: 1 }, below: null }
}

const dateParts: Record<string, string> = { '.year': 'year', '.month': 'month', '.day': 'day', '.weekday': 'isodow' }

const text = (compiler: Compiler, node: Node): string => sized(textOf(compiler, node))

function textOf(compiler: Compiler, node: Node): string {
  switch (node.kind) {
    case 'constant':
      return node.value === null ? 'NULL::text' : compiler.parameter(node.value as string, 'text')
    case 'name':
      return compiler.columnOf(node.entry).sql
    case 'if':
      return `(CASE WHEN ${truth(compiler, node.test)} THEN ${text(compiler, node.yes)} ELSE ${text(compiler, node.no)} END)`
    case 'extreme':
      return extremeOf(
        node,
        node.parts.map((part) => `${text(compiler, part)} COLLATE "C"`),
      )
    case 'call':
      return `(${node.parts.map((part) => text(compiler, part)).join(' || ')})`
    default:
      throw new Error(`${node.kind} is no text`)
  }
}

const extremeOf = ({ which }: NodeOf<'extreme'>, parts: readonly string[]): string =>
  `(CASE WHEN ${parts.map((part) => `${part} IS NOT NULL`).join(' AND ')} THEN ${which === 'min' ? 'LEAST' : 'GREATEST'}(${parts.join(', ')}) END)`

function holdsWord(compiler: Compiler, { parts }: NodeOf<'call'>): string {
  const [list, word] = parts as [NodeOf<'name'>, Node]
  return `(${text(compiler, word)} = ANY (${compiler.columnOf(list.entry).sql}))`
}

function textTest(compiler: Compiler, { name, parts }: NodeOf<'call'>): string {
  const [of, part] = parts.map((each) => text(compiler, each)) as [string, string]
  switch (name) {
    case 'starts with':
      return `starts_with(${of}, ${part})`
    case 'ends with':
      return `(right(${of}, char_length(${part})) = ${part})`
    case 'contains':
      return `(strpos(${of}, ${part}) > 0)`
    default:
      throw new Error(`${name} is no condition`)
  }
}

const date = (compiler: Compiler, node: Node): string => sized(dateOf(compiler, node))

function dateOf(compiler: Compiler, node: Node): string {
  switch (node.kind) {
    case 'constant':
      return node.value === null ? 'NULL::date' : compiler.parameter(isoOf(node.value as DateValue), 'date')
    case 'name':
      return compiler.columnOf(node.entry).sql
    case 'if':
      return `(CASE WHEN ${truth(compiler, node.test)} THEN ${date(compiler, node.yes)} ELSE ${date(compiler, node.no)} END)`
    case 'extreme':
      return extremeOf(
        node,
        node.parts.map((part) => date(compiler, part)),
      )
    case 'shift':
      return shift(date(compiler, node.of), node.months, node.days)
    default:
      throw new Error(`${node.kind} is no date`)
  }
}

// Never an interval of days: the database would make a timestamp of it and the months' ends would differ.
function shift(of: string, months: number, days: number): string {
  const moved = months === 0 ? of : `(${of} + interval '${months} months')::date`
  return days === 0 ? moved : `(${moved} ${days < 0 ? '-' : '+'} ${Math.abs(days)})`
}

/** A length of time as a whole number of seconds (or of months, which only constants are). */
function seconds(compiler: Compiler, node: Node): string {
  if (node.kind === 'elapsed') return `((${date(compiler, node.left)} - ${date(compiler, node.right)})::bigint * 86400)`
  if (node.kind === 'constant') return String(lengthOf(node.value))
  if (node.kind === 'if')
    return `(CASE WHEN ${truth(compiler, node.test)} THEN ${seconds(compiler, node.yes)} ELSE ${seconds(compiler, node.no)} END)`
  throw new Error(`${node.kind} is no length of time`)
}

function lengthOf(value: Value): string {
  if (value === null) return 'NULL::bigint'
  const count = 'months' in (value as object) ? (value as Months).months : (value as Seconds).seconds
  return `(${count})::bigint`
}
