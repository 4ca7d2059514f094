// A workbook written as a stream: rows are asked for one by one and leave at once, so that the memory it takes does not grow
// with them. What a sheet can show here is what registers need: looks, widths, frozen heads, filters, lists to choose from.

import { serialOf } from '#base/day.ts'
import { printable } from '#papers/office-words.ts'
import { type CellLook, lookNumber, numberLook, stylesXml } from '#papers/xlsx-styles.ts'
import { type Part, zipped } from '#papers/zip-stream.ts'

/** A decimal or a day becomes a real number or day in the sheet; both are written exactly. */
export type OutCell = { text: string; look?: CellLook } | { decimal: string } | { day: string } | null
export type OutRow = { cells: readonly OutCell[]; height?: number }
export type OutColumn = { width: number; hidden?: boolean }

/** Cells of a column from a row on that offer a list: words of another sheet, as `选项!$A$1:$A$3`. */
export type Offered = { column: number; words: string; strict: boolean; refusal: string }

export type OutSheet = {
  name: string
  hidden?: boolean
  columns: readonly OutColumn[]
  /** Rows and columns that stay in sight; the last of these rows is the one with the filters. */
  frozen?: { rows: number; columns: number }
  offered?: readonly Offered[]
  rows: Iterable<OutRow> | AsyncIterable<OutRow>
}

export type WorkbookWords = { title: string; creator: string }

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const pack = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export function workbookStream(sheets: readonly OutSheet[], words: WorkbookWords): AsyncIterable<Uint8Array> {
  return zipped(partsOf(sheets, words))
}

function* partsOf(sheets: readonly OutSheet[], { title, creator }: WorkbookWords): Generator<Part> {
  const part = (name: string, ...text: string[]): Part => ({ name, text: [head, ...text] })
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const sheetName = (at: number) => `worksheets/sheet${at + 1}.xml`
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    override('xl/workbook.xml', `${types}.sheet.main+xml`),
    override('xl/styles.xml', `${types}.styles+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...sheets.map((_, at) => override(`xl/${sheetName(at)}`, `${types}.worksheet+xml`)),
    '</Types>',
  )
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${pack}/relationships">${link('rId1', `${office}/officeDocument`, 'xl/workbook.xml')}${link('rId2', `${pack}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
  )
  yield part(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${pack}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator></cp:coreProperties>`,
  )
  yield part('xl/workbook.xml', workbookXml(sheets))
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${pack}/relationships">`,
    ...sheets.map((_, at) => link(`rId${at + 1}`, `${office}/worksheet`, sheetName(at))),
    link(`rId${sheets.length + 1}`, `${office}/styles`, 'styles.xml'),
    '</Relationships>',
  )
  yield part('xl/styles.xml', stylesXml())
  for (const [at, sheet] of sheets.entries()) yield { name: `xl/${sheetName(at)}`, text: sheetXml(sheet) }
}

function workbookXml(sheets: readonly OutSheet[]): string {
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const titles = sheets.flatMap(({ name, frozen }, at) =>
    frozen
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${repeated(escaped(name), frozen)}</definedName>`
      : [],
  )
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`
}

/** What is printed again on every page. */
function repeated(name: string, { rows, columns }: NonNullable<OutSheet['frozen']>): string {
  const across = columns > 0 ? `'${name}'!$A:$${columnLetters(columns - 1)},` : ''
  return `${across}'${name}'!$1:$${rows}`
}

/** Cells below the last row also offer their lists: that is where new lines are written. */
const linesBelow = 2000

async function* sheetXml({ columns, frozen, offered = [], rows }: OutSheet): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${frozen ? '' : ' showGridLines="0"'}>${frozen ? paneXml(frozen) : ''}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>`
  yield `<cols>${columns.map(columnXml).join('')}</cols><sheetData>`
  const letters = columns.map((_, at) => columnLetters(at))
  let number = 0
  for await (const row of rows) {
    number += 1
    yield rowXml(row, number, letters)
  }
  yield '</sheetData>'
  if (frozen) yield `<autoFilter ref="A${frozen.rows}:${letters.at(-1)}${Math.max(number, frozen.rows)}"/>`
  if (offered.length > 0) {
    const lists = offered.map((one) => offeredXml(one, letters, (frozen?.rows ?? 0) + 1, number + linesBelow))
    yield `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
  }
  yield '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
  const width = widthOf(columns)
  yield `<pageSetup paperSize="${width > widestOnA4 ? 8 : 9}" orientation="landscape" fitToWidth="${Math.ceil(width / widestOnA3)}" fitToHeight="0"/>`
  yield '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter></worksheet>'
}

/** In characters; a wider table goes over several pages side by side. */
const widestOnA4 = 160
const widestOnA3 = 260
const widthOf = (columns: readonly OutColumn[]) =>
  columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0)

function paneXml({ rows, columns }: NonNullable<OutSheet['frozen']>): string {
  const across = columns > 0 ? `xSplit="${columns}" ` : ''
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft'
  return `<pane ${across}ySplit="${rows}" topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
}

function columnXml({ width, hidden }: OutColumn, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`
}

function rowXml({ cells, height }: OutRow, number: number, letters: readonly string[]): string {
  let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`
  for (const [at, cell] of cells.entries()) if (cell !== null) xml += cellXml(cell, `${letters[at]}${number}`)
  return `${xml}</row>`
}

/** Excel keeps 15 digits of a number; one that has more is text, so that none is lost. */
const digitsKept = 15

function cellXml(cell: NonNullable<OutCell>, at: string): string {
  if ('day' in cell) {
    if (cell.day < firstSureDay) return textXml(cell.day, 'middle', at)
    return `<c r="${at}" s="${lookNumber('day')}"><v>${serialOf(cell.day) + daysBefore1970}</v></c>`
  }
  if ('decimal' in cell) {
    const digits = cell.decimal.replace(/[-.]/g, '').replace(/^0+/, '').length
    if (digits > digitsKept) return textXml(cell.decimal, 'middle', at)
    return `<c r="${at}" s="${lookNumber(numberLook(cell.decimal))}"><v>${cell.decimal}</v></c>`
  }
  return textXml(cell.text, cell.look ?? 'text', at)
}

/** From 30 December 1899; spreadsheets agree on no day before 1 March 1900. */
const daysBefore1970 = 25_569
const firstSureDay = '1900-03-01'
const longestCell = 32_767

function textXml(text: string, look: CellLook, at: string): string {
  if (text === '') return `<c r="${at}" s="${lookNumber(look)}"/>`
  const kept = text.length > longestCell ? text.slice(0, longestCell) : text
  return `<c r="${at}" s="${lookNumber(look)}" t="inlineStr"><is><t xml:space="preserve">${escaped(kept)}</t></is></c>`
}

function offeredXml({ column, words, strict, refusal }: Offered, letters: readonly string[], from: number, to: number) {
  const cells = `${letters[column]}${from}:${letters[column]}${to}`
  const how = strict ? 'stop' : 'warning'
  return `<dataValidation type="list" errorStyle="${how}" allowBlank="1" showErrorMessage="1" errorTitle="落实" error="${escaped(refusal)}" sqref="${cells}"><formula1>${escaped(words)}</formula1></dataValidation>`
}

/** 0 is A. */
export function columnLetters(at: number): string {
  return (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '_x000D_' }

/** `_x0041_` in a text would be read as an A; its first sign is therefore written as such a code itself. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replaceAll(/[&<>"\r]/g, (sign) => signs[sign]!)
}
