// Word files, read in their own structure: paragraphs with the numbers Word would show, tables with their merged cells,
// text boxes and footnotes; deleted and hidden words are not read, inserted ones are. Macros and links are never touched.

import { type Numbering, numberer, readNumbering } from '#papers/docx-numbering.ts'
import { type GridCell, gridOf } from '#papers/grid.ts'
import { type Parts, unpack } from '#papers/unpack.ts'
import { Unreadable } from '#papers/unreadable.ts'
import { type Where, Writing, type Written } from '#papers/writing.ts'
import { childAt, type Element, elementsOf, isOn, parseTree, valueAt } from '#papers/xml.ts'

type Reader = {
  writing: Writing
  numbering: Numbering
  /** Styles of a table of contents, whose lines only repeat the headings. */
  contents: ReadonlySet<string>
  paragraphs: number
  tables: number
  /** Words of a paragraph whose end mark was deleted: they go on in the next one. */
  carried: string
}

export function readDocx(bytes: Uint8Array): Written {
  const parts = unpack(bytes)
  const body = childAt(partTree(parts, 'word/document.xml') ?? damaged(), 'body') ?? damaged()
  const styles = partTree(parts, 'word/styles.xml')
  const reader: Reader = {
    writing: new Writing(),
    numbering: numberer(readNumbering(partTree(parts, 'word/numbering.xml'), styles)),
    contents: contentsStyles(styles),
    paragraphs: 0,
    tables: 0,
    carried: '',
  }
  for (const block of blocksOf(body)) readBlock(block, reader)
  readNotes(partTree(parts, 'word/footnotes.xml'), reader)
  readNotes(partTree(parts, 'word/endnotes.xml'), reader)
  for (const name of parts.names.filter((each) => /^word\/(header|footer)\d*\.xml$/.test(each))) {
    const margin = partTree(parts, name)
    if (margin) for (const line of linesOf(margin, reader)) reader.writing.margin(line)
  }
  return reader.writing.done()
}

function partTree(parts: Parts, name: string): Element | null {
  const bytes = parts.read(name)
  return bytes && parseTree(bytes)
}

function damaged(): never {
  throw new Unreadable('damaged')
}

function contentsStyles(styles: Element | null): Set<string> {
  const found = elementsOf(styles).filter((style) => /^(toc|table of figures|目录)/i.test(valueAt(style, 'name') ?? ''))
  return new Set(found.map((style) => style.attributes.styleId ?? ''))
}

/** Wrappers that only hold what they wrap; what was deleted or moved away is not among them. */
const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo', 'hyperlink', 'fldSimple'])
const gone = new Set(['del', 'moveFrom'])

/** Paragraphs and tables below an element, through its wrappers. */
function blocksOf(parent: Element): Element[] {
  return unwrapped(parent).filter(({ name }) => name === 'p' || name === 'tbl')
}

function unwrapped(parent: Element): Element[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === 'AlternateContent') return unwrapped(choiceOf(child))
    return wrappers.has(child.name) ? unwrapped(child) : [child]
  })
}

/** A drawing is given twice, for new and old programs: one of them is read. */
function choiceOf(alternate: Element): Element {
  return childAt(alternate, 'Choice') ?? childAt(alternate, 'Fallback') ?? { ...alternate, children: [] }
}

function readBlock(block: Element, reader: Reader): void {
  if (block.name === 'tbl') readTable(block, reader)
  else readParagraph(block, reader)
}

function readParagraph(paragraph: Element, reader: Reader): void {
  reader.paragraphs += 1
  const where = { paragraph: reader.paragraphs }
  const style = valueAt(paragraph, 'pPr', 'pStyle')
  if (style !== null && reader.contents.has(style)) return
  const words = wordsOf(paragraph)
  const text = reader.carried + (words.text.trim() ? reader.numbering(paragraph) : '') + words.text
  const goesOn = childAt(paragraph, 'pPr', 'rPr', 'del') !== null
  reader.carried = goesOn ? text : ''
  if (!goesOn) for (const line of text.split('\n')) reader.writing.paragraph([{ text: line, where }])
  for (const box of words.boxes) for (const line of linesOf(box, reader)) writeBoxLine(reader.writing, line, where)
}

