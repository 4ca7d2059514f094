// Composes the month's briefing from the commitments as they were known at a moment. Only leaves are counted: a
// commitment that was broken down is counted by its parts.

import type { BriefingContents, BriefingLine, Figure, Tally } from '#domain/briefing.ts'
import { cancelledBy, doneBy, type MonthDays, monthDays, type Planned, plannedIn } from '#domain/briefing-month.ts'
import type { Commitment } from '#domain/commitment.ts'
import type { Lit } from '#domain/light.ts'
import { type Person, type Post, subtree, type Unit, type Zone } from '#domain/zone.ts'

export type BriefingInput = {
  zone: Zone
  units: readonly Unit[]
  posts: readonly Post[]
  people: readonly Person[]
  /** As known at `asOf`. */
  commitments: readonly Commitment[]
  /** YYYY-MM */
  month: string
  asOf: string
  /** The day of `asOf`. */
  today: string
  lit: (commitment: Commitment) => Lit
}

/**
 * Planned for the month: due in it, or overdue from before and not done when it began (carried over). Next: due in the
 * following month, with what is carried over. To coordinate: extension asked for, declined, or red.
 */
export function composeBriefing(input: BriefingInput): BriefingContents {
  const days = monthDays(input.month, input.today)
  const planned = input.commitments.flatMap((commitment) => plannedIn(commitment, days) ?? []).toSorted(byNumber)
  const open = input.commitments.filter((commitment) => isOpenLeaf(commitment, input.today))
  const toLine = lineWriter(input)
  const line = (commitment: Commitment) => toLine(commitment, commitment.duty.dueOn)
  return {
    zone: input.zone.name,
    month: input.month,
    asOf: input.asOf,
    today: input.today,
    overall: tally(planned, input.today),
    lines: linesByUnit(planned, input),
    completed: planned.filter(isDone).map((item) => toLine(item.commitment, item.dueOn)),
    unfinished: planned
      .filter((item) => !isDone(item))
      .map((item) => toLine(item.commitment, item.dueOn))
      .toSorted(byDueDay),
    next: open
      .filter((commitment) => comesNext(commitment, days))
      .map(line)
      .toSorted(byDueDay),
    toCoordinate: open
      .filter((commitment) => needsMeeting(commitment, input.lit))
      .map(line)
      .toSorted(byDueDay),
  }
}

function isDone({ standing }: Planned): boolean {
  return standing === 'completed'
}

function isOpenLeaf(commitment: Commitment, today: string): boolean {
  return commitment.childCount === 0 && !doneBy(commitment, today) && !cancelledBy(commitment, today)
}

function comesNext({ duty: { dueOn } }: Commitment, { last, nextLast, until }: MonthDays): boolean {
  return dueOn !== null && (dueOn <= until || (dueOn > last && dueOn <= nextLast))
}

function needsMeeting(commitment: Commitment, lit: BriefingInput['lit']): boolean {
  const asked = commitment.extensions.some((extension) => extension.state === 'asked')
  return asked || commitment.receipt === 'declined' || lit(commitment).light === 'red'
}

/** Overdue looks at the due day now in force: what was extended in time is unfinished, not overdue. */
function tally(planned: readonly Planned[], today: string): Tally {
  const of = (standing: Planned['standing']) => figure(planned.filter((item) => item.standing === standing))
  const late = planned.filter((item) => !isDone(item) && (item.commitment.duty.dueOn ?? item.dueOn) < today)
  const completed = of('completed')
  return {
    planned: figure(planned),
    completed,
    underWay: of('under-way'),
    notStarted: of('not-started'),
    overdue: figure(late),
    completionPercent: wholePercent(completed.count, planned.length),
  }
}

function figure(items: readonly Planned[]): Figure {
  return { count: items.length, of: items.map((item) => item.commitment.id) }
}

/** Never 100 while one is missing. */
function wholePercent(part: number, whole: number): number | null {
  if (whole === 0) return null
  return part === whole ? 100 : Math.min(99, Math.round((100 * part) / whole))
}

/** One line per lead unit with something planned, in the order of the directory; last those without a lead unit. */
function linesByUnit(planned: readonly Planned[], { units, today }: BriefingInput): BriefingContents['lines'] {
  const ofUnit = Map.groupBy(planned, (item) => item.commitment.duty.lead)
  const name = new Map(units.map((unit) => [unit.id, unit.name]))
  const known = treeOrder(units).filter((unit) => ofUnit.has(unit))
  const rest = [...ofUnit.keys()].filter((unit) => unit !== null && !name.has(unit))
  const order = [...known, ...rest, ...(ofUnit.has(null) ? [null] : [])]
  return order.map((unit) => {
    return { unit, name: unit ? (name.get(unit) ?? unit) : '', tally: tally(ofUnit.get(unit) ?? [], today) }
  })
}

function treeOrder(units: readonly Unit[]): string[] {
  const placed = units.toSorted((a, b) => a.place - b.place)
  return placed.filter((unit) => unit.parent === null).flatMap((root) => subtree(placed, root.id))
}

function lineWriter({ units, posts, people, lit }: BriefingInput) {
  const unitName = new Map(units.map((unit) => [unit.id, unit.name]))
  const postName = new Map(posts.map((post) => [post.id, post.name]))
  const named = (unit: string) => unitName.get(unit) ?? unit
  const answers = (post: string) => {
    const holders = people.filter((person) => person.active && person.posts.includes(post)).map((person) => person.name)
    return [postName.get(post) ?? post, ...holders].join(' ')
  }
  return (commitment: Commitment, dueOn: string | null): BriefingLine => {
    const { id, number, wording, percent, duty, reports } = commitment
    return {
      id,
      number,
      title: wording.title,
      lead: duty.lead && named(duty.lead),
      supporting: duty.supporting.map(named),
      post: duty.post && answers(duty.post),
      dueOn,
      percent,
      lit: lit(commitment),
      latest: reports.at(-1)?.text ?? null,
      reason: reasonOf(commitment),
      newDueOn: duty.dueOn !== null && dueOn !== null && duty.dueOn > dueOn ? duty.dueOn : null,
    }
  }
}

/** What was said last: why it was declined, what a returned report lacks, why more time is needed, or the report itself. */
function reasonOf({ receipt, declinedReason, reports, extensions }: Commitment): string | null {
  if (receipt === 'declined' && declinedReason) return declinedReason
  const said = [
    ...reports.map(({ on, state, remark, text }) => ({ on, words: state === 'returned' && remark ? remark : text })),
    ...extensions.map(({ on, reason }) => ({ on, words: reason })),
  ]
  return said.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1)?.words ?? null
}

const collator = new Intl.Collator('en', { numeric: true })

function byNumber(a: Planned, b: Planned): number {
  return collator.compare(a.commitment.number, b.commitment.number)
}

function byDueDay(a: BriefingLine, b: BriefingLine): number {
  const [before, after] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  if (before !== after) return before < after ? -1 : 1
  return collator.compare(a.number, b.number)
}
