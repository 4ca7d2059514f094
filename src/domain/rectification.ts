// What a round of inspection has come to: its findings with their measures and institutions, by names instead of ids. The
// lists, the report and what is made public are arranged from this; nothing is counted twice elsewhere.

import { z } from 'zod'
import { masking } from '#domain/masking.ts'

/** What an office hands over; the report and the publication are texts, the others lists. */
export const RectificationPaper = z.enum(['ledger', 'problems', 'tasks', 'duties', 'effects', 'report', 'publication'])
export type RectificationPaper = z.infer<typeof RectificationPaper>
export type RectificationList = Exclude<RectificationPaper, 'report' | 'publication'>

export type RectifiedMeasure = {
  number: string | null
  content: string
  kinds: readonly string[]
  leader: string | null
  lead: string | null
  dueOn: string | null
  /** Of its commitment: number and where it stands in words; null while it is not given out. */
  matter: { number: string; state: string; percent: number; proofs: number } | null
  closed: boolean
  cancelled: boolean
  doneNote: string | null
  docNumber: string | null
}

export type RepairedInstitution = {
  name: string
  gap: string | null
  action: string | null
  lead: string | null
  docNumber: string | null
  issuedOn: string | null
  /** The rung that it stands on. */
  stands: string | null
}

export type Standing = 'done' | 'under-way' | 'not-started'

export type RectifiedFinding = {
  number: string
  section: string | null
  title: string
  detail: string | null
  topic: string | null
  ground: string | null
  cause: string | null
  advice: string | null
  amountYuan: string | null
  focus: string | null
  goal: string | null
  leader: string | null
  lead: string | null
  support: string | null
  kind: string | null
  dueOn: string | null
  progress: string | null
  result: string | null
  closingNote: string | null
  /** Yuan, as decimals. */
  effects: Record<Effect, string | null>
  standing: Standing
  /** The rung that it stands on, where that says more than `standing`. */
  stands: string | null
  recheckResult: string | null
  /** Why it is left out, for each audience; null: it is shown. */
  withheld: Record<Audience, string | null>
  /** Names to be masked, beside those of people. */
  names: readonly string[]
  measures: readonly RectifiedMeasure[]
  institutions: readonly RepairedInstitution[]
}

export type Effect = 'corrected' | 'recovered' | 'reduced' | 'saved'
export const effectKeys: readonly Effect[] = ['corrected', 'recovered', 'reduced', 'saved']
export type Audience = 'party' | 'society'

export type Round = {
  name: string
  team: string | null
  feedbackOn: string | null
  period: string | null
  concentratedUntil: string | null
  lead: string | null
  head: string | null
}

export type Rectification = {
  zone: string
  /** Who writes: the zone's committee office by its full name. */
  organ: string
  round: Round
  /** The moment that all is known at, and its day. */
  asOf: string
  on: string
  findings: readonly RectifiedFinding[]
}

/** In the order of the feedback; those of no section come last. */
export function bySection(
  findings: readonly RectifiedFinding[],
): { section: string | null; findings: RectifiedFinding[] }[] {
  const groups = Map.groupBy(findings, ({ section }) => section)
  return [...groups]
    .map(([section, of]) => ({ section, findings: of }))
    .toSorted((a, b) => Number(a.section === null) - Number(b.section === null))
}

export type Totals = {
  findings: number
  measures: number
  closedMeasures: number
  due: number
  dueDone: number
  overdue: number
} & Record<Standing, number>

export function totalsOf(findings: readonly RectifiedFinding[], on: string): Totals {
  const standing = (of: Standing) => findings.filter((one) => one.standing === of).length
  const due = findings.filter(({ dueOn }) => dueOn !== null && dueOn <= on)
  const measures = findings.flatMap((one) => one.measures.filter(({ cancelled }) => !cancelled))
  return {
    findings: findings.length,
    measures: measures.length,
    closedMeasures: measures.filter(({ closed }) => closed).length,
    due: due.length,
    dueDone: due.filter((one) => one.standing === 'done').length,
    overdue: findings.filter((one) => one.standing !== 'done' && one.dueOn !== null && one.dueOn < on).length,
    ...{ done: standing('done'), 'under-way': standing('under-way'), 'not-started': standing('not-started') },
  }
}

/** Rounded half up to one decimal; null when nothing is due. */
export function percentOf(part: number, whole: number): string | null {
  return whole === 0 ? null : String(Math.round((part * 1000) / whole) / 10)
}

/** An exact sum of decimals; null when there is none. */
export function sumYuan(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null)
  if (known.length === 0) return null
  const cents = known.reduce((sum, amount) => sum + centsOf(amount), 0n)
  const [sign, digits] = cents < 0n ? ['-', String(-cents)] : ['', String(cents)]
  const padded = digits.padStart(3, '0')
  const places = padded.slice(-2).replace(/0+$/, '')
  return `${sign}${padded.slice(0, -2)}${places ? `.${places}` : ''}`
}

function centsOf(amount: string): bigint {
  const [whole, places = ''] = amount.split('.') as [string, string?]
  const cents = BigInt(`${whole.replace('-', '')}${places.padEnd(2, '0')}`)
  return amount.startsWith('-') ? -cents : cents
}

/** What an audience is shown: items with a reason to be withheld are left out, names of people and those listed are masked. */
export function publicationOf(all: Rectification, audience: Audience, people: readonly string[]): Rectification {
  const shown = all.findings.filter(({ withheld }) => withheld[audience] === null)
  return { ...all, findings: shown.map((finding) => masked(finding, [...people, ...finding.names])) }
}

function masked(finding: RectifiedFinding, names: readonly string[]): RectifiedFinding {
  const mask = masking(names)
  return maskedParts({ ...finding, names: [], withheld: { party: null, society: null } }, mask) as RectifiedFinding
}

/** Every text in it, however deep. */
function maskedParts(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((one) => maskedParts(one, mask))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskedParts(one, mask)]))
}
