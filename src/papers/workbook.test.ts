// Excel files: what the sheet shows becomes lines and tables, each cell with its address.

import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { placeAt } from '#domain/place-at.ts'
import { openPaper } from '#papers/paper.ts'
import { readPaper } from '#papers/task-rows.ts'
import { zip } from '../../test/support/zip.ts'

const breakdown: WriteSheet = {
  name: '任务分解',
  rows: [
    ['2026年重点任务分解表', null, null, null, null],
    [null, null, null, null, null],
    ['序号', '目标任务', '责任单位', '完成\n时限', '目标值'],
    [1, '新建农村公路60公里', '交通局', new Date('2026-09-30T00:00:00Z'), null],
    [2, '兑现奖补资金', '财政局\n科技创新局', '年底', null],
    [3, '污水集中处理率', null, '年底', 0.95],
  ],
  merges: [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
    { startRow: 4, startCol: 2, endRow: 5, endCol: 2 },
  ],
  cells: new Map([['5,4', { value: 0.95, style: { numFmt: '0%' } }]]),
}

test('a sheet is a title and a table; every cell leads back to its address', async () => {
  const paper = await openPaper(await writeXlsx({ sheets: [breakdown] }), '分解表.xlsx')
  expect(paper.text).toBe(`2026年重点任务分解表
序号\t目标任务\t责任单位\t完成时限\t目标值
1\t新建农村公路60公里\t交通局\t2026年9月30日
2\t兑现奖补资金\t财政局   科技创新局\t年底
3\t污水集中处理率\t财政局   科技创新局\t年底\t95%
`)
  const placeOf = (quote: string) => placeAt(paper.places, paper.text.indexOf(quote))
  expect(placeOf('重点任务')).toMatchObject({ sheet: '任务分解', cell: 'A1' })
  expect(placeOf('60公里')).toMatchObject({ sheet: '任务分解', cell: 'B4' })
  expect(placeOf('95%')).toMatchObject({ cell: 'E6' })
})

test('rows are commitments; a figure whose parts stand in columns is a target', async () => {
  const paper = await openPaper(await writeXlsx({ sheets: [breakdown] }), '分解表.xlsx')
  const said = readPaper(paper, { date: '2026-01-10' }).map((one) =>
    [one.kind, one.indicator ?? one.title, one.value, one.unit, one.owner, one.deadline].join(' '),
  )
  expect(said.slice(-2)).toEqual([
    'task 兑现奖补资金   财政局、科技创新局 2026-12-31',
    'target 污水集中处理率 95 % 财政局、科技创新局 2026-12-31',
  ])
  expect(said.find((one) => one.includes(' 60 '))).toMatch(/^target .* 60 公里 交通局 2026-09-30$/)
})

test('hidden sheets, rows and columns are not read; two tables on a sheet stay apart', async () => {
  const sheets: WriteSheet[] = [
    {
      name: '甲',
      rows: [['一', '二'], ['藏', '起'], ['三', '四'], [], ['五', '六'], ['七', '八']],
      rowDefs: new Map([[1, { hidden: true }]]),
    },
    { name: '乙', rows: [['不读']], hidden: true },
  ]
  const paper = await openPaper(await writeXlsx({ sheets }), 'a.xlsx')
  expect(paper.text).toBe('一\t二\n三\t四\n五\t六\n七\t八\n')
  expect(paper.tables).toHaveLength(2)
})

test('a formula gives the value kept with it, never more', async () => {
  const cells = '<c r="A1" t="str"><f>WEBSERVICE("http://a")</f><v>完成率</v></c><c r="B1"><f>1+1</f><v>3</v></c>'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bytes = zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r0" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  })
  expect((await openPaper(bytes, 'a.xlsx')).text).toBe('完成率\t3\n')
})
