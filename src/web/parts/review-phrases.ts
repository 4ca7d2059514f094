// What the review card says about each part of a proposal: its value in words, and whether the text says it.
// Values come from the corrected wording, certainty and place from the reading as it was.

import type { Proposal, Wording } from '#domain/proposal.ts'
import type { Part, PartName, Statement } from '#reading/statement.ts'
import type { AllWords, Language } from '#web/language.ts'
import { showTarget } from '#web/words/amount.ts'

export type PartLine = {
  name: PartName
  /** Null when the text does not say it and nobody has filled it in. */
  value: string | null
  part: Part | null
  /** Further parts that the value is made of: its unit and its bound. */
  others: { name: PartName; part: Part }[]
  /** True when an officer has changed what was read. */
  corrected: boolean
  /** True when a person must fill it in before the commitment can be given out. */
  needed: boolean
}

type Period = NonNullable<Wording['period']>
type Words = Pick<AllWords, 'nouns' | 'review' | 'shell'>

/** The lines of the card in reading order: what is known, and what is missing and needed. */
export function partLines({ statement, wording, state }: Proposal, words: Words, language: Language): PartLine[] {
  const { nouns, review, shell } = words
  const { measure, strength, period, dueOn } = wording
  const { owner, indicator, verb, object, members, decision } = statement
  const lacking = state === 'proposed' ? missing({ statement, wording }) : []
  const lines: [PartName, string | null][] = [
    ['indicator', indicator],
    ['value', showTarget(wording, language) || null],
    ['measure', measure && nouns.measures[measure]],
    ['period', period && periodPhrase(period, review.periods)],
    ['deadline', dueOn],
    ['strength', strength === 'none' ? null : nouns.strengths[strength]],
    ['owner', owner],
    ['verb', verb],
    ['object', object],
    ['members', memberPhrase(members, shell.listMark, review.groupMark)],
    ['decision', decision && nouns.decisionGrades[decision]],
  ]
  return lines
    .map(([name, value]) => ({
      name,
      value,
      part: statement.parts[name] ?? null,
      others: name === 'value' ? partsOf(statement, ['op', 'unit']) : [],
      corrected: isCorrected(name, statement, wording),
      needed: (lacking as PartName[]).includes(name),
    }))
    .filter((line) => line.value !== null || line.needed)
}

function partsOf({ parts }: Statement, names: readonly PartName[]): PartLine['others'] {
  return names.flatMap((name) => (parts[name] ? [{ name, part: parts[name] }] : []))
}

/** The parts that each kind usually has, in reading order. */
const usual: Record<Wording['kind'], readonly PartName[]> = {
  target: ['indicator', 'value', 'measure', 'period', 'deadline', 'strength', 'owner'],
  task: ['verb', 'object', 'period', 'deadline', 'strength', 'owner'],
  requirement: ['verb', 'object', 'deadline', 'owner'],
  fact: ['indicator', 'value', 'measure', 'period'],
  roster: ['members'],
}

/** The usual parts that neither the text nor an officer gives, nor a person must fill in. */
export function absentParts(kind: Wording['kind'], lines: readonly PartLine[]): PartName[] {
  return usual[kind].filter((name) => !lines.some((line) => line.name === name))
}

/** What a person must still say: the deadline, the owner. Facts and rosters need neither. */
export function missing({ statement, wording }: Pick<Proposal, 'statement' | 'wording'>): ('deadline' | 'owner')[] {
  if (wording.kind === 'fact' || wording.kind === 'roster') return []
  return [...(wording.dueOn ? [] : (['deadline'] as const)), ...(statement.owner ? [] : (['owner'] as const))]
}

function isCorrected(name: PartName, statement: Statement, wording: Wording): boolean {
  switch (name) {
    case 'value':
      return (['value', 'value2', 'unit', 'op'] as const).some((key) => statement[key] !== wording[key])
    case 'measure':
    case 'strength':
      return statement[name] !== wording[name]
    case 'period':
      return JSON.stringify(statement.period) !== JSON.stringify(wording.period)
    case 'deadline':
      return statement.deadline !== wording.dueOn
    default:
      return false
  }
}

/** A whole year, half, quarter or month by its name; anything else from day to day. */
export function periodPhrase({ from, to }: Period, words: AllWords['review']['periods']): string {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number) as [number, number, number]
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number]
  const whole = fromDay === 1 && toDay === new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
  if (from === to) return from
  if (!whole) return words.days(from, to)
  if (fromMonth === 1 && toMonth === 12)
    return fromYear === toYear ? words.year(fromYear) : words.years(fromYear, toYear)
  if (fromYear !== toYear) return words.days(from, to)
  const months = toMonth - fromMonth + 1
  if (months === 1) return words.month(fromYear, fromMonth)
  if (months === 3 && fromMonth % 3 === 1) return words.quarter(fromYear, (fromMonth + 2) / 3)
  if (months === 6 && fromMonth % 6 === 1) return words.half(fromYear, fromMonth === 1 ? 1 : 2)
  return words.months(fromYear, fromMonth, toMonth)
}

/** Why a part was read as it was. `target: 力争` says that 力争 made it a target; a cue word of the text stays as it is. */
export function reasonPhrase(reason: string, { review, nouns }: Words): string {
  const known: Record<string, string> = { ...nouns.comparators, ...nouns.measures, ...review.reasons }
  const kinds: Record<string, string> = nouns.kinds
  return reason
    .split('; ')
    .map((piece) => {
      const [, kind = '', why = piece] = /^(\w+): (.+)$/.exec(piece) ?? []
      return kinds[kind] ? review.judged(kinds[kind], known[why] ?? why) : (known[piece] ?? piece)
    })
    .join(review.reasonMark)
}

function memberPhrase(members: Statement['members'], mark: string, groupMark: string): string | null {
  if (members.length === 0) return null
  const groups = members.map(({ group, names }) => (group ? `${group}${groupMark}` : '') + names.join(mark))
  return groups.join('；')
}
