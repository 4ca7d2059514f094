// What is wrong with a register's definition before it is made or changed: names met twice, names that lead nowhere, rules
// that cannot be read, and changes that would make old entries mean something else.

import { no } from '#domain/decision.ts'
import {
  type Definition,
  type Field,
  fieldOf,
  type Link,
  ladderOf,
  type RegisterView,
  rungOf,
} from '#domain/register.ts'
import { dictionaryOf } from '#domain/register-dictionary.ts'
import { checkRule } from '#rules/check.ts'
import { sayIssue } from '#rules/issue-words.ts'
import type { Type } from '#rules/value.ts'

/** `at` names the part: `fields.amount`, `ladders.main.rungs.signed`. */
export type Fault = {
  at: string
  why: 'twice' | 'leads-nowhere' | 'wrong-type' | 'incomplete' | 'gone' | 'changed' | 'retired' | 'hidden'
}
type Faulty = ReturnType<typeof no> | null

/** The first fault as a refusal; null when the definition can be used. */
export function faultOf(definition: Definition, before: Definition | null): Faulty {
  const fault =
    twice(definition) ??
    fieldFault(definition) ??
    ladderFault(definition) ??
    (before && changeFault(definition, before))
  if (fault) return no('definition-broken', fault)
  return ruleFault(definition)
}

function twice(definition: Definition): Fault | null {
  const { fields, ladders, views, counts, links } = definition
  const lists: [string, string[]][] = [
    ['fields', fields.map(({ key }) => key)],
    ['fields', [...dictionaryNames(definition)]],
    ['ladders', ladders.map(({ key }) => key)],
    ['views', views.map(({ key }) => key)],
    ['counts', counts.map(({ key }) => key)],
    ['links', links.map(({ key }) => key)],
    ...ladders.flatMap((ladder): [string, string[]][] => [
      [`ladders.${ladder.key}.rungs`, ladder.rungs.map(({ key }) => key)],
      [`ladders.${ladder.key}.rungs`, ladder.rungs.map(({ name }) => name)],
      ...ladder.rungs.map(({ key, gate }): [string, string[]] => [
        `ladders.${ladder.key}.rungs.${key}`,
        gate.checks.map((check) => check.key),
      ]),
    ]),
  ]
  for (const [at, names] of lists) {
    const again = names.find((name, place) => names.indexOf(name) !== place)
    if (again !== undefined) return { at: `${at}.${again}`, why: 'twice' }
  }
  return null
}

/** Ladders give names to the dictionary too; they must not meet those of the fields. */
function* dictionaryNames({ fields, ladders }: Definition) {
  yield '今日'
  for (const { name } of fields) yield name
  for (const { name } of ladders) {
    yield `${name}阶段`
    yield `${name}起始日`
  }
}

function fieldFault(definition: Definition): Fault | null {
  for (const field of definition.fields) {
    const at = `fields.${field.key}`
    const { type } = field
    if ((type === 'choice' || type === 'choices') && field.choices.length === 0) return { at, why: 'incomplete' }
    if ((type === 'entry') !== (field.of !== null)) return { at, why: 'incomplete' }
    if ((type === 'computed') !== (field.rule !== null)) return { at, why: 'incomplete' }
    if (field.opens && type !== 'unit') return { at, why: 'wrong-type' }
    if ((field.indexed || field.unique) && !indexable(field)) return { at, why: 'wrong-type' }
    const words = field.choices.map(({ word }) => word)
    if (new Set(words).size < words.length) return { at, why: 'twice' }
  }
  return (
    names(definition, 'title', [definition.title], ['text']) ??
    hidden(definition, 'title', [definition.title]) ??
    names(definition, 'lead', [definition.lead], ['unit']) ??
    names(definition, 'owner', [definition.owner], ['unit'])
  )
}

export function indexable({ type }: Pick<Field, 'type'>): boolean {
  return !['choices', 'place', 'files', 'long-text', 'computed'].includes(type)
}

/** Each key must be a field that is in use, and of one of these types. */
function names(
  definition: Definition,
  at: string,
  keys: readonly (string | null)[],
  types?: readonly Field['type'][],
): Fault | null {
  for (const key of keys) {
    if (key === null) continue
    const field = fieldOf(definition, key)
    if (!field) return { at: `${at}.${key}`, why: 'leads-nowhere' }
    if (field.retired) return { at: `${at}.${key}`, why: 'retired' }
    if (types && !types.includes(field.type)) return { at: `${at}.${key}`, why: 'wrong-type' }
  }
  return null
}

/** What everybody reads may show no field that is hidden from some: the title, and what a step proposes elsewhere. */
function hidden(definition: Definition, at: string, keys: readonly string[]): Fault | null {
  const key = keys.find((one) => fieldOf(definition, one)?.seenBy)
  return key === undefined ? null : { at: `${at}.${key}`, why: 'hidden' }
}

function proposedFields(proposes: Link['proposes']): string[] {
  if (proposes.kind === 'add') return Object.values(proposes.values)
  return proposes.kind === 'date' ? [proposes.field] : []
}

