// The door of the checker: a text and a dictionary in, a rule or its issues out. A rule with an issue never comes out.

import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from 'lezer-feel'
import { checkNode } from '#rules/check-node.ts'
import { type Checking, Stop } from '#rules/checking.ts'
import { compileRule } from '#rules/compile.ts'
import type { Dictionary } from '#rules/dictionary.ts'
import { type Exact, terminating } from '#rules/exact.ts'
import type { Issue, Node, Rule } from '#rules/rule.ts'
import { isIssue, type Spelled, spell } from '#rules/spelling.ts'
import { TooMuch } from '#rules/sql-number.ts'
import { isOpaque, type Type } from '#rules/value.ts'

export const longestRule = 10_000

const feel = parser.configure({ top: 'Expression' })

export type Checked = { rule: Rule; issues?: undefined } | { rule?: undefined; issues: Issue[] }

/** `expect`: what the rule must answer; a condition answers 'boolean'. Issues point into the text as typed. */
export function checkRule(text: string, dictionary: Dictionary, expect: Type | 'anything' = 'boolean'): Checked {
  if (text.trim() === '') return no({ code: 'empty', start: 0, end: text.length, facts: {} })
  if (text.length > longestRule)
    return no({ code: 'too-long', start: longestRule, end: text.length, facts: { limit: String(longestRule) } })
  const units = dictionary.entries.flatMap(({ unit }) => unit ?? [])
  const spelled = spell(text, units)
  if (isIssue(spelled)) return no(spelled)
  const tree = feel.parse(spelled.feel)
  const broken = syntaxIssue(text, spelled, tree)
  if (broken) return no(broken)
  const found = { issues: [], names: new Set<string>(), scope: new Map(), counted: { nodes: 0 } }
  const checking: Checking = { text, spelled, dictionary, ...found, check: checkNode }
  const root = rootOf(checking, tree.topNode.firstChild, expect)
  if (!root || checking.issues.length > 0) return { issues: checking.issues }
  const rule = { text, feel: spelled.feel, dictionary, root, names: [...checking.names] }
  const heavy = rule.names.length > 0 && !fitsTheDatabase(rule)
  return heavy ? no({ code: 'too-complex', start: 0, end: text.length, facts: {} }) : { rule }
}

/** What is accepted can be compiled; how columns are named and stored makes little difference to its length. */
function fitsTheDatabase(rule: Rule): boolean {
  try {
    compileRule(rule, () => ({ sql: '"a name of usual length"', scaled: null }))
    return true
  } catch (error) {
    if (error instanceof TooMuch) return false
    throw error
  }
}

const no = (issue: Issue): Checked => ({ issues: [issue] })

function rootOf(checking: Checking, top: SyntaxNode | null, expect: Type | 'anything'): Node | null {
  try {
    if (!top) throw new Stop({ code: 'empty', start: 0, end: checking.text.length, facts: {} })
    const root = checkNode(checking, top, 0)
    expectResult(checking, root, expect)
    return root
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    checking.issues.push(error.issue)
    return null
  }
}

function expectResult({ text }: Checking, root: Node, expect: Type | 'anything'): void {
  const whole = { start: 0, end: text.length }
  if (expect !== 'anything' && root.type !== expect && root.type !== 'null')
    throw new Stop({ code: 'wrong-result', ...whole, facts: { expected: expect, found: root.type } })
  if (root.kind !== 'constant' && isOpaque(root.type))
    throw new Stop({ code: 'wrong-result', ...whole, facts: { expected: 'boolean', found: root.type } })
  const open = root.kind === 'constant' ? null : openQuotient(root)
  if (open) throw new Stop({ code: 'open-quotient', start: open.start, end: open.end, facts: {} })
}

/**
 * A quotient that would be the result as it is: its decimals have no end, so that it must be compared or rounded.
 * A rule that is only a constant may stay one.
 */
function openQuotient(node: Node): Node | null {
  if (node.type !== 'number') return null
  switch (node.kind) {
    case 'constant':
      return node.value === null || terminating(node.value as Exact) ? null : node
    case 'arithmetic':
      return node.op === '/' ? node : (openQuotient(node.left) ?? openQuotient(node.right))
    case 'negate':
      return openQuotient(node.of)
    case 'if':
      return openQuotient(node.yes) ?? openQuotient(node.no)
    case 'extreme':
      return node.parts.map(openQuotient).find((part) => part !== null) ?? null
    case 'call':
      return node.parts.map(openQuotient).find((part) => part !== null) ?? null
    default:
      return null
  }
}

function syntaxIssue(text: string, { at }: Spelled, tree: Tree): Issue | null {
  let found: Issue | null = null
  tree.iterate({
    enter(node) {
      if (found) return false
      if (!node.type.isError) return true
      const start = Math.min(at[node.from] ?? text.length, text.length)
      const end = Math.max(at[node.to] ?? text.length, start)
      found = { code: 'syntax', start, end, facts: { near: text.slice(Math.max(0, start - 4), start + 8).trim() } }
      return false
    },
  })
  return found
}
