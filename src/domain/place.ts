// Places: which page, paragraph or cell of the original file each part of a document's text came from.

import { z } from 'zod'

const ordinal = z.int().positive().optional()
/**
 * Which page, paragraph or cell of the original the text came from, from `start` (UTF-16 units) on until the next place.
 * Everything counts from 1. `paragraph` counts the paragraphs of a Word file or web page outside tables; `cell` is an
 * Excel address (B7); `table`, `row` and `column` name a cell of any other table; `note` is a footnote, `box` a text box.
 */
export const Place = z.object({
  start: z.int().nonnegative(),
  page: ordinal,
  paragraph: ordinal,
  table: ordinal,
  row: ordinal,
  column: ordinal,
  sheet: z.string().optional(),
  cell: z.string().optional(),
  note: z.int().optional(),
  box: z.literal(true).optional(),
})
export type Place = z.infer<typeof Place>
