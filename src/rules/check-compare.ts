// Comparisons: =, <, between, in. What FEEL's `in` can say is made of four plain tests, so that each has one meaning.

import type { SyntaxNode } from '@lezer/common'
import { type Checking, childrenOf, constant, feelOf, folded, placeOf, stop, stopAt } from '#rules/checking.ts'
import type { CompareOp, Node } from '#rules/rule.ts'
import { noTest } from '#rules/spelling.ts'
import { agreed } from '#rules/units.ts'
import { isOpaque, orderOf, type Range, type Type, type Value } from '#rules/value.ts'

type Place = { start: number; end: number }

const ordered: readonly Type[] = ['number', 'text', 'date', 'months', 'seconds']

export function checkComparison(checking: Checking, node: SyntaxNode, depth: number): Node {
  const children = childrenOf(node)
  const place = placeOf(checking, node)
  const left = checking.check(checking, children[0]!, depth + 1)
  const word = feelOf(checking, children[1]!)
  if (word === 'between') {
    const [low, high] = [children[2]!, children[4]!].map((side) => checking.check(checking, side, depth + 1)) as [
      Node,
      Node,
    ]
    return within(left, { low, high, lowIn: true, highIn: true }, place)
  }
  if (word === 'in') {
    const tests = children[2]!.name === '(' ? childrenOf(children[3]!) : [children[2]!]
    return anyOf(checking, left, tests, place, depth)
  }
  const right = checking.check(checking, children[2]!, depth + 1)
  return word === '=' || word === '!='
    ? equal(left, right, word === '!=', place)
    : compare(word as CompareOp, left, right, place)
}

/** Both sides of one type and one unit, or the issue. */
function paired(left: Node, right: Node): { left: Node; right: Node } {
  if (left.type !== right.type && left.type !== 'null' && right.type !== 'null')
    return stopAt('type-mismatch', right, { expected: left.type, found: right.type })
  if (isOpen(left, right) || isOpen(right, left)) return stopAt('not-supported', right, { construct: left.type })
  if (left.type !== 'number' || right.type !== 'number') return { left, right }
  const pair = agreed(left, right)
  if (pair) return pair
  return stopAt('unit-mismatch', right, { left: unitWord(left), right: unitWord(right) })
}

/** A list or thing of the facts is compared with nothing but null. */
const isOpen = (fact: Node, other: Node): boolean =>
  fact.kind !== 'constant' && isOpaque(fact.type) && other.type !== 'null'

const unitWord = ({ unit }: Node): string => unit ?? ''

function compare(op: CompareOp, first: Node, second: Node, place: Place): Node {
  const { left, right } = paired(first, second)
  for (const side of [left, right])
    if (side.type !== 'null' && !ordered.includes(side.type))
      stopAt('type-mismatch', side, { expected: ordered.join(' '), found: side.type })
  return folded({ kind: 'compare', op, left, right, type: 'boolean', unit: null, ...place }, left, right)
}

function equal(first: Node, second: Node, negated: boolean, place: Place): Node {
  const { left, right } = paired(first, second)
  expectChoice(left, right)
  expectChoice(right, left)
  return folded({ kind: 'equal', negated, left, right, type: 'boolean', unit: null, ...place }, left, right)
}

/** A text that the fact can never be is a slip of the pen. */
export function expectChoice(fact: Node, other: Node): void {
  if (fact.kind !== 'name' || !fact.entry.choices || other.kind !== 'constant' || typeof other.value !== 'string')
    return
  if (!fact.entry.choices.includes(other.value))
    stopAt('unknown-choice', other, {
      name: fact.entry.name,
      value: other.value,
      choices: fact.entry.choices.join('、'),
    })
}

function within(of: Node, range: { low: Node; high: Node; lowIn: boolean; highIn: boolean }, place: Place): Node {
  const first = paired(of, range.low)
  const { left: subject, right: high } = paired(first.left, range.high)
  const low = paired(subject, first.right).right
  for (const side of [subject, low, high])
    if (side.type !== 'null' && !ordered.includes(side.type))
      stopAt('type-mismatch', side, { expected: ordered.join(' '), found: side.type })
  if (low.kind === 'constant' && high.kind === 'constant' && low.value !== null && high.value !== null)
    if (orderOf(low.value, high.value) > 0) stopAt('reversed-range', { start: low.start, end: high.end })
  const { lowIn, highIn } = range
  return folded(
    { kind: 'within', of: subject, low, high, lowIn, highIn, type: 'boolean', unit: null, ...place },
    subject,
    low,
    high,
  )
}

