// Entries against rule sets: the version in force on the day, the zone's own before the shipped one.

import { refuse } from '#base/refusal.ts'
import { assessmentFacts, sourceOf } from '#domain/assessment.ts'
import type { Register } from '#domain/register.ts'
import { seenFields } from '#domain/sight.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayAt } from '#operations/entries.ts'
import type { Dictionary } from '#rules/dictionary.ts'
import { judgeWith } from '#rules/rule-judge.ts'
import { type RuleSet, versionOn } from '#rules/rule-set.ts'
import { judgeRuleSet } from '#rules/rule-set-verdict.ts'
import { assessAll } from '#store/assessments.ts'
import { findEntry } from '#store/entries.ts'
import { findRegister } from '#store/registers.ts'
import { listRuleBooks } from '#store/rule-books.ts'

type Asked = { register: string; ruleSet: string; on?: string | undefined; asOf?: string | undefined }
type Ground = { register: Register; set: RuleSet; dictionary: Dictionary; on: string; asOf: string | null }

async function groundOf(context: Context, asked: Asked): Promise<Ground> {
  const { db, presets } = context.system
  const asOf = asked.asOf ?? null
  const on = asked.on ?? dayAt(context, asked.asOf)
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const own = (await listRuleBooks(db, scopeOf(context), asOf)).filter(({ state }) => state === 'in-force')
  const ownSets = own.map(({ set }) => set).filter(({ code }) => code === asked.ruleSet)
  const found = [versionOn(ownSets, asked.ruleSet, on), versionOn(presets.rules.ruleSets, asked.ruleSet, on)]
  const set = found.find((one): one is RuleSet => 'conditions' in one)
  if (!set) return refuse('no-rule-set', { ruleSet: asked.ruleSet, on })
  const dictionary = presets.rules.dictionaries.find(({ name, version }) => `${name}@${version}` === set.dictionary)!
  return { register, set, dictionary, on, asOf }
}

const told = ({ code, title, authority, basis, validFrom, validTo }: RuleSet) => ({
  ...{ code, title, authority, basis, validFrom, validTo },
})

export const assessmentHandlers = {
  assessEntry: async (context, asked) => {
    const { register, set, dictionary, on, asOf } = await groundOf(context, asked)
    const entry = await findEntry(context.system.db, scopeOf(context), register, asked.id, asOf)
    const fields = seenFields(register, context.actor.roles)
    const verdict = judgeRuleSet(set, assessmentFacts(fields, dictionary, entry, on), judgeWith(dictionary))
    const { outcome, findings, missing, basisMissing, oneShort } = verdict
    const kept = dictionary.entries.flatMap((one) => {
      const source = sourceOf(fields, one)
      return source ? [[one.name, source.field.key] as const] : []
    })
    return { set: told(set), outcome, findings, missing, basisMissing, oneShort, fields: Object.fromEntries(kept) }
  },
  assessEntries: async (context, asked) => {
    const { register, set, dictionary, on, asOf } = await groundOf(context, asked)
    const fields = seenFields(register, context.actor.roles)
    const page = { standing: asked.standing ?? null, after: asked.after ?? null, limit: asked.limit }
    const subject = { register, fields, set, dictionary, on, asOf }
    const { counts, rows } = await assessAll(context.system.db, scopeOf(context), subject, page)
    const titles = new Map([...set.conditions, ...set.scores].map(({ code, title }) => [code, title]))
    const entries = rows.slice(0, asked.limit).map(({ oneShort, ...row }) => ({
      ...row,
      oneShort: oneShort.map((code) => titles.get(code) ?? code),
    }))
    return { set: told(set), counts, entries, next: rows.length > asked.limit ? entries.at(-1)!.id : null }
  },
} satisfies Partial<Handlers>
