// A rule set that a zone has written, or taken over from a shipped one: a draft, in force, or withdrawn. Whatever is kept
// has been checked: a set with a rule that cannot be read is not kept at all.

import { z } from 'zod'
import { type Decision, happens, no } from '#domain/decision.ts'
import { Row } from '#domain/fields.ts'
import type { Change } from '#domain/zone.ts'
import { checkRule } from '#rules/check.ts'
import type { Dictionary } from '#rules/dictionary.ts'
import { sayIssue } from '#rules/issue-words.ts'
import { RuleSet, rulesOf } from '#rules/rule-set.ts'

export const RuleBook = Row.extend({ set: RuleSet, state: z.enum(['drafted', 'in-force', 'withdrawn']) })
export type RuleBook = z.infer<typeof RuleBook>

type Decided = Decision<Change<RuleBook>>

/** Every rule of the set must be one of its dictionary's; the first that is not is refused with its place. */
export function decideDraft(set: RuleSet, dictionaries: readonly Dictionary[]): Decided {
  return brokenRule(set, dictionaries) ?? happens({ kind: 'made', fields: { set, state: 'drafted' } })
}

export function decideRevise(book: RuleBook, set: RuleSet, dictionaries: readonly Dictionary[]): Decided {
  if (book.state !== 'drafted') return no('wrong-stage', { stage: book.state, needs: ['drafted'] })
  return brokenRule(set, dictionaries) ?? happens({ kind: 'changed', fields: { set } })
}

/** Checked once more: a draft may be older than the dictionary. */
export function decideIssue(book: RuleBook, dictionaries: readonly Dictionary[]): Decided {
  if (book.state !== 'drafted') return no('wrong-stage', { stage: book.state, needs: ['drafted'] })
  return brokenRule(book.set, dictionaries) ?? happens({ kind: 'changed', fields: { state: 'in-force' } })
}

export function decideWithdraw(book: RuleBook): Decided {
  if (book.state === 'withdrawn') return no('wrong-stage', { stage: book.state, needs: ['drafted', 'in-force'] })
  return happens({ kind: 'changed', fields: { state: 'withdrawn' } })
}

function brokenRule(set: RuleSet, dictionaries: readonly Dictionary[]): ReturnType<typeof no> | null {
  const dictionary = dictionaries.find(({ name, version }) => `${name}@${version}` === set.dictionary)
  if (!dictionary) return no('unknown-dictionary', { dictionary: set.dictionary })
  for (const rule of rulesOf(set)) {
    const issue = checkRule(rule, dictionary).issues?.[0]
    if (issue) {
      const { start, end } = issue
      return no('rule-broken', { rule, start, end, zh: sayIssue(issue, 'zh'), en: sayIssue(issue, 'en') })
    }
  }
  return null
}
