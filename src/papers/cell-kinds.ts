// What the number formats of a workbook make of a number: a day, a percent, or just a number.

import { childAt, type Element, elementsOf } from '#papers/xml.ts'

export type CellKind = 'plain' | 'day' | 'percent'

/** Formats that every spreadsheet has without saying so; those from 27 on are the days of Chinese editions. */
const builtIn = (id: number): CellKind => {
  if (id === 9 || id === 10) return 'percent'
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
    ? 'day'
    : 'plain'
}

/** By the number of a cell's style. */
export function cellKinds(styles: Element | null): CellKind[] {
  const own = new Map(
    elementsOf(childAt(styles, 'numFmts')).map(({ attributes }) => [
      Number(attributes.numFmtId),
      kindOf(attributes.formatCode ?? ''),
    ]),
  )
  return elementsOf(childAt(styles, 'cellXfs')).map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0)
    return own.get(id) ?? builtIn(id)
  })
}

/** Words in quotes, behind a backslash and in brackets are only shown. */
function kindOf(format: string): CellKind {
  const bare = format.replaceAll(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').split(';')[0]!
  if (/[yd]/i.test(bare) || /年|月.*日/.test(format.replaceAll(/\\|"/g, ''))) return 'day'
  return bare.includes('%') ? 'percent' : 'plain'
}
