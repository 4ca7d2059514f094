// PDF files: the characters of each page, put together again to lines, tables and paragraphs in reading order.
// What repeats at the top and bottom of pages (headers, page numbers) is left out.

import { getDocumentProxy } from 'unpdf'
import { ChineseTables } from '#papers/pdf-cmaps.ts'
import { withoutFurniture } from '#papers/pdf-furniture.ts'
import { type Glyph, glyphsOf } from '#papers/pdf-glyphs.ts'
import { type PageTable, tablesOf } from '#papers/pdf-grid.ts'
import { type Edges, inColumns, type Line, linesOfGlyphs } from '#papers/pdf-lines.ts'
import { paragraphsOf } from '#papers/pdf-paragraphs.ts'
import { rulesOf } from '#papers/pdf-rules.ts'
import { limits, Unreadable } from '#papers/unreadable.ts'
import { Writing, type Written } from '#papers/writing.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
/** `y` counts from the top of the page, in points. */
type Page = {
  number: number
  width: number
  slanted: string
  lines: Line[]
  tables: PageTable[]
  characters: number
  pictures: number
  shows: number
  lost: number
}

/** `onProgress` hears of every page, 0 to 1. */
export async function readPdf(bytes: Uint8Array, onProgress: (fraction: number) => void = () => {}): Promise<Written> {
  const document = await opened(bytes)
  if (document.numPages > limits.pages) throw new Unreadable('too-much-inside')
  const pages: Page[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number)
    characters += page.characters
    if (characters > limits.characters) throw new Unreadable('too-much-inside')
    pages.push(page)
    onProgress(number / document.numPages)
  }
  expectLetters(pages)
  const { pages: left, margins } = withoutFurniture(pages)
  expectWords(left)
  const picturePages = left.filter(isPicture).map(({ number }) => number)
  const whole = written(ordered(left), [...margins, ...pages.map((page) => page.slanted)])
  return picturePages.length > 0 ? { ...whole, picturePages } : whole
}

function isPicture({ lines, tables, pictures }: Page): boolean {
  return pictures > 0 && lines.length === 0 && tables.length === 0
}

async function opened(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      useWorkerFetch: false,
      cMapPacked: false,
      BinaryDataFactory: ChineseTables,
    } as Parameters<typeof getDocumentProxy>[1])
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged')
  }
}

async function readPage(document: PdfDocument, number: number): Promise<Page> {
  const page = await document.getPage(number)
  const view = page.getViewport({ scale: 1 })
  const { glyphs, slanted } = glyphsOf((await page.getTextContent()).items as never, view)
  const { rules, pictures, shows, lost } = rulesOf(await page.getOperatorList(), view.transform)
  page.cleanup()
  const { tables, rest } = tablesOf(glyphs, rules)
  return {
    number,
    slanted,
    width: view.width,
    lines: linesOfGlyphs(rest),
    tables,
    characters: glyphs.length,
    pictures,
    shows,
    lost,
  }
}

/** Reading order; a page of few lines takes the edges of the page before. */
function ordered(pages: readonly Page[]): Page[] {
  let edges: Edges | null = null
  return pages.map((page) => {
    const lines = inColumns(page.lines, page.width, edges)
    edges = lines[0] ?? edges
    return { ...page, lines }
  })
}

/** A scan may bear letters all the same: the name and number that the scanner stamped on every page. */
function expectWords(pages: readonly Page[]): void {
  const words = pages.some(({ lines, tables }) => lines.length > 0 || tables.length > 0)
  if (!words && arePictures(pages)) throw new Unreadable('scanned-pdf')
}

function arePictures(pages: readonly Page[]): boolean {
  return pages.filter(({ pictures }) => pictures > 0).length * 2 >= pages.length
}

/**
 * Pages that are pictures have no letters. A font without a table of letters gives private signs or nothing: a page of
 * which parts would be missing without a word is not read at all.
 */
function expectLetters(pages: readonly Page[]): void {
  const characters = pages.reduce((sum, page) => sum + page.characters, 0)
  if (characters < pages.length * 5 && arePictures(pages)) throw new Unreadable('scanned-pdf')
  const shows = pages.reduce((sum, page) => sum + page.shows, 0)
  const lost = pages.reduce((sum, page) => sum + page.lost, 0)
  if (lost * 50 > shows) throw new Unreadable('letterless-pdf')
  const glyphs = pages.flatMap(({ lines }) => lines.flatMap((line) => line.glyphs))
  const strange = glyphs.filter(isStrange).length
  if (glyphs.length > 0 && strange * 2 > glyphs.length) throw new Unreadable('letterless-pdf')
}

function isStrange({ text }: Glyph): boolean {
  const code = text.codePointAt(0)!
  return (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code < 0x20 || (code >= 0x80 && code < 0xa0)
}

/** Paragraphs and tables go down the pages; a table that goes on overleaf is one, so is a paragraph. */
function written(pages: readonly Page[], margins: readonly string[]): Written {
  const writing = new Writing()
  for (const margin of margins) writing.margin(margin)
  for (const block of paragraphsOf(pages)) {
    if (block.kind === 'paragraph') writing.paragraph(block.pieces)
    else
      writing.table(block.grid, (row, column) => ({
        page: block.pageOf[row]!,
        table: block.table,
        row: row + 1,
        column: column + 1,
      }))
  }
  return writing.done()
}
