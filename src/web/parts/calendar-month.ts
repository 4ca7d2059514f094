// The weeks of a month as a calendar shows them, Monday first, and what falls on each day. Pure arithmetic.

import { addDays, endOfMonth, monthOf, serialOf, weekdayOfSerial } from '#base/day.ts'
import type { CalendarItem } from '#contract/plans.ts'

/** Whole weeks that hold the month, YYYY-MM. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const sinceMonday = (weekdayOfSerial(serialOf(first)) + 6) % 7
  const last = endOfMonth(month)
  const weeks: string[][] = []
  for (let monday = addDays(first, -sinceMonday); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(monday, i)))
  return weeks
}

export function monthAfter(month: string, count: number): string {
  const [year, of] = month.split('-').map(Number) as [number, number]
  const months = year * 12 + of - 1 + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

export function byDay(items: readonly CalendarItem[]): Map<string, CalendarItem[]> {
  const days = new Map<string, CalendarItem[]>()
  for (const item of items) days.set(item.on, [...(days.get(item.on) ?? []), item])
  return days
}

export const inMonth = (day: string, month: string): boolean => monthOf(day) === month
