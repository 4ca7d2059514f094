// The page of an official document as GB/T 9704-2012 sets it (DOMAIN §11.1): A4, 37/28/26/35 mm, 22 lines of 28 characters,
// 三号仿宋 on an exact pitch of 28.95 pt. The fonts the standard names are not free to ship: the file names them and Word
// substitutes what is missing. The grid counts lines only; a grid of characters spaces Western text out.

import {
  AlignmentType,
  BorderStyle,
  Footer,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  convertMillimetersToTwip as mm,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

/** Sizes of the Chinese scale in half-points. */
export const size = { two: 44, three: 32, four: 28, smallFour: 24 } as const

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

export function tab(): TextRun {
  return new TextRun({ children: [new Tab()] })
}

/** A paragraph of the body: two characters in, both edges even. */
export function body(children: string | TextRun[], more: IParagraphOptions = {}): Paragraph {
  const runs = typeof children === 'string' ? [words(children)] : children
  return new Paragraph({ spacing: exact, indent, alignment: AlignmentType.BOTH, children: runs, ...more })
}

/** 一、… in 黑体; stays with what follows. */
export function heading(text: string): Paragraph {
  return body([words(text, face.heading)], { keepNext: true, outlineLevel: 0 })
}

export function title(text: string): Paragraph {
  const spacing = { line: 700, lineRule: LineRuleType.EXACT }
  return new Paragraph({ spacing, alignment: AlignmentType.CENTER, children: [words(text, face.title, size.two)] })
}

export function centred(text: string, font: Face = face.body): Paragraph {
  return new Paragraph({ spacing: exact, alignment: AlignmentType.CENTER, children: [words(text, font)] })
}

export function blank(): Paragraph {
  return new Paragraph({ spacing: exact, children: [] })
}

/** Right-aligned with whole characters left free at the right edge. */
export function rightAligned(text: string, freeChars: number): Paragraph {
  const right = { rightChars: Math.round(freeChars * 100), right: Math.round(freeChars * 320) }
  const children = [words(text)]
  return new Paragraph({ spacing: exact, alignment: AlignmentType.RIGHT, indent: right, keepLines: true, children })
}

/** 红头: the organ's name in red, the document number, the red rule, and two lines down to the title. */
export function redHead(organ: string, number: string): Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 6 } }
  const name = [words(`${organ}文件`, face.title, organ.length > 14 ? 52 : 64, red)]
  return [
    new Paragraph({ spacing: { before: 300, after: 560 }, alignment: AlignmentType.CENTER, children: name }),
    new Paragraph({ spacing: exact, alignment: AlignmentType.CENTER, border: rule, children: [words(number)] }),
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

export function section(orientation: Orientation, children: (Paragraph | Table)[]): ISectionOptions {
  const { top, right, bottom, left, footer } = margins[orientation]
  const margin = { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left), footer: mm(footer) }
  const turned = orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return {
    properties: {
      page: { size: { width: mm(210), height: mm(297), orientation: turned }, margin },
      grid: { type: 'lines', linePitch: pitch },
    },
    footers: { default: folio(AlignmentType.RIGHT, 'right'), even: folio(AlignmentType.LEFT, 'left') },
    children,
  }
}

/** — 1 — in 四号 half-width 宋体, one character free at the outer edge: odd pages right, even pages left. */
function folio(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT, edge: 'left' | 'right'): Footer {
  const children = [new TextRun({ font: face.folio, size: size.four, children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({ children: [new Paragraph({ alignment, indent: { [edge]: 280 }, children })] })
}

/** One column of a table: its heading, width in mm and how its cells stand. */
export type Column<Row> = { name: string; width: number; of: (row: Row) => string; align?: 'left' }

/** A ruled table over the type area; the heading row comes again on each page and no row is torn. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const heads = columns.map((column) => cell(column, column.name, face.heading))
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: columns.reduce((sum, column) => sum + mm(column.width), 0), type: WidthType.DXA },
    columnWidths: columns.map((column) => mm(column.width)),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
      ...rows.map((row) => {
        return new TableRow({
          cantSplit: true,
          children: columns.map((column) => cell(column, column.of(row), face.body)),
        })
      }),
    ],
  })
}

function cell<Row>(column: Column<Row>, text: string, font: Face): TableCell {
  const left = column.align === 'left' && font === face.body
  const alignment = left ? AlignmentType.LEFT : AlignmentType.CENTER
  const spacing = { before: 40, after: 40, line: 400, lineRule: LineRuleType.EXACT }
  return new TableCell({
    width: { size: mm(column.width), type: WidthType.DXA },
    margins: { left: 70, right: 70 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ spacing, alignment, children: [words(text, font, size.smallFour)] })],
  })
}
