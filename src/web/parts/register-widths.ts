// How wide the columns of a register's table are, and where those that stay in place stand. Pixels; pure arithmetic.

import type { Field, FieldType } from '#domain/register.ts'
import type { RegisterColumn } from '#web/parts/register-columns.ts'

export const placeWidth = 52
const titleWidth = 240

const usual: Record<FieldType, number> = {
  text: 150,
  'long-text': 220,
  number: 104,
  money: 116,
  percent: 84,
  date: 104,
  month: 88,
  'yes-no': 76,
  choice: 136,
  choices: 170,
  unit: 104,
  post: 140,
  person: 88,
  entry: 170,
  place: 130,
  files: 92,
  'credit-code': 196,
  industry: 96,
  computed: 104,
  rollup: 104,
  commitment: 170,
}
const ladderWidth = 168
/** A character of a head, and what its sort and filter marks take. */
const headLetter = 14
const headMarks = 64
/** What a cell and a tag take around their words. */
const tagRoom = 34

export type PlacedColumn = { column: RegisterColumn; width: number; left: number | null }

/** The title takes what is left of `room`; it stays in place when the others move, where there is room for that. */
export function placedColumns(columns: readonly RegisterColumn[], title: string, room: number): PlacedColumn[] {
  const widths = columns.map((column) => (column.key === title ? titleWidth : widthOfColumn(column)))
  const taken = placeWidth + widths.reduce((sum, width) => sum + width, 0)
  const spare = Math.max(0, Math.floor(room) - taken)
  return columns.map((column, i) => {
    const own = column.key === title
    return { column, width: widths[i]! + (own ? spare : 0), left: own ? placeWidth : null }
  })
}

function widthOfColumn(column: RegisterColumn): number {
  const head = Math.min(12, column.name.length) * headLetter + headMarks
  return Math.max(head, column.is === 'ladder' ? ladderWidth : widthOfField(column.field))
}

/** A choice is shown whole, as far as that is sensible; so is what tells entries apart. */
function widthOfField({ type, choices, unique }: Field): number {
  // A text of which no two entries share the value is a number or code, and is read to its end.
  if (type === 'text' && unique) return usual['credit-code']
  if (type !== 'choice') return usual[type]
  const longest = Math.max(0, ...choices.map(({ word }) => word.length))
  return Math.min(220, longest * headLetter + tagRoom)
}

export function widthOfAll(columns: readonly PlacedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, placeWidth)
}
