// What lies between two versions of a register's definition, part by part: for the look before saving, for what somebody
// else has changed meanwhile, and for the history. Data; contract/register-words.ts makes the sentences.

import { z } from 'zod'
import { type Definition, fieldOf } from '#domain/register.ts'

export const DifferencePart = z.enum([
  'register',
  'field',
  'choice',
  'ladder',
  'rung',
  'network',
  'condition',
  'proof',
  'check',
  'view',
  'count',
  'ratio',
  'link',
])
export type DifferencePart = z.infer<typeof DifferencePart>

/** Keys stand as the names of what they lead to; what cannot be said in a line is null on both sides. */
export const DifferenceValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type DifferenceValue = z.infer<typeof DifferenceValue>

export const Difference = z.object({
  what: z.enum(['added', 'removed', 'renamed', 'retired', 'brought-back', 'moved', 'altered']),
  part: DifferencePart,
  /** What it is called now (or was, when it is gone), and what it stands in: the ladder of a rung, the field of a choice. */
  name: z.string(),
  of: z.string().nullable(),
  /** Of what is altered: which property, and both values. Of what is renamed: the old name. */
  aspect: z.string().nullable(),
  from: DifferenceValue,
  to: DifferenceValue,
})
export type Difference = z.infer<typeof Difference>

type Place = { part: DifferencePart; name: string; of: string | null }
type Plain = Record<string, unknown>
type Naming = (aspect: string, value: unknown) => DifferenceValue

/** From nothing: one line for the register and one for each of its fields, ladders, views, counting rules and links. */
export function differencesOf(before: Definition | null, after: Definition): Difference[] {
  const head: Place = { part: 'register', name: after.name, of: null }
  const old: Definition = before ?? {
    ...after,
    fields: [],
    ladders: [],
    networks: [],
    views: [],
    counts: [],
    ratios: [],
    links: [],
  }
  const [then, now] = [namingOf(old), namingOf(after)]
  return [
    ...(before ? propertiesOf(head, before, after, headAspects, then, now) : [plainly('added', head)]),
    ...listOf('field', null, old.fields, after.fields, nameOf, (field, next, place) => [
      ...propertiesOf(place, field, next, fieldAspects, then, now),
      ...listOf('choice', next.name, field.choices, next.choices, wordOf, nothingMore),
    ]),
    ...listOf('ladder', null, old.ladders, after.ladders, nameOf, (ladder, next) => [
      ...listOf('rung', next.name, ladder.rungs, next.rungs, nameOf, (rung, nextRung, place) => [
        ...propertiesOf(place, rung, nextRung, ['ruleSet', 'usualDays', 'stuckDays'], then, now),
        ...propertiesOf(
          place,
          rung.gate,
          nextRung.gate,
          ['decides', 'otherParty', 'certificate', 'skippable'],
          then,
          now,
        ),
        ...gateParts(nextRung.name, rung.gate, nextRung.gate, then, now),
      ]),
    ]),
    ...listOf('network', null, old.networks, after.networks, nameOf, (network, next, place) =>
      propertiesOf(place, network, next, ['basis', 'target', 'nodes', 'spans'], then, now),
    ),
    ...listOf('view', null, old.views, after.views, nameOf, (view, next, place) =>
      propertiesOf(place, view, next, viewAspects, then, now),
    ),
    ...listOf('count', null, old.counts, after.counts, nameOf, (counting, next, place) =>
      propertiesOf(place, counting, next, countAspects, then, now),
    ),
    ...listOf('ratio', null, old.ratios, after.ratios, nameOf, (ratio, next, place) =>
      propertiesOf(place, ratio, next, ['of', 'among', 'late', 'by', 'basis'], then, now),
    ),
    ...listOf('link', null, old.links, after.links, wordsOf, (link, next, place) =>
      propertiesOf(place, link, next, linkAspects, then, now),
    ),
  ]
}

const headAspects = ['name', 'entryName', 'area', 'basis', 'title', 'lead', 'owner']
const fieldAspects = [
  ...['type', 'unit', 'scale', 'required', 'of', 'rule', 'gives', 'indexed', 'unique', 'opens', 'seenBy', 'filledBy'],
  'hint',
  'group',
  'makes',
  'rollup',
]
const viewAspects = [
  ...[
    'kind',
    'fields',
    'where',
    'sort',
    'descending',
    'ladder',
    'network',
    'sums',
    'dates',
    'place',
    'lines',
    'columns',
  ],
]
const countAspects = ['ladder', 'rung', 'first', 'dated', 'where', 'credits', 'classes', 'basis']
const linkAspects = ['ladder', 'rung', 'where', 'proposes', 'basis']

const nameOf = ({ name }: { name: string }) => name
const wordOf = ({ word }: { word: string }) => word
const wordsOf = ({ words }: { words: string }) => words
const nothingMore = () => []

