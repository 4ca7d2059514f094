// The browser story of bringing a table into a register: the file, its columns, the trial with every mistake where it is, the
// import in the background, the refused lines as a file; in both languages, also on a phone.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { run } from '#operations/run.ts'
import { workbook } from './support/imports.ts'
import { openStory } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

const files = mkdtempSync(join(tmpdir(), 'luoshi-import-story-'))
let office: Visitor
let page: Page

const story = openStory('import', '2026-06-08T09:30:00+08:00', async () => {
  await story.openZone()
  const asOffice = await story.server.as('fangning')
  const { shipped } = await run(asOffice, 'listRegisters', {})
  for (const code of ['enterprise', 'investment'])
    await run(asOffice, 'defineRegister', { definition: shipped.find((one) => one.code === code)! })
  office = await story.enter('fangning')
  page = office.page
})
afterAll(() => rmSync(files, { recursive: true, force: true }))

async function file(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(files, name)
  writeFileSync(path, bytes)
  return path
}

const heads = ['项目', '项目代码', '产业链', '总投资', '牵头部门', '签约日期', '推进·签约', '备注']
const lines = [
  ['云溪新能源电池项目', 'P-1', '电子信息', 25_000, '招商局', '2026年3月5日', '2026/3/5', '略'],
  ['白沙精密制造项目', 'P-2', '其他', '3.2亿元', '经发局', '2026-04-01', null, null],
  ['青石生物医药项目', 'P-3', '生物', '约两亿', '招商', null, null, null],
]

test('a table is sent, its heads are found and columns proposed', async () => {
  await page.goto(`${story.server.address}/registers/investment`)
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page.getByText('还没有导入过').waitFor()
  await office.look('file', 'phone')
  const bytes = await workbook([['2026年招商项目情况表'], [null, null, null, '单位：万元'], heads, ...lines])
  await page.locator('input[type=file]').setInputFiles(await file('招商项目.xlsx', bytes))
  await page.getByRole('button', { name: '上传', exact: true }).click()
  await page.getByRole('heading', { name: '列的对应' }).waitFor()
  await page.getByText('名称相近，请核对').first().waitFor()
  await page.getByText('第 3 行：项目｜项目代码').waitFor()
  await office.look('columns', 'phone')
})

test('it is tried: what is new, what is wrong and where; nothing is changed', async () => {
  const target = page.getByRole('combobox', { name: '“牵头部门”对应' })
  await target.fill('牵头单位')
  await target.press('Enter')
  await page.getByRole('button', { name: '试导入' }).click()
  await page.getByText('试导入完成，尚未写入').waitFor()
  await page.getByText('“生物”不在可选项中').waitFor()
  await page.getByText('“约两亿”不是数字').waitFor()
  await page.getByText('没有“招商”').waitFor()
  await office.look('tried', 'phone')
  await page.getByRole('button', { name: '不能导入 1' }).click()
  await page.getByRole('cell', { name: '青石生物医药项目' }).waitFor()
  expect(await page.getByRole('cell', { name: '云溪新能源电池项目' }).count()).toBe(0)
})

test('it is carried out, and the refused line comes back as a file', async () => {
  await page.getByRole('button', { name: '写入 2 行' }).click()
  await page.getByText('导入完成').waitFor()
  await office.look('done', 'phone')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载不能导入的行（1）' }).click(),
  ])
  const { sheets } = await readXlsx(readFileSync(await download.path()))
  expect(sheets[0]!.rows[2]!.at(-1)).toBe(
    'C6“产业链”：“生物”不在可选项中（安全应急、汽车及高端装备制造、电子信息、生物医药、新能源及电力电子、其他）；D6“总投资”：“约两亿”不是数字；E6“牵头部门”：没有“招商”，或不在您的权限范围内',
  )
  await page.getByRole('link', { name: '返回招商项目台账' }).click()
  await page.getByText('白沙精密制造项目').first().waitFor()
})

test('what is shown goes out as a file, and comes in again as it was', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('招商项目台账2026-06-08.xlsx')
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page.getByRole('link', { name: '招商项目.xlsx' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(await file('again.xlsx', readFileSync(await download.path())))
  await page.getByRole('button', { name: '上传', exact: true }).click()
  await page.getByRole('button', { name: '试导入' }).click()
  await page.getByText('没有可写入的行').waitFor()
  await page.getByRole('button', { name: '无变化 2' }).waitFor()
})

test('a file that is none is refused in a sentence', async () => {
  await page.getByRole('link', { name: '导入另一个文件' }).click()
  await page.locator('input[type=file]').setInputFiles(await file('a.pdf', Buffer.from('%PDF-1.4 nothing')))
  await page.getByRole('button', { name: '上传', exact: true }).click()
  await page.getByText('不是表格，请用 .xlsx 或 .csv').waitFor()
})

test('in English too', async () => {
  await page.getByRole('button', { name: 'English' }).first().click()
  await page.getByRole('link', { name: '招商项目.xlsx' }).click()
  await page.getByText('· imported').waitFor()
  await page.getByText('“约两亿” is not a number').waitFor()
  await office.look('english', 'phone')
  expect(story.gallery.problems).toEqual([])
})
