// The looks of cells in a workbook that is written as a stream: a fixed table, named by what a cell is.

/** Decimal places a number shows, from none to eight; thousands are set apart. */
const places = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
type Places = (typeof places)[number]
export type CellLook =
  | 'title'
  /** Text without a frame that runs over the cells beside it. */
  | 'plain'
  | 'head'
  | 'head-required'
  | 'head-told'
  | 'text'
  | 'middle'
  | 'told'
  | 'day'
  | 'wrong'
  | `number-${Places}`

type Look = {
  font: number
  fill: number
  border: number
  format: number
  across: string
  wrap: boolean
  quoted: boolean
}

const [plain, bold, large, red, grey] = [0, 1, 2, 3, 4]
const [none, headFill, toldFill, wrongFill] = [0, 2, 3, 4]
const [textFormat, dayFormat, firstNumber] = [49, 170, 171]
const look = (more: Partial<Look>): Look => ({
  ...{ font: plain, fill: none, border: 1, format: 0, across: 'left', wrap: true, quoted: false },
  ...more,
})

/** Text keeps its format when somebody edits the cell, so that = + - @ never begin a formula. */
const text = { format: textFormat, quoted: true }
const looks: Record<CellLook, Look> = {
  text: look(text),
  plain: look({ border: 0, wrap: false, quoted: true, format: textFormat }),
  title: look({ font: large, border: 0, wrap: false }),
  head: look({ ...text, font: bold, fill: headFill, across: 'center' }),
  'head-required': look({ ...text, font: red, fill: headFill, across: 'center' }),
  'head-told': look({ ...text, font: grey, fill: toldFill, across: 'center' }),
  middle: look({ ...text, across: 'center', wrap: false }),
  told: look({ ...text, font: grey, fill: toldFill }),
  day: look({ format: dayFormat, across: 'center', wrap: false }),
  wrong: look({ ...text, font: red, fill: wrongFill }),
  ...(Object.fromEntries(
    places.map((n) => [`number-${n}`, look({ format: firstNumber + n, across: 'right', wrap: false })]),
  ) as Record<`number-${Places}`, Look>),
}
const names = Object.keys(looks) as CellLook[]
const numberOf = new Map(names.map((name, at) => [name, at + 1]))

/** Its number in the table; 0 is a cell without any look. */
export function lookNumber(name: CellLook): number {
  return numberOf.get(name)!
}

/** As many places as the number has. */
export function numberLook(decimal: string): CellLook {
  const [, after = ''] = decimal.split('.')
  return `number-${Math.min(after.length, 8) as Places}`
}

const font = (more: string) => `<font>${more}<name val="宋体"/></font>`
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`

export function stylesXml(): string {
  const formats = [
    `<numFmt numFmtId="${dayFormat}" formatCode="yyyy\\-mm\\-dd"/>`,
    ...places.map((n) => `<numFmt numFmtId="${firstNumber + n}" formatCode="#,##0${n ? `.${'0'.repeat(n)}` : ''}"/>`),
  ]
  const fonts = [
    font('<sz val="11"/>'),
    font('<b/><sz val="11"/>'),
    font('<b/><sz val="16"/>'),
    font('<b/><sz val="11"/><color rgb="FFC00000"/>'),
    font('<sz val="11"/><color rgb="FF595959"/>'),
  ]
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    fill('DDEBF7'),
    fill('F2F2F2'),
    fill('FCE4D6'),
  ]
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  ]
  const cells = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    ...names.map((name) => xf(looks[name])),
  ]
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${formats.length}">${formats.join('')}</numFmts>
<fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills>
<borders count="${borders.length}">${borders.join('')}</borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

function xf({ font, fill, border, format, across, wrap, quoted }: Look): string {
  const how = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  return `<xf ${how}${quoted ? ' quotePrefix="1"' : ''} ${applied}><alignment horizontal="${across}" vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`
}
