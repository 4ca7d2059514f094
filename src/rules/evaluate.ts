// A rule for one subject: its value in three-valued logic over exact numbers. The trace with its reasons is in trace.ts.

import type { DictionaryEntry } from '#rules/dictionary.ts'
import { minus, negated, over, plus, rounded, times } from '#rules/exact.ts'
import { type FactReader, type Facts, readFacts } from '#rules/facts.ts'
import { functions, properties } from '#rules/functions.ts'
import type { CompareOp, Node, NodeOf, Rule } from '#rules/rule.ts'
import { type DateValue, orderOf, same, shifted, type Value } from '#rules/value.ts'

/** The value of a checked rule; null is 待核. Throws a plain Error when a fact is not of its dictionary's type. */
export function reckonRule(rule: Rule, facts: Facts): Value {
  return reckon(rule.root, readFacts(facts))
}

export const noFacts: FactReader = (entry: DictionaryEntry) => {
  throw new Error(`no facts here, but ${entry.name} was asked for`)
}

/** The value of any part of a checked rule. */
export function reckon(node: Node, facts: FactReader): Value {
  switch (node.kind) {
    case 'constant':
      return node.value
    case 'name':
      return facts(node.entry)
    case 'and':
      return both(node.parts, facts, false)
    case 'or':
      return both(node.parts, facts, true)
    case 'not': {
      const of = reckon(node.of, facts)
      return of === null ? null : !of
    }
    case 'if':
      return reckon(reckon(node.test, facts) === true ? node.yes : node.no, facts)
    case 'compare':
      return compared(node.op, reckon(node.left, facts), reckon(node.right, facts))
    case 'equal':
      return same(reckon(node.left, facts), reckon(node.right, facts)) !== node.negated
    case 'within':
      return within(node, reckon(node.of, facts), facts)
    case 'member': {
      const of = reckon(node.of, facts)
      return node.values.some((value) => same(of, value))
    }
    case 'negate': {
      const of = reckon(node.of, facts)
      return of === null ? null : negated(of as never)
    }
    case 'arithmetic':
      return ofTwo(node.op, reckon(node.left, facts), reckon(node.right, facts))
    case 'extreme':
      return extreme(node, facts)
    case 'round': {
      const of = reckon(node.of, facts)
      return of === null ? null : rounded(of as never, node.places, node.rounding)
    }
    case 'shift': {
      const of = reckon(node.of, facts)
      return of === null ? null : shifted(of as DateValue, node.months, node.days)
    }
    case 'elapsed': {
      const [left, right] = [reckon(node.left, facts), reckon(node.right, facts)] as [DateValue, DateValue]
      return left === null || right === null ? null : { seconds: (left.day - right.day) * 86400 }
    }
    case 'call':
      return called(node, facts)
  }
}

// The deciding value wins over unknown: false and unknown is false.
function both(parts: readonly Node[], facts: FactReader, decisive: boolean): Value {
  let unknown = false
  for (const part of parts) {
    const value = reckon(part, facts)
    if (value === decisive) return decisive
    if (value === null) unknown = true
  }
  return unknown ? null : !decisive
}

export function compared(op: CompareOp, left: Value, right: Value): boolean | null {
  if (left === null || right === null) return null
  const order = orderOf(left, right)
  switch (op) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

function within(node: NodeOf<'within'>, of: Value, facts: FactReader): Value {
  const above = compared(node.lowIn ? '>=' : '>', of, reckon(node.low, facts))
  const below = compared(node.highIn ? '<=' : '<', of, reckon(node.high, facts))
  if (above === false || below === false) return false
  return above === null || below === null ? null : true
}

const operations = { '+': plus, '-': minus, '*': times, '/': over }

function ofTwo(op: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  return left === null || right === null ? null : operations[op](left as never, right as never)
}

function extreme({ which, parts }: NodeOf<'extreme'>, facts: FactReader): Value {
  const values = parts.map((part) => reckon(part, facts))
  if (values.length === 0 || values.includes(null)) return null
  const wanted = which === 'min' ? -1 : 1
  return values.reduce((best, value) => (Math.sign(orderOf(value!, best!)) === wanted ? value : best))
}

function called({ name, parts }: NodeOf<'call'>, facts: FactReader): Value {
  const values = parts.map((part) => reckon(part, facts))
  const property = name.startsWith('.') ? properties[name.slice(1)] : undefined
  if (property) return values[0] === null ? null : property.apply(values[0]!)
  if (name === 'concat') return values.includes(null) ? null : values.join('')
  const told = functions[name]
  if (!told) throw new Error(`no function ${name}`)
  if (!told.nulls && values.includes(null)) return null
  return told.apply(values) ?? null
}
