// PDF files as a browser prints them: Chinese text over two pages, a table cut by the page, headers and page numbers.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refused } from '#base/refusal.ts'
import { placeAt } from '#domain/place-at.ts'
import { openPaper, type Paper } from '#papers/paper.ts'
import { plain } from '#papers/pdf-glyphs.ts'
import { readPaper } from '#papers/task-rows.ts'
import { openBrowser } from '../../test/support/browser.ts'
import { fontlessPdf, mixedPdf, pdfOf, scannedPdf } from '../../test/support/pdf.ts'

const sentence = '坚持稳中求进工作总基调，统筹推进各项工作任务落实。'
const rows = Array.from({ length: 24 }, (_, i) => [`${i + 1}`, `培育省级专精特新企业${i + 10}家`, '工信局', '年底'])
const style = `body { font-size: 16pt; line-height: 1.8 } p { text-indent: 2em; margin: 0 } h1 { text-align: center }
  table { border-collapse: collapse } td, th { border: 1px solid; padding: 4px } td:nth-child(2) { width: 9em }
  .two { columns: 2; column-gap: 3em; text-align: justify }`

let browser: Browser
let paper: Paper

beforeAll(async () => {
  browser = await openBrowser()
  paper = await openPaper(await printed(notice(), true), '通知.pdf')
})
afterAll(() => browser?.close())

async function printed(html: string, withMargins = false): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    await page.setContent(`<html lang="zh"><style>${style}</style><body>${html}</body></html>`)
    return await page.pdf({
      format: 'A4',
      displayHeaderFooter: withMargins,
      headerTemplate: '<span style="font-size: 9px">云溪高新区文件</span>',
      footerTemplate: '<span style="font-size: 9px">— <span class="pageNumber"></span> —</span>',
      margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
    })
  } finally {
    await page.close()
  }
}

function notice(): string {
  const table = [['序号', '目标任务', '牵头单位', '完成时限'].map((name) => `<th>${name}</th>`)]
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return `<h1>关于2026年重点任务分解的通知</h1><p>各单位：</p>
    <p>确保年内新增高新技术企业100家，力争规上工业增加值增长8%以上，推动园区高质量发展，现将任务分解如下，请认真组织实施。</p>
    <p>一、总体要求</p><p>${sentence.repeat(8)}</p>
    <table><thead><tr>${table[0]!.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>
    <p>二、工作要求</p><p>${sentence.repeat(16)}</p>`
}

test('text equal up to blanks; headers and page numbers stand beside it', () => {
  const expected = [
    '关于2026年重点任务分解的通知',
    '各单位：',
    '确保年内新增高新技术企业100家，力争规上工业增加值增长8%以上，推动园区高质量发展，现将任务分解如下，请认真组织实施。',
    '一、总体要求',
    sentence.repeat(8),
    '序号\t目标任务\t牵头单位\t完成时限',
    ...rows.map((cells) => cells.join('\t')),
    '二、工作要求',
    sentence.repeat(16),
  ]
  expect(paper.text.replaceAll('\u3000', '').trim().split('\n')).toEqual(expected)
  expect(paper.margins).toContain('云溪高新区文件')
})

test('every quote leads back to its page, in a table to its cell', () => {
  const placeOf = (quote: string) => placeAt(paper.places, paper.text.indexOf(quote))
  expect(placeOf('100家')).toMatchObject({ page: 1 })
  expect(placeOf('序号')).toMatchObject({ page: 1, table: 1, row: 1, column: 1 })
  expect(placeOf('企业33家')).toMatchObject({ table: 1, column: 2 })
  expect(placeOf('企业33家')!.page).toBeGreaterThan(1)
  expect(placeOf('二、工作要求')!.page).toBeGreaterThan(1)
})

test('the table is one over its pages, and each row a commitment', () => {
  expect(paper.tables).toHaveLength(1)
  expect(paper.tables[0]!.rows.map((row) => row.map((cell) => cell.text))).toEqual(rows)
  const targets = readPaper(paper, { date: '2026-01-10' }).filter((one) => one.owner === '工信局')
  expect(targets.map((one) => `${one.value} ${one.deadline}`)).toEqual(rows.map((_, i) => `${i + 10} 2026-12-31`))
})

test('two columns are read one after the other', async () => {
  const words = Array.from({ length: 30 }, (_, i) => `第${i + 1}句话说明这项工作怎样抓好怎样落实。`)
  const { text } = await openPaper(await printed(`<h1>简报</h1><div class="two">${words.join('')}</div>`), 'a.pdf')
  expect(text.replaceAll(/[\s\u3000]/g, '')).toBe(`简报${words.join('')}`)
})

test('a picture of text is refused with its own reason', async () => {
  const picture = await browser.newPage()
  await picture.setContent(`<body><h1>${sentence}</h1></body>`)
  const shot = (await picture.screenshot()).toString('base64')
  await picture.close()
  const bytes = await printed(`<img src="data:image/png;base64,${shot}" style="width: 100%">`)
  const refused = await openPaper(bytes, 'a.pdf').catch((error) => error)
  expect((refused as Refused).refusal).toEqual({
    code: 'not-text',
    facts: { fileName: 'a.pdf', reason: 'scanned-pdf' },
  })
})

test.each([
  ['GBK-EUC-H', 'c8b7b1a3cdeab3c9313030bcd2a1a3'],
  ['UniGB-UCS2-H', '786e4fdd5b8c62100031003000305bb63002'],
])('the letters of a Chinese font that is not in the file, by %s', async (encoding, codes) => {
  const { text } = await openPaper(fontlessPdf(encoding, Buffer.from(codes, 'hex')), 'a.pdf')
  expect(text).toBe('确保完成100家。\n')
})

test('glyph numbers that nothing says the letters of are refused, not guessed', async () => {
  const refused = await openPaper(fontlessPdf('Identity-H', Buffer.from('079309290d80', 'hex')), 'a.pdf').catch(
    (e) => e,
  )
  expect((refused as Refused).refusal).toMatchObject({ facts: { reason: 'letterless-pdf' } })
})

test('a page as short as can be, with its words in one run', async () => {
  expect((await openPaper(pdfOf('确保完成100家。'), 'a.pdf')).text).toBe('确保完成100家。\n')
})

test.each([
  ['one page', scannedPdf(1)],
  ['many pages', scannedPdf(12)],
  ['pages with a stamped number', scannedPdf(3, '- 1 -')],
  ['pages with a stamped name and number', scannedPdf(6, 'Yunxi High-tech Zone 2026 No. 12 - page 1 of 6')],
])('a scan is refused with its own reason: %s', async (_, bytes) => {
  const refused = await openPaper(bytes, 'a.pdf').catch((error) => error)
  expect((refused as Refused).refusal).toMatchObject({ code: 'not-text', facts: { reason: 'scanned-pdf' } })
})

test.each(['增⻓=增长', '⼯业=工业', '⻛险=风险', '⻚⻢⻋⻔=页马车门', '⺟⻳=母龟', '长工=长工'])(
  'the signs of radicals: %s',
  (line) => {
    const [signs, read] = line.split('=') as [string, string]
    expect([...signs].map(plain).join('')).toBe(read)
  },
)

test('pages that are pictures among pages of words are named, not passed over', async () => {
  const paper = await openPaper(mixedPdf('确保完成100家。', null, '要建成三号路。', null, '要成立专班。'), 'a.pdf')
  expect(paper.text).toContain('三号路')
  expect(paper.picturePages).toEqual([2, 4])
  expect(await openPaper(pdfOf('确保完成100家。'), 'a.pdf')).not.toHaveProperty('picturePages')
})
