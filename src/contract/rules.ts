// Rule sets: those that are shipped and those of the zone. Checking, saying back and trying a rule need no server: the rule
// language runs wherever the contract does.

import { z } from 'zod'
import { act, question } from '#contract/entry.ts'
import { Id } from '#domain/fields.ts'
import { RuleBook } from '#domain/rule-book.ts'
import { Dictionary } from '#rules/dictionary.ts'
import { RuleSet } from '#rules/rule-set.ts'

const version = z.int().nonnegative()
const writers = ['office', 'keeper'] as const
const readers = ['leader', 'office', 'unit-head', 'unit-officer', 'keeper', 'auditor'] as const

export const ruleActs = {
  listRuleSets: question(
    {
      summary: 'Dictionaries and rule sets: shipped, and the zone’s own',
      path: '/rule-sets',
      refusals: [],
      may: readers,
    },
    {},
    z.object({ dictionaries: z.array(Dictionary), shipped: z.array(RuleSet), own: z.array(RuleBook) }),
  ),
  draftRuleSet: act(
    {
      summary: 'Keep a new rule set as a draft; one with a rule that cannot be read is not kept',
      path: '/rule-sets',
      refusals: ['rule-broken', 'unknown-dictionary'],
      may: writers,
    },
    { set: RuleSet },
    RuleBook,
  ),
  reviseRuleSet: act(
    {
      summary: 'Change a draft of a rule set',
      path: '/rule-sets/{id}/revise',
      refusals: ['not-found', 'stale', 'wrong-stage', 'rule-broken', 'unknown-dictionary'],
      may: writers,
    },
    { id: Id, version, set: RuleSet },
    RuleBook,
  ),
  issueRuleSet: act(
    {
      summary: 'Put a rule set in force',
      path: '/rule-sets/{id}/issue',
      refusals: ['not-found', 'stale', 'wrong-stage', 'rule-broken', 'unknown-dictionary'],
      may: writers,
    },
    { id: Id, version },
    RuleBook,
  ),
  withdrawRuleSet: act(
    {
      summary: 'Withdraw a rule set; what was decided by it stays',
      path: '/rule-sets/{id}/withdraw',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: writers,
    },
    { id: Id, version },
    RuleBook,
  ),
}