function writeBoxLine(writing: Writing, text: string, where: Where): void {
  writing.paragraph([{ text, where: { ...where, box: true } }])
}

type Words = { text: string; boxes: Element[] }

/** The visible words of a paragraph; its text boxes apart, since they stand elsewhere on the page. */
function wordsOf(paragraph: Element): Words {
  const words: Words = { text: '', boxes: [] }
  for (const child of elementsOf(paragraph)) addWords(child, words)
  return words
}

const signs: Record<string, string> = { tab: '\t', cr: '\n', noBreakHyphen: '-', softHyphen: '' }

function addWords(element: Element, words: Words): void {
  const { name } = element
  if (gone.has(name) || name === 'pPr' || name === 'rPr' || name === 'rt') return
  if (name === 't') words.text += element.children.join('')
  else if (name in signs) words.text += signs[name]
  else if (name === 'br') words.text += element.attributes.type ? '' : '\n'
  else if (name === 'txbxContent') words.boxes.push(element)
  else if (name === 'r' && isOn(element, 'rPr', 'vanish')) return
  else if (name === 'AlternateContent') addWords(choiceOf(element), words)
  else for (const child of elementsOf(element)) addWords(child, words)
}

/** The lines below a cell, text box or note; tables inside it row by row. */
function linesOf(parent: Element, reader: Reader): string[] {
  return blocksOf(parent).flatMap((block) => {
    if (block.name === 'tbl') return rowsOf(block).map((row) => innerRow(row, reader))
    const { text, boxes } = wordsOf(block)
    const label = text.trim() ? reader.numbering(block) : ''
    const lines = (label + text).split('\n').map((line) => line.trim())
    return [...lines.filter((line) => line !== ''), ...boxes.flatMap((box) => linesOf(box, reader))]
  })
}

function innerRow(row: Element, reader: Reader): string {
  return cellsOf(row)
    .map((cell) => linesOf(cell, reader).join('   '))
    .filter((text) => text !== '')
    .join('   ')
}

function rowsOf(table: Element): Element[] {
  return unwrapped(table).filter((row) => row.name === 'tr' && childAt(row, 'trPr', 'del') === null)
}

function cellsOf(row: Element): Element[] {
  return unwrapped(row).filter(({ name }) => name === 'tc')
}

type Cell = GridCell & { rows: number; columns: number }

function readTable(element: Element, reader: Reader): void {
  reader.tables += 1
  const table = reader.tables
  const rows = rowsOf(element)
  const cells: Cell[] = []
  const above = new Map<number, Cell>()
  for (const [top, row] of rows.entries()) placeCells(row, top, cells, above, reader)
  const marked = rows[0] !== undefined && isOn(rows[0], 'trPr', 'tblHeader')
  reader.writing.table(gridOf(cells), (row, column) => ({ table, row: row + 1, column: column + 1 }), marked)
}

/** A cell that continues the one above (vMerge) makes that one longer. */
function placeCells(row: Element, top: number, cells: Cell[], above: Map<number, Cell>, reader: Reader): void {
  let left = count(valueAt(row, 'trPr', 'gridBefore'), 0)
  for (const element of cellsOf(row)) {
    const columns = count(valueAt(element, 'tcPr', 'gridSpan'), 1)
    const merge = valueAt(element, 'tcPr', 'vMerge')
    const over = above.get(left)
    if (merge !== null && merge !== 'restart' && over && over.top + over.rows === top) over.rows += 1
    else {
      const cell = { lines: linesOf(element, reader), top, left, rows: 1, columns }
      cells.push(cell)
      if (merge === null) above.delete(left)
      else above.set(left, cell)
    }
    left += columns
  }
}

function count(value: string | null, otherwise: number): number {
  const number = Number(value ?? otherwise)
  if (!Number.isInteger(number) || number < 0) return otherwise
  if (number > 200) throw new Unreadable('damaged')
  return number
}

/** Notes stand behind the text, in their order; separators are notes without words. */
function readNotes(notes: Element | null, reader: Reader): void {
  for (const [at, note] of elementsOf(notes).entries()) {
    const text = linesOf(note, reader).join('')
    reader.writing.paragraph([{ text, where: { note: Number(note.attributes.id ?? at) } }])
  }
}
