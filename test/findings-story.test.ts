// The browser story of rectification: rates stand above the findings and open to their entries; a measure is made a commitment
// on its own page and shows where that stands; a finding takes up what was adopted elsewhere; a round hands out its papers.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { openStory } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'
import { bytesOf } from './support/zone.ts'

let officer: Visitor
let page: Page
const ids: Record<string, string> = {}

const story = openStory('findings', '2026-07-20T09:30:00+08:00', async () => {
  await story.openZone('registers')
  const office = await story.server.as('fangning')
  for (const register of ['inspection_round', 'finding', 'measure']) {
    const { entries } = (await run(office, 'listEntries', { register, limit: 100 })) as OutputOf<'listEntries'>
    for (const { id, values } of entries) ids[String(values.number ?? register)] = id
  }
  const text = '会议明确，招商局要于2026年8月31日前完成全部投资协议履约评价。'
  const bytes = bytesOf(text)
  const { document } = (await run(
    office,
    'importDocument',
    { fileName: '纪要.txt' },
    bytes,
  )) as OutputOf<'importDocument'>
  const { proposals } = (await run(office, 'getDocument', { id: document.id })) as OutputOf<'getDocument'>
  const { units } = (await run(office, 'getDirectory', {})) as OutputOf<'getDirectory'>
  const duty = { lead: units.find(({ shortName }) => shortName === '招商局')!.id }
  await run(office, 'adoptProposal', { id: proposals[0]!.id, version: proposals[0]!.version, duty })
  officer = await story.enter('fangning')
  page = officer.page
})

test('rates stand above the findings; a number leads to its entries', async () => {
  await page.goto('/registers/finding')
  const rates = page.getByRole('region', { name: '比率' })
  const rate = rates.getByRole('button', { name: /整改完成率/ })
  await rate.getByText('66.7%（4/6）').waitFor()
  await rate.click()
  const table = rates.getByRole('table', { name: '整改完成率' })
  await table
    .getByRole('row', { name: /招商局/ })
    .getByText('0.0%')
    .waitFor()
  await officer.look('rates', 'phone')
  await table
    .getByRole('row', { name: /招商局/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByText('招商协议履约跟踪台账不完整').first().waitFor()
  await page.getByText('部分政府投资项目结算审核滞后').waitFor({ state: 'detached' })
})

test('a measure is made a commitment on its own page', async () => {
  await page.goto(`/registers/measure/${ids['7-1']}`)
  const matters = page.getByRole('region', { name: '督办事项' })
  await matters.getByText('尚未列为督办事项').waitFor()
  await matters.getByRole('button', { name: '列为督办事项' }).click()
  const form = page.getByRole('dialog', { name: '列为督办事项' })
  await form.getByText('编号以 000 开头').waitFor()
  await officer.look('entrust', 'phone')
  await form.getByRole('button', { name: '列为督办事项' }).click()
  await matters.getByRole('link', { name: /000-001/ }).waitFor()
  await matters.getByText('待交办 0%').waitFor()
  await officer.look('measure')
  await matters.getByRole('link', { name: /000-001/ }).click()
  await page.getByText('由台账条目“投资协议逐份建账并开展履约评价”列为督办事项').waitFor()
  await officer.look('commitment-of-an-entry')
})

test('a finding takes up what was adopted elsewhere', async () => {
  await page.goto(`/registers/finding/${ids['XC2026-07']}`)
  const matters = page.getByRole('region', { name: '督办事项' })
  await matters.getByRole('button', { name: '由督办事项建措施' }).click()
  const form = page.getByRole('dialog', { name: '由督办事项建措施' })
  const field = form.getByRole('combobox', { name: '督办事项' })
  await field.fill('履约评价')
  await page.getByTitle(/001-001/).click()
  await field.press('Escape')
  await form.getByRole('button', { name: '由督办事项建措施' }).click()
  await page.getByText('已建 1 条措施').waitFor()
  await officer.look('finding', 'phone')
})

test('a round hands out its papers', async () => {
  await page.goto(`/registers/inspection_round/${ids.inspection_round}`)
  const papers = page.getByRole('region', { name: '清单与报告' })
  await papers.getByText('集中整改进展报告').waitFor()
  await officer.look('round')
  const waiting = page.waitForEvent('download')
  await papers.getByRole('link', { name: '向社会公开' }).click()
  expect((await waiting).suggestedFilename()).toContain('向社会公开')
  expect(story.gallery.problems).toEqual([])
})
