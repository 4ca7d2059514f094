// Calendar days as ISO text, YYYY-MM-DD: they sort as text, survive JSON, and know no time zone.

const MS = 86_400_000

/** Days since 1 January 1970. */
export function serialOf(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms)) throw new Error(`not a day: ${JSON.stringify(day)}`)
  return ms / MS
}

export function addDays(day: string, count: number): string {
  return new Date((serialOf(day) + count) * MS).toISOString().slice(0, 10)
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return serialOf(to) - serialOf(from)
}

/** The weekday of a day counted from 1970; 0 is Sunday. */
export function weekdayOfSerial(serial: number): number {
  return (((serial + 4) % 7) + 7) % 7
}

/** The month of a day, YYYY-MM. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The last day of a month given as YYYY-MM. */
export function endOfMonth(month: string): string {
  const [year, of] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10)
}
