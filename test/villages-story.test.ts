// The browser story of the villages page: the matrix of a standard, a check recorded in it, a sheet made, another version; an
// area proposed, changed by a person and kept; batches and towns.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStory } from './support/story.ts'
import { choose, type Visitor } from './support/visitor.ts'

let office: Visitor
let page: Page

const story = openStory('villages', '2026-11-25T09:30:00+08:00', async () => {
  await story.openZone('registers')
  office = await story.enter('fangning')
  page = office.page
})

const province = '省级宜居宜业和美乡村“十有”'

async function pick(label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(words, { exact: true }).click()
}

test('villages stand against the items of a standard; what has no basis says so', async () => {
  await page.goto('/map')
  await page.getByRole('link', { name: '和美乡村', exact: true }).click()
  await page.getByText('共 10 项，依据已明确 3 项，待补 7 项').waitFor()
  await page.getByRole('button', { name: '望溪村，环境有提升：不达标 问题未销号' }).waitFor()
  await page
    .getByRole('row', { name: /石桥村/ })
    .getByText('3/3')
    .waitFor()
  await office.look('criteria', 'phone')
})

test('a check is changed where it is seen, and a sheet is made for a village', async () => {
  await page.getByRole('checkbox', { name: '含未检查的村' }).check()
  await pick('检查层级', '县级自验')
  await page.getByRole('button', { name: '望溪村，管护有机制：达标' }).click()
  const form = page.getByRole('dialog', { name: '望溪村 · 管护有机制' })
  await form.getByLabel('发现问题').fill('公厕保洁记录不全')
  await office.look('check')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '为芦湾村建检查表' }).click()
  await page.getByText('已为芦湾村建 10 个检查项，均为未查。').waitFor()
  await page.getByRole('button', { name: '芦湾村，村庄有规划：未查' }).waitFor()
})

test('another version has a matrix of its own and does not claim to be the province’s', async () => {
  await pick('检查层级', '全部层级')
  await pick('标准版本', '铜山区农村人居环境“十有”（旧）')
  await page.getByText('不是省级宜居宜业和美乡村标准').waitFor()
  await page.getByRole('button', { name: '青石村，有供排水系统：基本达标 问题未销号' }).waitFor()
  await office.look('criteria-older')
  await pick('标准版本', province)
  await page.getByText('待补 7 项').waitFor()
})

test('an area is proposed, changed and kept', async () => {
  await page.getByText('片区谋划', { exact: true }).click()
  await page.getByRole('heading', { name: /第 1 组/ }).waitFor()
  await page.getByRole('button', { name: '编辑此组' }).first().click()
  const plan = page.getByRole('region', { name: '片区方案' })
  await plan.getByText('不是道路里程').waitFor()
  await page.waitForTimeout(1500)
  await office.look('area-proposed')
  const count = await plan.getByRole('listitem').count()
  await page.locator('summary').click()
  await page.getByRole('button', { name: '加入梨园村' }).click()
  expect(await plan.getByRole('listitem').count()).toBe(count + 1)
  await plan.getByRole('button', { name: '去掉梨园村' }).click()
  await plan.getByRole('textbox', { name: '片区名称' }).fill('水韵白沙片区')
  await plan.getByRole('textbox', { name: '主题' }).fill('水岸田园')
  await choose(plan, '牵头单位', '农业农村')
  await page.waitForTimeout(500)
  await office.look('area-changed')
  await plan.getByRole('button', { name: '保存为片区' }).click()
  await page.getByText('已保存片区“水韵白沙片区”。').waitFor()
  await page.getByRole('link', { name: '水韵白沙片区' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await page.getByRole('heading', { name: /第 1 组/ }).waitFor()
  await page.waitForTimeout(1500)
  await office.look('areas-phone')
  await page.setViewportSize({ width: 1600, height: 1000 })
})

test('batches, towns and re-checks', async () => {
  await page.getByText('批次与覆盖', { exact: true }).click()
  await page.getByText('1,241').waitFor()
  await page.getByText('12 个镇街中 10 个有命名村').waitFor()
  await office.look('batches', 'phone')
})

test('in English too', async () => {
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: '中文' }).waitFor()
  await page.goto('/villages')
  await page.getByText('10 items; 3 have a basis').waitFor()
  await office.look('criteria-en')
  await page.locator('.ant-segmented').getByText('Areas', { exact: true }).click()
  await page.getByRole('heading', { name: /Group 1/ }).waitFor()
  await page.waitForTimeout(1500)
  await office.look('areas-en')
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})
