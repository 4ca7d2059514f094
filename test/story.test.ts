// The browser story: points 1 to 7 of what Luoshi is for, walked in Chromium by the people of the sample zone, from the
// first one-time password to the month's briefing. Pictures of every step are kept in test-output/story.

import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { run } from '#operations/run.ts'
import { wordsOfDocx } from './support/office-files.ts'
import { openStory } from './support/story.ts'
import { begin, choose, setDay, type Visitor } from './support/visitor.ts'

const oneTime = new Map<string, string>()
let now = '2026-03-06T09:30:00+08:00'
let office: Visitor
let unit: Visitor | undefined
let minutes: string
const story = openStory('story', now, async () => {
  minutes = await readFile('presets/sample/minutes.txt', 'utf8')
})

/** Days go by, for the server and for everybody at a browser. */
async function until(moment: string): Promise<void> {
  story.server.wait((Date.parse(moment) - Date.parse(now)) / 60_000)
  now = moment
  for (const visitor of [office, unit]) await visitor?.turnClock(moment)
}

test('1 the first administrator opens the sample zone', async () => {
  const admin = await story.gallery.visitor(now)
  const { page } = admin
  await begin(admin, story.server.first.username, story.server.first.oneTimePassword, true)
  await page.getByRole('heading', { name: '开园' }).waitFor()
  await admin.look('setup')
  await page.getByRole('button', { name: '打开示例园区' }).click()
  await page.getByRole('heading', { name: '示例账户与一次性密码' }).waitFor()
  await admin.look('accounts')
  for (const row of await page.getByRole('table').locator('tbody tr').all()) {
    const [, , username, password] = await row.locator('th, td').allInnerTexts()
    oneTime.set(username as string, password as string)
  }
  expect(oneTime.size).toBe(26)
  await page.getByRole('link', { name: '已保存，去设置' }).click()
  await page.getByRole('button', { name: /^人员/ }).click()
  await page.getByRole('table').first().waitFor()
  await admin.look('settings')
  await admin.close()
})

test('2 the office brings the minutes in, once', async () => {
  office = await story.gallery.visitor(now)
  const { page } = office
  await begin(office, 'fangning', oneTime.get('fangning') as string)
  await office.look('todo-empty')
  await page.getByRole('link', { name: '文件' }).click()
  await bringIn(page, minutes)
  await office.look('import')
  await page.getByRole('button', { name: '导入并识读' }).click()
  await page.getByRole('listbox', { name: '识读出的条目' }).waitFor()
  const first = page.url().split('?')[0]
  await page.goto('/documents')
  await bringIn(page, minutes)
  await page.getByRole('button', { name: '导入并识读' }).click()
  const link = page.getByRole('link', { name: '查看已导入的文件' })
  await link.waitFor()
  await office.look('import-same-file')
  expect(new URL(await link.evaluate((one: HTMLAnchorElement) => one.href)).pathname).toBe(
    new URL(first as string).pathname,
  )
  await page.goto('/documents')
  await page.getByRole('button', { name: '导入文件' }).click()
  const buffer = Buffer.from('机密★5年\n关于调整有关安排的通知\n请于3月底前落实。\n')
  await page.locator('input[type=file]').setInputFiles({ name: '通知.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: '导入并识读' }).click()
  await page.getByText('密级标志“机密★5年”').waitFor()
  await office.look('import-secret')
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await office.look('documents', 'phone')
  await page.goto(first as string)
})

async function bringIn(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '导入文件' }).click()
  await page.getByText('粘贴文字').click()
  await page.getByLabel('文字', { exact: true }).fill(text)
  await setDay(page, '成文日期', '2026-03-05')
}