function rungFault(definition: Definition, at: string, ladder: string, rung: string): Fault | null {
  const found = ladderOf(definition, ladder)
  if (!found) return { at: `${at}.${ladder}`, why: 'leads-nowhere' }
  return rungOf(found, rung) ? null : { at: `${at}.${ladder}.${rung}`, why: 'leads-nowhere' }
}

const numbers = ['number', 'money', 'percent'] as const

function ladderFault(definition: Definition): Fault | null {
  const faults: (Fault | null)[] = [
    ...definition.ladders.flatMap(({ key, rungs }) =>
      rungs.some(({ retired }) => !retired) ? [] : [{ at: `ladders.${key}`, why: 'incomplete' } as const],
    ),
    ...definition.views.flatMap((view) => viewFaults(definition, view)),
    ...definition.counts.flatMap(({ key, ladder, rung, credits, classes }) => [
      rungFault(definition, `counts.${key}`, ladder, rung),
      names(definition, `counts.${key}`, credits, ['unit']),
      names(definition, `counts.${key}`, [classes?.field ?? null], numbers),
    ]),
    ...definition.links.flatMap(({ key, ladder, rung, proposes }) => [
      rungFault(definition, `links.${key}`, ladder, rung),
      proposes.kind === 'climb' ? names(definition, `links.${key}`, [proposes.via], ['entry']) : null,
      proposes.kind === 'climb' && proposes.via === null
        ? rungFault(definition, `links.${key}`, proposes.ladder, proposes.rung)
        : null,
      proposes.kind === 'add' ? names(definition, `links.${key}`, Object.values(proposes.values)) : null,
      proposes.kind === 'date' ? names(definition, `links.${key}`, [proposes.field], ['date']) : null,
      hidden(definition, `links.${key}`, proposedFields(proposes)),
    ]),
  ]
  return faults.find((fault) => fault !== null) ?? null
}

/** The parts that a kind of view reads must be there. */
const viewNeeds: Record<RegisterView['kind'], readonly ('ladder' | 'dates' | 'place' | 'lines' | 'columns')[]> = {
  table: [],
  board: ['ladder'],
  gantt: [],
  calendar: ['dates'],
  map: ['place'],
  matrix: ['lines', 'columns'],
}

function viewFaults(definition: Definition, view: RegisterView): (Fault | null)[] {
  const at = `views.${view.key}`
  const needs = viewNeeds[view.kind].some((part) => view[part] === null || view[part]?.length === 0)
  const ladder = view.ladder !== null && !ladderOf(definition, view.ladder)
  return [
    needs ? { at, why: 'incomplete' } : null,
    ladder ? { at: `${at}.${view.ladder}`, why: 'leads-nowhere' } : null,
    names(definition, at, [...view.fields, view.sort]),
    names(definition, at, view.sums, numbers),
    names(definition, at, view.dates, ['date']),
    names(definition, at, [view.place], ['place']),
    names(definition, at, [view.lines, view.columns], ['choice']),
  ]
}

/** Columns stay as they are: a field or rung is retired, not taken away; another type or scale is another field. */
function changeFault(after: Definition, before: Definition): Fault | null {
  if (after.code !== before.code) return { at: 'code', why: 'changed' }
  for (const field of before.fields) {
    const now = fieldOf(after, field.key)
    const at = `fields.${field.key}`
    if (!now) return { at, why: 'gone' }
    const same = (['type', 'scale', 'unit', 'of'] as const).every((part) => now[part] === field[part])
    if (!same) return { at, why: 'changed' }
    const gone = field.choices.find(({ word }) => !now.choices.some((choice) => choice.word === word))
    if (gone) return { at: `${at}.${gone.word}`, why: 'gone' }
  }
  for (const ladder of before.ladders) {
    const now = ladderOf(after, ladder.key)
    if (!now) return { at: `ladders.${ladder.key}`, why: 'gone' }
    const gone = ladder.rungs.find(({ key }) => !rungOf(now, key))
    if (gone) return { at: `ladders.${ladder.key}.rungs.${gone.key}`, why: 'gone' }
  }
  return null
}

/** Every rule of a definition with what it must answer. */
export function rulesOfRegister({
  fields,
  ladders,
  views,
  counts,
  links,
}: Definition): { rule: string; gives: Type }[] {
  const rules: { rule: string | null; gives: Type }[] = [
    ...fields.map(({ rule, gives }) => ({ rule, gives })),
    ...ladders
      .flatMap(({ rungs }) => rungs.flatMap(({ gate }) => gate.conditions))
      .map(({ rule }) => ({ rule, gives: 'boolean' as const })),
    ...[...views, ...counts, ...links].map(({ where }) => ({ rule: where, gives: 'boolean' as const })),
  ]
  return rules.flatMap(({ rule, gives }) => (rule === null ? [] : [{ rule, gives }]))
}

function ruleFault(definition: Definition): Faulty {
  // A dictionary is remembered by its definition; this one is not yet in force.
  const dictionary = dictionaryOf({ ...definition }, 1)
  for (const { rule, gives } of rulesOfRegister(definition)) {
    const issue = checkRule(rule, dictionary, gives).issues?.[0]
    if (!issue) continue
    const { start, end } = issue
    return no('rule-broken', { rule, start, end, zh: sayIssue(issue, 'zh'), en: sayIssue(issue, 'en') })
  }
  return null
}
