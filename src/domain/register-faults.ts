// What is wrong with a register's definition before it is made or changed: names met twice, names that lead nowhere, rules
// that cannot be read, and changes that would make old entries mean something else. All of it, each with its place, so that
// a screen can show it where it is written.

import { no } from '#domain/decision.ts'
import { networkFaults } from '#domain/network-faults.ts'
import {
  type Definition,
  type Field,
  fieldOf,
  isDerived,
  type Link,
  ladderOf,
  type Makes,
  networkOf,
  type Register,
  type RegisterView,
  rungOf,
} from '#domain/register.ts'
import { changeFaults } from '#domain/register-change-faults.ts'
import { rungName, sinceName, today } from '#domain/register-dictionary.ts'
import type { Fault, PlainFault } from '#domain/register-fault.ts'
import { astrayFaults, ruleFaults } from '#domain/register-rules.ts'
import { toldName, toldPartKeys } from '#domain/told.ts'
import { sayIssue } from '#rules/issue-words.ts'

/** The first fault as a refusal; null when the definition can be used. `there`: the registers that the zone has. */
export function faultOf(
  definition: Definition,
  before: Definition | null,
  there: readonly Register[],
): ReturnType<typeof no> | null {
  const [first] = faultsOf(definition, before, there)
  if (!first) return null
  const { at, why } = first
  if (why !== 'rule') return no('definition-broken', { at, why })
  const { rule, issue } = first
  const { start, end } = issue
  return no('rule-broken', { rule, start, end, zh: sayIssue(issue, 'zh'), en: sayIssue(issue, 'en'), at })
}

/** Rules are looked at once all names are told apart: before that there is no dictionary. */
export function faultsOf(definition: Definition, before: Definition | null, there: readonly Register[] = []): Fault[] {
  const structure = structureFaults(definition, before)
  const named = structure.every(({ at, why }) => why !== 'twice' || !at.endsWith('.name'))
  return named ? [...structure, ...ruleFaults(definition), ...astrayFaults(definition, there)] : structure
}

/** All but the rules. */
export function structureFaults(definition: Definition, before: Definition | null): PlainFault[] {
  return [
    ...twice(definition),
    ...definition.fields.flatMap(fieldFaults),
    ...definition.fields.flatMap(({ key, makes }) => makesFaults(definition, `fields.${key}.makes`, makes)),
    ...headFaults(definition),
    ...definition.ladders.flatMap(({ key, rungs }) =>
      rungs.some(({ retired }) => !retired) ? [] : [{ at: `ladders.${key}.rungs`, why: 'incomplete' } as const],
    ),
    ...definition.networks.flatMap((network) => networkFaults(definition, network)),
    ...definition.views.flatMap((view) => viewFaults(definition, view)),
    ...definition.counts.flatMap((counting) => countFaults(definition, counting)),
    ...definition.ratios.flatMap(({ key, late, by }) => [
      ...names(definition, `ratios.${key}.late`, [late], ['date']),
      ...names(definition, `ratios.${key}.by`, by, groupingTypes),
    ]),
    ...definition.links.flatMap((link) => linkFaults(definition, link)),
    ...(before ? changeFaults(definition, before) : reserved(definition)),
  ]
}

/** Its page would stand where new registers are begun. */
const reserved = ({ code }: Definition): PlainFault[] => (code === 'new' ? [{ at: 'code', why: 'twice' }] : [])

type Named = { at: string; name: string }

function twice(definition: Definition): PlainFault[] {
  const { fields, ladders, networks, views, counts, ratios, links } = definition
  const keyed = (list: string, parts: readonly { key: string }[]): Named[] =>
    parts.map(({ key }) => ({ at: `${list}.${key}`, name: key }))
  const lists: Named[][] = [
    keyed('fields', fields),
    [...dictionaryNames(definition)],
    keyed('ladders', ladders),
    keyed('networks', networks),
    keyed('views', views),
    keyed('counts', counts),
    keyed('ratios', ratios),
    keyed('links', links),
    ...fields.map(({ key, choices }) => choices.map(({ word }) => ({ at: `fields.${key}.choices`, name: word }))),
    ...ladders.flatMap(({ key: ladder, rungs }) => {
      const at = `ladders.${ladder}.rungs`
      const names = rungs.map(({ key, name }) => ({ at: `${at}.${key}.name`, name }))
      return [keyed(at, rungs), names, ...rungs.map(({ key, gate }) => keyed(`${at}.${key}.checks`, gate.checks))]
    }),
  ]
  return lists.flatMap(repeated)
}

