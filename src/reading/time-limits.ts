// What lies before or after a point in time: 2018年之前 · 6月底前 · 8点以后 · 自2016年3月1日起.
import type { Frame } from '#reading/dated.ts'
import type { Norm } from '#reading/mention.ts'
import { clock, midnight, partsOf, type Reach, stretch } from '#reading/moment.ts'
import { asRange, type Moment, momentsAt, momentType, reachOf, type Say } from '#reading/time-points.ts'

const limit = /\s{0,2}(或|及|以及)?(之前|以前|前|之后|以后|后|起|开始|为止|以来)/y

/** 2018年之前, 6月底前, 8点以后, 2015年起, 自2016年3月1日起; a day before which something is due is included. */
export function limits(text: string, at: number, moment: Moment, frame: Frame, headed: boolean, say: Say): void {
  const found = limitAt(text, moment.end)
  if (!found && (!headed || moment.now)) return
  const type = asRange(momentType(moment))
  const reach = reachOf(moment, frame)
  const write = (value: Reach): Norm =>
    moment.day || moment.now
      ? { k: 'time', any: [stretch(value)] }
      : { k: 'tod', any: [{ from: clock(value.from), to: clock(value.to) }] }
  if (!found) {
    const until = /^[截]/.test(text.slice(Math.max(0, at - 4), at).replace(/^.*?(?=截)/s, ''))
    const value = until ? { from: null, to: reach.to } : { from: reach.from, to: null }
    if (until || text.startsWith('自从', at - 2)) say(moment.end, type, write(value))
    return
  }
  const { end, word, joined } = found
  if (word === '以来') {
    const from = begunBy(moment, frame)
    if (from !== null && frame.hasNow) say(end, type, write({ from, to: frame.now }))
    return
  }
  if (headed && !/^(起|开始)$/.test(word)) return
  if (/前|止/.test(word)) {
    say(end, type, write({ from: null, to: moment.day && !moment.clock ? reach.to : reach.from }))
    return
  }
  const from = joined || /^(起|开始)$/.test(word) || moment.clock ? reach.from : reach.to
  say(end, type, write({ from, to: null }))
  if (!/后/.test(word)) return
  // 2010年之后2018年之前
  const second = momentsAt(text, text[end] === ',' ? end + 1 : end, frame).at(-1)
  const close = second && limitAt(text, second.end)
  if (second && close && /前/.test(close.word))
    say(close.end, type, write({ from: reach.from, to: reachOf(second, frame).from }))
}

/** When a time that runs to now began: 9月以来 said in March is of last year. Null when it lies ahead or has no day. */
export function begunBy({ day }: Moment, frame: Frame): number | null {
  if (!day || day.from <= frame.now) return day?.from ?? null
  if (day.year !== null) return null
  const { year, month, day: date } = partsOf(day.from)
  return midnight(year - 1, month, date)
}

function limitAt(text: string, at: number): { end: number; word: string; joined: boolean } | null {
  if (text.charCodeAt(at) > 32 && !'或及以之前后起开为'.includes(text[at]!) && !/\s/.test(text[at]!)) return null
  limit.lastIndex = at
  const match = limit.exec(text)
  if (!match) return null
  const next = text[limit.lastIndex] ?? ''
  const word = match[2]!
  if (
    word.length === 1 &&
    /[零一二三四五六七八九十两几\d期移后面者续来列景提沿置往瞻人台排备勤半夜天日点诉草步码义用有]/.test(next)
  )
    return null
  return { end: limit.lastIndex, word, joined: match[1] !== undefined }
}
