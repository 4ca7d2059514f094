// The page of an official document as GB/T 9704-2012 sets it: A4, 37/28/26/35 mm, 22 lines of 28 characters,
// 三号仿宋 on an exact pitch of 28.95 pt. The fonts the standard names are not free to ship: the file names them and Word
// substitutes what is missing. The grid counts lines only; a grid of characters spaces Western text out.

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FrameAnchorType,
  HorizontalPositionAlign,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  VerticalPositionAlign,
  WidthType,
} from 'docx'

/** Sizes of the Chinese scale in half-points. */
export const size = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 } as const

const western = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
export const face = {
  body: { ...western, eastAsia: '仿宋_GB2312' },
  heading: { ...western, eastAsia: '黑体' },
  subheading: { ...western, eastAsia: '楷体_GB2312' },
  title: { ...western, eastAsia: '方正小标宋简体' },
  folio: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
} as const
type Face = (typeof face)[keyof typeof face]

/** 225 mm over 22 lines, in twips. */
const pitch = 579
const exact = { line: pitch, lineRule: LineRuleType.EXACT }
const indent = { firstLineChars: 200, firstLine: 640 }
export const red = 'FF0000'

export function words(text: string, font: Face = face.body, points: number = size.three, color?: string): TextRun {
  return new TextRun({ text, font, size: points, ...(color && { color }) })
}

/** Figures stand close to the characters beside them, without the gap that Word puts there by itself. */
function paragraph(options: IParagraphOptions): Paragraph {
  return new Paragraph({ autoSpaceEastAsianText: false, ...options })
}

/** A paragraph of the body: two characters in, both edges even. */
export function body(children: string | TextRun[], more: IParagraphOptions = {}): Paragraph {
  const runs = typeof children === 'string' ? [words(children)] : children
  return paragraph({ spacing: exact, indent, alignment: AlignmentType.BOTH, children: runs, ...more })
}

/** 一、… in 黑体; stays with what follows. */
export function heading(text: string): Paragraph {
  return body([words(text, face.heading)], { keepNext: true, outlineLevel: 0 })
}

export function title(text: string): Paragraph {
  const spacing = { line: 700, lineRule: LineRuleType.EXACT }
  return paragraph({ spacing, alignment: AlignmentType.CENTER, children: [words(text, face.title, size.two)] })
}

export function centred(text: string, font: Face = face.body): Paragraph {
  return paragraph({ spacing: exact, alignment: AlignmentType.CENTER, children: [words(text, font)] })
}

export function blank(): Paragraph {
  return paragraph({ spacing: exact, children: [] })
}

/** Right-aligned with whole characters left free at the right edge. */
export function rightAligned(text: string, freeChars: number): Paragraph {
  const right = { rightChars: Math.round(freeChars * 100), right: Math.round(freeChars * 320) }
  const children = [words(text)]
  return paragraph({ spacing: exact, alignment: AlignmentType.RIGHT, indent: right, keepLines: true, children })
}

/** 红头: the organ's name in red, the document number, the red rule, and two lines down to the title. */
export function redHead(organ: string, number: string): Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 6 } }
  const name = [words(`${organ}文件`, face.title, organ.length > 14 ? 52 : 64, red)]
  return [
    paragraph({ spacing: { before: 300, after: 560 }, alignment: AlignmentType.CENTER, children: name }),
    paragraph({ spacing: exact, alignment: AlignmentType.CENTER, border: rule, children: [words(number)] }),
    blank(),
    blank(),
  ]
}

export type Orientation = 'portrait' | 'landscape'

/** Page margins in mm; a page turned sideways keeps the edges of the sheet: its top is the bound edge. */
const margins = {
  portrait: { top: 37, right: 26, bottom: 35, left: 28, footer: 23 },
  landscape: { top: 28, right: 37, bottom: 26, left: 35, footer: 14 },
} as const

/** Width of the type area in mm. */
export const typeWidth: Record<Orientation, number> = { portrait: 156, landscape: 225 }

