// What a sentence hands from clause to clause while it is read: cues in force, time, subject, the number just before.
import { type Day, earliest, isoDay } from '#base/period.ts'
import type { Span } from '#base/span.ts'
import { type Clause, hasCue } from '#reading/clauses.ts'
import type { DateMention } from '#reading/dates.ts'
import { type Draft, implied, stated } from '#reading/draft.ts'
import { type Frame, type factTiming, frameOf, type Timing, untimed } from '#reading/frames.ts'
import type { Matter } from '#reading/grades.ts'
import { cueBits } from '#reading/lexicons/cues.ts'
import type { Before } from '#reading/measures.ts'
import { asOwners } from '#reading/owners.ts'
import type { Carried, Section } from '#reading/sections.ts'
import { sign } from '#reading/signs.ts'
import { type Drift, still } from '#reading/tense.ts'

export interface Surroundings {
  section: Section
  carried: Carried
  /** What the meeting dealt with in this sentence, if it did. */
  matters: readonly Matter[]
  today: Day | null
  /** A headline or run-in heading: its numbers count, its orders do not. */
  isTitle: boolean
}

export interface Walk {
  text: string
  around: Surroundings
  carried: Carried
  drift: Drift
  /** The drift at the last colon: each item of the list it opens starts from there again. */
  opened: Drift | null
  /** Frame of an earlier clause of this sentence, since the last semicolon. */
  frame: Frame | null
  /** That frame stood in a clause of its own (到2027年,), so that orders take it over too. */
  frameAlone: boolean
  previous: (Before & { clause: number; falls: boolean }) | null
  /** Start of a clause that held only a cue and a date (力争到2025年,): it joins the next one. */
  pending: number | null
  drafts: Draft[]
}

export function startWalk(text: string, around: Surroundings): Walk {
  return {
    text,
    around,
    carried: around.carried,
    drift: around.carried.ordered ? { ...still, ordering: true } : still,
    opened: null,
    frame: null,
    frameAlone: false,
    previous: null,
    pending: null,
    drafts: [],
  }
}

/** A semicolon stops what ran on, unless a colon opened a list that it only divides (目标是：甲5%；乙2%). */
export function pauseWalk(walk: Walk): void {
  walk.frame = walk.opened ? walk.frame : null
  walk.drift = walk.opened ?? { ...still, ordering: walk.drift.ordering, lookback: walk.drift.lookback }
  walk.previous = null
}

/** The frame that the dates of a clause set; the last one that sets any. */
export function ownFrame(walk: Walk, { dates }: Clause): Frame | null {
  return dates.length === 0 ? null : lastFree(walk, dates, Number.POSITIVE_INFINITY)
}

/** The frame for one number of a clause: a date bound to it, else the last free date before it, else any of the clause. */
export function frameFor(walk: Walk, clause: Clause, numberStart: number): Frame | null {
  if (clause.dates.length === 0) return null
  const bound = clause.dates.find(
    (date) => isBound(walk.text, date) && numberStart - date.end <= 2 && numberStart > date.start,
  )
  if (bound) return frameOf(walk.text, bound, walk.around.today)
  return lastFree(walk, clause.dates, numberStart) ?? lastFree(walk, clause.dates, Number.POSITIVE_INFINITY)
}

// 由2020年的98家增加到365家: the year belongs to the number right after 的 alone.
function isBound(text: string, { end }: DateMention): boolean {
  return text[end] === '的' && /[\d一二三四五六七八九十百千万亿两近约]/.test(text[end + 1] ?? '')
}

// The last frame that a date before `limit` sets which is not bound to a number.
function lastFree(walk: Walk, dates: DateMention[], limit: number): Frame | null {
  for (let index = dates.length - 1; index >= 0; index--) {
    const date = dates[index]!
    if (date.start >= limit || isBound(walk.text, date)) continue
    const frame = frameOf(walk.text, date, walk.around.today)
    if (frame) return frame
  }
  return null
}

// 到2030年，…: the last day that opened the paragraph.
function opening({ carried, around }: Walk): Frame | null {
  return carried.local && carried.frame?.role === 'limit' && around.section.mode !== 'past' ? carried.frame : null
}

