// Calls of functions and properties: their parameters by place or by name, with the right types.

import type { SyntaxNode } from '@lezer/common'
import { expectChoice } from '#rules/check-compare.ts'
import { arithmetic } from '#rules/check-sum.ts'
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
import { type Exact, exact, isWhole, type Rounding } from '#rules/exact.ts'
import { functions, properties, type Told } from '#rules/functions.ts'
import { nearest } from '#rules/nearest.ts'
import type { Node } from '#rules/rule.ts'
import { inUnit } from '#rules/units.ts'
import type { Type, Value } from '#rules/value.ts'

type Place = { start: number; end: number }

const roundingOf: Record<string, Rounding> = {
  floor: 'floor',
  ceiling: 'ceiling',
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half-up',
  'round half down': 'half-down',
  decimal: 'half-even',
}

const known = [...Object.keys(functions), ...Object.keys(roundingOf), 'not', 'min', 'max']

export function checkCall(checking: Checking, node: SyntaxNode, depth: number): Node {
  const children = childrenOf(node)
  const place = placeOf(checking, node)
  const name = feelOf(checking, children[0]!).replace(/\s+/g, ' ')
  if (!known.includes(name))
    return stop(checking, 'unknown-function', children[0]!, { name, suggestion: nearest(name, known) ?? '' })
  const parameters = children.find((child) => /Parameters$/.test(child.name))
  const items = parameters ? childrenOf(parameters) : []
  if (parameters?.name === 'NamedParameters') return namedCall(checking, name, items, place, depth)
  // The parts of a list may be facts here: min([上年营业收入, 前年营业收入]).
  const single = items.length === 1 && items[0]!.name === 'List' && takesList(name)
  const given = single ? childrenOf(items[0]!).slice(1, -1) : items
  const parts = given.map((item) => checking.check(checking, item, depth + 1))
  return call(name, parts, place, single)
}

const takesList = (name: string): boolean => ['min', 'max', 'sum', 'mean', 'product', 'count'].includes(name)

function namedCall(checking: Checking, name: string, items: SyntaxNode[], place: Place, depth: number): Node {
  const names = functions[name]?.names ?? (roundingOf[name] ? ['n', 'scale'] : ['list'])
  const parts: Node[] = []
  for (const item of items) {
    const [label, value] = childrenOf(item)
    const at = names.indexOf(feelOf(checking, label!).replace(/\s+/g, ' '))
    if (at < 0 || parts[at]) return stopAt('wrong-arguments', place, { name })
    parts[at] = checking.check(checking, value!, depth + 1)
  }
  if (parts.length === 0 || Array.from(parts).includes(undefined as never))
    return stopAt('wrong-arguments', place, { name })
  return call(name, parts, place, false)
}

/** `listed`: the parts stood in a list of their own. */
function call(name: string, parts: Node[], place: Place, listed: boolean): Node {
  if (name === 'not') return negation(parts, place)
  if (name === 'min' || name === 'max') return extreme(name, parts, place)
  const rounding = roundingOf[name]
  if (rounding) return rounded(name, rounding, parts, place)
  if (name === 'count' && listed) return constant(exact(BigInt(parts.length)), place)
  const allConstant = parts.every((part) => part.kind === 'constant')
  if (!allConstant && (name === 'sum' || name === 'mean') && parts.length > 0) return total(name, parts, place)
  return told(name, functions[name]!, listed && allConstant ? [listConstant(parts, place)] : parts, place)
}

function listConstant(parts: readonly Node[], place: Place): Node {
  return constant(
    parts.map((part) => (part as { value: Value }).value),
    place,
  )
}

function negation(parts: readonly Node[], place: Place): Node {
  const [of] = parts
  if (!of || parts.length !== 1) return stopAt('wrong-arguments', place, { name: 'not' })
  expectType(of, 'boolean')
  if (of.type === 'null') return constant(null, place)
  return folded({ kind: 'not', of, type: 'boolean', unit: null, ...place }, of)
}

function extreme(which: 'min' | 'max', given: Node[], place: Place): Node {
  const spread = given.length === 1 && given[0]!.kind === 'constant' && given[0]!.type === 'list'
  const list = spread ? (given[0] as { value: readonly Value[] }).value.map((value) => constant(value, place)) : given
  if (list.length === 0) return stopAt('wrong-arguments', place, { name: which })
  if (list.some((part) => part.type === 'null')) return constant(null, place)
  const [first] = list as [Node]
  expectType(first, 'number', 'date', 'text')
  for (const part of list.slice(1))
    if (part.type !== first.type) return stopAt('type-mismatch', part, { expected: first.type, found: part.type })
  const { parts, unit } = first.type === 'number' ? inOneUnit(list) : { parts: list, unit: null }
  return folded({ kind: 'extreme', which, parts, type: first.type, unit, ...place }, ...parts)
}

