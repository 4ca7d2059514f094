// The browser story of the register pages: registers are taken into use, entries added, narrowed, sorted, changed in the
// table, pasted from Excel with what cannot be read told by cell; by mouse and by keyboard, in both languages, also on a phone.

import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { openStory } from './support/story.ts'
import { choose, setDay, type Visitor } from './support/visitor.ts'

let office: Visitor
let page: Page

const story = openStory('grid', '2026-06-08T09:30:00+08:00', async () => {
  await story.openZone()
  office = await story.enter('fangning')
  page = office.page
})

/** Takes an entry of a short list that is not searched. */
async function pick(form: Locator, label: string, words: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(words, { exact: true }).click()
}

test('registers are taken into use from the list', async () => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
  await page.getByText('还没有台账').waitFor()
  await office.look('registers-none', 'phone')
  await page.getByRole('button', { name: '启用企业台账' }).click()
  await page.getByText('已启用“企业台账”。').waitFor()
  await page.getByRole('button', { name: '启用招商项目台账' }).click()
  await page.getByRole('link', { name: '招商项目台账' }).waitFor()
  await office.look('registers', 'phone')
  await page.getByRole('link', { name: '招商项目台账' }).click()
  await page.getByText('还没有项目。').waitFor()
  await page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: '10亿元以上项目' }).click()
  await page.getByText('还没有项目。').waitFor()
  await office.look('empty', 'phone')
})

test('an entry is added by a form made from the definition, with every mistake where it is', async () => {
  await page.getByRole('link', { name: '全部', exact: true }).click()
  await page.getByRole('button', { name: '新增项目' }).click()
  const form = page.getByRole('dialog', { name: '新增项目' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.getByText('项目名称：必须填写').waitFor()
  await form.getByText('牵头单位：必须填写').waitFor()

  await form.getByLabel('项目名称').fill('云溪新能源电池项目')
  await form.getByLabel('协议总投资', { exact: true }).fill('一大笔')
  await form.getByText('“一大笔”不是数字').waitFor()
  await choose(form, '牵头单位', '招商')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.getByText('协议总投资：格式不符').waitFor()
  await form.getByLabel('协议总投资', { exact: true }).fill('12.5')
  await pick(form, '协议总投资单位', '亿元')
  await form.getByLabel('协议总投资', { exact: true }).fill('12.5')
  await choose(form, '产业链', '新能源')
  await choose(form, '首谈人', '方宁')
  await setDay(form, '签约日期', '2026-03-05')
  await pick(form, '正式协议', '是')
  await form.getByLabel('位置 经度').fill('117.2')
  await form.getByLabel('位置 纬度').fill('34.3')

  await form.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已新增“云溪新能源电池项目”。').waitFor()
  await page.getByText('12.5亿元').waitFor()
})

test('the table shows every type of value as an officer writes it', async () => {
  const clerk = await story.server.as('fangning')
  const { units, people } = (await run(clerk, 'getDirectory', {})) as OutputOf<'getDirectory'>
  const unit = (short: string) => units.find(({ shortName }) => shortName === short)!.id
  const company = (await run(clerk, 'addEntry', {
    register: 'enterprise',
    values: { name: '云溪锂能有限公司', credit_code: '91350100M0001TGQXM', lead: unit('科创局') },
  })) as OutputOf<'addEntry'>
  const chains = ['安全应急', '电子信息', '生物医药', '其他']
  const lines = Array.from({ length: 260 }, (_, i) => ({
    name: `项目${String(i + 1).padStart(3, '0')}`,
    chain: chains[i % chains.length]!,
    amount: String(50_000_000 * (i + 1)),
    invested: String(10_000_000 * i),
    land: String(i * 1.5),
    lead: unit(i % 2 ? '招商局' : '经发局'),
    company: company.id,
    contact: people[0]!.id,
    signed_on: `2026-0${1 + (i % 5)}-15`,
    formal: i % 3 === 0,
    progress: `第 ${i + 1} 个项目正在推进，已完成前期工作并进入下一阶段。`,
  }))
  const { added } = (await run(clerk, 'addEntries', { register: 'investment', lines })) as OutputOf<'addEntries'>
  await run(clerk, 'climbEntry', {
    ...{ register: 'investment', id: added[0]!, version: 1, ladder: 'main', to: 'clue', on: '2026-05-01' },
  })
  await page.reload()
  await page.getByText('共 261 条').waitFor()
  const first = page.getByRole('row').filter({ hasText: '项目001' })
  await first.getByText('线索38 天').waitFor()
  await first.getByText('云溪锂能有限公司').waitFor()
  await first.getByText('5,000万元').waitFor()
  await office.look('grid', 'phone')
})

test('heads sort, filters and conditions narrow, and the address keeps it', async () => {
  const head = page.getByRole('columnheader', { name: '协议总投资' })
  await head.getByRole('button').first().click()
  await page.locator('#row-0').getByText('5,000万元').waitFor()
  await head.getByRole('button').first().click()
  await page.locator('#row-0').getByText('130亿元').waitFor()
  await page.getByRole('button', { name: '筛选：产业链', exact: true }).click()
  await page.getByRole('checkbox', { name: '电子信息' }).check()
  await page.getByText('共 65 条').waitFor()
  await office.look('filter-choices')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '筛选：协议总投资', exact: true }).click()
  await page.getByRole('textbox', { name: '协议总投资 起' }).fill('100亿')
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByText('共 15 条').waitFor()
  await office.look('filter-range')
  await page.keyboard.press('Escape')
  await page.getByText('协议总投资：100亿元 起').waitFor()
  await page.getByRole('button', { name: '条件', exact: true }).click()
  const box = page.getByRole('region', { name: '按条件筛选' })
  await box.locator('.cm-content').fill('用地面积 >')
  await expect.poll(() => box.getByRole('button', { name: '按此筛选' }).isDisabled()).toBe(true)
  await box.locator('.cm-content').fill('用地面积 > 360亩')
  await box.getByRole('button', { name: '按此筛选' }).click()
  await page.getByText('共 5 条').waitFor()
  await office.look('condition', 'phone')
  await page.reload()
  await page.getByText('共 5 条').waitFor()
  await page.getByRole('button', { name: '清除全部筛选' }).click()
  await page.getByText('共 261 条').waitFor()
})

