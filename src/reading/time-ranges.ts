// Ranges from one point in time to another, 3月5日至8日 · 下午3点到5点 · 2010年和2012年之间, beside the points and their limits.

import { type ClockRead, meant } from '#reading/clocks.ts'
import type { Frame } from '#reading/dated.ts'
import { past } from '#reading/fold.ts'
import type { MentionType, Norm, Stretch } from '#reading/mention.ts'
import { clock, dayStart, hourMs, stretch } from '#reading/moment.ts'
import { rangeMarkEnd } from '#reading/range-mark.ts'
import { slipEnd } from '#reading/slips.ts'
import { begunBy, limits } from '#reading/time-limits.ts'
import { isOpen, type Moment, momentsAt, momentType, reachOf, type Say, timeNorm } from '#reading/time-points.ts'

/** Offers every point in time at `at`, what is before or after it, and the ranges it begins. */
export function moments(text: string, at: number, frame: Frame, headed: boolean, say: Say): void {
  for (const moment of momentsAt(text, at, frame)) {
    if (!isOpen(moment) && !headed) say(moment.end, momentType(moment), timeNorm(moment, frame))
    if (!isOpen(moment)) limits(text, at, moment, frame, headed, say)
    ranges(text, moment, frame, headed, say)
  }
}

/** Where the range ends whose first half ends at `at`; `at` itself when it is none. */
export function rangeClose(text: string, at: number, frame: Frame): number {
  const mark = rangeMarkEnd(text, at)
  const second = mark > at ? momentsAt(text, past(text, mark), frame).at(-1) : undefined
  return second ? second.end : at
}

/** Offers the ranges that `first` begins. */
function ranges(text: string, first: Moment, frame: Frame, headed: boolean, say: Say): void {
  const opened = text.startsWith('起', first.end)
    ? first.end + 1
    : text.startsWith('开始', first.end)
      ? first.end + 2
      : first.end
  // 7、8月: only a number that waits for its word is joined so.
  const mark = text[opened] === '、' && isOpen(first) ? opened + 1 : rangeMarkEnd(text, opened)
  const both = mark === opened && /[和与]/.test(text[past(text, opened)] ?? '')
  const from = past(text, both ? past(text, opened) + 1 : mark)
  if (from === opened) return
  if (text[from] === '今' && !/[天日年晚早晨明后]/.test(text[from + 1] ?? '') && (headed || text[from - 1] === '至')) {
    const since = first.day ? begunBy(first, frame) : reachOf(first, frame).from
    if (since !== null) say(from + 1, 'datetimerange', { k: 'time', any: [stretch({ from: since, to: frame.now })] })
  }
  const slip = slipEnd(text, from)
  if (slip > 0 && !both) {
    say(slip, 'date', { k: 'unresolved' }, true)
    return
  }
  const base = first.day ?? null
  const begun = base ? base.from : null
  const inner: Frame = {
    ...frame,
    year: base ? base.year : frame.year,
    month: base?.grain === 'day' ? base.month : base ? null : frame.month,
    after: begun ?? frame.after,
  }
  for (const second of momentsAt(text, from, inner)) {
    if (isOpen(second) || (second.clock?.band && !first.clock?.band)) continue
    const close = /^(之间|间|期间)/.exec(text.slice(past(text, second.end), past(text, second.end) + 2))
    if (both && !close) continue
    const end = close
      ? past(text, second.end) + close[0].length
      : text[second.end] === '止'
        ? second.end + 1
        : second.end
    rangeOf(first, second, frame, close !== null && both, (type, norm) => say(end, type, norm))
  }
}

function rangeOf(
  first: Moment,
  second: Moment,
  frame: Frame,
  exclusive: boolean,
  say: (type: MentionType, norm: Norm) => void,
): void {
  if (first.day?.unreal || second.day?.unreal) return
  if (first.clock && !first.day && second.clock && !second.day && !first.now) {
    clockRange(first.clock, second.clock, say)
    return
  }
  const start = startOf(first, frame)
  const stop = endOf(first, second, start, frame, exclusive)
  if (stop === null) return
  if (second.day?.named && second.day.year === null && stop <= start) return
  const clocked = first.clock || second.clock || first.now || second.now
  if (!clocked && stop <= start && !(first.day && second.day)) return
  say(clocked ? 'datetimerange' : 'daterange', {
    k: 'time',
    any: [{ from: stretch({ from: start, to: null }).from, to: stretch({ from: null, to: stop }).to }] as Stretch[],
  })
}

function clockRange(first: ClockRead, second: ClockRead, say: (type: MentionType, norm: Norm) => void): void {
  const from = first.part === null && second.part ? earlier(first, second) : first.from
  const to = second.band ? second.to : later(first, second)
  say('timerange', { k: 'tod', any: [{ from: clock(from), to: clock(to) }] })
}

// 3点 - 5点PM: the first takes the half of the second where it still comes before it.
function earlier(first: ClockRead, second: ClockRead): number {
  const hour = meant(first.hour, second.part)
  const from = hour === null ? first.from : first.from + (hour - first.hour) * hourMs
  return from < second.from ? from : first.from
}

// 下午五点到六点: the second keeps to the half of the first, else it is the next day's.
function later(first: ClockRead, second: ClockRead): number {
  if (second.part !== null) return second.from
  const hour = meant(second.hour, first.part)
  const same = hour === null ? second.from : second.from + (hour - second.hour) * hourMs
  if (same > first.from) return same
  return second.from > first.from ? second.from : second.from + 24 * hourMs
}

function startOf(first: Moment, frame: Frame): number {
  if (first.now) return frame.now
  if (first.day) return first.day.from + (first.clock ? first.clock.from : 0)
  return dayStart(frame.now) + first.clock!.from
}

function endOf(first: Moment, second: Moment, start: number, frame: Frame, exclusive: boolean): number | null {
  if (second.now) return frame.now
  if (second.day) {
    if (!second.clock) return exclusive ? second.day.from : second.day.to
    return second.day.from + (second.clock.band ? second.clock.to : second.clock.from)
  }
  const clockRead = second.clock!
  if (first.day && !first.clock) return null
  const base = first.day ? first.day.from : dayStart(start)
  if (first.clock) return base + (clockRead.band ? clockRead.to : later(first.clock, clockRead))
  let at = base + clockRead.from
  while (at <= start) at += (clockRead.part === null && clockRead.hour <= 12 ? 12 : 24) * hourMs
  return at
}
