// What a mention is: a stretch of text of one type with its meaning in one common form.

export const mentionTypes = [
  'number',
  'ordinal',
  'percentage',
  'numberrange',
  'currency',
  'dimension',
  'age',
  'temperature',
  'date',
  'time',
  'daterange',
  'timerange',
  'datetime',
  'datetimerange',
  'duration',
  'set',
] as const
export type MentionType = (typeof mentionTypes)[number]

/** Units of time with their counts; `workday` and `week` are kept apart from days. */
export type Lengths = Partial<
  Record<'year' | 'month' | 'week' | 'day' | 'workday' | 'hour' | 'minute' | 'second', number>
> & { zero?: boolean; infinite?: boolean }

/** Half-open local instants, `YYYY-MM-DDTHH:MM:SS`; null is open; `from` = `to` is an instant. */
export interface Stretch {
  from: string | null
  to: string | null
}

/** The meaning of a mention. Numbers are decimal strings, percents in percent, money in the currency's main unit. */
export type Norm =
  | { k: 'num' | 'pct' | 'ord'; v: string }
  | { k: 'range'; lo: string | null; hi: string | null; lo_in: boolean; hi_in: boolean }
  | { k: 'qty'; v?: string; lo?: string; hi?: string; u: string; bound?: 'min' | 'max' }
  | { k: 'money'; v?: string; lo?: string; hi?: string; c: string; bound?: 'min' | 'max' }
  | { k: 'time' | 'tod'; any: Stretch[] }
  | { k: 'dur'; parts?: Lengths; lo?: Lengths; hi?: Lengths }
  | { k: 'set'; timex: string; every: Lengths }
  | { k: 'unresolved' }

export interface Mention {
  start: number
  end: number
  type: MentionType
  norm: Norm
  /** A time that cannot be: passed over, never reported. */
  slip?: true
}

/** A mention from its parts. */
export const mention = (start: number, end: number, type: MentionType, norm: Norm): Mention => ({
  start,
  end,
  type,
  norm,
})

/** A number as a decimal string without noise of the last binary digits. */
export function decimal(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)))
}
