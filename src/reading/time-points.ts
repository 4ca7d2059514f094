// Points in time: a date, a time of day, both together or now, with the type and meaning they have as a mention.
import { type ClockRead, clockAt } from '#reading/clocks.ts'
import type { Dated, Frame } from '#reading/dated.ts'
import { dayAt } from '#reading/days.ts'
import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { nowWords } from '#reading/lexicons/time-words.ts'
import type { MentionType, Norm } from '#reading/mention.ts'
import { clock, dayMs, hourMs, type Reach, stretch } from '#reading/moment.ts'
import { isHourSlip } from '#reading/slips.ts'

/** Takes one reading: its end, type and meaning. */
export type Say = (end: number, type: MentionType, norm: Norm, slip?: true) => void

/** A point in time as it was read: its day, its time of day, or now. */
export interface Moment {
  end: number
  day: Dated | null
  clock: ClockRead | null
  now: boolean
}

/** Every reading of the moment at `at`: the day alone, then with its time of day. */
export function momentsAt(text: string, at: number, frame: Frame): Moment[] {
  const now = matchAt(nowWords, text, at)
  if (now && !/[后]/.test(now.word)) return [{ end: at + now.word.length, day: null, clock: null, now: true }]
  const day = dayAt(text, at, frame)
  if (!day) {
    const clock = clockAt(text, about(text, at))
    return clock ? [{ end: around(text, clock.end), day: null, clock, now: false }] : []
  }
  const alone = {
    end: day.grain === 'day' && !day.open ? around(text, day.end) : day.end,
    day,
    clock: null,
    now: false,
  }
  if (day.grain !== 'day' || day.open || day.to - day.from > dayMs) return [alone]
  const clock = clockAfter(text, day.end)
  if (clock === 'impossible') return []
  return clock ? [alone, { end: around(text, clock.end), day, clock, now: false }] : [alone]
}

function about(text: string, at: number): number {
  return text.startsWith('大约', at) || text.startsWith('大概', at) ? past(text, at + 2) : at
}

function around(text: string, at: number): number {
  return text.startsWith('左右', at) ? at + 2 : at
}

// 下周六下午25点 is no time at all.
function clockAfter(text: string, at: number): ClockRead | null | 'impossible' {
  let from = past(text, at)
  if (text[from] === '的') from = past(text, from + 1)
  else if (text[from] === 'T' && text[from + 3] === ':') from++
  const comma = text[from] === ','
  if (comma) from = past(text, from + 1)
  const clock = clockAt(text, about(text, from), from === at)
  if (clock && !clock.band && !comma) return clock
  if (!clock && isHourSlip(text, from)) return 'impossible'
  if (!clock || comma) return clock?.part && !clock.band ? clock : null
  return /^\d{2}[点时]/.test(text.slice(clock.end, clock.end + 3)) ? 'impossible' : clock
}

/** The type of mention a point in time is. */
export function momentType({ day, clock, now }: Moment): MentionType {
  if (now) return 'datetime'
  if (!day) return clock!.band || clock!.to - clock!.from > hourMs ? 'timerange' : 'time'
  if (clock) return clock.band || clock.to - clock.from > hourMs ? 'datetimerange' : 'datetime'
  return day.grain === 'day' && day.to - day.from === dayMs ? 'date' : 'daterange'
}

/** The instants a point in time covers; local milliseconds, for a time of day alone those from midnight. */
export function reachOf({ day, clock, now }: Moment, frame: Frame): Reach {
  if (now) return { from: frame.now, to: frame.now }
  if (!day) return { from: clock!.from, to: clock!.to }
  return clock ? { from: day.from + clock.from, to: day.from + clock.to } : { from: day.from, to: day.to }
}

/** The meaning of a point in time as a mention. */
export function timeNorm(moment: Moment, frame: Frame): Norm {
  if (moment.day?.unreal) return { k: 'unresolved' }
  const reach = reachOf(moment, frame)
  if (!moment.day && moment.clock) return { k: 'tod', any: [{ from: clock(reach.from), to: clock(reach.to) }] }
  const other = moment.day?.other
  const any = [stretch(reach)]
  if (other) {
    const shift = other.from - moment.day!.from
    any.push(stretch({ from: reach.from! + shift, to: reach.to! + shift }))
  }
  return { k: 'time', any }
}

/** True for the first half of a range, which is no time of its own. */
export const isOpen = (moment: Moment): boolean => Boolean(moment.day?.open || moment.clock?.open)

const ranged: Partial<Record<MentionType, MentionType>> = {
  date: 'daterange',
  time: 'timerange',
  datetime: 'datetimerange',
}

/** The type of mention for a stretch that such a time opens or closes. */
export const asRange = (type: MentionType): MentionType => ranged[type] ?? type