test('keys move from cell to cell through the whole list', async () => {
  const table = page.getByRole('grid', { name: '招商项目台账表格' })
  await table.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.getAttribute('aria-activedescendant')).toBe('cell-1-code')
  // The list is as long as is known: its end is found page after page.
  for (const end of [199, 260]) {
    await page.keyboard.press('Control+End')
    await page.locator(`#row-${end} a`).first().waitFor()
  }
  await office.look('grid-end')
  await page.keyboard.press('Control+Home')
  await page.locator('#row-0').waitFor()
})

test('cells are edited in the table, by keys and by mouse', async () => {
  await page.goto('/registers/investment')
  const table = page.getByRole('grid', { name: '招商项目台账表格' })
  const cell = (key: string, place = 1) => page.locator(`#row-${place} td[data-key="${key}"]`)
  await cell('code').click()
  await table.focus()
  await page.keyboard.type('X2')
  await page.keyboard.press('Enter')
  await cell('code').getByText('X2').waitFor()
  await cell('amount').click()
  await table.focus()
  await page.keyboard.press('8')
  await office.look('edit-money')
  await page.keyboard.type('800.5')
  await page.keyboard.press('Enter')
  await cell('amount').getByText('8,800.5万元').waitFor()
  await cell('chain').dblclick()
  await office.look('edit-choice')
  await page.locator('.ant-select-dropdown:visible').getByText('生物医药', { exact: true }).click()
  await cell('chain').getByText('生物医药').waitFor()
  await cell('formal').dblclick()
  await page.keyboard.press('Escape')
  await cell('land').dblclick()
  await page.getByLabel('改写用地面积').fill('一百')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('格式不符').waitFor()
  await office.look('edit-refused')
  await page.getByLabel('改写用地面积').fill('100')
  await page.keyboard.press('Tab')
  await cell('land').getByText('100亩').waitFor()
  await cell('done_share').dblclick()
  await page.getByText('由公式计算或汇总得出').waitFor()
})