/** The time that helps to tell target from fact: only limits and 年内 look ahead by themselves, past years look back. */
export function timeOf(walk: Walk, clause: Clause, own: Frame | null): 'ahead' | 'gone' | null {
  const { today } = walk.around
  const frame = own ?? walk.frame ?? opening(walk)
  if (!today)
    return opening(walk) || clause.dates.some((date) => !isTold(walk.text, date) && looksAhead(walk.text, date))
      ? 'ahead'
      : null
  if (!frame) return null
  const now = isoDay(today.year, today.month, today.day)
  if (frame.role === 'asOf' || frame.role === 'since' || frame.period.to < earliest(today)) return 'gone'
  return frame.role === 'limit' || looksAhead(walk.text, frame.span) || frame.period.from > now ? 'ahead' : null
}

/** 目前 is the day of writing and 投产后 a time of its own: no period named before reaches over them. */
export function leavesFrame(clause: Clause): boolean {
  if (hasCue(clause, cueBits.after)) return true
  return hasCue(clause, cueBits.lookback) && clause.cues.some(({ word }) => word === '目前' || word === '截至目前')
}

// In an undated text that tells of one year (2011年，…), 年内 is of that year and over.
function isTold(text: string, { start, end, period }: DateMention): boolean {
  return period !== null && text.slice(start, end).includes('年内')
}

function looksAhead(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('年内') || /^(底|末)?(之)?前/.test(text.slice(end, end + 3))
}

/** Writes period and deadline into a draft: the clause's own time, else the nearest that runs on to it. */
export function noteTiming(walk: Walk, read: typeof factTiming, clause: Clause, draft: Draft, own: Frame | null): void {
  const timing = timingOf(walk, read, clause, own, draft)
  const { frame } = timing
  if (!frame) return
  const isHere = frame === own || frame === walk.frame || walk.carried.local
  const part = timing.inherited ? implied(isHere ? frame.span : null, frame.reason) : stated(frame.span, frame.reason)
  draft.period = timing.period
  draft.deadline = timing.deadline
  if (timing.period) draft.parts.period = part
  if (timing.deadline) draft.parts.deadline = part
}

function timingOf(
  walk: Walk,
  read: typeof factTiming,
  clause: Clause,
  own: Frame | null,
  { kind, value }: Draft,
): Timing {
  const isOrder = value === null
  const { today } = walk.around
  if (own) return read(own, today, 'own') ?? untimed
  if (today?.known && clause.dates.some((date) => isUnknown(walk, date))) return untimed
  const running = walk.frame && (!isOrder || walk.frameAlone) ? read(walk.frame, today, 'sentence') : null
  if (running) return running
  const { frame } = walk.carried
  const blocked =
    !frame ||
    leavesFrame(clause) ||
    walk.drift.pending ||
    (kind === 'fact' && isCumulative(clause)) ||
    ((clause.signs & years) !== 0 && withinYears.test(text(walk, clause)))
  return (!blocked && read(frame, today, 'paragraph')) || untimed
}

// 本月 where no month is known, 今年以来 where no day is: a time of its own, so none that runs on.
function isUnknown({ text, around: { today } }: Walk, { period, end, grain }: DateMention): boolean {
  if (!today?.known || grain === 'day') return false
  return period === null || text.startsWith('以来', end) || text.startsWith('年以来', end)
}

// 累计达37个 counts from the beginning, not over the period of the paragraph.
function isCumulative(clause: Clause): boolean {
  return hasCue(clause, cueBits.past) && clause.cues.some((cue) => cue.word === '累计')
}

// 三年内, 用五年时间: a time of its own, whose last day is not said.
const years = sign('年')
const withinYears = /[一二两三四五六七八九十\d]年(内|时间)/

function text(walk: Walk, { start, end }: Clause): string {
  return walk.text.slice(start, Math.min(end, start + 40))
}

/** Writes owner and meeting grade, which run on from earlier clauses and sentences. */
export function noteCarried(walk: Walk, draft: Draft): void {
  const { owner, helpers, grade } = walk.carried
  if (owner) {
    const isOwn = owner.span.start >= draft.start && owner.span.end <= draft.end
    const part = isOwn ? stated(owner.span, 'subject') : implied(owner.span, 'running-subject')
    draft.owner = owner.name
    draft.parts.owner = part
    draft.owners = asOwners(owner.bodies, part.certainty, part.reason)
  }
  for (const helper of helpers) {
    const isOwn = helper.start >= draft.start && helper.end <= draft.end
    draft.owners = [...draft.owners, ...asOwners([helper], isOwn ? 'stated' : 'implied', 'helper')]
  }
  if (!grade || draft.kind === 'fact') return
  draft.decision = grade.grade
  draft.parts.decision = implied(grade, 'meeting-grade')
}
