// The rules page in Chromium: writing a condition with its errors where they are, trying a shipped set, copying and
// putting in force. Pictures in test-output/rules.

import { expect, test } from 'vitest'
import { openStory } from './support/story.ts'
import { begin, type Visitor } from './support/visitor.ts'

let office: Visitor
const now = '2026-03-06T09:30:00+08:00'
const story = openStory('rules', now, async ({ gallery, server }) => {
  const admin = await gallery.visitor(now)
  await begin(admin, server.first.username, server.first.oneTimePassword, true)
  await admin.page.getByRole('button', { name: '打开示例园区' }).click()
  await admin.page.getByRole('heading', { name: '示例账户与一次性密码' }).waitFor()
  const cells = await admin.page.getByRole('row').filter({ hasText: 'fangning' }).locator('th, td').allInnerTexts()
  const [username, password] = cells.slice(2)
  office = await gallery.visitor(now)
  await begin(office, username!, password!, true)
})

test('a condition is checked as it is written, and said back', async () => {
  const { page } = office
  await page.getByRole('link', { name: '规则' }).click()
  await page.getByText('上年研发费用与上年营业收入之比不低于3%').waitFor()
  const editor = page.getByRole('textbox', { name: '写一条试试' })
  await editor.fill('上年营业收人 >= 1000万元')
  await page.getByText('数据字典里没有“上年营业收人”，是不是“上年营业收入”。').first().waitFor()
  await office.look('written')
  await editor.fill('上年营业收入 >= 1000万元 and ')
  await editor.press('Control+Space')
  await page.locator('.cm-tooltip-autocomplete').waitFor()
  // The list of names is worked by keyboard from the box; axe wants it to take the focus itself.
  await page.screenshot({ path: `${story.folder}/offered.png` })
  await page.keyboard.press('Escape')
})

test('a shipped set is tried on one subject, with the reasons', async () => {
  const { page } = office
  await page
    .getByRole('button', { name: /^规上工业|^规模以上工业/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '试算' }).waitFor()
  await office.look('shipped', 'phone')
  const first = page.locator('.rule-fact input.ant-input').first()
  await first.fill('1999')
  await page.locator('.rule-finding summary').first().click()
  await office.look('tried')
})

test('copied, changed, put in force', async () => {
  const { page } = office
  await page.getByRole('button', { name: '复制为本区草案' }).click()
  await page.getByText('草案', { exact: true }).first().waitFor()
  const editor = page.getByRole('textbox', { name: /^条件：/ }).first()
  const before = await editor.textContent()
  await editor.fill(`${before} and 上年营业收入 >= 1`)
  await page.getByRole('button', { name: '保存草案' }).click()
  await page.getByText('已保存。').waitFor()
  await page.getByRole('button', { name: '施行', exact: true }).click()
  await page.getByRole('button', { name: /确\s*定/ }).click()
  await page.getByText('施行中').first().waitFor()
  await office.look('in-force')
  expect(story.gallery.problems).toEqual([])
})

test('in English, and on a phone', async () => {
  const { page } = office
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Try it' }).waitFor()
  await office.look('english', 'phone')
  await page.getByRole('button', { name: '高新技术企业' }).click()
  await page.getByRole('heading', { name: 'Score' }).waitFor()
  await page.screenshot({ path: `${story.folder}/scores.png`, fullPage: true })
  expect(story.gallery.problems).toEqual([])
})
