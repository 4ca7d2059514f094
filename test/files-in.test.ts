// A Word file comes in through the door of the system: read, kept with the way back, shown like any other document.

import { Document, Footer, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentence as sentenceOf } from '#contract/sentences.ts'
import { notTextWord } from '#contract/words.ts'
import { placeAt } from '#domain/place-at.ts'
import type { ImportProgress } from '#domain/progress.ts'
import { wholeFraction } from '#domain/progress-share.ts'
import { run } from '#operations/run.ts'
import { notTextReasons } from '#papers/unreadable.ts'
import { gb18030 } from './support/gb18030.ts'
import { mixedPdf, pdfOf, scannedPdf } from './support/pdf.ts'
import { wordFile as smallWordFile } from './support/zip.ts'
import { bytesOf, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
})
afterAll(() => zone.close())

const rows = [
  ['目标任务', '牵头单位', '完成时限'],
  ['兑现奖补资金', '财政局', '6月底'],
  ['新建农村公路60公里', '交通局', '9月底'],
]

async function wordFile(footer: string): Promise<Uint8Array> {
  const cell = (words: string) => new TableCell({ children: [new Paragraph(words)] })
  const table = new Table({ rows: rows.map((words) => new TableRow({ children: words.map(cell) })) })
  const footers = { default: new Footer({ children: [new Paragraph(footer)] }) }
  const file = new Document({ sections: [{ footers, children: [new Paragraph('2026年重点任务分解表'), table] }] })
  return new Uint8Array(await Packer.toBuffer(file))
}

test('each row waits for review, and its quote leads back to its cell', async () => {
  const office = await zone.as('fangning')
  const input = { fileName: '分解表.docx', date: '2026-01-10' }
  const { document, proposals } = await office('importDocument', input, bytesOf(await wordFile('云溪高新区')))
  expect(document).toMatchObject({ source: 'docx', encoding: 'docx', title: '2026年重点任务分解表' })
  expect(proposals).toBe(2)
  const read = await office('getDocument', { id: document.id })
  const places = await office('getPlaces', { id: document.id })
  const found = read.proposals.map(({ quote, statement }) => {
    expect(read.document.text.slice(statement.start, statement.end)).toBe(quote)
    const { row, column } = placeAt(places, statement.start)!
    return [quote, statement.owner, statement.deadline, row, column]
  })
  expect(found).toEqual([
    ['兑现奖补资金', '财政局', '2026-06-30', 2, 1],
    ['新建农村公路60公里', '交通局', '2026-09-30', 3, 1],
  ])
})

test('a plain text needs no places; a secrecy mark in a footer stops a file', async () => {
  const office = await zone.as('fangning')
  const text = bytesOf(Buffer.from('会议要求，确保6月底前建成三号路。\n'))
  const { document } = await office('importDocument', { fileName: 'a.txt' }, text)
  expect(document).toMatchObject({ source: 'text', placesSha256: null })
  expect(await office('getPlaces', { id: document.id })).toEqual([])
  const secret = office('importDocument', { fileName: 'b.docx' }, bytesOf(await wordFile('机密★5年')))
  await expect(secret).rejects.toMatchObject({ refusal: { code: 'secrecy-mark' } })
})

test('every reason for not reading a file has its sentence in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    expect(notTextReasons.filter((reason) => notTextWord(reason, language) === reason)).toEqual([])
  }
})

const sentence = (n: number) => `确保年内新增高新技术企业${n}家。`
const words = (n: number, before = '') => Buffer.from(before + sentence(n), 'utf16le')
const sheet = (n: number) => writeXlsx({ sheets: [{ name: '目标', rows: [[sentence(n)]] }] })
const kinds: [string, string, string, Uint8Array | Promise<Uint8Array>][] = [
  ['Word', 'a.docx', 'docx docx', smallWordFile(`<w:p><w:r><w:t>${sentence(101)}</w:t></w:r></w:p>`)],
  ['PDF', 'a.pdf', 'pdf pdf', pdfOf(sentence(102))],
  ['Excel', 'a.xlsx', 'xlsx xlsx', sheet(103)],
  ['a web page', 'a.html', 'html utf-8', Buffer.from(`<!doctype html><body><p>${sentence(104)}</p></body>`)],
  ['UTF-8', 'a.txt', 'text utf-8', Buffer.from(sentence(105))],
  ['UTF-16 of Windows', 'b.txt', 'text utf-16le', words(106, '\ufeff')],
  ['UTF-16, the other order', 'c.txt', 'text utf-16be', words(107, '\ufeff').swap16()],
  ['GB18030', 'd.txt', 'text gb18030', gb18030(sentence(108))],
]

