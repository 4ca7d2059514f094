// The browser story of an entry's own page: a project climbs from clue to signing, with checks by four units and proofs, one of
// them owed and supplied; the board shows its sums and moves a card only through its gate; a leader instructs on a phone, the unit
// answers, the office settles; a suggestion is accepted. In both languages, on a wide screen and a phone.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { openStory } from './support/story.ts'
import { begin, choose, type Visitor } from './support/visitor.ts'
import { bytesOf } from './support/zone.ts'

const now = '2026-06-08T09:30:00+08:00'
const register = 'investment'
let unit: (short: string) => string
let id: string
let recruiter: Visitor
let page: Page

const story = openStory('record', now, async () => {
  await story.openZone('registers')
  const office = await story.server.as('fangning')
  const { units } = await run(office, 'getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  const values = { name: '云溪储能二期', lead: unit('招商局'), chain: '新能源及电力电子', found_on: '2026-06-01' }
  id = ((await run(await story.server.as('sunian'), 'addEntry', { register, values })) as OutputOf<'addEntry'>).id
  recruiter = await story.enter('sunian')
  page = recruiter.page
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

const asOffice = () => story.server.as('fangning')
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
    run(await story.server.as(who), act, { id: crossing, version, check, ...more })
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

test('the gate opens when all have passed; what is owed is supplied from the page', async () => {
  const builder = await story.enter('shilei')
  const line = builder.page.getByRole('row').filter({ hasText: '联审：环境准入预审' })
  await line.getByText('云溪储能二期').waitFor()
  await builder.look('todo', 'phone')
  await line.getByRole('button', { name: '通过“环境准入预审”' }).click()
  const answer = builder.page.getByRole('dialog', { name: '通过：环境准入预审' })
  await answer.getByLabel('审核意见').fill('工艺说明已补')
  await answer.getByRole('button', { name: '通过' }).click()
  await line.waitFor({ state: 'hidden' })
  await builder.close()
  await page.reload()
  await main(page).getByRole('button', { name: '推进到“在谈”' }).click()
  const gate = page.getByRole('dialog', { name: '推进到“在谈”' })
  await gate.getByText('关口条件已齐备').waitFor()
  await recruiter.look('gate-open')
  await gate.getByRole('button', { name: '推进', exact: true }).click()
  const steps = page.getByRole('region', { name: '进阶记录' })
  await steps.getByText('红线图，限 2026-06-30 补齐').waitFor()
  await steps.getByRole('button', { name: '补齐“红线图”' }).click()
  const supply = page.getByRole('dialog', { name: '补齐“红线图”' })
  await supply.getByLabel('上传“红线图”').first().setInputFiles(file('红线图.txt'))
  await supply.getByText('红线图.txt').waitFor()
  await recruiter.look('supply', 'phone')
  await supply.getByRole('button', { name: '补齐', exact: true }).click()
  await steps.getByText('红线图，2026-06-08 已补齐').waitFor()
})

test('what a condition lacks is filled in at the gate; who does not decide it is told who does', async () => {
  await main(page).getByRole('button', { name: '推进到“签约”' }).click()
  await page.getByRole('dialog').getByText('此关口由督查室、单位负责人决定').waitFor()
  const head = await story.enter('heyuanzhou')
  await head.page.goto(`/registers/${register}/${id}`)
  await main(head.page).getByRole('button', { name: '推进到“签约”' }).click()
  const gate = head.page.getByRole('dialog', { name: '推进到“签约”' })
  const lacks = (name: string) => gate.getByRole('paragraph').filter({ hasText: `缺：${name}` })
  await lacks('正式协议').waitFor()
  await head.look('gate-conditions', 'phone')
  await gate.getByText('理由').first().click()
  await gate.getByRole('combobox', { name: '填写“正式协议”' }).click()
  await head.page.getByTitle('是', { exact: true }).click()
  await gate.getByRole('button', { name: '保存' }).first().click()
  await lacks('正式协议').waitFor({ state: 'hidden' })
  await gate.getByLabel('填写“协议总投资”').fill('125000')
  await gate.getByLabel('填写“协议总投资”').press('Enter')
  await lacks('协议总投资').waitFor({ state: 'hidden' })
  await gate.getByLabel('上传“正式投资协议”').first().setInputFiles(file('投资协议.txt'))
  await gate.getByText('关口条件已齐备').waitFor()
  await head.look('gate-signed')
  await gate.getByRole('button', { name: '推进', exact: true }).click()
  await head.page.getByText('已推进到“签约”').waitFor()
  await head.look('signed', 'phone')
  const { entry } = await recordNow()
  expect(entry.rungs.main).toMatchObject({ rung: 'signed', reached: ['clue', 'talks', 'signed'] })
  await head.close()
})

test('the board sums what stands on each rung; a card dropped on another opens the gate or asks for a reason', async () => {
  await page.goto(`/registers/${register}?view=board`)
  const board = page.getByRole('region', { name: '推进看板' })
  const column = (name: string) => board.getByRole('region', { name, exact: true })
  const card = column('签约').getByRole('article', { name: '云溪储能二期' })
  await card.waitFor()
  const { rungs } = await run(await asOffice(), 'showBoard', { register, ladder: 'main', sums: ['amount'] })
  const signed = rungs.find(({ rung }) => rung === 'signed')!
  await column('签约')
    .getByText(`${Number(signed.sums.amount) / 1e8}亿元`)
    .first()
    .waitFor()
  await recruiter.look('board', 'phone')
  await card.dragTo(column('备案'))
  await page.getByRole('dialog', { name: '推进到“备案”' }).getByText('将越过：注册').waitFor()
  await recruiter.look('board-gate')
  await page.keyboard.press('Escape')
  await card.getByRole('button', { name: '移动“云溪储能二期”' }).press('Enter')
  await page.getByRole('menuitem', { name: '退到“在谈”' }).click()
  const back = page.getByRole('dialog', { name: '退阶' })
  await back.getByLabel('理由').fill('投资方更换协议主体')
  await recruiter.look('board-back', 'phone')
  await back.getByRole('button', { name: '退阶' }).click()
  await column('在谈').getByRole('article', { name: '云溪储能二期' }).waitFor()
})

test('stages are shown in figures, and a number opens to its entries', async () => {
  await page.getByRole('button', { name: '阶段分析' }).click()
  const figures = page.getByRole('region', { name: /^阶段分析/ })
  await figures.getByText('转化率').first().waitFor()
  await figures
    .getByRole('button', { name: /^签约项目数 \d+，查看条目/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('link', { name: '云溪储能二期' }).waitFor()
  await recruiter.look('figures', 'phone')
  await page.keyboard.press('Escape')
})

test('a leader instructs on a phone, the unit answers, the office settles', async () => {
  const leader = await story.enter('zhoumingyuan')
  await leader.page.setViewportSize({ width: 390, height: 844 })
  await leader.page.goto(`/registers/${register}/${id}`)
  await leader.page.getByLabel('写批示').fill('请招商局本周内报新协议主体情况。')
  await leader.look('instruct-on-a-phone')
  await leader.page.getByRole('button', { name: '发出' }).first().click()
  await leader.page.getByText('待落实').waitFor()
  await leader.look('instructed-on-a-phone')
  await leader.close()
  await page.goto(`/registers/${register}/${id}`)
  const said = page.getByRole('region', { name: '批示和评论' })
  await said.getByRole('button', { name: '报落实情况' }).click()
  const form = page.getByRole('dialog', { name: '报落实情况' })
  await form.getByLabel('落实情况').fill('新主体为云溪储能有限公司，协议周五签署。')
  await form.getByRole('button', { name: '报落实情况' }).click()
  await said.getByText('已报落实情况，待办结').waitFor()
  const [waiting] = (await run(await asOffice(), 'registerWork', {})).instructions
  await run(await asOffice(), 'settleInstruction', { id: waiting!.remark, version: waiting!.version })
  await page.reload()
  await said.getByText('2026-06-08 办结').waitFor()
  await recruiter.look('history', 'phone')
})

test('fields are edited where they stand; who was slower hears it', async () => {
  await page.getByRole('button', { name: '修改“投资方”' }).click()
  await page.getByLabel('填写“投资方”').fill('云溪新能源集团')
  await page.keyboard.press('Enter')
  await page.getByText('已保存“投资方”').waitFor()
  await page.getByRole('button', { name: '修改“用地面积”' }).click()
  const { entry } = await recordNow()
  const change = { register, id, version: entry.version, values: { land: '80' } }
  await run(await asOffice(), 'reviseEntry', change)
  await page.getByLabel('填写“用地面积”').fill('120')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByRole('button', { name: '重新载入' }).waitFor()
  await recruiter.look('stale')
})

test('the page can be seen as it was; then nothing can be done', async () => {
  const { history } = await recordNow()
  const signed = history.find(({ noun, data }) => noun === 'climb' && (data.climb as { to?: string })?.to === 'signed')!
  await page.goto(`/registers/${register}/${id}?asOf=${encodeURIComponent(signed.at)}`)
  await page.getByText('这是历史视图，不能办理').waitFor()
  await main(page).locator('[aria-current=step]').filter({ hasText: '签约' }).waitFor()
  expect(await page.getByRole('button', { name: /^推进到/ }).count()).toBe(0)
  expect(await page.getByText('请招商局本周内报新协议主体情况').count()).toBe(0)
  await recruiter.look('as-of', 'phone')
})

test('an enterprise begins at its registers, sees its own entry and fills in what is asked of it, and nothing that is said', async () => {
  const admin = await story.server.as('dingyifan')
  const firm = { name: '云溪储能有限公司', shortName: '云溪储能', kind: 'company', parent: null, line: null, place: 99 }
  const { id: owner } = (await run(admin, 'addUnit', firm)) as OutputOf<'addUnit'>
  const security = await story.server.as('jiangruochuan')
  const post = { name: '企业联络员', unit: owner, roles: ['enterprise'] }
  const { id: held } = (await run(security, 'addPost', post)) as OutputOf<'addPost'>
  const added = (await run(admin, 'addPerson', { name: '齐来', username: 'qilai' })) as OutputOf<'addPerson'>
  await run(security, 'appoint', { id: added.person.id, version: added.person.version, posts: [held] })
  const { entry } = await recordNow()
  await run(await asOffice(), 'reviseEntry', { register, id, version: entry.version, values: { owner } })
  const account = await story.gallery.visitor(now)
  await begin(account, 'qilai', added.account.oneTimePassword)
  await account.page.getByRole('heading', { level: 1, name: '台账' }).waitFor()
  await account.page.goto(`/registers/${register}/${id}`)
  await account.page.getByRole('button', { name: '修改“最新进展”' }).click()
  await account.page.getByLabel('填写“最新进展”').fill('桩机已进场')
  await account.page.getByRole('button', { name: '保存', exact: true }).click()
  await account.page.getByText('已保存“最新进展”').waitFor()
  expect(await account.page.getByRole('button', { name: /^推进到/ }).count()).toBe(0)
  expect(await account.page.getByText('请招商局本周内报新协议主体情况').count()).toBe(0)
  await account.look('enterprise-account', 'phone')
  await account.close()
})

let visitor: Visitor

test('a step proposes another elsewhere; the office accepts it in its work list', async () => {
  const office = await asOffice()
  const lead = unit('招商局')
  const firm = { name: '云溪精密有限公司', lead: unit('工信局') }
  const company = (await run(office, 'addEntry', { register: 'enterprise', values: firm })) as OutputOf<'addEntry'>
  const values = { name: '精密部件项目', lead, company: company.id }
  const made = (await run(office, 'addEntry', { register, values })) as OutputOf<'addEntry'>
  const line = { entry: made.id, ladder: 'main', to: 'completed', on: '2026-05-20' }
  await run(office, 'recordSteps', { register, lines: [line], reason: '建账前已办理' })
  const proof = { register, id: made.id, name: '发票.txt', proves: '首张发票或试生产记录' }
  await run(office, 'uploadEntryFile', proof, bytesOf('发票'))
  await run(office, 'climbEntry', { register, id: made.id, version: 2, ladder: 'main', to: 'production' })
  visitor = await story.enter('fangning')
  const waiting = visitor.page.getByRole('row').filter({ hasText: '云溪精密有限公司' })
  await waiting.getByText('建议：').waitFor()
  await visitor.look('todo-office', 'phone')
  await waiting.getByRole('link').click()
  const proposed = visitor.page.getByRole('region', { name: '联动建议' })
  await proposed.getByRole('button', { name: /^采纳/ }).click()
  await visitor.look('suggestion', 'phone')
  await visitor.page.getByRole('dialog', { name: '采纳' }).getByRole('button', { name: '采纳' }).click()
  await visitor.page.getByText('已采纳并办理').waitFor()
  await visitor.page.getByRole('region', { name: '关联条目' }).getByRole('link', { name: '精密部件项目' }).waitFor()
  await visitor.look('enterprise', 'phone')
})

test('the same in English', async () => {
  await visitor.page.getByRole('button', { name: 'English' }).click()
  await visitor.page.getByRole('heading', { name: 'Instructions and comments' }).waitFor()
  await visitor.look('enterprise-english', 'phone')
  await visitor.page.goto(`/registers/${register}/${id}`)
  await visitor.page.getByRole('heading', { name: 'History' }).scrollIntoViewIfNeeded()
  await visitor.look('history-english', 'phone')
  await visitor.page.getByRole('button', { name: /^Move up to/ }).click()
  await visitor.page.getByRole('dialog').getByText('Conditions').waitFor()
  await visitor.look('gate-english', 'phone')
  await visitor.page.goto(`/registers/${register}?view=board`)
  await visitor.page.getByRole('button', { name: 'Stages in figures' }).click()
  await visitor.page.getByText('Conversion').first().waitFor()
  await visitor.look('board-english', 'phone')
  await visitor.page.goto('/')
  await visitor.page.getByRole('heading', { level: 1 }).waitFor()
  await visitor.look('todo-english', 'phone')
  await visitor.close()
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})
