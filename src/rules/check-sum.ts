// Sums, products, quotients; texts put together; dates moved by lengths of time.

import type { SyntaxNode } from '@lezer/common'
import {
  type Checking,
  childrenOf,
  constant,
  expectType,
  feelOf,
  folded,
  placeOf,
  stop,
  stopAt,
} from '#rules/checking.ts'
import { type Exact, exact, isWhole, order, power } from '#rules/exact.ts'
import { type Node, partsOf } from '#rules/rule.ts'
import { agreed, asFactor, asRatio, productUnit, quotientUnit } from '#rules/units.ts'
import { type DateValue, isoOf, isWritable, type Months, type Seconds, type Type } from '#rules/value.ts'

type Place = { start: number; end: number }
type Op = '+' | '-' | '*' | '/'

/** Dates are moved by at most so much, so that they stay dates that everybody reckons alike. */
const mostMonths = 10_800
const mostDays = 328_000

export function checkArithmetic(checking: Checking, node: SyntaxNode, depth: number): Node {
  const children = childrenOf(node)
  const place = placeOf(checking, node)
  if (children.length === 2) return minusSign(checking.check(checking, children[1]!, depth + 1), place)
  const left = checking.check(checking, children[0]!, depth)
  const right = checking.check(checking, children[2]!, depth + 1)
  const op = feelOf(checking, children[1]!)
  if (op === '**') return powered(checking, node, left, right)
  return arithmetic(op as Op, left, right, place)
}

function minusSign(of: Node, place: Place): Node {
  if (of.kind === 'constant' && (of.type === 'months' || of.type === 'seconds')) return lengthTimes(of, -1, place)
  expectType(of, 'number')
  if (of.type === 'null') return constant(null, place)
  return folded({ kind: 'negate', of, type: 'number', unit: of.unit, ...place }, of)
}

export function arithmetic(op: Op, left: Node, right: Node, place: Place): Node {
  if (left.type === 'null' || right.type === 'null') return unknownSum(op, left, right, place)
  const types = `${left.type} ${op} ${right.type}`
  switch (types) {
    case 'text + text':
      return folded(
        { kind: 'call', name: 'concat', parts: [left, right], type: 'text', unit: null, ...place },
        left,
        right,
      )
    case 'date - date':
      return folded({ kind: 'elapsed', left, right, type: 'seconds', unit: null, ...place }, left, right)
    case 'date + months':
    case 'date + seconds':
    case 'date - months':
    case 'date - seconds':
      return moved(left, right, op === '-' ? -1 : 1, place)
    case 'months + date':
    case 'seconds + date':
      return moved(right, left, 1, place)
    case 'months + months':
    case 'months - months':
    case 'seconds + seconds':
    case 'seconds - seconds':
      return lengths(left, right, op === '-' ? -1 : 1, place)
    case 'months * number':
    case 'seconds * number':
      return lengthTimes(left, factorOf(right), place)
    case 'number * months':
    case 'number * seconds':
      return lengthTimes(right, factorOf(left), place)
    default:
      return ofNumbers(op, left, right, place)
  }
}

// Whatever is reckoned with 'not known' is not known. The types must still make sense.
function unknownSum(op: Op, left: Node, right: Node, place: Place): Node {
  const fits: Type[] =
    op === '+' ? ['number', 'text', 'date', 'months', 'seconds'] : ['number', 'date', 'months', 'seconds']
  expectType(left, ...fits)
  expectType(right, ...fits)
  return constant(null, place)
}

