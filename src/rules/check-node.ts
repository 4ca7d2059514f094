// One syntax node made into a typed node: literals, names, logic, if. Comparisons, sums and calls have files of their own.

import type { SyntaxNode } from '@lezer/common'
import { checkCall, checkProperty } from '#rules/check-call.ts'
import { checkComparison } from '#rules/check-compare.ts'
import { dateTimeLiteral, instanceOf, stringLiteral } from '#rules/check-literal.ts'
import { checkArithmetic } from '#rules/check-sum.ts'
import {
  type Checking,
  childrenOf,
  constant,
  expectType,
  feelOf,
  folded,
  placeOf,
  Stop,
  stop,
  stopAt,
} from '#rules/checking.ts'
import { entryOf } from '#rules/dictionary.ts'
import type { Exact } from '#rules/exact.ts'
import { isWhole, negated } from '#rules/exact.ts'
import { nearest } from '#rules/nearest.ts'
import type { Node } from '#rules/rule.ts'
import { agreed, anyUnit, scaledUnit } from '#rules/units.ts'
import { isOpaque, type Type, type Value } from '#rules/value.ts'

const deepest = 60
const mostNodes = 4000

/** `depth` counts brackets, calls and ifs, not the length of a sum. */
export function checkNode(checking: Checking, node: SyntaxNode, depth: number): Node {
  if (depth > deepest) stop(checking, 'too-deep', node, { limit: String(deepest) })
  if (++checking.counted.nodes > mostNodes) stop(checking, 'too-long', node, { limit: String(mostNodes) })
  const children = childrenOf(node)
  const place = placeOf(checking, node)
  switch (node.name) {
    case 'ParenthesizedExpression':
      return { ...checkNode(checking, children[1]!, depth + 1), ...place }
    case 'NumericLiteral':
      return numberLiteral(checking, node)
    case 'StringLiteral':
      return constant(stringLiteral(checking, node), place)
    case 'BooleanLiteral':
      return constant(feelOf(checking, node) === 'true', place)
    case 'null':
      return constant(null, place)
    case 'DateTimeLiteral':
      return dateTimeLiteral(checking, node, depth)
    case 'VariableName':
      return checkName(checking, node)
    case 'Conjunction':
    case 'Disjunction':
      return checkLogic(checking, node, depth)
    case 'IfExpression':
      return checkIf(checking, children, place, depth)
    case 'Comparison':
      return checkComparison(checking, node, depth)
    case 'ArithmeticExpression':
      return checkArithmetic(checking, node, depth)
    case 'FunctionInvocation':
      return checkCall(checking, node, depth)
    case 'PathExpression':
      return checkProperty(checking, node, depth)
    case 'List':
      return checkList(checking, children.slice(1, -1), place, depth)
    case 'FilterExpression':
      return checkPosition(checking, children, place, depth)
    case 'InstanceOfExpression':
      return instanceOf(checking, children, place, depth)
    case 'QuantifiedExpression':
      return checkQuantified(checking, children, place, depth)
    default:
      return stop(checking, 'not-supported', node, { construct: node.name })
  }
}

function numberLiteral(checking: Checking, node: SyntaxNode): Node {
  // The parser takes a sign in front for a part of the literal.
  const sign = /^[-\s]*/.exec(feelOf(checking, node))![0]
  const literal = checking.spelled.literals.get(node.from + sign.length)
  if (!literal) return stop(checking, 'bad-literal', node, { text: feelOf(checking, node) })
  const value = sign.replaceAll(' ', '').length % 2 === 1 ? negated(literal.value) : literal.value
  const unit = literal.unit ?? (literal.scaled ? scaledUnit : anyUnit)
  return constant(value, placeOf(checking, node), unit)
}

function checkName(checking: Checking, node: SyntaxNode): Node {
  const name = feelOf(checking, node)
  const bound = checking.scope.get(name)
  const place = placeOf(checking, node)
  if (bound) return { ...bound, ...place }
  const entry = entryOf(checking.dictionary, name)
  if (!entry) {
    const known = checking.dictionary.entries.map((each) => each.name)
    return stop(checking, 'unknown-name', node, { name, suggestion: nearest(name, known) ?? '' })
  }
  checking.names.add(name)
  return { kind: 'name', entry, type: entry.type, unit: entry.type === 'number' ? entry.unit : null, ...place }
}

