// Tables as they come: encodings, merged heads, hidden sheets, formulas; and files that are meant to do harm, each refused
// with its reason while the server goes on.

import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import { findHead, headsIn } from '#domain/sheet-head.ts'
import { openRows } from '#papers/rows-in.ts'
import type { LaidSheet } from '#papers/rows-worker.ts'
import { gb18030 } from '../../test/support/gb18030.ts'
import { zip } from '../../test/support/zip.ts'

const linesOf = ({ lines }: LaidSheet) =>
  Buffer.from(lines)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as [number, unknown[]])

const reasonOf = (bytes: Uint8Array, name = 'a.xlsx', limits?: Parameters<typeof openRows>[2]) =>
  openRows(bytes, name, limits).then(
    () => 'opened',
    (error: unknown) => {
      if (error instanceof Refused) return (error.refusal.facts as { reason: string }).reason
      throw error
    },
  )

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook by hand: its sheets' XML, their states, styles and shared strings. */
function byHand(sheets: string[], { states = [] as string[], styles = '', strings = '', more = {} } = {}): Uint8Array {
  const listed = sheets.map(
    (_, n) => `<sheet name="S${n + 1}" sheetId="${n + 1}" ${states[n] ?? ''} r:id="r${n + 1}"/>`,
  )
  const links = sheets.map(
    (_, n) => `<Relationship Id="r${n + 1}" Type="${relation}/worksheet" Target="worksheets/s${n + 1}.xml"/>`,
  )
  const extra = [
    styles && `<Relationship Id="st" Type="${relation}/styles" Target="styles.xml"/>`,
    strings && `<Relationship Id="ss" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/>`,
  ]
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${[...links, ...extra].join('')}</Relationships>`,
    ...(styles && { 'xl/styles.xml': styles }),
    ...(strings && { 'xl/sharedStrings.xml': strings }),
    ...Object.fromEntries(sheets.map((xml, n) => [`xl/worksheets/s${n + 1}.xml`, xml])),
    ...more,
  })
}

const sheetXml = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`

test.each<[string, (words: string) => Uint8Array]>([
  ['UTF-8', (words) => Buffer.from(words)],
  ['UTF-8 with its mark', (words) => Buffer.from(`\ufeff${words}`)],
  ['GB18030', gb18030],
  ['UTF-16', (words) => Buffer.from(`\ufeff${words}`, 'utf16le')],
])('a CSV file in %s', async (_, encode) => {
  const [sheet] = await openRows(encode('名称,"说""明"",两行\n在此",编号\r\n\r\n云溪,"a,b",="007"\n'), '台账.csv')
  expect(sheet!.name).toBe('台账')
  expect(linesOf(sheet!)).toEqual([
    [1, ['名称', '说"明",两行\n在此', '编号']],
    [3, ['云溪', 'a,b', '007']],
  ])
})

test('semicolons and tabs part the fields where the first line has more of them', async () => {
  const [sheet] = await openRows(Buffer.from('a;b;"c,d"\n1;2;3,4'), 'a.csv')
  expect(linesOf(sheet!)[1]).toEqual([2, ['1', '2', '3,4']])
  const [tabs] = await openRows(Buffer.from('a\tb\n1\t2,5'), 'a.txt')
  expect(linesOf(tabs!)[1]).toEqual([2, ['1', '2,5']])
})

test('days, percents, numbers, booleans and faults by their formats', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
    <numFmt numFmtId="171" formatCode="0.0%"/><numFmt numFmtId="172" formatCode="&quot;day&quot; 0"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="57"/></cellXfs></styleSheet>`
  const row = `<row r="1"><c r="A1" s="1"><v>46086</v></c><c r="B1" s="2"><v>46086.5</v></c><c r="C1" s="3"><v>0.125</v></c>
    <c r="D1" s="4"><v>7</v></c><c r="E1" s="5"><v>46082</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#REF!</v></c>
    <c r="H1"><f>A1+1</f><v>46087</v></c><c r="I1"><f>NOW()</f></c><c r="J1" t="str"><f>"a"</f><v>a&amp;b_x000D_</v></c><c r="K1"/></row>`
  const [sheet] = await openRows(byHand([sheetXml(row)], { styles }), 'a.xlsx')
  expect(linesOf(sheet!)).toEqual([
    [
      1,
      ['2026-03-05', '2026-03-05', '12.5%', 7, '2026-03-01', '是', { fault: '#REF!' }, 46_087, { fault: '=' }, 'a&b\n'],
    ],
  ])
})

test('merged heads are put before those below them; a merged cell beside lines is that of each', async () => {
  const rows = [
    `<row r="1">${text('A1', '项目台账')}</row>`,
    `<row r="2">${text('A2', '名称')}${text('B2', '推进')}${text('D2', '牵头单位')}</row>`,
    `<row r="3">${text('B3', '签约')}${text('C3', '开工')}</row>`,
    ...Array.from(
      { length: 40 },
      (_, n) =>
        `<row r="${n + 4}">${text(`A${n + 4}`, `第${n}号`)}${n % 2 === 0 ? text(`D${n + 4}`, `单位${n}`) : ''}</row>`,
    ),
  ]
  const merges = [
    'A1:D1',
    'A2:A3',
    'B2:C2',
    'D2:D3',
    ...Array.from({ length: 20 }, (_, n) => `D${2 * n + 4}:D${2 * n + 5}`),
  ]
  const after = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const [sheet] = await openRows(byHand([sheetXml(rows.join(''), after)]), 'a.xlsx')
  const known = ['名称', '推进·签约', '推进·开工', '牵头单位']
  const head = findHead(sheet!.top, (one) => known.includes(one))
  expect(head).toEqual({ from: 2, to: 3 })
  expect(headsIn(sheet!.top, head!)).toEqual(known)
  expect(linesOf(sheet!).at(-1)).toEqual([43, ['第39号', null, null, '单位38']])
})

test('hidden sheets are not read, rows without anything are left out, hidden rows are lines all the same', async () => {
  const plain = sheetXml(
    `<row r="1">${text('A1', '甲')}</row><row r="2"><c r="A2" s="0"/></row><row r="9" hidden="1">${text('B9', '乙')}</row>`,
  )
  const sheets = await openRows(byHand([plain, plain], { states: ['state="hidden"'] }), 'a.xlsx')
  expect(sheets.map(({ hidden, rows }) => [hidden, rows])).toEqual([
    [true, 0],
    [false, 2],
  ])
  expect(linesOf(sheets[1]!)).toEqual([
    [1, ['甲']],
    [9, [null, '乙']],
  ])
})

test('names of parts with prefixes, shared strings with readings above them', async () => {
  const strings =
    '<x:sst><x:si><x:t>云</x:t><x:rPh sb="0" eb="1"><x:t>yun</x:t></x:rPh></x:si><x:si><x:r><x:t>溪</x:t></x:r><x:r><x:t xml:space="preserve"> 路</x:t></x:r></x:si></x:sst>'
  const rows = '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row>'
  const [sheet] = await openRows(
    byHand([`<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`], { strings }),
    'a.xlsx',
  )
  expect(linesOf(sheet!)).toEqual([[1, ['云', '溪 路']]])
})

const manyColumns = () => sheetXml(`<row r="1">${Array.from({ length: 1200 }, () => '<c><v>1</v></c>').join('')}</row>`)
const far = sheetXml(`<row r="1"><c r="XFD1"><v>1</v></c></row>`)
const manyRows = () =>
  sheetXml(Array.from({ length: 200_001 }, (_, n) => `<row r="${n + 1}"><c><v>1</v></c></row>`).join(''))

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string, string]>([
  [
    '100 000 columns',
    () => byHand([sheetXml(`<row r="1">${'<c><v>1</v></c>'.repeat(100_000)}</row>`)]),
    'a.xlsx',
    'too-many-columns',
  ],
  ['more columns than a register has', () => byHand([manyColumns()]), 'a.xlsx', 'too-many-columns'],
  ['a cell in the last column', () => byHand([far]), 'a.xlsx', 'too-many-columns'],
  ['more rows than are read', () => byHand([manyRows()]), 'a.xlsx', 'too-many-rows'],
  [
    'a bomb',
    () => byHand([sheetXml(`<row r="1">${text('A1', 'a'.repeat(300_000_000))}</row>`)]),
    'a.xlsx',
    'too-much-inside',
  ],
  [
    'a book whose sheets are all hidden',
    () => byHand([sheetXml(text('A1', 'a'))], { states: ['state="veryHidden"'] }),
    'a.xlsx',
    'no-rows',
  ],
  ['an empty book', () => writeXlsx({ sheets: [{ name: 'a', rows: [] }] }), 'a.xlsx', 'no-rows'],
  ['an empty file', () => new Uint8Array(), 'a.csv', 'no-rows'],
  [
    'rows that go back',
    () => byHand([sheetXml(`<row r="9">${text('A9', 'a')}</row><row r="2">${text('A2', 'b')}</row>`)]),
    'a.xlsx',
    'damaged',
  ],
  [
    'half a file',
    async () => (await writeXlsx({ sheets: [{ name: 'a', rows: [['b']] }] })).slice(0, 900),
    'a.xlsx',
    'archive',
  ],
  [
    'a part that defines things',
    () => byHand([sheetXml('')], { more: { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' } }),
    'a.xlsx',
    'damaged',
  ],
  ['a PDF', () => Buffer.from('%PDF-1.7 a'), 'a.xlsx', 'no-table'],
  ['an old workbook', () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'a.xls', 'old-office'],
  ['a program', () => Buffer.from('\x7fELF\0\0', 'latin1'), 'a.csv', 'program'],
  ['bytes that are no text', () => Buffer.from([0x61, 0, 0xff, 0, 1, 2]), 'a.csv', 'unknown-encoding'],
])('%s is refused with its reason', async (_, made, name, reason) => {
  expect(await reasonOf(await made(), name)).toBe(reason)
})

test('merges over everything and brackets that never close end in time', { timeout: 60_000 }, async () => {
  const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000)
  const rows = Array.from({ length: 3000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`).join('')
  expect(await reasonOf(byHand([sheetXml(rows, `<mergeCells>${merges}</mergeCells>`)]))).toBe('too-much-inside')
  const open = sheetXml(`<row r="1">${'<c r="A1"><is><t>'.repeat(1_000_000)}</row>`)
  expect(await reasonOf(byHand([open]))).toMatch(/opened|no-rows/)
})

test('a thread that takes too long is ended', async () => {
  const slow = byHand([manyRows()])
  expect(await reasonOf(slow, 'a.xlsx', { milliseconds: 1, megabytes: 256 })).toBe('takes-too-long')
})
