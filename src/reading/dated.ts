// A dated stretch, as the readers of days, weeks, months and years hand it on, and what it is read against.
import { dayMs, dayStart, midnight, partsOf } from '#reading/moment.ts'

export type Grain = 'decade' | 'year' | 'quarter' | 'month' | 'week' | 'day'

export interface Dated {
  end: number
  from: number
  to: number
  grain: Grain
  /** The year was written. */
  year: number | null
  /** The month was written or is that of the day. */
  month: number | null
  /** A day that is not in the calendar: 2月30日. */
  unreal?: boolean
  /** Only the number before a range mark: the 12 of 12-19日. */
  open?: boolean
  /** The same words may mean this day as well: 八月十五 by the lunar calendar. */
  other?: { from: number; to: number }
  /** A feast or another name of a day. */
  named?: boolean
  weekday?: boolean
}

/** What a date is read against. `year` and `month` carry on from the first half of a range. */
export interface Frame {
  now: number
  hasNow: boolean
  future: boolean
  lunar: boolean
  year: number | null
  month: number | null
  /** The day the range began, for weekdays and days that come after it. */
  after: number | null
}

/** One day from its local midnight. */
export const daySpan = (end: number, from: number, rest: Partial<Dated> = {}): Dated => ({
  end,
  from,
  to: from + dayMs,
  grain: 'day',
  year: null,
  month: partsOf(from).month,
  ...rest,
})

/** Whole months of a year, `first` to `last`: a month, a quarter or more. */
export function monthSpan(end: number, year: number, first: number, last: number, rest: Partial<Dated> = {}): Dated {
  const grain = last === first ? 'month' : last - first === 2 ? 'quarter' : 'year'
  return {
    end,
    from: midnight(year, first, 1),
    to: midnight(year, last + 1, 1),
    grain,
    year: null,
    month: first,
    ...rest,
  }
}

/** Whole years, `first` to `last`. */
export function yearSpan(end: number, first: number, last: number, rest: Partial<Dated> = {}): Dated {
  return {
    end,
    from: midnight(first, 1, 1),
    to: midnight(last + 1, 1, 1),
    grain: 'year',
    year: first,
    month: null,
    ...rest,
  }
}

/** A day of a month, marked unreal when the calendar has none. */
export function dayOf(end: number, year: number, month: number, day: number, rest: Partial<Dated> = {}): Dated {
  const from = midnight(year, month, day)
  const unreal = month > 12 || partsOf(from).month !== month
  return daySpan(end, from, unreal ? { month, ...rest, unreal } : { month, ...rest })
}

/** The year two digits mean: 08 is 2008, 97 is 1997. */
export const shortYear = (value: number) => (value < 50 ? 2000 + value : 1900 + value)

/** True where an Arabic digit stands. */
export const isDigit = (text: string, at: number) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57

/** The year of a bare month or day: of this year, or of the next where only the future is asked for. */
export function yearOf(frame: Frame, month: number, day: number): number {
  const { year } = partsOf(frame.now)
  if (frame.after !== null && frame.year === null) {
    const begun = partsOf(frame.after)
    return midnight(begun.year, month, day) < dayStart(frame.after) && month < begun.month ? begun.year + 1 : begun.year
  }
  return frame.future && midnight(year, month, day) < dayStart(frame.now) ? year + 1 : year
}
