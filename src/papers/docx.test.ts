// Word files: one made by a library as an office would, others by hand for what no library writes.

import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { expect, test } from 'vitest'
import { placeAt } from '#domain/place-at.ts'
import { readDocx } from '#papers/docx.ts'
import { openPaper } from '#papers/paper.ts'
import { readPaper } from '#papers/task-rows.ts'
import { wordFile } from '../../test/support/zip.ts'

type Cell = string | { text: string; columns?: number; merge?: 'restart' | 'continue' }

const task = { text: '新增高新技术企业100家', merge: 'restart' } as const
const rows: Cell[][] = [
  ['序 号', '目标任务', '工作举措', '牵头单位', '配合单位', '完成时限'],
  ['1', task, '建立企业培育库', '科技创新局', '财政局、税务局', '6月底'],
  ['2', { text: '', merge: 'continue' }, '兑现奖补资金', '财政局', '科技创新局', '年底'],
  ['3', '新建农村公路60公里', '', '交通局', '', '2026年9月30日前'],
]

async function breakdown(): Promise<Uint8Array> {
  const heading = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'official', level } })
  const file = new Document({
    numbering: {
      config: [
        {
          reference: 'official',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
            { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph('2026年重点工作任务分解表'),
          heading('总体要求', 0),
          heading('加强领导', 1),
          heading('压实责任', 1),
          heading('任务分解', 0),
          new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cellOf) })) }),
          heading('工作要求', 0),
          heading('严格督查', 1),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function cellOf(cell: Cell): TableCell {
  const { text, columns, merge } =
    typeof cell === 'string' ? { text: cell } : { columns: undefined, merge: undefined, ...cell }
  return new TableCell({
    children: text.split('\n').map((line) => new Paragraph(line)),
    ...(columns && { columnSpan: columns }),
    ...(merge && { verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
  })
}

const text = `2026年重点工作任务分解表
一、总体要求
（一）加强领导
（二）压实责任
二、任务分解
序号\t目标任务\t工作举措\t牵头单位\t配合单位\t完成时限
1\t新增高新技术企业100家\t建立企业培育库\t科技创新局\t财政局、税务局\t6月底
2\t\t兑现奖补资金\t财政局\t科技创新局\t年底
3\t新建农村公路60公里\t\t交通局\t\t2026年9月30日前
三、工作要求
（一）严格督查
`

test('paragraphs with their numbers, tables row by row, and the way back', async () => {
  const paper = await openPaper(await breakdown(), '分解表.docx')
  expect(paper.text).toBe(text)
  expect(paper.kind).toBe('docx')
  const placeOf = (quote: string) => placeAt(paper.places, text.indexOf(quote) + quote.length - 1)
  expect(placeOf('2026年重点工作')).toMatchObject({ paragraph: 1 })
  expect(placeOf('压实责任')).toMatchObject({ paragraph: 4 })
  expect(placeOf('兑现奖补资金')).toMatchObject({ table: 1, row: 3, column: 3 })
  expect(placeOf('9月30日前')).toMatchObject({ table: 1, row: 4, column: 6 })
  expect(placeOf('严格督查')).toMatchObject({ paragraph: 7 })
})

test('the table as structure: a merged cell has one place in the text', async () => {
  const { tables } = await openPaper(await breakdown(), '分解表.docx')
  const [table] = tables
  expect(table!.header!.map((cell) => cell.text).join(' ')).toBe('序号 目标任务 工作举措 牵头单位 配合单位 完成时限')
  expect(table!.rows.map((row) => row[1]!.text)).toEqual([task.text, task.text, '新建农村公路60公里'])
  for (const cell of [table!.header!, ...table!.rows].flat()) expect(text.slice(cell.start, cell.end)).toBe(cell.text)
})

test('each row of the task table is a commitment with who and when', async () => {
  const statements = readPaper(await openPaper(await breakdown(), '分解表.docx'), { date: '2026-01-10' })
  const said = statements.filter((one) => one.owner).map((one) => [one.title, one.owner, one.deadline].join(' '))
  expect(said).toEqual([
    '建立企业培育库 科技创新局 2026-06-30',
    '兑现奖补资金 财政局 2026-12-31',
    '新建农村公路60公里 交通局 2026-09-30',
  ])
  const shared = statements.find((one) => one.value === 100)
  expect(shared).toMatchObject({ kind: 'target', unit: '家', owner: null, deadline: null })
})

const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
const read = (body: string, others: Record<string, string> = {}) => readDocx(wordFile(body, others)).text

test.each([
  [
    'deleted words go, inserted ones stay',
    `<w:p>${run('完成')}<w:del>${run('80')}</w:del><w:ins>${run('100')}</w:ins>${run('家')}</w:p>`,
    '完成100家\n',
  ],
  [
    'moved words stand where they went',
    `<w:p><w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo>${run('甲')}</w:moveTo></w:p>`,
    '乙甲\n',
  ],
  [
    'a deleted paragraph end joins',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('确保')}</w:p><w:p>${run('完成')}</w:p>`,
    '确保完成\n',
  ],
  ['hidden words', `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r>${run('正文')}</w:p>`, '正文\n'],
  [
    'soft hyphens and joiners',
    `<w:p>${run('高\u00ad新\u200b区')}<w:r><w:softHyphen/><w:t>内</w:t></w:r></w:p>`,
    '高新区内\n',
  ],
  ['a line break is a line', `<w:p>${run('一是')}<w:r><w:br/></w:r>${run('二是')}</w:p>`, '一是\n　二是\n'],
  ['a page break is none', `<w:p>${run('推进')}<w:r><w:br w:type="page"/></w:r>${run('落实')}</w:p>`, '推进落实\n'],
  [
    'a field gives what it shows',
    `<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>${run('3')}</w:p>`,
    '3\n',
  ],
  [
    'content controls and links',
    `<w:sdt><w:sdtContent><w:p><w:hyperlink>${run('文件')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`,
    '文件\n',
  ],
  [
    'ruby is left out',
    `<w:p><w:r><w:ruby><w:rt>${run('yún')}</w:rt><w:rubyBase>${run('云')}</w:rubyBase></w:ruby></w:r></w:p>`,
    '云\n',
  ],
  [
    'a paragraph that begins anew says so',
    `<w:p>${run('牵头单位，工信局')}</w:p><w:p>${run('各单位')}</w:p>`,
    '牵头单位，工信局\n　各单位\n',
  ],
])('%s', (_, body, words) => {
  expect(read(body)).toBe(words)
})

test('a text box is read once, after its paragraph', () => {
  const box = `<w:txbxContent><w:p>${run('框内')}</w:p></w:txbxContent>`
  const twice = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
  const { text: words, places } = readDocx(wordFile(`<w:p>${run('框外。')}<w:r>${twice}</w:r></w:p>`))
  expect(words).toBe('框外。\n框内\n')
  expect(placeAt(places, 5)).toEqual({ start: 4, paragraph: 1, box: true })
})

test('notes stand behind the text, headers and footers beside it', () => {
  const notes = `<w:footnotes><w:footnote w:id="2"><w:p>${run('据统计局。')}</w:p></w:footnote></w:footnotes>`
  const header = `<w:hdr><w:p>${run('秘密★1年')}</w:p></w:hdr>`
  const paper = readDocx(
    wordFile(`<w:p>${run('增长8%。')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
      footnotes: notes,
      header1: header,
    }),
  )
  expect(paper.text).toBe('增长8%。\n据统计局。\n')
  expect(placeAt(paper.places, 7)).toMatchObject({ note: 2 })
  expect(paper.margins).toEqual(['秘密★1年'])
})

const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${run(words)}</w:p></w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

test('a heading of two rows names the columns; who merges down speaks for each row; the heading again is left out', () => {
  const top = row(cell('事项', '<w:vMerge w:val="restart"/>'), cell('责任分工', '<w:gridSpan w:val="2"/>'))
  const names = row(cell('', '<w:vMerge/>'), cell('牵头单位'), cell('配合单位'))
  const rows = [
    row(cell('完成甲'), cell('交通局', '<w:vMerge w:val="restart"/>'), cell('')),
    row(cell('完成乙'), cell('', '<w:vMerge/>'), cell('财政局')),
  ]
  const { text: words, tables } = readDocx(wordFile(`<w:tbl>${top}${names}${rows.join('')}${names}</w:tbl>`))
  expect(tables[0]!.header!.map((each) => each.text)).toEqual(['事项', '牵头单位', '配合单位'])
  expect(words).toBe('事项\t责任分工\n\t牵头单位\t配合单位\n完成甲\t交通局\n完成乙\t交通局\t财政局\n')
})

test('a table in a cell is part of the cell, a table of one cell a frame, a deleted row is gone', () => {
  const inner = `<w:tbl>${row(cell('内甲'), cell('内乙'))}</w:tbl>`
  const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell('删')}${cell('除')}</w:tr>`
  const outer = row(cell('左'), `<w:tc>${inner}<w:p>${run('右')}</w:p></w:tc>`)
  expect(read(`<w:tbl>${gone}${outer}${row(cell('下'), cell('下二'))}</w:tbl>`)).toBe(
    '左\t内甲   内乙   右\n下\t下二\n',
  )
  expect(read(`<w:tbl>${row(cell('请认真贯彻执行。'))}</w:tbl>`)).toBe('请认真贯彻执行。\n')
})
