// A field or ladder under another name: every rule of the register that speaks of it speaks of it by the new name, so that
// renaming breaks nothing. And a part under another key, while nothing of it is saved yet.

import type { Definition, Makes } from '#domain/register.ts'
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
    fields: definition.fields.map((field) => (field.rule === null ? field : { ...field, rule: rewrite(field.rule) })),
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

/** Two of one name cannot be told apart in a rule, so that the rules stay as they are while there are two. */
export function renameField(definition: Definition, key: string, name: string): Definition {
  const old = definition.fields.find((field) => field.key === key)?.name
  const fields = definition.fields.map((field) => (field.key === key ? { ...field, name } : field))
  const shared = definition.fields.some((field) => field.key !== key && field.name === old)
  if (!old || !name || shared || old === name) return { ...definition, fields }
  const units = definition.fields.flatMap(({ unit }) => unit ?? [])
  const told = definition.fields.find((field) => field.key === key)?.type === 'commitment' ? toldPartKeys : []
  const called = [(word: string) => word, ...told.map((part) => (word: string) => toldName({ name: word }, part))]
  return rewriteRules({ ...definition, fields }, (rule) =>
    called.reduce((text, call) => renameInRule(text, units, call(old), call(name)), rule),
  )
}

export function renameLadder(definition: Definition, key: string, name: string): Definition {
  const old = definition.ladders.find((ladder) => ladder.key === key)?.name
  const ladders = definition.ladders.map((ladder) => (ladder.key === key ? { ...ladder, name } : ladder))
  if (!old || !name || old === name) return { ...definition, ladders }
  const units = definition.fields.flatMap(({ unit }) => unit ?? [])
  return rewriteRules({ ...definition, ladders }, (rule) =>
    [rungName, sinceName].reduce((text, called) => renameInRule(text, units, called(old), called(name)), rule),
  )
}

const swapped = (keys: ReadonlyMap<string, string>, key: string): string => keys.get(key) ?? key
const swappedOr = (keys: ReadonlyMap<string, string>, key: string | null) => (key === null ? null : swapped(keys, key))

/** Fields under other keys, with all that names them by key. */
export function rekeyFields(definition: Definition, keys: ReadonlyMap<string, string>): Definition {
  if (keys.size === 0) return definition
  const one = (key: string) => swapped(keys, key)
  const maybe = (key: string | null) => swappedOr(keys, key)
  return {
    ...definition,
    title: one(definition.title),
    lead: maybe(definition.lead),
    owner: maybe(definition.owner),
    fields: definition.fields.map((field) => ({ ...field, key: one(field.key), makes: rekeyMakes(field.makes, one) })),
    views: definition.views.map((view) => ({
      ...view,
      fields: view.fields.map(one),
      sums: view.sums.map(one),
      dates: view.dates.map(one),
      ...{ sort: maybe(view.sort), place: maybe(view.place), lines: maybe(view.lines), columns: maybe(view.columns) },
    })),
    counts: definition.counts.map((counting) => ({
      ...counting,
      credits: counting.credits.map(one),
      classes: counting.classes && { ...counting.classes, field: one(counting.classes.field) },
    })),
    ratios: definition.ratios.map((ratio) => ({ ...ratio, late: maybe(ratio.late), by: ratio.by.map(one) })),
    links: definition.links.map((link) => ({ ...link, proposes: rekeyProposal(link.proposes, one) })),
  }
}

function rekeyMakes(makes: Makes | null, one: (key: string) => string): Makes | null {
  if (makes === null) return null
  const maybe = (key: string | null) => (key === null ? null : one(key))
  const { title, lead, supporting, leader, dueOn } = makes
  const days = { leader: maybe(leader), dueOn: maybe(dueOn) }
  return { ...makes, title: one(title), lead: maybe(lead), supporting: supporting.map(one), ...days }
}

function rekeyProposal(proposes: Definition['links'][number]['proposes'], one: (key: string) => string) {
  switch (proposes.kind) {
    case 'climb':
      return { ...proposes, via: proposes.via && one(proposes.via) }
    case 'add': {
      const values = Object.entries(proposes.values).map(([there, here]) => [there, one(here)])
      return { ...proposes, values: Object.fromEntries(values) as Record<string, string> }
    }
    case 'date':
      return {
        ...proposes,
        field: one(proposes.field),
        monthsFrom: proposes.monthsFrom === null ? null : one(proposes.monthsFrom),
      }
    case 'back':
      return proposes
    case 'fill': {
      const values = Object.entries(proposes.values).map(([there, here]) => [there, one(here)])
      return { ...proposes, via: one(proposes.via), values: Object.fromEntries(values) as Record<string, string> }
    }
  }
}

/** Rungs of one ladder under other keys, with the counting rules and links that begin there. */
export function rekeyRungs(definition: Definition, ladder: string, keys: ReadonlyMap<string, string>): Definition {
  if (keys.size === 0) return definition
  const here = <P extends { ladder: string; rung: string }>(part: P): P =>
    part.ladder === ladder ? { ...part, rung: swapped(keys, part.rung) } : part
  return {
    ...definition,
    ladders: definition.ladders.map((one) =>
      one.key === ladder
        ? { ...one, rungs: one.rungs.map((rung) => ({ ...rung, key: swapped(keys, rung.key) })) }
        : one,
    ),
    counts: definition.counts.map(here),
    links: definition.links.map((link) => {
      const { proposes } = here(link)
      return { ...here(link), proposes: ofOwn(proposes) ? here(proposes) : proposes }
    }),
  }
}

export function rekeyLadders(definition: Definition, keys: ReadonlyMap<string, string>): Definition {
  if (keys.size === 0) return definition
  const here = <P extends { ladder: string }>(part: P): P => ({ ...part, ladder: swapped(keys, part.ladder) })
  return {
    ...definition,
    ladders: definition.ladders.map((ladder) => ({ ...ladder, key: swapped(keys, ladder.key) })),
    views: definition.views.map((view) => ({ ...view, ladder: swappedOr(keys, view.ladder) })),
    counts: definition.counts.map(here),
    links: definition.links.map((link) => {
      const { proposes } = here(link)
      return { ...here(link), proposes: ofOwn(proposes) ? here(proposes) : proposes }
    }),
  }
}

type Proposes = Definition['links'][number]['proposes']

/** A step of this very entry. */
function ofOwn(proposes: Proposes): proposes is Extract<Proposes, { kind: 'climb' | 'back' }> {
  return proposes.kind === 'back' || (proposes.kind === 'climb' && proposes.via === null)
}
