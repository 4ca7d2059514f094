// Acts on the zone's rule sets: load, decide, evolve, save.

import type { EntryName } from '#contract/contract.ts'
import type { Decision } from '#domain/decision.ts'
import { decideDraft, decideIssue, decideRevise, decideWithdraw, type RuleBook } from '#domain/rule-book.ts'
import { type Change, evolveFields } from '#domain/zone.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { changedRow, decided, expectVersion, type Fresh, record } from '#operations/record.ts'
import { findRow } from '#store/rows.ts'
import { listRuleBooks } from '#store/rule-books.ts'

async function change(
  context: Context,
  act: EntryName,
  before: RuleBook | Fresh,
  decision: Decision<Change<RuleBook>>,
) {
  const changed = changedRow('rule_book', before, decided(decision), evolveFields<RuleBook>)
  await record(context, act, [changed])
  return changed.row
}

async function load(context: Context, { id, version }: { id: string; version: number }): Promise<RuleBook> {
  const book = await findRow(context.system.db, scopeOf(context), 'rule_book', id)
  expectVersion('rule_book', book, version)
  return book
}

const dictionariesOf = ({ system }: Context) => system.presets.rules.dictionaries

export const ruleHandlers = {
  listRuleSets: async (context, { asOf }) => ({
    dictionaries: dictionariesOf(context),
    shipped: context.system.presets.rules.ruleSets,
    own: await listRuleBooks(context.system.db, scopeOf(context), asOf ?? null),
  }),
  draftRuleSet: (context, { set }) => {
    const fresh = { id: context.system.newId(), version: 0 } as const
    return change(context, 'draftRuleSet', fresh, decideDraft(set, dictionariesOf(context)))
  },
  reviseRuleSet: async (context, { set, ...of }) => {
    const book = await load(context, of)
    return change(context, 'reviseRuleSet', book, decideRevise(book, set, dictionariesOf(context)))
  },
  issueRuleSet: async (context, input) => {
    const book = await load(context, input)
    return change(context, 'issueRuleSet', book, decideIssue(book, dictionariesOf(context)))
  },
  withdrawRuleSet: async (context, input) => {
    const book = await load(context, input)
    return change(context, 'withdrawRuleSet', book, decideWithdraw(book))
  },
} satisfies Partial<Handlers>
