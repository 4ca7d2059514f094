// The browser stories of the reviewer's desk. A promise met again: the desk shows it beside the proposal, an officer merges it, the commitment's
// page says which document is in force and what disagrees, the register lists it, an officer rules. The
// gallery: what is read as what, read again in this browser. In both languages.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { mixedPdf, pdfOf } from './support/pdf.ts'
import { openStory } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'
import { bytesOf } from './support/zone.ts'

let office: Visitor
let page: Page
let again: string

const story = openStory('desk', '2026-06-08T09:30:00+08:00', async () => {
  await story.openZone()
  await adoptAll('2026-01-12', '2026年工作要点', plan)
  await adoptAll('2026-02-20', '交通工作专题会议纪要', '会议要求，年内新建农村公路80公里。')
  again = (await broughtIn('2026-05-08', '党工委会议纪要（五月）', secondMinutes)).document.id
  office = await story.enter('fangning')
  page = office.page
})

const plan = `年内力争新增高新技术企业100家。年内新建农村公路60公里。`
const secondMinutes = `会议强调，年内确保新增高新技术企业120家。财政局牵头，年内新增上市企业2家。`

async function broughtIn(date: string, title: string, text: string) {
  const input = { fileName: `${date}.txt`, title, date }
  return (await run(
    await story.server.as('fangning'),
    'importDocument',
    input,
    bytesOf(text),
  )) as OutputOf<'importDocument'>
}

async function adoptAll(date: string, title: string, text: string): Promise<void> {
  const context = await story.server.as('fangning')
  const { document } = await broughtIn(date, title, text)
  const { proposals } = await run(context, 'getDocument', { id: document.id })
  const { units } = await run(context, 'getDirectory', {})
  const lead = units.find(({ shortName }) => shortName === '科创局')!.id
  for (const { id, version } of proposals) await run(context, 'adoptProposal', { id, version, duty: { lead } })
}

test('the look-alike stands beside the proposal, with what has changed', async () => {
  await page.goto(`/documents/${again}`)
  const alike = page.getByRole('region', { name: '疑似同一事项' })
  await alike.getByText('数值由 100家 改为 120家').waitFor()
  await page.getByText('上次《2026年工作要点》第 1 条同类事项交科创局').waitFor()
  await office.look('look-alike', 'phone')
  await alike.getByRole('button', { name: '并入 001-001' }).click()
  await page.getByText('事项目标值由 100家 改为 120家').waitFor()
  await office.look('merge', 'phone')
  await page.getByRole('button', { name: '并入', exact: true }).click()
  await page.getByText('已处理 1 /').waitFor()
})

test('the unit that the text names is offered first', async () => {
  await page.getByText('由原文推断为“财政局”').waitFor()
  await office.look('named-unit')
  await page.getByRole('button', { name: '用财政局' }).click()
  await page.getByText('由原文推断为“财政局”').waitFor({ state: 'hidden' })
})

test('the register lists what disagrees, and an officer rules', async () => {
  await page.goto('/commitments')
  await page.getByRole('button', { name: /口径不一 1 项/ }).click()
  await page.getByText('共 1 项').waitFor()
  await office.look('register', 'phone')
  await page.getByRole('link', { name: /新增高新技术企业120家/ }).click()
  await page.getByText('口径不一：不同文件写的数值不同').waitFor()
  await office.look('disputed', 'phone')
  await page.getByRole('button', { name: '以此为准' }).first().click()
  const form = page.getByRole('dialog', { name: '以此为准' })
  await form.getByLabel('理由').fill('以年初工作要点为准，五月纪要系口头提法')
  await office.look('ruling')
  await form.getByRole('button', { name: '以此为准' }).click()
  await page.getByText('经确认以此为准').waitFor()
  await page.getByRole('heading', { level: 1, name: /新增高新技术企业100家/ }).waitFor()
  await office.look('ruled', 'phone')
})

test('what was adopted twice is seen on both pages', async () => {
  await page.goto('/commitments')
  await page.getByRole('link', { name: /新建农村公路60公里/ }).click()
  await page.getByText('口径不一：本事项 60公里，该事项 80公里。').waitFor()
  await office.look('adopted-twice', 'phone')
})

