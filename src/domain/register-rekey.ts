// Parts of a definition under other keys, with all that names them by key: while nothing of them is saved yet, and where two
// people have given new parts the same one.

import type { Definition, Makes, NetworkNode } from '#domain/register.ts'

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
    fields: definition.fields.map((field) => ({
      ...field,
      key: one(field.key),
      makes: rekeyMakes(field.makes, one),
      rollup: field.rollup && rekeyRollup(field.rollup, definition.code, one),
    })),
    views: definition.views.map((view) => ({
      ...view,
      fields: view.fields.map(one),
      sums: view.sums.map(one),
      dates: view.dates.map(one),
      ...{ sort: maybe(view.sort), place: maybe(view.place), lines: maybe(view.lines), columns: maybe(view.columns) },
    })),
    networks: definition.networks.map((network) => ({
      ...network,
      spans: network.spans.map((span) => ({ ...span, limit: maybe(span.limit) })),
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

type Rollup = NonNullable<Definition['fields'][number]['rollup']>

/** Only one over the register itself speaks of these fields. */
function rekeyRollup(rollup: Rollup, code: string, one: (key: string) => string): Rollup {
  if (rollup.register !== code) return rollup
  return { ...rollup, via: one(rollup.via), field: rollup.field === null ? null : one(rollup.field) }
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
    networks: withNodes(definition, (node) =>
      node.ladder === ladder ? { ...here(node), ...reviewed(node, keys), begins: swappedOr(keys, node.begins) } : node,
    ),
    counts: definition.counts.map(here),
    links: definition.links.map((link) => {
      const { proposes } = here(link)
      return { ...here(link), proposes: ofOwn(proposes) ? here(proposes) : proposes }
    }),
  }
}

function withNodes({ networks }: Definition, change: (node: NetworkNode) => NetworkNode): Definition['networks'] {
  return networks.map((network) => ({ ...network, nodes: network.nodes.map(change) }))
}

function reviewed({ preReview }: NetworkNode, keys: ReadonlyMap<string, string>): Pick<NetworkNode, 'preReview'> {
  return { preReview: preReview && { ...preReview, rung: swapped(keys, preReview.rung) } }
}

export function rekeyNetworks(definition: Definition, keys: ReadonlyMap<string, string>): Definition {
  if (keys.size === 0) return definition
  return {
    ...definition,
    networks: definition.networks.map((network) => ({ ...network, key: swapped(keys, network.key) })),
    views: definition.views.map((view) => ({ ...view, network: swappedOr(keys, view.network) })),
  }
}

export function rekeyLadders(definition: Definition, keys: ReadonlyMap<string, string>): Definition {
  if (keys.size === 0) return definition
  const here = <P extends { ladder: string }>(part: P): P => ({ ...part, ladder: swapped(keys, part.ladder) })
  return {
    ...definition,
    ladders: definition.ladders.map((ladder) => ({ ...ladder, key: swapped(keys, ladder.key) })),
    networks: withNodes(definition, here),
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