test('who was slower sees who changed what, and chooses', async () => {
  const cell = page.locator('#row-1 td[data-key="investor"]')
  await cell.dblclick()
  await page.getByLabel('改写投资方').fill('甲公司')
  const clerk = await story.server.as('luchengan')
  const ask = { register: 'investment', filter: ['name=项目001'] }
  const { entries } = (await run(await story.server.as('fangning'), 'listEntries', ask)) as OutputOf<'listEntries'>
  const { id, version } = entries[0]!
  await run(clerk, 'reviseEntry', { register: 'investment', id, version, values: { investor: '乙公司' } })
  await page.keyboard.press('Enter')
  await page.getByText('投资方改为“乙公司”').waitFor()
  await office.look('edit-stale')
  await page.getByRole('button', { name: '仍保存我填的' }).click()
  await cell.getByText('甲公司').waitFor()
})

/** As a spreadsheet puts it on the clipboard. */
async function paste(text: string): Promise<void> {
  await page.getByRole('grid').evaluate((table, block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    table.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test('a block from Excel is looked at before it is saved, and what cannot be read is told by cell', async () => {
  const cell = (key: string, place = 1) => page.locator(`#row-${place} td[data-key="${key}"]`)
  await cell('chain', 2).click()
  await paste('生物医药\t1.2亿元\t3000\r\n航天\t6,000\t1\r\n其他\t一大笔\t2\r\n')
  const preview = page.getByRole('dialog', { name: '粘贴 3 行' })
  await preview.getByText('将改 1 条，新增 0 条，2 行有问题。').waitFor()
  await preview.getByText('“航天”不在可选项中').waitFor()
  await preview.getByText('“一大笔”不是数字').waitFor()
  await office.look('paste', 'phone')
  await preview.getByLabel('第 2 行 产业链').fill('电子信息')
  await preview.getByText('将改 2 条，新增 0 条，1 行有问题。').waitFor()
  await preview.getByRole('button', { name: '保存（改 2 条，新增 0 条）' }).click()
  await page.getByText('已改 2 条，新增 0 条。').waitFor()
  // What is wrong stays, to be mended or left out.
  const left = page.getByRole('dialog', { name: '粘贴 1 行' })
  await left.getByText('“一大笔”不是数字').waitFor()
  await left.getByRole('button', { name: '取消' }).click()
  await cell('amount', 2).getByText('1.2亿元').waitFor()
  await cell('amount', 3).getByText('6,000万元').waitFor()
})

test('picked cells are copied as Excel takes them, and can be pasted back', async () => {
  await page.locator('#row-2 td[data-key="chain"]').click()
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect.poll(() => page.locator('td.is-picked').count()).toBe(4)
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      document.body.dataset.copied = event.clipboardData!.getData('text/plain')
    })
  })
  await page.keyboard.press('Control+C')
  await office.look('picked')
  const copied = await page.evaluate(() => document.body.dataset.copied)
  expect(copied).toBe('生物医药\t1.2亿元\n电子信息\t6,000万元')
  await page.keyboard.press('ArrowLeft')
  await page.locator('#row-4 td[data-key="chain"]').click()
  await paste(copied!)
  const preview = page.getByRole('dialog', { name: '粘贴 2 行' })
  await preview.getByText('将改 2 条，新增 0 条。').waitFor()
  await preview.getByRole('button', { name: '取消' }).click()
})

test('lines below the end become new entries, and the server says what they lack', async () => {
  await page.goto('/registers/enterprise')
  await page.locator('#row-0').waitFor()
  await page.getByRole('grid').focus()
  await paste('企业名称\t服务单位\t职工总数\t信用等级\n云溪锂能有限公司\t科创局\t120\tA\n云溪芯片有限公司\t\t80\tB\n')
  const preview = page.getByRole('dialog', { name: '粘贴 2 行' })
  await preview.getByText('必须填写').waitFor()
  await preview.getByText('没有名为 信用等级 的字段').waitFor()
  await office.look('paste-new')
  await preview.getByLabel('第 2 行 服务单位').fill('科创')
  await preview.getByText('“科创”').waitFor()
  await preview.getByLabel('第 2 行 服务单位').fill('科创局')
  await preview.getByRole('button', { name: '保存（改 1 条，新增 1 条）' }).click()
  await page.getByText('已改 1 条，新增 1 条。').waitFor()
  await page.locator('#row-1').getByText('云溪芯片有限公司').waitFor()
  await page.locator('#row-0').getByText('120人').waitFor()
})