test('the gallery reads every marked passage again, in the browser', async () => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto(`/documents/${again}`)
  await page.getByRole('button', { name: /快捷键/ }).click()
  const way = page.getByRole('link', { name: '查看识读样例' })
  await way.waitFor()
  expect(loaded.filter((url) => url.includes('gallery'))).toEqual([])
  await office.look('help')
  await way.click()
  await page.getByRole('heading', { level: 1, name: '识读样例' }).waitFor()
  await office.look('gallery', 'phone')
  const themes = page.getByRole('navigation', { name: '主题' }).getByRole('button')
  for (const theme of await themes.all()) {
    await theme.click()
    await page
      .locator('.gallery-sum')
      .getByText(/全部相符|处有出入/)
      .waitFor()
  }
  await office.look('gallery-mentions', 'phone')
})

// Whether all is as marked, src/reading's own tests say; here every theme must be there and be read.
test('a mark that does not hold is shown beside what is read', async () => {
  await page.goto('/gallery?theme=lists')
  const card = page.getByRole('article').first()
  await card.getByRole('button', { name: '改改看' }).click()
  const field = card.getByRole('textbox')
  await field.fill((await field.inputValue()).replace('target 30家', 'target 31家'))
  await card.getByText('1 处有出入').waitFor()
  await card.getByText('✗ 有出入').waitFor()
  await office.look('gallery-differs')
  await field.fill('%% x\n〔力争新增高企100家｜goal〕')
  await card.getByText('标注写法有误').waitFor()
})

test('a long PDF shows how far it has come', async () => {
  await page.goto('/documents')
  await page.getByRole('button', { name: '导入文件' }).click()
  // No two pages may begin alike: what stands on every page is taken for a running head.
  const flower = (n: number) => [...String(n * n)].map((digit) => '梅兰竹菊桃李荷桂松柏'[Number(digit)]).join('')
  const lines = Array.from({ length: 2900 }, (_, i) => `${flower(i)}开在园中，${flower(i + 7)}开在路旁。`)
  const buffer = Buffer.from(pdfOf(...lines))
  await page.locator('input[type=file]').setInputFiles({ name: '长文件.pdf', mimeType: 'application/pdf', buffer })
  await page.getByRole('button', { name: '导入并识读' }).click()
  await page.getByText(/正在打开文件，共完成 [1-5]\d%/).waitFor()
  await office.look('import-under-way')
  await page.getByText('没有识读出条目').waitFor({ timeout: 60_000 })
})

test('pages that are pictures are named before the review', async () => {
  await page.goto('/documents')
  await page.getByRole('button', { name: '导入文件' }).click()
  const buffer = Buffer.from(mixedPdf('会议要求，年内新建幼儿园3所。', null, '年内新建小学2所。'))
  await page.locator('input[type=file]').setInputFiles({ name: '附图.pdf', mimeType: 'application/pdf', buffer })
  await page.getByRole('button', { name: '导入并识读' }).click()
  await page.getByRole('dialog').getByText('第 2 页是图片').waitFor()
  await office.look('picture-pages-told')
  await page.getByRole('link', { name: '去审读' }).click()
  await page.getByRole('listbox', { name: '识读出的条目' }).waitFor()
  await office.look('picture-pages', 'phone')
})

test('a long text shows how far its reading has come', async () => {
  await page.goto('/documents')
  await page.getByRole('button', { name: '导入文件' }).click()
  const buffer = Buffer.from('会议认为，各单位交流了做法，气氛热烈；会后参观了展厅。\n'.repeat(34_000))
  await page.locator('input[type=file]').setInputFiles({ name: '长文.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: '导入并识读' }).click()
  await page.getByText(/正在(识读|保存)，共完成 \d\d%/).waitFor()
  await office.look('reading-under-way')
  await page.getByText('没有识读出条目').or(page.getByRole('option').first()).waitFor({ timeout: 60_000 })
})

test('the same in English', async () => {
  await page.goto('/gallery')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Examples of reading' }).waitFor()
  await office.look('gallery-english')
  await page.goto('/commitments')
  await page.getByRole('link', { name: /新增高新技术企业100家/ }).click()
  await page.getByText('ruled by an officer').waitFor()
  await office.look('ruled-english')
  await page.goto(`/documents/${again}`)
  await page.getByRole('button', { name: /^Merged/ }).click()
  await page.getByRole('option').first().click()
  await page.getByText('the text does not say it').waitFor()
  await office.look('review-english')
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})