/** All in the unit of the first fact, or of the first literal that has one. */
function inOneUnit(list: readonly Node[]): { parts: Node[]; unit: string | null } {
  const named = list.filter(({ unit }) => unit !== 'any')
  const { unit } = named.find(({ kind }) => kind !== 'constant') ?? named.at(0) ?? list[0]!
  const parts = list.map(
    (part) => inUnit(part, unit) ?? stopAt('unit-mismatch', part, { left: unit ?? '', right: part.unit ?? '' }),
  )
  return { parts, unit }
}

function rounded(name: string, rounding: Rounding, parts: readonly Node[], place: Place): Node {
  const [of, scale] = parts
  const needsScale = rounding !== 'floor' && rounding !== 'ceiling'
  if (!of || parts.length > 2 || (needsScale && !scale)) return stopAt('wrong-arguments', place, { name })
  expectType(of, 'number')
  if (of.type === 'null') return stopAt('wrong-arguments', place, { name })
  const places = scale ? placesOf(scale, name) : 0
  return folded({ kind: 'round', of, places, rounding, type: 'number', unit: of.unit, ...place }, of)
}

function placesOf(scale: Node, name: string): number {
  const value = scale.kind === 'constant' && scale.type === 'number' ? (scale.value as Exact) : null
  if (!value || !isWhole(value)) return stopAt('wrong-arguments', scale, { name })
  const places = Number(value.n / value.d)
  return Math.abs(places) > 18 ? stopAt('bad-literal', scale, { text: String(places) }) : places
}

// A sum of facts is a row of pluses: with the same rule for what is not known.
function total(name: 'sum' | 'mean', parts: Node[], place: Place): Node {
  const sum = parts.reduce((left, right) => arithmetic('+', left, right, place))
  return name === 'sum' ? sum : arithmetic('/', sum, constant(exact(BigInt(parts.length)), place), place)
}

function told(name: string, known: Told, parts: Node[], place: Place): Node {
  const least = known.variadic ? 1 : known.takes.length - (known.optional ?? 0)
  const most = known.variadic ? Number.POSITIVE_INFINITY : known.takes.length
  if (parts.length < least || parts.length > most) return stopAt('wrong-arguments', place, { name })
  for (const [at, part] of parts.entries()) {
    const type = known.variadic ? known.takes[0]! : known.takes[at]!
    if (type !== 'any') expectType(part, type)
  }
  const node: Node = { kind: 'call', name, parts, type: known.gives, unit: null, ...place }
  if (parts.every((part) => part.kind === 'constant')) return reckoned(name, known, parts, place)
  if (name === 'list contains') return holdsWord(node, parts, place)
  if (!known.rows) return stopAt('not-supported', place, { construct: name })
  return name === 'abs' ? { ...node, unit: parts[0]!.unit } : node
}

/** Of a fact: whether one word stands in its list. */
function holdsWord(node: Node, [list, word]: readonly Node[], place: Place): Node {
  if (list?.kind !== 'name' || word?.kind !== 'constant')
    return stopAt('not-supported', place, { construct: 'list contains' })
  if (word.type !== 'text') return stopAt('type-mismatch', word, { expected: 'text', found: word.type })
  expectChoice(list, word)
  return node
}

// What FEEL would call an error is refused here: a rule that can only ever be unknown helps nobody.
function reckoned(name: string, known: Told, parts: readonly Node[], place: Place): Node {
  const values = parts.map((part) => (part as { value: Value }).value)
  if (!known.nulls && values.includes(null)) return stopAt('wrong-arguments', place, { name })
  const value = known.apply(values)
  if (value === undefined) return stopAt('wrong-arguments', place, { name })
  return constant(value, place)
}

export function checkProperty(checking: Checking, node: SyntaxNode, depth: number): Node {
  const [first, , last] = childrenOf(node)
  const place = placeOf(checking, node)
  const of = checking.check(checking, first!, depth + 1)
  const name = feelOf(checking, last!)
  const known = Object.hasOwn(properties, name) ? properties[name] : undefined
  if (!known || (of.type !== known.of && !(of.type === 'seconds' && name === 'days')))
    return stop(checking, 'not-supported', node, { construct: `.${name}` })
  const isFact = of.kind !== 'constant'
  if (isFact && (!known.rows || of.kind !== 'name'))
    return stop(checking, 'not-supported', node, { construct: `.${name}` })
  const type: Type = 'number'
  return folded({ kind: 'call', name: `.${name}`, parts: [of], type, unit: isFact ? null : 'any', ...place }, of)
}
