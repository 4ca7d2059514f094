// A rule under a new name of one of its facts: the name is changed wherever it stands as a name, and nothing else is.
// Works on the syntax alone, so that a rule that is not yet right keeps up with its dictionary too.

import type { SyntaxNode } from '@lezer/common'
import { parser } from 'lezer-feel'
import { isIssue, spell } from '#rules/spelling.ts'

const feel = parser.configure({ top: 'Expression' })

/** `units`: those of the dictionary, which belong to numbers and are no names. */
export function renameInRule(text: string, units: readonly string[], from: string, to: string): string {
  if (!text.includes(from)) return text
  const spelled = spell(text, units)
  if (isIssue(spelled)) return text
  let renamed = text
  for (const node of namesIn(feel.parse(spelled.feel).topNode).toReversed()) {
    if (spelled.feel.slice(node.from, node.to) !== from) continue
    const [start, last] = [spelled.at[node.from]!, spelled.at[node.to - 1]!]
    renamed = renamed.slice(0, start) + to + renamed.slice(last + 1)
  }
  return renamed
}

/** In the order in which they stand. */
function namesIn(node: SyntaxNode): SyntaxNode[] {
  if (node.name === 'VariableName') return [node]
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(...namesIn(child))
  return found
}
