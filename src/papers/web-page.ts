// Web pages: the article without menus, links and scripts, its tables as tables. Nothing is fetched and nothing runs.

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type GridCell, gridOf } from '#papers/grid.ts'
import { limits, Unreadable } from '#papers/unreadable.ts'
import { Writing, type Written } from '#papers/writing.ts'

type Reader = { writing: Writing; paragraphs: number; tables: number; line: string }

export function readWebPage(html: string): Written {
  const document = wholePage(html)
  for (const one of document.querySelectorAll(unread)) one.remove()
  const reader: Reader = { writing: new Writing(), paragraphs: 0, tables: 0, line: '' }
  const { title, root } = mainPart(document)
  if (title) addLine(title, reader)
  walk(root, reader, 0)
  endLine(reader)
  return reader.writing.done()
}

/** Pages leave out head, body or both; here they all get them. */
function wholePage(html: string): Document {
  if (!/<(html|body)[\s>]/i.test(html)) return pageOf(html)
  const { document } = parseHTML(html)
  return pageOf((document.querySelector('body') ?? document.documentElement).innerHTML)
}

function pageOf(body: string): Document {
  return parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`).document
}

const unread = 'script,style,noscript,template,iframe,object,embed,svg,canvas,form,select,button,textarea,[hidden]'
const furniture = 'nav,header,footer,aside,[role=navigation],[role=banner],[role=contentinfo]'

/**
 * The part that Readability finds, when it keeps most of the words that are not links; otherwise the whole body without
 * its furniture: a page that is one table, or a few lines, is no article to it.
 */
function mainPart(document: Document): { title: string; root: Element } {
  const body = document.body
  const whole = wordsBesideLinks(body)
  const article = new Readability(pageOf(body.innerHTML), { charThreshold: 40 }).parse()
  const found = article?.content ? pageOf(article.content).body : null
  if (found && wordsBesideLinks(found) >= whole * 0.7) {
    const title = oneLine(document.querySelector('h1')?.textContent ?? article?.title ?? '')
    return {
      title: oneLine(found.textContent ?? '')
        .slice(0, 400)
        .includes(title)
        ? ''
        : title,
      root: found,
    }
  }
  for (const one of document.querySelectorAll(furniture)) one.remove()
  return { title: '', root: body }
}

function wordsBesideLinks(root: Element): number {
  const links = [...root.querySelectorAll('a')].reduce((sum, link) => sum + oneLine(link.textContent ?? '').length, 0)
  return Math.max(1, oneLine(root.textContent ?? '').length - links)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

const blocks =
  /^(address|article|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/

function walk(node: Node, reader: Reader, depth: number): void {
  if (depth > limits.depth) throw new Unreadable('too-much-inside')
  if (node.nodeType === 3) reader.line += (node.textContent ?? '').replaceAll(/[ \t\r\n]+/g, ' ')
  if (node.nodeType !== 1) return
  const element = node as Element
  const name = element.localName
  if (isHidden(element)) return
  if (name === 'table') readTable(element, reader)
  else if (name === 'br') endLine(reader)
  else walkInto(element, reader, depth)
}

function walkInto(element: Element, reader: Reader, depth: number): void {
  const name = element.localName
  const isBlock = blocks.test(name)
  if (isBlock) endLine(reader)
  if (name === 'li') reader.line = markOf(element)
  for (const child of element.childNodes) walk(child, reader, depth + 1)
  if (isBlock) endLine(reader)
}

/** The number or point that a browser shows before the item of a list. */
function markOf(item: Element): string {
  const list = item.parentElement
  if (list?.localName !== 'ol') return list?.localName === 'ul' ? '•' : ''
  const first = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  const items = [...list.children].filter(({ localName }) => localName === 'li')
  return `${first + items.indexOf(item)}. `
}

function isHidden(element: Element): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
}

function addLine(text: string, reader: Reader): void {
  reader.line = text
  endLine(reader)
}

function endLine(reader: Reader): void {
  const text = reader.line.trim()
  reader.line = ''
  if (text === '' || text === '•') return
  reader.paragraphs += 1
  reader.writing.paragraph([{ text, where: { paragraph: reader.paragraphs } }])
}

function readTable(element: Element, reader: Reader): void {
  endLine(reader)
  const rows = rowsOf(element)
  const nests = rows.some((row) => cellsOf(row).some((cell) => cell.querySelector('table') !== null))
  if (nests && rows.every((row) => cellsOf(row).length <= 2)) readFrame(rows, reader)
  else readCells(element, rows, reader)
}

function readCells(element: Element, rows: Element[], reader: Reader): void {
  reader.tables += 1
  const table = reader.tables
  const caption = element.querySelector('caption')?.textContent
  if (caption) addLine(oneLine(caption), reader)
  const marked = rows[0] !== undefined && cellsOf(rows[0]).every((cell) => cell.localName === 'th')
  const whereOf = (row: number, column: number) => ({ table, row: row + 1, column: column + 1 })
  reader.writing.table(gridOf(placedCells(rows)), whereOf, marked)
}

/** Old pages lay the whole page out as a table: its cells are read one after another. */
function readFrame(rows: Element[], reader: Reader): void {
  for (const cell of rows.flatMap(cellsOf)) {
    for (const child of cell.childNodes) walk(child, reader, 1)
    endLine(reader)
  }
}

function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (child.localName === 'tr') return [child]
    return /^(thead|tbody|tfoot)$/.test(child.localName) ? rowsOf(child) : []
  })
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th')
}

function placedCells(rows: Element[]): (GridCell & { rows: number; columns: number })[] {
  const cells: (GridCell & { rows: number; columns: number })[] = []
  const taken = new Set<string>()
  for (const [top, row] of rows.entries()) {
    let left = 0
    for (const element of cellsOf(row)) {
      while (taken.has(`${top},${left}`)) left += 1
      const height = Math.min(span(element, 'rowspan'), rows.length - top)
      const columns = span(element, 'colspan')
      for (let y = 0; y < height; y += 1) for (let x = 0; x < columns; x += 1) taken.add(`${top + y},${left + x}`)
      cells.push({ lines: linesOf(element), top, left, rows: height, columns })
      left += columns
      if (taken.size > limits.cells * 2) throw new Unreadable('too-much-inside')
    }
  }
  return cells
}

function span(element: Element, name: string): number {
  const value = Number.parseInt(element.getAttribute(name) ?? '1', 10)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, name === 'colspan' ? 200 : 5000) : 1
}

/** The lines of a cell, by its blocks and breaks. */
function linesOf(cell: Element): string[] {
  const lines = ['']
  const gather = (node: Node, depth: number) => {
    if (depth > limits.depth) throw new Unreadable('too-much-inside')
    if (node.nodeType === 3) lines[lines.length - 1] += (node.textContent ?? '').replaceAll(/[ \t\r\n]+/g, ' ')
    if (node.nodeType !== 1 || isHidden(node as Element)) return
    const breaks = (node as Element).localName === 'br' || blocks.test((node as Element).localName)
    if (breaks) lines.push('')
    for (const child of node.childNodes) gather(child, depth + 1)
    if (breaks) lines.push('')
  }
  for (const child of cell.childNodes) gather(child, 0)
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
