// How wide the columns of the 督办 table are, and where those that stay in place stand. Pixels; pure arithmetic.

import type { Language } from '#web/language.ts'
import { type ColumnKey, fixedColumns } from '#web/parts/supervise-look.ts'

export const rowHeight = 30
export const headHeight = 34

const usual: Record<ColumnKey, number> = {
  place: 44,
  number: 98,
  light: 110,
  title: 250,
  kind: 62,
  source: 120,
  value: 100,
  lead: 102,
  supporting: 102,
  post: 132,
  dueOn: 102,
  daysLeft: 88,
  percent: 88,
  gap: 76,
  latest: 172,
  stage: 84,
  urged: 56,
}

/** English words for lights and bounds are longer. */
const widerInEnglish: Partial<Record<ColumnKey, number>> = {
  light: 142,
  supporting: 122,
  value: 132,
  stage: 108,
  kind: 92,
}

/** Columns whose words are cut anyway give way first where there is too little room, down to this. */
const least: Partial<Record<ColumnKey, number>> = { source: 84, supporting: 90, latest: 96 }

export type Placed = { key: ColumnKey; width: number; left: number | null }

/** The title takes what is left of `room`, and never less than its own width. */
export function placed(columns: readonly ColumnKey[], room: number, language: Language): Placed[] {
  const widths = fitted(columns, room, language === 'en' ? { ...usual, ...widerInEnglish } : usual)
  const taken = columns.reduce((sum, key) => sum + widths[key], 0)
  const title = widths.title + Math.max(0, Math.floor(room) - taken)
  let left = 0
  return columns.map((key) => {
    const width = key === 'title' ? title : widths[key]
    const at = left
    left += width
    return { key, width, left: fixedColumns.includes(key) ? at : null }
  })
}

function fitted(
  columns: readonly ColumnKey[],
  room: number,
  widths: Record<ColumnKey, number>,
): Record<ColumnKey, number> {
  const over = columns.reduce((sum, key) => sum + widths[key], 0) - room
  const spare = (key: ColumnKey) => Math.max(0, widths[key] - (least[key] ?? widths[key]))
  const all = columns.reduce((sum, key) => sum + spare(key), 0)
  if (over <= 0 || all === 0) return widths
  const share = Math.min(1, over / all)
  const given = columns.map((key) => [key, widths[key] - Math.ceil(spare(key) * share)] as const)
  return { ...widths, ...(Object.fromEntries(given) as Partial<Record<ColumnKey, number>>) }
}

export function widthOf(columns: readonly Placed[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}
