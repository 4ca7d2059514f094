// The browser story of plans: the wall chart of a register with its flags, opened, moved through by keys, in both languages, on a
// phone and on A3 paper; the calendar; the page of a project whose permits come on the day of handover.

import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { openStory } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

let office: Visitor
let page: Page

const story = openStory('gantt', '2026-11-20T09:30:00+08:00', async () => {
  await story.openZone('registers')
  office = await story.enter('fangning')
  page = office.page
})

test('the wall chart of land starts: flags, figures, today, opened to its nodes', async () => {
  await page.goto('/registers/land_start?view=chart')
  await page.getByRole('grid', { name: '挂图作战' }).waitFor()
  await page.getByText('土地证到施工许可证').waitFor()
  expect(await page.getByRole('row').count()).toBe(10)
  await page.getByRole('img', { name: '红旗 按期完成 9' }).first().waitFor()
  await office.look('land-start', 'phone')
  await page.getByRole('button', { name: '展开启岳动力电池基地项目的节点' }).click()
  await page.getByRole('row', { name: /^施工图审查/ }).waitFor()
  await office.look('land-start-open', 'phone')
})

test('by keys: down, open, close, larger and smaller', async () => {
  await page.goto('/registers/investment?view=chart')
  const grid = page.getByRole('grid', { name: '挂图作战' })
  await grid.waitFor()
  await office.look('investment', 'phone')
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('tr[aria-selected="true"]').getAttribute('data-place')).toBe('1')
  const before = await page.getByRole('row').count()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('row').count()).toBeGreaterThan(before)
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByRole('row').count()).toBe(before)
  await page.keyboard.press('-')
  await page.getByText('3季度').first().waitFor()
  await office.look('investment-quarters')
  await page.keyboard.press('+')
})