function repeated(list: readonly Named[]): PlainFault[] {
  const seen = new Set<string>()
  return list.flatMap(({ at, name }) => {
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ at, why: 'twice' as const }]
  })
}

/** Ladders give names to the dictionary too; they must not meet those of the fields. */
function* dictionaryNames({ fields, ladders }: Definition): Generator<Named> {
  yield { at: 'fields', name: today }
  for (const { key, name, type } of fields) {
    yield { at: `fields.${key}.name`, name }
    if (type !== 'commitment') continue
    for (const part of toldPartKeys) yield { at: `fields.${key}.name`, name: toldName({ name }, part) }
  }
  for (const { key, name } of ladders) {
    yield { at: `ladders.${key}.name`, name: rungName(name) }
    yield { at: `ladders.${key}.name`, name: sinceName(name) }
  }
}

function fieldFaults(field: Field): PlainFault[] {
  const { type } = field
  const faults: [boolean, string, PlainFault['why']][] = [
    [(type === 'choice' || type === 'choices') && field.choices.length === 0, 'choices', 'incomplete'],
    [(type === 'entry') !== (field.of !== null), 'of', 'incomplete'],
    [(type === 'computed') !== (field.rule !== null), 'rule', 'incomplete'],
    [(type === 'rollup') !== (field.rollup !== null), 'rollup', 'incomplete'],
    [
      field.rollup !== null && (field.rollup.take === 'count') !== (field.rollup.field === null),
      'rollup',
      'incomplete',
    ],
    [field.rollup !== null && !givesFigure(field), 'gives', 'wrong-type'],
    [field.rollup !== null && field.required, 'required', 'wrong-type'],
    [field.opens && type !== 'unit', 'opens', 'wrong-type'],
    // The units that see an entry are told with it.
    [field.opens && field.seenBy !== null, 'opens', 'hidden'],
    [field.makes !== null && type !== 'commitment', 'makes', 'wrong-type'],
    [field.indexed && !indexable(field), 'indexed', 'wrong-type'],
    [field.unique && !indexable(field), 'unique', 'wrong-type'],
  ]
  return faults.flatMap(([found, part, why]) => (found ? [{ at: `fields.${field.key}.${part}`, why }] : []))
}

function makesFaults(definition: Definition, at: string, makes: Makes | null): PlainFault[] {
  if (makes === null) return []
  return [
    ...names(definition, `${at}.title`, [makes.title], ['text', 'long-text']),
    ...names(definition, `${at}.lead`, [makes.lead], ['unit']),
    ...names(definition, `${at}.supporting`, makes.supporting, ['unit']),
    ...names(definition, `${at}.leader`, [makes.leader], ['post']),
    ...names(definition, `${at}.dueOn`, [makes.dueOn], ['date']),
  ]
}

/** A roll-up is a number, or the first or last of dates. */
const givesFigure = ({ rollup, gives }: Field): boolean =>
  gives === 'number' || (gives === 'date' && (rollup?.take === 'min' || rollup?.take === 'max'))

export function indexable(field: Pick<Field, 'type'>): boolean {
  return !isDerived(field) && !['choices', 'place', 'files', 'long-text'].includes(field.type)
}

function headFaults(definition: Definition): PlainFault[] {
  return [
    ...names(definition, 'title', [definition.title], ['text']),
    ...hidden(definition, 'title', [definition.title]),
    ...names(definition, 'lead', [definition.lead], ['unit']),
    ...names(definition, 'owner', [definition.owner], ['unit']),
    ...['lead' as const, 'owner' as const].flatMap((part) => hidden(definition, part, [definition[part] ?? ''])),
  ]
}

/** What everybody reads may show no field that is hidden from some: the title, and what a step proposes elsewhere. */
function hidden(definition: Definition, at: string, keys: readonly string[]): PlainFault[] {
  return keys.some((key) => fieldOf(definition, key)?.seenBy) ? [{ at, why: 'hidden' }] : []
}

/** Each key must be a field that is in use, and of one of these types. */
function names(
  definition: Definition,
  at: string,
  keys: readonly (string | null)[],
  types?: readonly Field['type'][],
): PlainFault[] {
  return keys.flatMap((key): PlainFault[] => {
    if (key === null) return []
    const field = fieldOf(definition, key)
    if (!field) return [{ at, why: 'leads-nowhere' }]
    if (field.retired) return [{ at, why: 'retired' }]
    return types && !types.includes(field.type) ? [{ at, why: 'wrong-type' }] : []
  })
}

