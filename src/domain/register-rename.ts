// A field or ladder under another name: every rule of the register that speaks of it speaks of it by the new name, so that
// renaming breaks nothing. And a part under another key, while nothing of it is saved yet.

import { type Definition, fieldOf, ladderOf, type Makes } from '#domain/register.ts'
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
    networks: definition.networks.map((network) => ({
      ...network,
      spans: network.spans.map((span) => ({ ...span, limit: maybe(span.limit) })),
    })),
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
  const stages = (node: Definition['networks'][number]['nodes'][number]) => {
    if (node.ladder !== ladder) return node
    const preReview = node.preReview && { ...node.preReview, rung: swapped(keys, node.preReview.rung) }
    return { ...here(node), begins: swappedOr(keys, node.begins), preReview }
  }
  return {
    ...definition,
    ladders: definition.ladders.map((one) =>
      one.key === ladder
        ? { ...one, rungs: one.rungs.map((rung) => ({ ...rung, key: swapped(keys, rung.key) })) }
        : one,
    ),
    networks: definition.networks.map((network) => ({ ...network, nodes: network.nodes.map(stages) })),
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
    networks: definition.networks.map((network) => ({ ...network, nodes: network.nodes.map(here) })),
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
