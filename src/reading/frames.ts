// Periods and deadlines: what a clause says of time itself, and what it inherits from the clause, the paragraph and the
// heading before it: nearest first, never across a semicolon, never against the tense.
import { type Day, earliest, isoDay, type Period } from '#base/period.ts'
import type { Span } from '#base/span.ts'
import type { Clause } from '#reading/clauses.ts'
import type { DateMention } from '#reading/dates.ts'

/** A time that holds for a stretch of text. `limit`: a last day (到2027年, 年底前); `asOf`: a state on a day; `span`: an interval. */
export interface Frame {
  period: Period
  role: 'span' | 'limit' | 'asOf' | 'since'
  span: Span
  reason: string
}

/** How near a frame stands: in the clause itself, in an earlier one of its sentence, or in paragraph or heading. */
export type Source = 'own' | 'sentence' | 'paragraph'

export interface Timing {
  period: Period | null
  deadline: string | null
  frame: Frame | null
  inherited: boolean
}

const eventAfter = /^(成立|注册|召开|举行|发布|通过|出生|始建|创建|转制|签订|揭牌|正式|荣获|被|获|印发)/

/** The frame a date sets in its clause; null for the date of an event (于2011年3月注册成立, 4月13日召开). */
export function frameOf(text: string, date: DateMention, today: Day | null): Frame | null {
  if (!date.period) return null
  const before = text.slice(Math.max(0, date.start - 3), date.start)
  const after = text.slice(date.end, date.end + 4)
  const span = { start: date.start, end: date.end }
  const make = (role: Frame['role'], period: Period, reason: string): Frame => ({ role, period, span, reason })
  if (/[比较同与是]$/.test(before)) return null
  if (/(截至|截止|截止到|截至到)$/.test(before))
    return make('asOf', { from: date.period.to, to: date.period.to }, 'as-of')
  if (/^(年)?以来|^起/.test(after) && today)
    // Up to the document's day, which must be known.
    return today.known
      ? null
      : make('since', { from: date.period.from, to: isoDay(today.year, today.month, today.day) }, 'since')
  if (/^(年)?以来/.test(after)) return null
  if (/[到至]$/.test(before) || /^(之前|以前|前)(?!景|沿|列|期|瞻|端)/.test(after))
    return make('limit', date.period, 'by-date')
  if (date.grain === 'edge') return make('limit', date.period, 'edge-of-period')
  if (date.grain === 'day' || eventAfter.test(after)) return null
  return make('span', date.period, date.relative ? 'relative-to-document' : 'dated')
}

/** True when later clauses take the frame over: it opens its clause and does not date an event (于2010年达产). */
export function isInheritable(text: string, clause: Clause, frame: Frame): boolean {
  return frame.span.start - clause.start <= 8 && text[frame.span.start - 1] !== '于'
}

/** What a frame means for a target: an interval gives period and deadline, a limit only the deadline. Null against the tense. */
export function targetTiming(frame: Frame, today: Day | null, from: Source): Timing | null {
  const { period, role } = frame
  if (today && period.to < earliest(today)) return null
  if (role === 'asOf' || role === 'since') return null
  return { period: role === 'limit' ? null : period, deadline: period.to, frame, inherited: from !== 'own' }
}

/** What a frame means for a fact: an interval is the one measured, a limit the day it held. Null against the tense. */
export function factTiming(frame: Frame, today: Day | null, from: Source): Timing | null {
  const { period, role } = frame
  const now = today && isoDay(today.year, today.month, today.day)
  if (now && (period.from > now || (from === 'paragraph' && period.to > now))) return null
  const measured = role === 'limit' || role === 'asOf' ? { from: period.to, to: period.to } : period
  return { period: measured, deadline: null, frame, inherited: from !== 'own' }
}

export const untimed: Timing = { period: null, deadline: null, frame: null, inherited: false }