test('printed on A3 across: every line, not only those in sight', async () => {
  await page.addInitScript(() => {
    window.print = () => {
      document.title = 'printing'
    }
  })
  await page.goto('/registers/investment?view=chart')
  await page.getByRole('button', { name: '打印' }).click()
  await page.waitForFunction(() => document.title === 'printing')
  const { entries } = (await run(await story.server.as('fangning'), 'showGantt', {
    ...{ register: 'investment', course: 'network:main', dates: [], filter: [], descending: false, limit: 200 },
  })) as OutputOf<'showGantt'>
  expect(await page.locator('tr.gantt-entry').count()).toBe(entries.length)
  writeFileSync(`${story.folder}/chart.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
})

test('the page of a project: its network, what drives it, a plan changed and approved by somebody else', async () => {
  await page.goto('/registers/land_start?view=chart')
  await page.getByRole('button', { name: '启岳动力电池基地项目', exact: true }).click()
  const section = page.getByRole('region', { name: '计划与网络图' })
  await section.getByText('第 1 版计划，2026-10-09 批准。').waitFor()
  await section.getByRole('img', { name: '网络图' }).waitFor()
  await office.look('entry-plan', 'phone')
  await section.getByRole('button', { name: '调整计划' }).click()
  const form = page.getByRole('dialog', { name: '调整计划' })
  await form.getByRole('radio', { name: '倒排' }).waitFor()
  await form.getByLabel('目标日期').fill('2026-12-25')
  await page.keyboard.press('Tab')
  await office.look('lay-plan', 'phone')
  await form.getByLabel('延期理由').fill('冬季施工安排调整')
  await form.getByRole('button', { name: '保存，报请批准' }).click()
  await section.getByText('另有一版计划待批准').waitFor()
  expect(await section.getByRole('button', { name: '批准计划' }).isDisabled()).toBe(true)
  const { entries } = (await run(await story.server.as('bailu'), 'listEntries', {
    ...{ register: 'land_start', filter: [], text: '启岳', removed: false, descending: false, limit: 5 },
  })) as OutputOf<'listEntries'>
  const place = { register: 'land_start', id: entries[0]!.id, course: 'network:to_permit' }
  await run(await story.server.as('bailu'), 'approvePlan', { ...place, version: 3 })
  await page.reload()
  await section.getByText('第 2 版计划，2026-11-20 批准。').waitFor()
  await section.getByText('历次计划（2）').click()
  await section.getByText('延期理由：冬季施工安排调整').waitFor()
  await page.getByText('批准计划').first().waitFor()
  await section.scrollIntoViewIfNeeded()
  await office.look('entry-plan-versions')
  writeFileSync(`${story.folder}/entry.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
})

test('what is owed stands on the network of a project that is done', async () => {
  await page.goto('/registers/land_start?view=chart')
  await page.getByRole('button', { name: '红外光学镜头项目', exact: true }).click()
  const section = page.getByRole('region', { name: '计划与网络图' })
  await section.getByText('质量安全监督资料，2026-11-30 前补交').waitFor()
  await office.look('entry-owed')
})

test('the clock of applications: what is due first, what has run out', async () => {
  await page.goto('/registers/approval?view=clock')
  await page.getByText('已超时限').first().waitFor()
  await page.getByRole('link', { name: '云溪热力有限公司：取水许可' }).first().waitFor()
  await office.look('approval-clock')
})

test('of five hundred projects only those in sight are drawn, and the last is reached by scrolling', async () => {
  const { units } = (await run(await story.server.as('fangning'), 'getDirectory', {})) as OutputOf<'getDirectory'>
  const lead = units.find(({ shortName }) => shortName === '审批局')!.id
  const lines = Array.from({ length: 500 }, (_, i) => ({ name: `储备项目${String(i + 1).padStart(3, '0')}`, lead }))
  await run(await story.server.as('fangning'), 'addEntries', { register: 'land_start', lines, trial: false })
  await page.goto('/registers/land_start?view=chart&sort=%2B')
  const grid = page.getByRole('grid', { name: '挂图作战' })
  await grid.waitFor()
  const toEnd = () => page.locator('.gantt').evaluate((box) => box.scrollTo(0, box.scrollHeight))
  for (let rows = 0; rows < 509; ) {
    await toEnd()
    await page.waitForTimeout(200)
    expect(await page.locator('tr.gantt-entry').count()).toBeLessThan(60)
    rows = Number(await grid.getAttribute('aria-rowcount')) - 1
  }
  await toEnd()
  await page.getByRole('button', { name: '储备项目500', exact: true }).waitFor()
})

test('the calendar as a month and as a list', async () => {
  await page.goto('/registers/land_start?view=days')
  await page.getByRole('heading', { name: '2026年11月' }).waitFor()
  await page.getByRole('link', { name: /质量安全监督资料/ }).waitFor()
  await office.look('calendar', 'phone')
  await page.getByText('清单', { exact: true }).click()
  await page.getByRole('heading', { name: /11月30日/ }).waitFor()
  await office.look('calendar-list')
  await page.getByRole('button', { name: '上个月' }).click()
  await page.getByRole('heading', { name: '2026年10月' }).waitFor()
  await page.getByRole('link', { name: /交地/ }).first().waitFor()
})

test('in English', async () => {
  await page.evaluate(() => localStorage.setItem('luoshi.language', 'en'))
  await page.goto('/registers/land_start?view=chart')
  await page.getByRole('grid', { name: 'Wall chart' }).waitFor()
  await office.look('land-start-english', 'phone')
  await page.getByRole('button', { name: '红外光学镜头项目', exact: true }).click()
  await page.getByRole('img', { name: 'Network' }).waitFor()
  await office.look('entry-plan-english')
  await page.goto('/registers/land_start?view=days')
  await page.getByRole('heading', { name: 'Nov 2026' }).waitFor()
  await office.look('calendar-english')
  await page.evaluate(() => localStorage.setItem('luoshi.language', 'zh'))
})

test('nothing went wrong on the way, nothing was asked for elsewhere', () => {
  expect(story.gallery.problems).toEqual([])
  expect(story.server.logged).toEqual([])
})