test('what was taken out is shown on demand, and the past can be looked at but not changed', async () => {
  const clerk = await story.server.as('fangning')
  const ask = { register: 'investment', filter: ['name=项目005'] }
  const { entries } = (await run(clerk, 'listEntries', ask)) as OutputOf<'listEntries'>
  const { id, version } = entries[0]!
  const before = new Date(story.server.system.clock().getTime()).toISOString()
  story.server.wait(5)
  await run(clerk, 'removeEntry', { register: 'investment', id, version, reason: '重复登记' })
  await page.goto('/registers/investment')
  await page.getByText('共 260 条').waitFor()
  await page.getByRole('checkbox', { name: '含已移出' }).check()
  await page.getByText('共 261 条').waitFor()
  const row = page.getByRole('row').filter({ hasText: '项目005' })
  await row.getByText('已移出', { exact: true }).waitFor()
  await office.look('removed')
  await page.goto(`/registers/investment?asOf=${encodeURIComponent(before)}`)
  await page.getByText('这是历史视图，不能办理。').waitFor()
  await page.getByText('共 261 条').waitFor()
  expect(await page.getByRole('button', { name: '新增项目' }).count()).toBe(0)
  await page.locator('#row-1 td[data-key="amount"]').dblclick()
  await page.getByText('正在查看历史，不能改写。').waitFor()
  await office.look('past')
})

test('columns are chosen, and the whole list is printed', async () => {
  await page.goto('/registers/investment')
  await page.locator('#row-0').waitFor()
  await page.getByRole('button', { name: '列', exact: true }).click()
  for (const name of ['项目代码', '投资方', '位置', '谈判底价'])
    await page.getByRole('checkbox', { name, exact: true }).uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: '项目代码' }).waitFor({ state: 'detached' })
  await page.evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', String(document.querySelectorAll('tbody tr').length))
  })
  await page.getByRole('button', { name: '打印' }).click()
  await page.locator('body[data-printed="260"]').waitFor()
  await page.emulateMedia({ media: 'print' })
  await office.look('printed')
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
})

test('on a phone the list is narrowed in a window of its own', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/registers/investment')
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: '按列筛选' })
  await choose(sheet, '选择列', '产业链')
  await sheet.getByRole('checkbox', { name: '安全应急' }).check()
  await office.look('phone-filter')
  await page.keyboard.press('Escape')
  await page.getByText('产业链：安全应急').waitFor()
  await office.look('phone-filtered')
  await page.setViewportSize({ width: 1600, height: 1000 })
})

test('a unit’s officer sees what the unit keeps, adds for the unit, and finds an entry by its code', async () => {
  const officer = await story.enter('sunian')
  const { page: own } = officer
  await own.goto('/registers/investment')
  await own.getByText('共 131 条').waitFor()
  expect(await own.getByRole('columnheader', { name: '谈判底价' }).count()).toBe(0)
  await own.getByRole('button', { name: '新增项目' }).click()
  const form = own.getByRole('dialog', { name: '新增项目' })
  await form.getByText('招商局', { exact: true }).waitFor()
  await form.getByLabel('项目名称').fill('云溪储能二期')
  await form.getByLabel('项目代码').fill('2606-320300-04-01-778899')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await own.getByText('共 132 条').waitFor()
  await own.getByLabel('查找项目名称、编号').fill('778899')
  await own.getByLabel('查找项目名称、编号').press('Enter')
  await own.getByText('共 1 条').waitFor()
  await own.locator('#row-0').getByText('云溪储能二期').waitFor()
  await officer.look('officer')
  await officer.close()
})

test('the same in English', async () => {
  await page.goto('/registers')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Registers' }).waitFor()
  await office.look('english-registers', 'phone')
  await page.goto('/registers/investment')
  await page.getByText('261 entries').waitFor()
  await office.look('english-grid', 'phone')
  await page.getByRole('button', { name: 'Add an entry' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('2 fields have to be mended').waitFor()
  await office.look('english-add')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.locator('#row-1 td[data-key="chain"]').click()
  await paste('航天\t一大笔\n电子信息\t5')
  await page.getByText('1 to change, 0 to add, 1 with something to mend.').waitFor()
  await office.look('english-paste')
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})