test('3 the office reviews what was read, by keyboard', async () => {
  const { page } = office
  await page.getByRole('listbox', { name: '识读出的条目' }).waitFor()
  await office.look('review', 'phone')
  const press = (key: string) => page.keyboard.press(key)
  const lead = async (unitName: string) => {
    await press('l')
    await page.keyboard.type(unitName)
    await press('Enter')
    await page.getByRole('combobox', { name: '牵头单位', expanded: false }).waitFor()
    await press('Escape')
  }
  await goTo(page, '省级智能车间')
  await press('e')
  await page.getByLabel('标题').fill('年内新增省级智能车间5个')
  await page.getByLabel('数值').fill('5')
  await office.look('review-edit')
  await press('Enter')
  await goTo(page, '技术合同成交额')
  await lead('科技创新局')
  await press('a')
  await goTo(page, '二季度签约亿元以上项目')
  await lead('招商局')
  await press('a')
  await goTo(page, '10亿元以上项目2个')
  await press('m')
  await page.getByText('上一条').last().waitFor()
  await office.look('review-merge')
  await press('Enter')
  await page.getByRole('button', { name: '并入', exact: true }).click()
  await goTo(page, '推介会')
  await lead('招商局')
  await press('a')
  await goTo(page, '主体结构封顶')
  await lead('建设局')
  await press('a')
  await goTo(page, '征收扫尾')
  await lead('白沙镇')
  await press('a')
  await goTo(page, '落实到人')
  await press('x')
  await page.getByLabel('理由').fill('一般性要求，不单独立项')
  await office.look('review-reject')
  await press('Enter')
  await page.getByText(/已处理 8 \//).waitFor()
  await office.look('review-decided', 'phone')
})

/** Down the list with J until the card shows it. */
async function goTo(page: Page, words: string): Promise<void> {
  const card = page.getByRole('article')
  for (let steps = 0; steps < 100; steps++) {
    const title = (await card.getAttribute('aria-label')) as string
    if (title.includes(words)) return
    await page.keyboard.press('j')
    await page.waitForFunction((before) => document.querySelector('article')?.ariaLabel !== before, title)
  }
  throw new Error(`no proposal says ${words}`)
}

test('4 the office breaks one down, never later than the whole, and gives the work out', async () => {
  const { page } = office
  await open(page, '主体结构封顶')
  await office.look('commitment-draft')
  await page.getByRole('button', { name: '分解', exact: true }).click()
  const form = page.getByRole('dialog', { name: /分解为子项/ })
  await form.getByRole('button', { name: '加一行', exact: true }).click()
  const part = (n: number) => form.getByRole('group', { name: `子项 ${n}` })
  for (const [n, title, lead, dueOn] of [
    [1, '完成标准厂房二期主体结构封顶', '建设局', '2026-06-15'],
    [2, '完成标准厂房二期招租方案', '云溪产业投资', '2026-05-20'],
  ] as const) {
    await part(n).getByLabel('事项').fill(title)
    await choose(part(n), '牵头单位', lead)
    await setDay(part(n), '完成时限', dueOn)
  }
  await form.getByRole('button', { name: '分解为 2 项' }).click()
  await form.getByText('晚于上级时限 2026-05-31').waitFor()
  await office.look('break-down-too-late')
  await setDay(part(1), '完成时限', '2026-04-30')
  await form.getByRole('button', { name: '分解为 2 项' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: '完成标准厂房二期招租方案' }).waitFor()
  await office.look('commitment-broken-down')

  await home(page)
  for (const words of ['主体结构封顶', '招租方案', '推介会', '二季度签约亿元以上', '征收扫尾']) {
    const drawer = await begun(page, words, '交办')
    if (words === '推介会') await office.look('dispatch')
    await drawer.getByRole('button', { name: '交办' }).click()
    await drawer.waitFor({ state: 'hidden' })
  }
  await office.look('todo-office')
})

/** The work list, with something in it. */
async function home(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('row').nth(1).waitFor()
}

/** From the register to the page of the commitment that says so. */
async function open(page: Page, words: string): Promise<void> {
  await page.goto('/commitments')
  await page
    .getByRole('link', { name: new RegExp(words) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: new RegExp(words) }).waitFor()
}

/** An act begun from the work list: its form. */
async function begun(page: Page, words: string, act: string): Promise<Locator> {
  await page
    .getByRole('row', { name: new RegExp(words) })
    .last()
    .getByRole('button', { name: new RegExp(`^${act}`) })
    .click()
  const form = page.getByRole('dialog', { name: act })
  await form.waitFor()
  return form
}

test('5 the unit signs, reports and asks for more time; the office returns, refuses, accepts and grants', async () => {
  unit = await story.gallery.visitor(now)
  const [{ page: officer }, { page: clerk }] = [unit, office]
  await begin(unit, 'sunian', oneTime.get('sunian') as string)
  await unit.look('todo-unit', 'phone')
  for (const words of ['推介会', '二季度签约亿元以上']) {
    await officer.getByRole('row', { name: new RegExp(words) }).click({ position: { x: 5, y: 5 } })
    await officer.keyboard.press('s')
    await officer.getByRole('dialog', { name: '签收' }).getByRole('button', { name: '签收' }).click()
    await officer.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  await until('2026-03-20T10:00:00+08:00')
  await home(officer)
  await begun(officer, '推介会', '填报')
  await report(officer, 60, '已完成第一场推介会，第二场正在联系企业。')
  await askForTime(officer, '2026-09-30', '重点客商行程调整')

  await home(clerk)
  let form = await begun(clerk, '推介会', '审核')
  await form.getByLabel('审核意见').fill('请附签到表，并说明第二场的时间。')
  await office.look('review-report')
  await form.getByRole('button', { name: '退回' }).click()
  await form.waitFor({ state: 'hidden' })
  form = await begun(clerk, '二季度签约亿元以上', '审批延期')
  await form.getByLabel('审核意见').fill('延期过长，请重新测算。')
  await office.look('extension-decide')
  await form.getByRole('button', { name: '不同意' }).click()
  await form.waitFor({ state: 'hidden' })

  await home(officer)
  await unit.look('todo-returned')
  await begun(officer, '推介会', '填报')
  await report(officer, 100, '两场推介会均已举办，共对接企业46家。')
  await askForTime(officer, '2026-07-31', '两个项目须报省级核准')
  await home(clerk)
  form = await begun(clerk, '推介会', '审核')
  await form.getByRole('button', { name: '通过' }).click()
  await form.waitFor({ state: 'hidden' })
  form = await begun(clerk, '二季度签约亿元以上', '审批延期')
  await form.getByRole('button', { name: '同意', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
})

async function report(page: Page, percent: number, text: string, file?: string): Promise<void> {
  const form = page.getByRole('dialog', { name: '填报' })
  await form.getByRole('spinbutton', { name: '完成进度' }).fill(String(percent))
  await form.getByLabel('进展情况').fill(text)
  if (file) {
    const buffer = Buffer.from('%PDF-1.7 签到表 46 家企业')
    await form.locator('input[type=file]').setInputFiles({ name: file, mimeType: 'application/pdf', buffer })
    await form.getByText('已上传').waitFor()
    await unit?.look('report', 'phone')
  }
  await form.getByRole('button', { name: '提交填报' }).click()
  await form.waitFor({ state: 'hidden' })
}

async function askForTime(page: Page, to: string, reason: string): Promise<void> {
  const form = await begun(page, '二季度签约亿元以上', '申请延期')
  await setDay(form, '延至', to)
  await form.getByLabel('理由').fill(reason)
  await form.getByRole('button', { name: '提交申请' }).click()
  await form.waitFor({ state: 'hidden' })
}

test('6 nothing is closed without its proof, nor by who filed it', async () => {
  const [{ page: officer }, { page: clerk }] = [unit as Visitor, office]
  await home(clerk)
  const early = await begun(clerk, '推介会', '销号')
  await early.getByRole('button', { name: '销号' }).click()
  await early.getByText('缺少约定的佐证材料').waitFor()
  await office.look('close-without-proof')

  await until('2026-04-02T10:00:00+08:00')
  await open(officer, '推介会')
  await officer.getByRole('button', { name: '填报' }).click()
  await report(officer, 100, '补报佐证：两场推介会签到表。', '推介会签到表.pdf')
  await home(clerk)
  const last = await begun(clerk, '推介会', '审核')
  await last.getByRole('button', { name: '通过' }).click()
  await last.waitFor({ state: 'hidden' })
  await open(clerk, '推介会')
  await clerk.getByRole('button', { name: '销号' }).click()
  const form = clerk.getByRole('dialog', { name: '销号' })
  await form.getByText('推介会签到表.pdf').waitFor()
  await office.look('close')
  await form.getByRole('button', { name: '销号' }).click()
  await form.waitFor({ state: 'hidden' })
  await clerk.getByText('签核时状态与现状一致').waitFor()
  await office.look('commitment-closed', 'phone')

  const context = await story.server.as('fangning')
  const { rows } = await run(context, 'listCommitments', { text: '推介会' })
  const { commitment } = await run(context, 'getCommitment', { id: rows[0]?.id })
  expect(commitment.reports.map(({ state, percent }) => `${percent} ${state}`)).toEqual([
    '60 returned',
    '100 accepted',
    '100 accepted',
  ])
  expect(commitment.closed?.by).toBe(context.actor.person)
  expect(commitment.reports.map(({ by }) => by)).not.toContain(commitment.closed?.by)
})

test('7 all of it in one table, narrowed, kept as a view, taken away; as board and tree; each light says why', async () => {
  const { page } = office
  await page.goto('/commitments')
  await page.getByRole('row', { name: /征收扫尾/ }).waitFor()
  await office.look('register', 'phone')
  await page.getByRole('button', { name: '筛选：亮灯' }).click()
  await page.getByRole('checkbox', { name: '红' }).check()
  await office.look('register-filter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '保存视图' }).click()
  await page.getByLabel('视图名称').fill('红灯事项')
  await page.getByRole('dialog').getByRole('button', { name: '保存视图' }).click()
  await page.getByRole('link', { name: '红灯事项' }).waitFor()
  await page.getByRole('link', { name: '全部事项' }).click()
  await page.getByRole('link', { name: '红灯事项' }).click()
  await page.getByRole('row', { name: /推介会/ }).waitFor({ state: 'hidden' })
  const [ledger] = (await readXlsx(await downloaded(page, '导出所见'))).sheets
  const numbers = (texts: readonly string[]) => texts.flatMap((text) => /\b\d{3}-\d{3}(-\d+)?/.exec(text)?.[0] ?? [])
  const onScreen = numbers(await page.getByRole('grid', { name: '督办台账' }).getByRole('row').allInnerTexts())
  expect(onScreen.length).toBeGreaterThan(1)
  expect(numbers(ledger?.rows.map((row) => row.join(' ')) ?? [])).toEqual(onScreen)
  await page
    .getByRole('button', { name: /红 逾期/ })
    .first()
    .click()
  await page.getByText('超过完成时限，亮红灯，直至销号').waitFor()
  await office.look('register-why')

  await page.goto('/commitments?view=board')
  await page.getByText('征收扫尾').first().waitFor()
  await office.look('board')
  await page.goto('/commitments?view=tree')
  await page.getByRole('button', { name: '全部展开' }).click()
  await page.getByText('招租方案').waitFor()
  await office.look('tree')
  await open(page, '二季度签约亿元以上')
  expect(await page.locator('mark').allInnerTexts()).toEqual([
    '二季度签约亿元以上项目不少于10个',
    '其中10亿元以上项目2个',
  ])
  await office.look('commitment')
  await page.getByRole('link', { name: '在原文中查看' }).first().click()
  await page.getByRole('article', { name: /二季度签约亿元以上/ }).waitFor()
  await office.look('back-in-the-text')
})

test('8 the briefing of the month, as known now and as known at its end', async () => {
  const { page } = office
  await page.goto('/briefings?month=2026-03')
  await page.getByRole('heading', { name: '总体情况' }).waitFor()
  await office.look('briefing', 'phone')
  const now = wordsOfDocx(await downloaded(page, '下载 Word'))
  await setDay(page, '截至时点', '2026-03-31 18:00')
  await page.getByText(/数据截至 2026-03-31 18:00/).waitFor()
  await office.look('briefing-as-of')
  const then = wordsOfDocx(await downloaded(page, '下载 Word'))
  expect(now).toContain('计划完成重点工作2项，完成1项')
  expect(now).toContain('逾期1项')
  expect(then).toContain('计划完成重点工作2项，完成1项')
  expect(then).toContain('均未逾期')
  const sheets = (await readXlsx(await downloaded(page, '下载 Excel'))).sheets
  expect(sheets.flatMap(({ rows }) => rows.map((row) => row.join(' '))).join('\n')).toContain('征收扫尾')
  await page.getByRole('button', { name: '印发' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '印发' }).click()
  await page.getByRole('cell', { name: '2026-03-31 18:00' }).waitFor()
  await office.look('briefing-issued')
})

test('the auditor reads what has happened, and by whom', async () => {
  const auditor = await story.gallery.visitor(now)
  const { page } = auditor
  await begin(auditor, 'duanwenqing', oneTime.get('duanwenqing') as string)
  await page.getByRole('link', { name: '日志' }).click()
  await page.getByRole('row', { name: /印发通报/ }).waitFor()
  await auditor.look('journal', 'phone')
  await auditor.close()
})

test('9 the same in English', async () => {
  const { page } = office
  await home(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  await office.look('todo-english')
  await page.getByRole('link', { name: 'Commitments' }).click()
  await page.getByRole('row', { name: /征收扫尾/ }).waitFor()
  await office.look('register-english')
  await page.getByRole('link', { name: /二季度签约亿元以上/ }).click()
  await page.getByRole('heading', { level: 1, name: /二季度签约亿元以上/ }).waitFor()
  await office.look('commitment-english')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

test('nothing was asked of another server, nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})

async function downloaded(page: Page, button: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: button }).click()
  return readFile(await (await coming).path())
}
