// A field or ladder under another name: every rule of the register that speaks of it speaks of it by the new name, so that
// renaming breaks nothing.

import { type Definition, fieldOf, ladderOf } from '#domain/register.ts'
import { rungName, sinceName } from '#domain/register-dictionary.ts'
import { toldName, toldPartKeys } from '#domain/told.ts'
import { renameInRule } from '#rules/rename.ts'

type Rewrite = (rule: string) => string

/** Applies to every rule of the definition. */
function rewriteRules(definition: Definition, rewrite: Rewrite): Definition {
  const where = <P extends { where: string | null }>(part: P): P =>
    part.where === null ? part : { ...part, where: rewrite(part.where) }
  return {
    ...definition,
    fields: definition.fields.map(({ rule, rollup, ...field }) => ({
      ...field,
      rule: rule === null ? null : rewrite(rule),
      // Of a roll-up over the register itself; elsewhere the names are others.
      rollup: rollup?.register === definition.code ? where(rollup) : rollup,
    })),
    ladders: definition.ladders.map((ladder) => ({
      ...ladder,
      rungs: ladder.rungs.map(({ gate, ...rung }) => {
        const conditions = gate.conditions.map((condition) => ({ ...condition, rule: rewrite(condition.rule) }))
        return { ...rung, gate: { ...gate, conditions } }
      }),
    })),
    views: definition.views.map(where),
    counts: definition.counts.map(where),
    ratios: definition.ratios.map((ratio) => ({ ...ratio, of: rewrite(ratio.of), among: rewrite(ratio.among) })),
    links: definition.links.map(where),
  }
}

/**
 * A field is called otherwise now: rules that called it `old` follow. Two of one name cannot be told apart in a rule, so that
 * they stay as they are while another field bears the old one.
 */
export function followField(definition: Definition, key: string, old: string): Definition {
  const field = fieldOf(definition, key)
  const borne = definition.fields.some(({ name }) => name === old)
  if (!field || !old || !field.name || borne) return definition
  const told = field.type === 'commitment' ? toldPartKeys : []
  const called = [(word: string) => word, ...told.map((part) => (word: string) => toldName({ name: word }, part))]
  return follow(definition, called, old, field.name)
}

export function followLadder(definition: Definition, key: string, old: string): Definition {
  const ladder = ladderOf(definition, key)
  const borne = definition.ladders.some(({ name }) => name === old)
  if (!ladder || !old || !ladder.name || borne) return definition
  return follow(definition, [rungName, sinceName], old, ladder.name)
}

/** `called`: the names of the dictionary that come of a name. */
function follow(definition: Definition, called: ((name: string) => string)[], old: string, name: string): Definition {
  const units = definition.fields.flatMap(({ unit }) => unit ?? [])
  return rewriteRules(definition, (rule) =>
    called.reduce((text, call) => renameInRule(text, units, call(old), call(name)), rule),
  )
}