function rungFaults(definition: Definition, at: string, ladder: string, rung: string): PlainFault[] {
  const found = ladderOf(definition, ladder)
  return found && rungOf(found, rung) ? [] : [{ at, why: 'leads-nowhere' }]
}

export const numberTypes = ['number', 'money', 'percent'] as const

/** A board also sums what is worked out, where that is a number. */
function sumFaults(definition: Definition, at: string, keys: readonly string[]): PlainFault[] {
  return keys.flatMap((key) => {
    const field = fieldOf(definition, key)
    const derived = field && isDerived(field) && field.gives === 'number'
    return names(definition, at, [key], derived ? [field.type] : numberTypes)
  })
}

/** The parts that a kind of view reads must be there. */
export const viewNeeds: Record<RegisterView['kind'], readonly ('ladder' | 'dates' | 'place' | 'lines' | 'columns')[]> =
  {
    table: [],
    board: ['ladder'],
    gantt: [],
    calendar: ['dates'],
    map: ['place'],
    matrix: ['lines', 'columns'],
  }

function viewFaults(definition: Definition, view: RegisterView): PlainFault[] {
  const at = `views.${view.key}`
  const lacking = viewNeeds[view.kind].filter((part) => view[part] === null || view[part]?.length === 0)
  const ladder = view.ladder !== null && !ladderOf(definition, view.ladder)
  const network = view.network !== null && !networkOf(definition, view.network)
  return [
    ...lacking.map((part) => ({ at: `${at}.${part}`, why: 'incomplete' }) as const),
    ...(ladder ? [{ at: `${at}.ladder`, why: 'leads-nowhere' } as const] : []),
    ...(network ? [{ at: `${at}.network`, why: 'leads-nowhere' } as const] : []),
    ...names(definition, `${at}.fields`, view.fields),
    ...names(definition, `${at}.sort`, [view.sort]),
    ...sumFaults(definition, `${at}.sums`, view.sums),
    ...names(definition, `${at}.dates`, view.dates, ['date']),
    ...names(definition, `${at}.place`, [view.place], ['place']),
    ...names(definition, `${at}.lines`, [view.lines], ['choice']),
    ...names(definition, `${at}.columns`, [view.columns], ['choice']),
  ]
}

/** Fields of one value that stands for a group. */
export const groupingTypes: readonly Field['type'][] = [
  ...(['text', 'choice', 'unit', 'post', 'person', 'entry', 'yes-no', 'industry', 'month'] as const),
]

function countFaults(definition: Definition, counting: Definition['counts'][number]): PlainFault[] {
  const at = `counts.${counting.key}`
  return [
    ...rungFaults(definition, `${at}.rung`, counting.ladder, counting.rung),
    ...names(definition, `${at}.credits`, counting.credits, ['unit']),
    ...names(definition, `${at}.classes`, [counting.classes?.field ?? null], numberTypes),
  ]
}

function linkFaults(definition: Definition, { key, ladder, rung, proposes }: Link): PlainFault[] {
  const at = `links.${key}`
  const own = rungFaults(definition, `${at}.rung`, ladder, rung)
  switch (proposes.kind) {
    case 'climb': {
      const here = proposes.via === null
      const there = here ? rungFaults(definition, `${at}.proposes`, proposes.ladder, proposes.rung) : []
      return [...own, ...names(definition, `${at}.via`, [proposes.via], ['entry']), ...there]
    }
    case 'add': {
      const taken = Object.values(proposes.values)
      return [...own, ...names(definition, `${at}.values`, taken), ...hidden(definition, `${at}.values`, taken)]
    }
    case 'date': {
      const { field, months, monthsFrom } = proposes
      const there = `${at}.field`
      const told =
        (months === null) === (monthsFrom === null) ? [{ at: `${at}.months`, why: 'incomplete' } as const] : []
      const from = names(definition, `${at}.monthsFrom`, [monthsFrom], ['number'])
      return [
        ...own,
        ...told,
        ...from,
        ...names(definition, there, [field], ['date']),
        ...hidden(definition, there, [field]),
        ...hidden(definition, `${at}.monthsFrom`, monthsFrom === null ? [] : [monthsFrom]),
      ]
    }
    case 'back':
      return [...own, ...rungFaults(definition, `${at}.proposes`, proposes.ladder, proposes.rung)]
    case 'fill': {
      const taken = Object.values(proposes.values)
      const via = names(definition, `${at}.via`, [proposes.via], ['entry'])
      return [...own, ...via, ...names(definition, `${at}.values`, taken), ...hidden(definition, `${at}.values`, taken)]
    }
  }
}
