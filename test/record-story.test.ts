// The browser story of an entry's own page: a project climbs from clue to signing, with checks by four units and proofs, one of
// them owed and supplied; the board shows its sums and moves a card only through its gate; a leader instructs on a phone, the unit
// answers, the office settles; a suggestion is accepted. In both languages, on a wide screen and a phone.

import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { openBrowser } from './support/browser.ts'
import { builtWeb } from './support/built-web.ts'
import { startServer, type TestServer } from './support/server.ts'
import { begin, choose, type Gallery, openGallery, type Visitor } from './support/visitor.ts'

const now = '2026-06-08T09:30:00+08:00'
const register = 'investment'
let server: TestServer
let browser: Browser
let gallery: Gallery
let password: (username: string) => string
let unit: (short: string) => string
let id: string
let recruiter: Visitor
let page: Page

beforeAll(async () => {
  vi.setConfig({ testTimeout: 60_000 })
  const folder = 'test-output/record'
  rmSync(folder, { recursive: true, force: true })
  server = await startServer({ webFolder: await builtWeb(), opensAt: now })
  browser = await openBrowser()
  gallery = openGallery(browser, server.address, folder)
  const admin = await server.as(server.first.username)
  const { accounts } = (await run(admin, 'openSampleZone', {})) as OutputOf<'openSampleZone'>
  password = (username) => accounts.find((account) => account.username === username)!.oneTimePassword
  const office = await server.as('fangning')
  await run(office, 'openSampleRegisters', {})
  const { units } = await run(office, 'getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  const values = { name: '云溪储能二期', lead: unit('招商局'), chain: '新能源及电力电子', found_on: '2026-06-01' }
  id = ((await run(await server.as('sunian'), 'addEntry', { register, values })) as OutputOf<'addEntry'>).id
  recruiter = await gallery.visitor(now)
  page = recruiter.page
  await begin(recruiter, 'sunian', password('sunian'))
}, 180_000)
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await gallery.showAll()
})
afterAll(async () => {
  vi.resetConfig()
  await browser.close()
  await server.close()
})

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
const main = (of: Page) => of.getByRole('region', { name: '推进阶梯' })

test('a gate that asks for nothing is passed at once', async () => {
  await page.goto(`/registers/${register}/${id}`)
  await main(page).getByText('未上此阶梯').waitFor()
  await main(page).getByRole('button', { name: '推进到“线索”' }).click()
  const gate = page.getByRole('dialog', { name: '推进到“线索”' })
  await gate.getByText('此关口没有条件、佐证或联审要求').waitFor()
  await gate.getByRole('button', { name: '推进', exact: true }).click()
  await page.getByText('已推进到“线索”').waitFor()
  await recruiter.look('record', 'phone')
})

test('a gate says what is lacking; the proof is uploaded and four units are asked there and then', async () => {
  await main(page).getByRole('button', { name: '推进到“在谈”' }).click()
  const gate = page.getByRole('dialog', { name: '推进到“在谈”' })
  await gate.getByText('关口还有 5 项未齐备').waitFor()
  expect(await gate.getByRole('button', { name: '推进', exact: true }).isDisabled()).toBe(true)
  await recruiter.look('gate-closed', 'phone')
  await gate.getByLabel('上传“考察或接洽记录”').first().setInputFiles(file('接洽记录.txt'))
  await gate.getByText('关口还有 4 项未齐备').waitFor()
})

const asOffice = () => server.as('fangning')
const recordNow = async () => run(await asOffice(), 'getEntry', { register, id })

test('all are asked at once; one passes with something owed, one returns it, both are seen on the page', async () => {
  const gate = page.getByRole('dialog', { name: '推进到“在谈”' })
  const asked = { 规划用地预审: '自然资源分局', 环境准入预审: '建设局', 安全预审: '审批局' }
  for (const [asks, name] of Object.entries(asked)) await choose(gate, `“${asks}”审核单位`, name)
  await gate.getByRole('button', { name: '一并送审' }).click()
  await gate.getByText('审核中').first().waitFor()
  await recruiter.look('gate-asked', 'phone')
  await gate.getByRole('button', { name: '取消' }).click()
  const crossing = (await recordNow()).crossings[0]!.id
  const answer = async (who: string, version: number, check: string, act: 'passCheck' | 'returnCheck', more: object) =>
    run(await server.as(who), act, { id: crossing, version, check, ...more })
  await answer('yuzhengchuan', 1, 'land', 'passCheck', { owed: [{ kind: '红线图', dueOn: '2026-06-30' }] })
  await answer('xuzhixia', 2, 'economy', 'passCheck', {})
  await answer('bailu', 3, 'safety', 'passCheck', { remark: '同意' })
  await answer('shilei', 4, 'environment', 'returnCheck', { remark: '缺少工艺说明' })
  await page.reload()
  const round = page.getByRole('region', { name: '联审' })
  await round.getByText('缺少工艺说明').waitFor()
  await recruiter.look('checks', 'phone')
  await round.getByRole('button', { name: '再送审“环境准入预审”' }).click()
  await round.getByText('限 2026-06-15').waitFor()
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(gallery.problems).toEqual([])
})