// x in (1, 2, > 5, [7..9]): the plain values make one membership, each other test stands for itself.
function anyOf(checking: Checking, of: Node, tests: SyntaxNode[], place: Place, depth: number): Node {
  const parts: Node[] = []
  const values: Value[] = []
  for (const test of tests) {
    if (feelOf(checking, test) === noTest) continue
    const found = testOf(checking, of, test, depth + 1)
    if ('values' in found) values.push(...found.values)
    else parts.push(found.node)
  }
  if (values.length > 0) parts.unshift(member(of, values, place))
  if (parts.length === 1) return { ...parts[0]!, ...place }
  return folded({ kind: 'or', parts, type: 'boolean', unit: null, ...place }, ...parts)
}

function member(of: Node, values: readonly Value[], place: Place): Node {
  return folded({ kind: 'member', of, values, type: 'boolean', unit: null, ...place }, of)
}

type Test = { node: Node } | { values: Value[] }

function testOf(checking: Checking, of: Node, test: SyntaxNode, depth: number): Test {
  const place = placeOf(checking, test)
  const children = childrenOf(test)
  switch (test.name) {
    case 'PositiveUnaryTest':
    case 'ParenthesizedExpression':
      return testOf(checking, of, children[test.name === 'PositiveUnaryTest' ? 0 : 1]!, depth)
    case 'SimplePositiveUnaryTest': {
      const [first, second] = children
      if (first!.name === 'Interval') return { node: intervalTest(checking, of, first!, place, depth) }
      const op = feelOf(checking, first!)
      if (second!.name === 'Conjunction' || second!.name === 'Disjunction')
        return stop(checking, 'not-supported', test, { construct: 'in … and' })
      const right = checking.check(checking, second!, depth)
      return {
        node:
          op === '=' || op === '!=' ? equal(of, right, op === '!=', place) : compare(op as CompareOp, of, right, place),
      }
    }
    case 'List':
      return listTest(checking, of, children.slice(1, -1), place, depth)
    case 'Conjunction':
    case 'Disjunction':
      // x in y or z would be read as x in (y or z).
      return stop(checking, 'not-supported', test, { construct: 'in … and' })
    default:
      return valueTest(of, checking.check(checking, test, depth))
  }
}

function intervalTest(checking: Checking, of: Node, interval: SyntaxNode, place: Place, depth: number): Node {
  const [open, lowNode, , highNode, close] = childrenOf(interval)
  if (!lowNode || !highNode || !close) return stop(checking, 'not-supported', interval, { construct: 'Interval' })
  const [low, high] = [lowNode, highNode].map((side) => checking.check(checking, side, depth)) as [Node, Node]
  const [lowIn, highIn] = [feelOf(checking, open!) === '[', feelOf(checking, close) === ']']
  return within(of, { low, high, lowIn, highIn }, place)
}

// A list as the test: its members are the values; what is no value in it is a test as well.
function listTest(checking: Checking, of: Node, items: SyntaxNode[], place: Place, depth: number): Test {
  if (of.type === 'list') return stopAt('not-supported', place, { construct: 'List' })
  const tests = items.map((item) => testOf(checking, of, item, depth + 1))
  const values = tests.flatMap((test) => ('values' in test ? test.values : []))
  const parts = tests.flatMap((test) => ('node' in test ? [test.node] : []))
  if (parts.length === 0) return { values }
  if (values.length > 0) parts.unshift(member(of, values, place))
  return { node: folded({ kind: 'or', parts, type: 'boolean', unit: null, ...place }, ...parts) }
}

/** A constant joins the membership; a fact is compared for itself. */
function valueTest(of: Node, value: Node): Test {
  if (value.type === 'range' && value.kind === 'constant') {
    const { low, high, lowIn, highIn } = value.value as Range
    const [a, b] = [constant(low, value), constant(high, value)]
    return { node: within(of, { low: a, high: b, lowIn, highIn }, value) }
  }
  const { right } = paired(of, value)
  expectChoice(of, right)
  if (right.kind !== 'constant') return { node: equal(of, right, false, value) }
  if (right.type === 'list' && of.type !== 'null') return { values: [...(right.value as readonly Value[])] }
  return { values: [right.value] }
}
