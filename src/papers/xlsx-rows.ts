// An Excel file as rows of cells, for a register: all sheets that are not hidden, hidden rows and columns too (a filter hides
// rows that are still meant). Merged cells are filled: a head over several columns, a unit beside several lines.

import { cellKinds } from '#papers/cell-kinds.ts'
import { type RawRow, type RawSheet, type SheetRows, sheetLimits } from '#papers/raw-sheet.ts'
import { type Book, type Merge, scanSheet, shownText } from '#papers/sheet-scan.ts'
import { type Parts, unpack } from '#papers/unpack.ts'
import { Unreadable } from '#papers/unreadable.ts'
import { childAt, type Element, elementsOf, parseTree } from '#papers/xml.ts'

export function readXlsxRows(bytes: Uint8Array): RawSheet[] {
  const parts = unpack(bytes)
  const workbook = treeOf(parts, 'xl/workbook.xml')
  if (!workbook) throw new Unreadable('damaged')
  const targets = targetsOf(treeOf(parts, 'xl/_rels/workbook.xml.rels'))
  const target = (type: string) => [...targets.values()].find((one) => one.type.endsWith(`/${type}`))?.part
  const styles = target('styles')
  const strings = target('sharedStrings')
  const book: Book = {
    strings: strings === undefined ? [] : stringsOf(textPart(parts, strings)),
    kinds: cellKinds(styles === undefined ? null : treeOf(parts, styles)),
    from1904: /^(1|true)$/.test(childAt(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
  }
  const listed = elementsOf(childAt(workbook, 'sheets'))
  if (listed.length > sheetLimits.sheets) throw new Unreadable('too-much-inside')
  return listed.map(({ attributes: { name = '', state, id = '' } }): RawSheet => {
    const hidden = state === 'hidden' || state === 'veryHidden'
    const part = targets.get(id)?.part
    if (hidden || part === undefined) return { name, hidden, rows: [] }
    const { rows, merges } = scanSheet(parts.read(part) ?? new Uint8Array(), book)
    fillMerged(rows.rows, merges)
    return { name, hidden, rows: inOrder(rows) }
  })
}

function treeOf(parts: Parts, name: string): Element | null {
  const bytes = parts.read(name)
  return bytes && parseTree(bytes)
}

function textPart(parts: Parts, name: string): string {
  const bytes = parts.read(name)
  return bytes ? new TextDecoder().decode(bytes) : ''
}

/** What the workbook's relationships lead to, by id. */
function targetsOf(rels: Element | null): Map<string, { type: string; part: string }> {
  return new Map(
    elementsOf(rels).map(({ attributes: { Id = '', Type = '', Target = '' } }) => [
      Id,
      { type: Type, part: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}` },
    ]),
  )
}

/** Readings above characters (rPh) are no part of the text. */
function stringsOf(xml: string): string[] {
  const strings: string[] = []
  for (const item of xml.split(/<(?:\w+:)?si(?=[\s>/])/).slice(1)) {
    const plain = item.includes('rPh') ? item.replaceAll(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : item
    const texts = plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)
    strings.push(shownText([...texts].map(([, text]) => text).join('')))
  }
  return strings
}

function inOrder({ rows }: SheetRows): RawRow[] {
  const ordered = rows.every(({ row }, at) => at === 0 || rows[at - 1]!.row < row)
  if (!ordered) throw new Unreadable('damaged')
  return rows
}

/** Heads lie in the first rows: there a merge fills all its cells. Further down only what is beside the lines it covers. */
const headRows = 30

function fillMerged(rows: RawRow[], merges: readonly Merge[]): void {
  const at = new Map(rows.map((row) => [row.row, row]))
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  let filled = 0
  for (const { top, left, bottom, right } of merges) {
    const cell = at.get(top)?.cells[left]
    if (cell === null || cell === undefined) continue
    const last = bottom <= headRows ? Math.min(right, widest - 1) : left
    for (let row = top; row <= Math.min(bottom, rows.at(-1)!.row); row += 1) {
      filled += 1
      if (filled > sheetLimits.cells) throw new Unreadable('too-much-inside')
      const cells = at.get(row)?.cells
      for (let column = left; cells && column <= last; column += 1) {
        while (cells.length <= column) cells.push(null)
        cells[column] ??= cell
      }
    }
  }
}
