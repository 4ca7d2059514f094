// The mentions of one commitment: which of them is in force and why, and where two documents give different numbers.

import type { Commitment, Mention } from '#domain/commitment.ts'
import type { Wording } from '#domain/proposal.ts'

type Said = Pick<Commitment, 'mentions' | 'ruling' | 'parent'>

/** Only one there is, of the latest document, or said so by an officer. */
export type ForceReason = 'only' | 'later' | 'ruled'
export type InForce = { mention: Mention; why: ForceReason }

/**
 * The mention that holds: the officer's choice until a document later than all those it was chosen among; else the one of
 * the latest document: of two documents with one date that met last, in one document what it says first. Undefined only without mentions.
 */
export function inForce({ mentions, ruling }: Omit<Said, 'parent'>): InForce | undefined {
  const chosen = ruling && mentions.find(({ proposal }) => proposal === ruling.mention)
  const known = ruling ? mentions.slice(0, ruling.among) : []
  const since = ruling ? mentions.slice(ruling.among).filter(({ on }) => known.every((one) => one.on < on)) : mentions
  const latest = since.reduce<Mention | undefined>(
    (last, one) => (last && !supersedes(one, last) ? last : one),
    undefined,
  )
  if (latest) return { mention: latest, why: mentions.length === 1 ? 'only' : 'later' }
  return chosen && { mention: chosen, why: 'ruled' }
}

function supersedes(one: Mention, last: Mention): boolean {
  return one.on > last.on || (one.on === last.on && one.document !== last.document)
}

/** Pairs that disagree and that no officer has decided between, in the order in which they were met. */
export function disputesOf({ mentions, ruling, parent }: Said): [Mention, Mention][] {
  if (parent !== null) return []
  return mentions.flatMap((second, place) =>
    place < (ruling?.among ?? 0)
      ? []
      : mentions.slice(0, place).flatMap((first) => (differ(first, second) ? [[first, second] as const] : [])),
  ) as [Mention, Mention][]
}

/** Two documents, one unit, one way of measuring, no two different periods, and not the same number. */
function differ(a: Mention, b: Mention): boolean {
  const [first, second] = [a.wording, b.wording]
  if (a.document === b.document || first.value === null || second.value === null) return false
  const comparable = first.unit === second.unit && first.measure === second.measure && samePeriod(first, second)
  return comparable && (first.value !== second.value || first.value2 !== second.value2)
}

function samePeriod({ period: a }: Wording, { period: b }: Wording): boolean {
  return a === null || b === null || (a.from === b.from && a.to === b.to)
}

/** What a commitment takes over from the mention in force; its due date stays with the duty, which people have accepted. */
export type Figures = Pick<Wording, 'title' | 'value' | 'value2' | 'unit' | 'op' | 'measure' | 'period' | 'strength'>

/**
 * Null when the mention gives no number, or none that differs. Without an officer's word (`ruled`) a number of another unit
 * or measure replaces nothing: it may speak of something else.
 */
export function restatement(now: Wording, said: Wording, ruled: boolean): Figures | null {
  const { title, value, value2, unit, op, measure, period, strength } = said
  const alike = now.value === null || (now.unit === unit && now.measure === measure)
  if (value === null || !(alike || ruled)) return null
  const same = now.value === value && now.value2 === value2 && now.unit === unit && now.op === op
  if (same && now.measure === measure) return null
  return { title, value, value2, unit, op, measure, period: period ?? now.period, strength }
}
