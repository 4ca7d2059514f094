// What the checker carries along, and its small tools: stopping at an issue, placing nodes, folding constants.

import type { SyntaxNode } from '@lezer/common'
import type { Dictionary } from '#rules/dictionary.ts'
import { noFacts, reckon } from '#rules/evaluate.ts'
import type { Issue, IssueCode, Node } from '#rules/rule.ts'
import type { Spelled } from '#rules/spelling.ts'
import { anyUnit } from '#rules/units.ts'
import { type Type, typeOf, type Value } from '#rules/value.ts'

export interface Checking {
  text: string
  spelled: Spelled
  dictionary: Dictionary
  issues: Issue[]
  names: Set<string>
  /** Names bound by some, every and for. */
  scope: Map<string, Node>
  /** Shared by the copies that some and every make. */
  counted: { nodes: number }
  /** checkNode, handed along so that the files of the checker do not import each other in a circle. */
  check(checking: Checking, node: SyntaxNode, depth: number): Node
}

/** Leaves the part of the rule that has the issue. */
export class Stop extends Error {
  readonly issue: Issue
  constructor(issue: Issue) {
    super(issue.code)
    this.issue = issue
  }
}

/** Where a syntax node was typed. */
export function placeOf({ spelled: { at, ends }, text }: Checking, node: { from: number; to: number }) {
  const start = at[node.from] ?? text.length
  // The end of the last typed character of the node, not the start of what follows it.
  const end = ends.get(node.to) ?? (node.to > node.from ? (at[node.to - 1] ?? text.length) + 1 : start)
  return { start, end: Math.min(Math.max(end, start), text.length) }
}

export function stop(
  checking: Checking,
  code: IssueCode,
  node: { from: number; to: number },
  facts: Record<string, string> = {},
): never {
  throw new Stop({ code, ...placeOf(checking, node), facts })
}

export function stopAt(code: IssueCode, { start, end }: { start: number; end: number }, facts = {}): never {
  throw new Stop({ code, start, end, facts })
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'BlockComment' && child.name !== 'LineComment') children.push(child)
  return children
}

export const feelOf = ({ spelled }: Checking, node: { from: number; to: number }): string =>
  spelled.feel.slice(node.from, node.to)

export function constant(value: Value, place: { start: number; end: number }, unit?: string | null): Node {
  const type = typeOf(value)
  return {
    kind: 'constant',
    value,
    type,
    unit: type === 'number' ? (unit === undefined ? anyUnit : unit) : null,
    start: place.start,
    end: place.end,
  }
}

/** A node whose parts are all constants is one itself: it is reckoned once, here. */
export function folded(node: Node, ...parts: Node[]): Node {
  if (!parts.every((part) => part.kind === 'constant')) return node
  const value = reckon(node, noFacts)
  return constant(value, node, node.unit)
}

/** Null fits everywhere. */
export function expectType(node: Node, ...types: Type[]): void {
  if (node.type !== 'null' && !types.includes(node.type))
    stopAt('type-mismatch', node, { expected: types.join(' '), found: node.type })
}