/** Pages across hold tables, set closer than the body: they have no line grid. */
export function section(orientation: Orientation, children: (Paragraph | Table)[]): ISectionOptions {
  const { top, right, bottom, left, footer } = margins[orientation]
  const margin = { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left), footer: mm(footer) }
  const turned = orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return {
    properties: {
      page: { size: { width: mm(210), height: mm(297), orientation: turned }, margin },
      ...(orientation === 'portrait' && { grid: { type: 'lines', linePitch: pitch } }),
    },
    footers: { default: folio(AlignmentType.RIGHT, 'right'), even: folio(AlignmentType.LEFT, 'left') },
    children,
  }
}

/** — 1 — in 四号 half-width 宋体, one character free at the outer edge: odd pages right, even pages left. */
function folio(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT, edge: 'left' | 'right'): Footer {
  const children = [new TextRun({ font: face.folio, size: size.four, children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({ children: [paragraph({ alignment, indent: { [edge]: 280 }, children })] })
}

/** One column of a table: its heading, width in mm and how its cells stand. */
export type Column<Row> = { name: string; width: number; of: (row: Row) => string; align?: 'left' }

/**
 * A ruled table over the type area; the heading row comes again on each page, no row is torn, and neither the first row
 * nor the last stands alone on a page. Long lists are set in 五号.
 */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  points: number = size.smallFour,
): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const together = (place: number) => place < 1 || place === rows.length - 2
  const heads = columns.map((column) => cell(column, column.name, face.heading, true, points))
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: columns.reduce((sum, column) => sum + mm(column.width), 0), type: WidthType.DXA },
    columnWidths: columns.map((column) => mm(column.width)),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
      ...rows.map((row, place) => {
        const cells = columns.map((column) => cell(column, column.of(row), face.body, together(place), points))
        return new TableRow({ cantSplit: true, children: cells })
      }),
    ],
  })
}

/** Each line of the text is a paragraph. */
function cell<Row>(column: Column<Row>, text: string, font: Face, keepNext: boolean, points: number): TableCell {
  const left = column.align === 'left' && font === face.body
  const alignment = left ? AlignmentType.LEFT : AlignmentType.CENTER
  const spacing = { before: 30, after: 30, line: points * 15, lineRule: LineRuleType.EXACT }
  const lines = text.split('\n').map((line) => [words(line, font, points)])
  return new TableCell({
    width: { size: mm(column.width), type: WidthType.DXA },
    margins: { left: 90, right: 90 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: lines.map((children) => paragraph({ spacing, alignment, keepNext, children })),
  })
}

/** 版记: one line between rules at the foot of the page, four-size characters, one character in on either side. */
export function imprint(left: string, right: string): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 }
  const width = mm(typeWidth.portrait)
  return paragraph({
    frame: {
      type: 'alignment',
      width,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
      alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
    },
    border: { top: rule, bottom: rule },
    tabStops: [{ type: TabStopType.RIGHT, position: width - 280 }],
    indent: { left: 280, right: 280 },
    spacing: { line: 480, lineRule: LineRuleType.EXACT },
    children: [
      words(left, face.body, size.four),
      new TextRun({ children: [new Tab()] }),
      words(right, face.body, size.four),
    ],
  })
}

export type Block = Paragraph | Table
export type Part = { orientation: Orientation; blocks: Block[] }

/** The bytes of the .docx. */
export async function officialFile(
  parts: readonly Part[],
  { title: name, creator }: { title: string; creator: string },
): Promise<Uint8Array> {
  const file = new Document({
    creator,
    lastModifiedBy: creator,
    title: name,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: face.body, size: size.three, language: { eastAsia: 'zh-CN' } } } } },
    sections: joined(parts).map(({ orientation, blocks }) => section(orientation, blocks)),
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** Neighbours of one orientation share their pages. */
function joined(parts: readonly Part[]): Part[] {
  const pages: Part[] = []
  for (const part of parts) {
    const last = pages.at(-1)
    if (last?.orientation === part.orientation) last.blocks.push(...part.blocks)
    else pages.push({ ...part, blocks: [...part.blocks] })
  }
  return pages
}
