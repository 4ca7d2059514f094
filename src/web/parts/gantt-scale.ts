// From days to places on a Gantt chart, and back to the months, quarters and years its head shows. Pure arithmetic.

import { addDays, daysBetween, endOfMonth, monthOf } from '#base/day.ts'

export type Zoom = 'month' | 'quarter'

/** Pixels a day at least; where there is more room the days take it. */
const least: Record<Zoom, number> = { month: 2.6, quarter: 0.55 }

/** Months while they are not too many to be seen at once, else quarters. */
export function zoomFor(days: readonly string[]): Zoom {
  const sorted = days.toSorted()
  return daysBetween(sorted[0]!, sorted.at(-1)!) > 450 ? 'quarter' : 'month'
}

export type Cell = { key: string; number: number; x: number; width: number }
export type Scale = {
  from: string
  to: string
  width: number
  perDay: number
  years: Cell[]
  /** Months, or quarters. */
  parts: Cell[]
}

/** Whole months around the days, with one more at the end. `room`: pixels that may be filled; `fit`: and no more than these. */
export function scaleOf(days: readonly string[], zoom: Zoom, room: number, fit = false): Scale {
  const sorted = days.toSorted()
  const from = `${monthOf(startOf(sorted[0]!, zoom))}-01`
  const to = endOf(addDays(endOfMonth(monthOf(sorted.at(-1)!)), 1), zoom)
  const count = daysBetween(from, to) + 1
  const perDay = fit ? room / count : Math.max(least[zoom], room / count)
  const scale = { from, to, perDay, width: Math.round(count * perDay) }
  const months = monthsBetween(from, to)
  const cells = (of: (month: string) => string, number: (month: string) => number) => grouped(months, of, number, scale)
  return {
    ...scale,
    years: cells((month) => month.slice(0, 4), yearOf),
    parts: zoom === 'month' ? cells((month) => month, monthNumber) : cells(quarterKey, quarterOf),
  }
}

const yearOf = (month: string): number => Number(month.slice(0, 4))
const monthNumber = (month: string): number => Number(month.slice(5, 7))
const quarterOf = (month: string): number => Math.ceil(monthNumber(month) / 3)
const quarterKey = (month: string): string => `${month.slice(0, 4)}-Q${quarterOf(month)}`

function startOf(day: string, zoom: Zoom): string {
  if (zoom === 'month') return day
  const first = (quarterOf(monthOf(day)) - 1) * 3 + 1
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

function endOf(day: string, zoom: Zoom): string {
  if (zoom === 'month') return endOfMonth(monthOf(day))
  return endOfMonth(`${day.slice(0, 4)}-${String(quarterOf(monthOf(day)) * 3).padStart(2, '0')}`)
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let day = from; day <= to; day = addDays(endOfMonth(monthOf(day)), 1)) months.push(monthOf(day))
  return months
}

function grouped(
  months: readonly string[],
  keyOf: (month: string) => string,
  numberOf: (month: string) => number,
  scale: Pick<Scale, 'from' | 'perDay'>,
): Cell[] {
  const cells: Cell[] = []
  for (const month of months) {
    const x = placeOf(scale, `${month}-01`)
    const end = placeOf(scale, addDays(endOfMonth(month), 1))
    const last = cells.at(-1)
    if (last?.key === keyOf(month)) last.width = end - last.x
    else cells.push({ key: keyOf(month), number: numberOf(month), x, width: end - x })
  }
  return cells
}

/** The beginning of a day. */
export function placeOf({ from, perDay }: Pick<Scale, 'from' | 'perDay'>, day: string): number {
  return Math.round(daysBetween(from, day) * perDay * 10) / 10
}

/** The end of a day: what is done on a day is done when it is over. */
export function endPlace(scale: Pick<Scale, 'from' | 'perDay'>, day: string): number {
  return placeOf(scale, addDays(day, 1))
}

export type Marked<Kind extends string> = { x: number; kind: Kind; name: string }
export type Cluster<Kind extends string> = { x: number; kind: Kind; names: string[] }

/** Marks of one kind that would lie on each other become one with all their names; others move aside. */
export function clustersOf<Kind extends string>(marks: readonly Marked<Kind>[], apart: number): Cluster<Kind>[] {
  const clusters: Cluster<Kind>[] = []
  for (const { x, kind, name } of marks.toSorted((a, b) => a.x - b.x)) {
    const near = clusters.filter((one) => x - one.x < apart)
    const same = near.find((one) => one.kind === kind)
    if (same) same.names.push(name)
    else clusters.push({ x: Math.max(x, ...near.map((one) => one.x + apart)), kind, names: [name] })
  }
  return clusters
}
