// The browser story of the platform matrix: the sample registers are opened, ten, forty and forty-five platforms stand by type
// and level, a count opens to its entries; what is rolled up stands in the tables; in both languages, also on a phone.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStory } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

let office: Visitor
let page: Page

const story = openStory('matrix', '2026-11-20T09:30:00+08:00', async () => {
  await story.openZone('registers')
  office = await story.enter('fangning')
  page = office.page
})

/** The last figure of a line: its total. */
const totalOf = (line: string) => page.getByRole('row', { name: line }).getByRole('cell').last()

test('platforms stand by type and level, and each count opens to its entries', async () => {
  await page.goto('/registers/platform?view=matrix')
  await page.getByRole('table', { name: '按平台类型和平台级别统计的条数' }).waitFor()
  for (const [line, total] of [
    ['高端研发平台', '10'],
    ['新型研发机构', '40'],
    ['省级工程技术研究中心', '45'],
  ] as const)
    expect(await totalOf(line).textContent(), line).toBe(total)
  await office.look('matrix', 'phone')
  await totalOf('新型研发机构').getByRole('link').click()
  await page.getByText('共 40 条').waitFor()
  await office.look('opened')
})

test('what is rolled up stands in tables and boards', async () => {
  await page.goto('/registers/talent_budget?view=use')
  await page.getByText('2025年科技人才经费（示例）').first().waitFor()
  await office.look('budget', 'phone')
  await page.goto('/registers/space?view=board')
  await page.getByText('云溪双碳智谷加速器（示例）').first().waitFor()
  await office.look('space-board')
  await page.goto('/registers/talent?view=money')
  await page.getByText('待核').first().waitFor()
  await office.look('talent-money', 'phone')
  await page.goto('/registers/challenge?view=money')
  await page.getByText('臂式高空作业平台伸缩臂轻量化').first().waitFor()
  await office.look('challenge-money')
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})