function ofNumbers(op: Op, left: Node, right: Node, place: Place): Node {
  expectType(left, 'number')
  expectType(right, 'number')
  if (op === '*' || op === '/') {
    const [a, b] = op === '/' ? asRatio(left, right) : [asFactor(left), asFactor(right)]
    const unit = op === '*' ? productUnit(a.unit, b.unit) : quotientUnit(a.unit, b.unit)
    return folded({ kind: 'arithmetic', op, left: a, right: b, type: 'number', unit, ...place }, a, b)
  }
  const pair = agreed(left, right)
  if (!pair) return stopAt('unit-mismatch', right, { left: left.unit ?? '', right: right.unit ?? '' })
  return folded(
    { kind: 'arithmetic', op, left: pair.left, right: pair.right, type: 'number', unit: pair.unit, ...place },
    pair.left,
    pair.right,
  )
}

function powered(checking: Checking, node: SyntaxNode, left: Node, right: Node): Node {
  const exponent = right.kind === 'constant' && right.type === 'number' ? (right.value as Exact) : null
  const base = left.kind === 'constant' && left.type === 'number' ? (left.value as Exact) : null
  if (!exponent || !base || !isWhole(exponent) || order(exponent, exact(64n)) > 0 || order(exponent, exact(-64n)) < 0)
    return stop(checking, 'not-supported', node, { construct: '**' })
  const value = power(base, Number(exponent.n / exponent.d))
  return constant(value, placeOf(checking, node), left.unit)
}

function moved(date: Node, length: Node, sign: 1 | -1, place: Place): Node {
  if (length.kind !== 'constant') return stopAt('not-supported', length, { construct: 'duration' })
  const months = length.type === 'months' ? (length.value as Months).months : 0
  const seconds = length.type === 'seconds' ? (length.value as Seconds).seconds : 0
  if (seconds % 86400 !== 0) return stopAt('not-supported', length, { construct: 'hours' })
  const days = seconds / 86400
  const allMonths = Math.abs(months) + shiftsIn(date).months
  const allDays = Math.abs(days) + shiftsIn(date).days
  if (allMonths > mostMonths || allDays > mostDays) return stopAt('bad-literal', length, { text: 'duration' })
  const shift = folded(
    { kind: 'shift', of: date, months: sign * months || 0, days: sign * days || 0, type: 'date', unit: null, ...place },
    date,
  )
  if (shift.kind === 'constant' && shift.value !== null && !isWritable(shift.value as DateValue))
    return stopAt('bad-literal', place, { text: isoOf(shift.value as DateValue) })
  return shift
}

/** How far a date may have been moved already, at most. */
function shiftsIn(node: Node): { months: number; days: number } {
  const most = partsOf(node)
    .map(shiftsIn)
    .reduce((a, b) => ({ months: Math.max(a.months, b.months), days: Math.max(a.days, b.days) }), {
      months: 0,
      days: 0,
    })
  if (node.kind !== 'shift') return most
  return { months: most.months + Math.abs(node.months), days: most.days + Math.abs(node.days) }
}

function lengths(left: Node, right: Node, sign: 1 | -1, place: Place): Node {
  if (left.kind !== 'constant' || right.kind !== 'constant')
    return stopAt('not-supported', place, { construct: 'duration' })
  if (left.type === 'months')
    return constant({ months: (left.value as Months).months + sign * (right.value as Months).months || 0 }, place)
  return constant({ seconds: (left.value as Seconds).seconds + sign * (right.value as Seconds).seconds || 0 }, place)
}

function factorOf(node: Node): number {
  const value = node.kind === 'constant' && node.type === 'number' ? (node.value as Exact) : null
  if (!value || !isWhole(value)) return stopAt('not-supported', node, { construct: 'duration' })
  return Number(value.n / value.d)
}

function lengthTimes(of: Node, factor: number, place: Place): Node {
  if (of.kind !== 'constant') return stopAt('not-supported', of, { construct: 'duration' })
  const count = of.type === 'months' ? (of.value as Months).months : (of.value as Seconds).seconds
  if (!Number.isSafeInteger(count * factor)) return stopAt('bad-literal', of, { text: 'duration' })
  return constant(of.type === 'months' ? { months: count * factor || 0 } : { seconds: count * factor || 0 }, place)
}