function gateParts(
  of: string,
  old: Definition['ladders'][number]['rungs'][number]['gate'],
  next: typeof old,
  then: Naming,
  now: Naming,
): Difference[] {
  type Conditioned = (typeof old.conditions)[number]
  const called = ({ words, rule }: Conditioned) => words || rule
  return [
    ...listOf(
      'condition',
      of,
      keyedBy(old.conditions, called),
      keyedBy(next.conditions, called),
      called,
      (a, b, place) => propertiesOf(place, a, b, ['rule'], then, now),
    ),
    ...listOf('proof', of, keyedBy(old.proofs, kindOf), keyedBy(next.proofs, kindOf), kindOf, (a, b, place) =>
      propertiesOf(place, a, b, ['required', 'tolerated'], then, now),
    ),
    ...listOf(
      'check',
      of,
      old.checks,
      next.checks,
      ({ asks }) => asks,
      (a, b, place) => propertiesOf(place, a, b, ['unit', 'by', 'workdays'], then, now),
    ),
  ]
}

const kindOf = ({ kind }: { kind: string }) => kind

/** What has no key is told by what it says. */
function keyedBy<P extends object>(parts: readonly P[], key: (part: P) => string): (P & { key: string })[] {
  return parts.map((part) => ({ ...part, key: key(part) }))
}

/** Parts of a list, told by their keys (a choice by its word): new, gone, renamed, retired, in another order, altered. */
function listOf<P extends { key?: string; word?: string; retired?: boolean }>(
  part: DifferencePart,
  of: string | null,
  old: readonly P[],
  next: readonly P[],
  called: (one: P) => string,
  more: (before: P, after: P, place: Place) => Difference[],
): Difference[] {
  const keyOf = (one: P) => one.key ?? one.word
  const moved = movedIn(old.map(keyOf), next.map(keyOf))
  const gone = old.filter((one) => !next.some((other) => keyOf(other) === keyOf(one)))
  return [
    ...next.flatMap((one) => {
      const place: Place = { part, name: called(one), of }
      const before = old.find((other) => keyOf(other) === keyOf(one))
      if (!before) return [plainly('added', place)]
      const was = called(before)
      const renamed = was !== place.name && part !== 'condition' ? [{ ...plainly('renamed', place), from: was }] : []
      const retired = Boolean(one.retired) !== Boolean(before.retired)
      return [
        ...renamed,
        ...(retired ? [plainly(one.retired ? 'retired' : 'brought-back', place)] : []),
        ...(moved.has(keyOf(one)) ? [plainly('moved', place)] : []),
        ...more(before, one, place),
      ]
    }),
    ...gone.map((one) => plainly('removed', { part, name: called(one), of })),
  ]
}

/** The fewest parts that must have been taken elsewhere: those that are not in the longest row that kept its order. */
function movedIn<K>(old: readonly K[], next: readonly K[]): Set<K> {
  const places = next.map((key) => old.indexOf(key)).filter((place) => place >= 0)
  const best: number[][] = []
  for (const place of places) {
    const before = best.filter((row) => row.at(-1)! < place).toSorted((a, b) => b.length - a.length)[0] ?? []
    best.push([...before, place])
  }
  const kept = new Set(best.toSorted((a, b) => b.length - a.length)[0] ?? [])
  return new Set(places.filter((place) => !kept.has(place)).map((place) => old[place]!))
}

function propertiesOf(
  place: Place,
  before: object,
  after: object,
  aspects: readonly string[],
  then: Naming,
  now: Naming,
): Difference[] {
  return aspects.flatMap((aspect): Difference[] => {
    const [from, to] = [(before as Plain)[aspect], (after as Plain)[aspect]]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    return [{ what: 'altered', ...place, aspect, from: then(aspect, from), to: now(aspect, to) }]
  })
}

const plainly = (what: Difference['what'], place: Place): Difference => ({
  ...{ what, ...place, aspect: null, from: null, to: null },
})

const fieldAspect = [
  'title',
  'lead',
  'owner',
  'sort',
  'place',
  'lines',
  'columns',
  'fields',
  'sums',
  'dates',
  'credits',
]

/** Values as people read them: the names of fields and rungs in the place of their keys. */
function namingOf(definition: Definition): Naming {
  const field = (key: string) => fieldOf(definition, key)?.name ?? key
  const rungs = definition.ladders.flatMap(({ rungs }) => rungs)
  const named = (aspect: string, value: string): string => {
    if (fieldAspect.includes(aspect)) return field(value)
    if (aspect === 'network') return definition.networks.find(({ key }) => key === value)?.name ?? value
    if (aspect === 'ladder') return definition.ladders.find(({ key }) => key === value)?.name ?? value
    return aspect === 'rung' ? (rungs.find(({ key }) => key === value)?.name ?? value) : value
  }
  return (aspect, value) => {
    if (typeof value === 'string') return named(aspect, value)
    if (typeof value === 'number' || typeof value === 'boolean') return value
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return value.map((one) => named(aspect, one))
    return null
  }
}
