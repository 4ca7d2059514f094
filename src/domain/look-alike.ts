// How alike two promises are: a proposal of today and a commitment adopted earlier. Numbers count for nothing here, for it
// is the same promise when its number has changed; what is promised, of what and by which measure counts.

import type { Wording } from '#domain/proposal.ts'
import type { Statement } from '#reading/statement.ts'

/** What of a promise is compared. */
export type Promised = {
  wording: Pick<Wording, 'title' | 'value' | 'value2' | 'unit' | 'measure' | 'period' | 'dueOn'>
  read: Pick<Statement, 'indicator' | 'verb' | 'object'>
}

/** What both have in common, for the officer to judge by. */
export type Shared = 'indicator' | 'verb' | 'object' | 'unit' | 'period' | 'words'

export type Likeness = {
  /** 0 to 1 by words alone: the same kind of matter, in whichever year. */
  kinship: number
  /** 0 to 1: the same promise. */
  score: number
  shared: Shared[]
}

/** From here on the same kind of matter (same unit in charge, perhaps), and from there on perhaps the same promise. */
export const kinFrom = 0.4
export const alikeFrom = 0.6

export function likeness(a: Promised, b: Promised): Likeness {
  const words = resemblance(a.wording.title, b.wording.title)
  // What is promised counts for more: 年内新增上市企业2家 and 年内新增高新技术企业100家 share most of their words.
  const thing = resemblance(thingOf(a), thingOf(b))
  const kinship = thing === null ? (words ?? 0) : 0.4 * (words ?? 0) + 0.6 * thing
  return { kinship, score: kinship * agreement(a.wording, b.wording), shared: sharedBy(a, b, words ?? 0) }
}

/** Another unit or another year is another promise; a stock of 600家 is not an addition of 100家. */
function agreement(a: Promised['wording'], b: Promised['wording']): number {
  const bothCount = a.value !== null && b.value !== null
  const unit = bothCount && a.unit !== b.unit ? 0.5 : 1
  const measure = bothCount && a.measure !== b.measure ? 0.6 : 1
  const time = apart(spanOf(a), spanOf(b)) ? 0.5 : 1
  return unit * measure * time
}

type Span = { from: string; to: string }

/** The period it speaks of; with a due date only, the year of that day. */
function spanOf({ period, dueOn }: Promised['wording']): Span | null {
  const year = dueOn?.slice(0, 4)
  return period ?? (year ? { from: `${year}-01-01`, to: `${year}-12-31` } : null)
}

function apart(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && (a.to < b.from || b.to < a.from)
}

function thingOf({ read: { indicator, object } }: Promised): string {
  return indicator ?? object ?? ''
}

function sharedBy(a: Promised, b: Promised, words: number): Shared[] {
  const same = (key: 'indicator' | 'verb' | 'object') => a.read[key] !== null && a.read[key] === b.read[key]
  const periods = JSON.stringify(a.wording.period) === JSON.stringify(b.wording.period)
  return [
    ...(['indicator', 'verb', 'object'] as const).filter(same),
    ...(a.wording.unit !== null && a.wording.unit === b.wording.unit ? (['unit'] as const) : []),
    ...(a.wording.period !== null && periods ? (['period'] as const) : []),
    ...(words >= alikeFrom ? (['words'] as const) : []),
  ]
}

/** The share of pairs of characters in common (Dice); null when one of them has none. */
function resemblance(a: string, b: string): number | null {
  const [first, second] = [pairsOf(a), pairsOf(b)]
  if (first.size === 0 || second.size === 0) return null
  return (2 * first.intersection(second).size) / (first.size + second.size)
}

function pairsOf(words: string): Set<string> {
  const plain = words.toLowerCase().replaceAll(/[^a-z\u3400-\u9fff]/g, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}