test.each(kinds)('%s comes in and the number in it is read', async (_, fileName, told, bytes) => {
  const office = await zone.as('fangning')
  const { document } = await office('importDocument', { fileName, date: '2026-03-05' }, bytesOf(await bytes))
  expect(`${document.source} ${document.encoding}`).toBe(told)
  const { proposals } = await office('getDocument', { id: document.id })
  const place = kinds.findIndex(([, , , one]) => one === bytes)
  expect(proposals.map(({ wording }) => [wording.value, wording.unit])).toEqual([[101 + place, '家']])
})

test('a scan is refused in words that say what to do, and nothing is kept', async () => {
  const office = await zone.as('fangning')
  const before = await office('listDocuments', {})
  const scan = office('importDocument', { fileName: '扫描件.pdf' }, bytesOf(scannedPdf(2)))
  const refusal = await scan.catch((error) => error.refusal)
  expect(sentenceOf(refusal, 'zh')).toBe(
    '无法读取“扫描件.pdf”：这份 PDF 是扫描图片，没有文字，请导入电子版或先做文字识别。',
  )
  expect(await office('listDocuments', {})).toEqual(before)
})

test('a document remembers the pages of which nothing was read', async () => {
  const office = await zone.as('fangning')
  const bytes = mixedPdf('会议要求，要建成六号路。', null, '要建成七号路。')
  const { document, proposals } = await office('importDocument', { fileName: 'm.pdf' }, bytesOf(bytes))
  expect([document.picturePages, proposals]).toEqual([[2], 2])
})

test('an import tells on its way what it does and how much of it is done, page by page', async () => {
  const context = await zone.contextOf('fangning')
  const told: ImportProgress[] = []
  const pages = Array.from(
    { length: 8 },
    (_, i) => `确保年内新增${'高新技术企业专精特新'.slice(i)}企业${i * i + 20}家。`,
  )
  const onProgress = (progress: ImportProgress) => void told.push(progress)
  await run({ ...context, onProgress }, 'importDocument', { fileName: 'p.pdf' }, bytesOf(pdfOf(...pages)))
  expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['received', 'opening', 'reading', 'keeping'])
  const opening = told.filter(({ stage }) => stage === 'opening').map(({ fraction }) => fraction)
  expect(opening).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((page) => page / 8))
  const whole = told.map(wholeFraction)
  expect(whole).toEqual(whole.toSorted((a, b) => a - b))
})

test('by its ticket the sender alone sees how far an import has come, and only while it goes on', async () => {
  const ticket = '01890000-0000-7000-8000-00000000abcd'
  const [office, context] = [await zone.as('fangning'), await zone.contextOf('fangning')]
  const other = { ...context, actor: { ...context.actor, person: ticket } }
  const seen: unknown[] = []
  const onProgress = async () => {
    seen.push(await office('getImportProgress', { ticket }), await run(other, 'getImportProgress', { ticket }))
  }
  const input = { fileName: 'q.pdf', ticket }
  const bytes = bytesOf(pdfOf('要建成三号路。', '要建成四号路。'))
  await run({ ...context, onProgress }, 'importDocument', input, bytes)
  expect(seen).toContainEqual({ stage: 'opening', fraction: 0.5 })
  expect(seen.filter((_, place) => place % 2 === 1).every((one) => one === null)).toBe(true)
  expect(await office('getImportProgress', { ticket })).toBeNull()
})

test('while a document of a million characters is read, others are served', async () => {
  const [office, context] = [await zone.as('fangning'), await zone.contextOf('fangning')]
  const prose = '今年以来全区上下稳中求进，成绩来之不易，综合实力不断增强，发展质量稳步提升，营商环境持续向好。\n'
  const text = `${prose.repeat(18)}确保年内新增高新技术企业12家。\n`.repeat(1050)
  const order: string[] = []
  const answers: Promise<unknown>[] = []
  const onProgress = ({ stage, fraction }: ImportProgress) => {
    if (stage === 'keeping') order.push('read')
    if (stage !== 'reading' || fraction === 0) return
    answers.push(office('listDocuments', {}).then(() => order.push('answered')))
  }
  const input = { fileName: 'long.txt' }
  const { document } = await run({ ...context, onProgress }, 'importDocument', input, bytesOf(Buffer.from(text)))
  expect(document.characters).toBe(text.length)
  expect(document.characters).toBeGreaterThan(900_000)
  await Promise.all(answers)
  expect(order.indexOf('answered')).toBeLessThan(order.indexOf('read'))
  expect(order[0]).toBe('answered')
})
