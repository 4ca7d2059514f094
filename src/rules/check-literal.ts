// Texts, dates, lengths of time, and `instance of`, of constants.

import type { SyntaxNode } from '@lezer/common'
import { type Checking, childrenOf, constant, feelOf, placeOf, stop, stopAt } from '#rules/checking.ts'
import { functions } from '#rules/functions.ts'
import type { Node } from '#rules/rule.ts'
import { parseDate, parseLength, type Type, typeOf, type Value } from '#rules/value.ts'

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\' }

/** The text between the quotes. NUL and halves of a surrogate pair cannot be stored and are refused. */
export function stringLiteral(checking: Checking, node: SyntaxNode): string {
  const inside = feelOf(checking, node).slice(1, -1)
  const text = inside.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/gs, (whole, after: string) => {
    if (after.length > 1) return String.fromCodePoint(Math.min(Number.parseInt(after.slice(1), 16), 0x10ffff))
    return escapes[after] ?? whole
  })
  if (!text.isWellFormed() || text.includes('\0'))
    stop(checking, 'odd-character', node, { code: text.includes('\0') ? 'U+0000' : 'U+D800' })
  return text
}

export function dateTimeLiteral(checking: Checking, node: SyntaxNode, depth: number): Node {
  const children = childrenOf(node)
  const place = placeOf(checking, node)
  if (children[0]!.name === 'AtLiteral') {
    const text = stringLiteral(checking, childrenOf(children[0]!)[0]!)
    return literal(parseDate(text) ?? parseLength(text), text, place)
  }
  const word = feelOf(checking, children[0]!)
  const parameters = children.find(({ name }) => name === 'PositionalParameters')
  const parts = (parameters ? childrenOf(parameters) : []).map((part) => checking.check(checking, part, depth + 1))
  if (parts.some((part) => part.kind !== 'constant') || (word !== 'date' && word !== 'duration'))
    return stopAt('not-supported', place, { construct: word })
  const values = parts.map((part) => (part as { value: Value }).value)
  const [first] = values
  if (values.length === 1 && typeof first === 'string')
    return literal(word === 'date' ? parseDate(first) : parseLength(first), first, place)
  if (word === 'date' && values.length === 1 && parts[0]!.type === 'date') return { ...parts[0]!, ...place }
  if (word === 'date' && values.length === 3 && parts.every(({ type }) => type === 'number'))
    return literal(functions.date!.apply(values) ?? null, 'date', place)
  return stopAt('wrong-arguments', place, { name: word })
}

function literal(value: Value, text: string, place: { start: number; end: number }): Node {
  return value === null ? stopAt('bad-literal', place, { text }) : constant(value, place)
}

const typeWords: Record<string, Type> = {
  number: 'number',
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  'years and months duration': 'months',
  'days and time duration': 'seconds',
}

/** Only of constants: what type a fact has is known from the dictionary. */
export function instanceOf(
  checking: Checking,
  children: SyntaxNode[],
  place: { start: number; end: number },
  depth: number,
): Node {
  const of = checking.check(checking, children[0]!, depth + 1)
  const named = children.at(-1)!
  const word = feelOf(checking, named).replace(/\s+/g, ' ').trim()
  if (of.kind !== 'constant') return stopAt('not-supported', place, { construct: 'instance of' })
  if (word === 'Any') return constant(of.value !== null, place)
  const element = /^list<(.*)>$/.exec(word.replaceAll(' <', '<'))?.[1]?.trim()
  if (element !== undefined)
    return constant(isListOf(of.value, element) ?? stopAt('not-supported', place, { construct: word }), place)
  const type = typeWords[word]
  if (!type) return stopAt('not-supported', place, { construct: word })
  return constant(of.type === type, place)
}

function isListOf(value: Value, element: string): boolean | null {
  const type = typeWords[element]
  if (!type && element !== 'Any') return null
  return Array.isArray(value) && (element === 'Any' || value.every((part) => typeOf(part) === type))
}
