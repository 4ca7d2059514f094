// The chain of states of a commitment, taken from its history: which step was done when and by whom, how many days
// were spent waiting for each, and where it stands now. Days are calendar days by when things happened, not when known.

import type { Commitment, CommitmentEvent } from '#domain/commitment.ts'
import type { JournalLine } from '#domain/journal.ts'

export type StepKey = 'adopted' | 'dispatched' | 'signed' | 'reported' | 'reviewed' | 'closed'
export const stepKeys: readonly StepKey[] = ['adopted', 'dispatched', 'signed', 'reported', 'reviewed', 'closed']

export type ChainStep = {
  key: StepKey
  /** `sent-back`: this step is due again because the next one said no. `off`: the commitment was cancelled. */
  state: 'done' | 'now' | 'sent-back' | 'ahead' | 'off'
  /** The last time the step was taken; null when never. */
  on: string | null
  who: string | null
  /** How often it was taken. */
  rounds: number
  /** Days spent waiting for this step, all rounds together; null when it never came to it. */
  days: number | null
}

type Walk = { now: StepKey | null; since: string; left: StepKey; taken: Partial<Record<StepKey, Taken>> }
type Taken = { on: string | null; who: string | null; rounds: number; days: number | null }

/** `today` closes the count of days of the step that is waited for. */
export function chainOf(commitment: Commitment, history: readonly JournalLine[], today: string): ChainStep[] {
  const walk: Walk = { now: 'adopted', since: history[0]?.on ?? today, left: 'dispatched', taken: {} }
  for (const line of history) follow(walk, line, commitment)
  if (walk.now) spend(walk, walk.now, today)
  const place = walk.now ? stepKeys.indexOf(walk.now) : stepKeys.length
  return stepKeys.map((key, i) => ({
    key,
    state: i < place ? 'done' : i > place ? 'ahead' : sentBack(commitment) ? 'sent-back' : 'now',
    ...untaken,
    ...walk.taken[key],
    ...(commitment.closure === 'cancelled' && offOf(walk, key)),
  }))
}

const untaken: Taken = { on: null, who: null, rounds: 0, days: null }

function sentBack({ stage }: Commitment): boolean {
  return stage === 'declined' || stage === 'returned'
}

function offOf(walk: Walk, key: StepKey): Partial<ChainStep> {
  return key === 'closed' || !walk.taken[key]?.on ? { state: 'off' } : {}
}

/** The step an event takes, and the step that is waited for afterwards; events not named here move nothing. */
function stepOf(event: CommitmentEvent, walk: Walk, commitment: Commitment): [StepKey | null, StepKey | null] | null {
  switch (event.kind) {
    case 'adopted':
    case 'split-off':
      return ['adopted', 'dispatched']
    case 'dispatched':
      return ['dispatched', 'signed']
    case 'signed-for':
      return ['signed', 'reported']
    case 'declined':
      return [null, 'dispatched']
    case 'reported':
      return ['reported', 'reviewed']
    case 'report-accepted': {
      const report = commitment.reports.find(({ id }) => id === event.report)
      return ['reviewed', report?.percent === 100 ? 'closed' : 'reported']
    }
    case 'report-returned':
      return ['reviewed', 'reported']
    case 'closed':
    case 'cancelled':
      return ['closed', null]
    case 'reopened':
      return [null, walk.left === 'closed' ? 'reported' : walk.left]
    default:
      return null
  }
}

function follow(walk: Walk, line: JournalLine, commitment: Commitment): void {
  const move = stepOf(line.data as unknown as CommitmentEvent, walk, commitment)
  if (!move) return
  const [taken, next] = move
  if (walk.now) spend(walk, walk.now, line.on)
  if (taken) {
    const before = walk.taken[taken] ?? untaken
    walk.taken[taken] = { ...before, on: line.on, who: line.actorName, rounds: before.rounds + 1 }
  }
  if (next === null && walk.now) walk.left = walk.now
  walk.now = next
  walk.since = line.on
}

function spend(walk: Walk, step: StepKey, until: string): void {
  const before = walk.taken[step] ?? untaken
  walk.taken[step] = { ...before, days: (before.days ?? 0) + daysBetween(walk.since, until) }
}

/** Whole calendar days, never negative: an event may be entered with an earlier day. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
}