// a and b and c is one row of three parts. Each part is checked even when another has an issue.
function checkLogic(checking: Checking, node: SyntaxNode, depth: number): Node {
  const parts: Node[] = []
  for (const side of sidesOf(node)) {
    try {
      const part = checkNode(checking, side, depth + 1)
      expectType(part, 'boolean')
      parts.push(part)
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      checking.issues.push(error.issue)
    }
  }
  const kind = node.name === 'Conjunction' ? 'and' : 'or'
  return folded({ kind, parts, type: 'boolean', unit: null, ...placeOf(checking, node) }, ...parts)
}

function sidesOf(node: SyntaxNode): SyntaxNode[] {
  const sides: SyntaxNode[] = []
  let rest = node
  for (;;) {
    const [left, , right] = childrenOf(rest)
    sides.unshift(right!)
    if (left!.name !== node.name) return [left!, ...sides]
    rest = left!
  }
}

function checkIf(checking: Checking, children: SyntaxNode[], place: Placing, depth: number): Node {
  const [test, yes, no] = [1, 3, 5].map((at) => checkNode(checking, children[at]!, depth + 1)) as [Node, Node, Node]
  expectType(test, 'boolean')
  if (yes.type !== no.type && yes.type !== 'null' && no.type !== 'null')
    stopAt('type-mismatch', no, { expected: yes.type, found: no.type })
  const type: Type = yes.type === 'null' ? no.type : yes.type
  if (isOpaque(type) && test.kind !== 'constant') stopAt('not-supported', yes, { construct: type })
  const units = type === 'number' ? agreed(yes, no) : { left: yes, right: no, unit: null }
  if (!units) return stopAt('unit-mismatch', no, { left: String(yes.unit ?? ''), right: String(no.unit ?? '') })
  const { left, right, unit } = units
  if (test.kind === 'constant') return { ...(test.value === true ? left : right), ...place }
  return { kind: 'if', test, yes: left, no: right, type, unit, ...place }
}

type Placing = { start: number; end: number }

/** Lists are constants; calls that take facts look at their parts themselves. */
function checkList(checking: Checking, items: SyntaxNode[], place: Placing, depth: number): Node {
  const parts = items.map((item) => checkNode(checking, item, depth + 1))
  const open = parts.find((part) => part.kind !== 'constant')
  if (open) stopAt('not-supported', open, { construct: 'List' })
  return constant(
    parts.map((part) => (part as { value: Value }).value),
    place,
  )
}

// [1, 2, 3][2] and [1, 2, 3][-1], of constants.
function checkPosition(checking: Checking, children: SyntaxNode[], place: Placing, depth: number): Node {
  const [of, at] = [children[0]!, children[2]!].map((child) => checkNode(checking, child, depth + 1)) as [Node, Node]
  if (of.kind !== 'constant' || at.kind !== 'constant' || at.type !== 'number' || !isWhole(at.value as Exact))
    return stopAt('not-supported', place, { construct: 'FilterExpression' })
  const list = of.type === 'list' ? (of.value as readonly Value[]) : [of.value]
  const position = Number((at.value as Exact).n / (at.value as Exact).d)
  return constant(position === 0 ? null : (list.at(position > 0 ? position - 1 : position) ?? null), place)
}

// every x in [1, 2] satisfies c(x) is c(1) and c(2); the list is a constant.
function checkQuantified(checking: Checking, children: SyntaxNode[], place: Placing, depth: number): Node {
  const bindings = childrenOf(children[1]!)
  const [name, , context] = childrenOf(bindings[0]!)
  const list = checkNode(checking, childrenOf(context!)[0]!, depth + 1)
  if (bindings.length > 1 || list.kind !== 'constant' || list.type !== 'list')
    return stopAt('not-supported', place, { construct: 'QuantifiedExpression' })
  const parts = (list.value as readonly Value[]).map((value) => {
    const scope = new Map(checking.scope).set(feelOf(checking, name!), constant(value, place))
    const part = checkNode({ ...checking, scope }, children[3]!, depth + 1)
    expectType(part, 'boolean')
    return part
  })
  const kind = feelOf(checking, children[0]!) === 'every' ? 'and' : 'or'
  return folded({ kind, parts, type: 'boolean', unit: null, ...place }, ...parts)
}
