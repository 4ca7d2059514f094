// The Chinese lunar calendar as days of the solar one. The months come from the platform's calendar tables.

const dayMs = 86400000
const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

interface Month {
  month: number
  leap: boolean
  start: number
  days: number
}

// New moons within minutes of midnight that the platform's tables put on the wrong day, and the days they are on in Beijing.
const mended = new Map([
  [Date.UTC(1999, 0, 18), Date.UTC(1999, 0, 17)],
  [Date.UTC(2012, 7, 18), Date.UTC(2012, 7, 17)],
  [Date.UTC(2018, 10, 7), Date.UTC(2018, 10, 8)],
  [Date.UTC(2027, 1, 7), Date.UTC(2027, 1, 6)],
  [Date.UTC(2030, 1, 2), Date.UTC(2030, 1, 3)],
])

const years = new Map<number, Month[]>()

/** The months of a lunar year by their first day, in milliseconds since 1970 at midnight. Kept once reckoned. */
function monthsOf(year: number): Month[] {
  const known = years.get(year)
  if (known) return known
  const months: Month[] = []
  for (let at = Date.UTC(year, 0, 20); months.length < 14; ) {
    const { month, day, leap } = lunarDay(at)
    const begun = at - (day - 1) * dayMs
    const start = mended.get(begun) ?? begun
    const last = months.at(-1)
    if (last) last.days = (start - last.start) / dayMs
    if (last && month === 1 && !leap) break
    if (last || (month === 1 && !leap)) months.push({ month, leap, start, days: 30 })
    at = begun + 31 * dayMs
    if (lunarDay(at).day > 25) at += 4 * dayMs
  }
  if (years.size < 400) years.set(year, months)
  return months
}

function lunarDay(at: number): { month: number; day: number; leap: boolean } {
  const parts = chinese.formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { month: Number.parseInt(of('month'), 10), day: Number(of('day')), leap: of('month').endsWith('bis') }
}

/** The day of a lunar date at midnight; the 30th of a month of 29 days is its last. Null when the month is not in the year. */
export function lunarAt(year: number, month: number, day: number, leap = false): number | null {
  const found = monthsOf(year).find((entry) => entry.month === month && entry.leap === leap)
  return found ? found.start + (Math.min(day, found.days) - 1) * dayMs : null
}

/** A whole lunar month, end excluded. */
export function lunarMonth(year: number, month: number, leap: boolean): { from: number; to: number } | null {
  const found = monthsOf(year).find((entry) => entry.month === month && entry.leap === leap)
  return found ? { from: found.start, to: found.start + found.days * dayMs } : null
}
