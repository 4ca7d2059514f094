// Days and months as people type them: 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, and the serial number that a
// spreadsheet shows when a day has lost its format. A form that may mean two days (3/5/2026, 26-3-5) is not read.

import { addDays } from '#base/day.ts'
import { isDay } from '#domain/fields.ts'

const day =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/
const month = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月?|(\d{2}))$/

/** Smaller ones would be years; 109574 is the last day of 2199. */
const serials = { least: 10_000, most: 109_574 }

/** YYYY-MM-DD, or null. */
export function readDayText(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{5,6}(\.0+)?$/.test(plain)) return fromSerial(Number(plain))
  const found = day.exec(plain)
  if (!found) return null
  const [, year, ...parts] = found
  const [of, on] = parts.filter((part) => part !== undefined)
  const read = `${year}-${of!.padStart(2, '0')}-${on!.padStart(2, '0')}`
  return isDay(read) ? read : null
}

/** YYYY-MM, or null. The first of a month is what spreadsheets make of a month that was typed. */
export function readMonthText(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const found = month.exec(plain)
  if (found) {
    const [, year, ...parts] = found
    const read = `${year}-${parts.find((part) => part !== undefined)!.padStart(2, '0')}`
    return isDay(`${read}-01`) ? read : null
  }
  const first = readDayText(plain)
  return first?.endsWith('-01') ? first.slice(0, 7) : null
}

/** Counted as spreadsheets do, from a 29 February 1900 that never was. */
function fromSerial(serial: number): string | null {
  return serial >= serials.least && serial <= serials.most ? addDays('1899-12-30', serial) : null
}
