// The browser story of adding a register without code: 充电桩台账 from nothing, with six fields, a choice, a computed one, a
// ladder with a condition and a board; an entry is added and climbs; then the definition changes under it and it stays valid.
// Faults stand where they are made, two people at once lose nothing, a definition goes out as a file and comes in again, the
// heads of a sheet become fields. Pictures in test-output/define.

import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { run } from '#operations/run.ts'
import { openStory } from './support/story.ts'
import { choose, type Visitor } from './support/visitor.ts'

let office: Visitor
let page: Page

const story = openStory('define', '2026-06-08T09:30:00+08:00', async () => {
  await story.openZone()
  office = await story.enter('fangning')
  page = office.page
})

const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
const section = (name: string, at = page) =>
  button(new RegExp(`^${name}`), at.getByRole('navigation', { name: '各部分' })).click()
/** A name is taken when its field is left. */
async function fillName(label: string, name: string): Promise<void> {
  const field = page.getByLabel(label).first()
  await field.fill(name)
  await field.press('Tab')
}
async function addField(name: string, type?: string): Promise<void> {
  await button('新增字段').click()
  await fillName('字段名', name)
  if (type) await choose(page, '类型', type)
}
/** Opens a list of choices and takes one. */
async function pick(label: string, word: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).first().click()
  const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
  await offered.filter({ hasText: word }).first().click()
}
const own = async (code: string) => {
  const { own } = await run(await story.server.as('fangning'), 'listRegisters', {})
  return own.find(({ definition }) => definition.code === code)!
}

test('a register is begun from nothing, and what is missing is told where it is', async () => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
  await page.getByRole('link', { name: '新建台账' }).click()
  await page.getByText('从空白开始').waitFor()
  await office.look('start', 'phone')
  await button('开始').first().click()
  await page.getByText('2 处要改').click()
  await page.getByLabel('要改的地方').getByText('台账名称').waitFor()
  expect(await button('建立台账').isDisabled()).toBe(true)
  await office.look('begun', 'phone')
  await page.getByLabel('台账名称').fill('充电桩台账')
  await page.getByLabel('每条称为').fill('充电桩')
  await page.getByText('2 处要改').waitFor({ state: 'hidden' })
})

test('six fields: a choice, a number, money, a date, a unit, a computed one whose rule is checked as it is written', async () => {
  await section('字段')
  await button(/名称 文字/).click()
  await fillName('字段名', '桩号')
  await addField('类型', '单选')
  await page.getByText('不完整。').first().waitFor()
  await page.getByLabel('新选项').fill('快充\n慢充\n超充')
  await button('加选项').click()
  await page.getByText('不完整。').first().waitFor({ state: 'hidden' })
  await office.look('choice', 'phone')
  await addField('额定功率', '数字')
  await page.getByRole('combobox', { name: /^单位/ }).fill('千瓦')
  await addField('造价', '金额')
  await addField('投运日期', '日期')
  await addField('单位千瓦造价', '计算')
  const rule = page.getByRole('textbox', { name: '计算规则' })
  await rule.fill('round half up(造介 / 额定功率, 2)')
  await page.getByText('数据字典里没有“造介”').first().waitFor()
  await office.look('wrong-rule')
  await rule.fill('round half up(造价 / 额定功率, 2)')
  await page.getByText('意思是：').waitFor()
  await page.getByText('可用的名称').click()
  await office.look('rule', 'phone')
})

test('a field is put elsewhere by the keyboard, and the rule follows a new name', async () => {
  const date = button('投运日期 日期')
  await date.focus()
  await date.press('Alt+ArrowUp')
  const names = page.getByRole('list', { name: '字段' }).locator('.define-word')
  expect(await names.allInnerTexts()).toEqual(['桩号', '类型', '额定功率', '投运日期', '造价', '单位千瓦造价'])
  const line = (name: string) =>
    page.getByRole('list', { name: '字段' }).getByRole('listitem').filter({ hasText: name })
  await line('额定功率').dragTo(line('类型'))
  expect((await names.allInnerTexts()).slice(0, 3)).toEqual(['桩号', '额定功率', '类型'])
  await line('额定功率').dragTo(line('类型'))
  await button(/^造价 金额/).click()
  await fillName('字段名', '总造价')
  await button(/单位千瓦造价/).click()
  expect(await page.getByRole('textbox', { name: '计算规则' }).textContent()).toContain('总造价 / 额定功率')
})

test('a ladder of three rungs with a condition and a proof', async () => {
  await section('阶梯')
  await button('新增阶梯').click()
  await fillName('阶梯名称', '建设')
  await fillName('阶段名称', '选址')
  await button('新增阶段').click()
  await fillName('阶段名称', '施工')
  await button('新增阶段').click()
  await fillName('阶段名称', '投运')
  await button('加条件').click()
  await page.getByLabel('条件说明').fill('功率不低于30千瓦')
  await page.getByRole('textbox', { name: '规则：条件 1' }).fill('额定功率 >= 30千瓦')
  await button('加佐证').click()
  await page.getByLabel('材料名称 1').fill('验收单')
  await page.getByText('额定功率不低于30 千瓦').waitFor()
  await page.getByText('处要改').waitFor({ state: 'hidden' })
  await office.look('ladder', 'phone')
})

test('a board, a counting rule with size classes; what will be made is shown, and it is there at once', async () => {
  await section('视图')
  await button('新增视图').click()
  await page.getByLabel('视图名称').fill('建设进度')
  await pick('种类', '看板')
  await office.look('board-view', 'phone')
  await section('计数')
  await button('新增计数规则').click()
  await page.getByLabel('计数名称').fill('投运充电桩数')
  await page.getByLabel('按规模分档').check()
  await page.getByLabel('档名 1').fill('百万以上')
  const from = page.getByLabel('起点 1')
  await from.fill('100万')
  await from.press('Tab')
  await pick('按哪个字段', '总造价')
  await page.getByText('100万元', { exact: true }).waitFor()
  await office.look('counting', 'phone')
  await button('建立台账').click()
  const sure = page.getByRole('dialog', { name: '建立台账' })
  await sure.getByText('新增字段“额定功率”').waitFor()
  await office.look('confirm-new')
  await button('确认建立', sure).click()
  await page.getByText('已建立“充电桩台账”。').waitFor()
  await page.getByRole('heading', { level: 1, name: '充电桩台账' }).waitFor()
  await office.look('made', 'phone')
})

test('an entry is added and climbs by what was defined: the gate asks for the condition and the proof', async () => {
  await button('新增充电桩').click()
  const form = page.getByRole('dialog', { name: '新增充电桩' })
  await form.getByLabel('桩号').fill('云溪路1号桩')
  await choose(form, '类型', '快充')
  await form.getByLabel('额定功率', { exact: true }).fill('20')
  await form.getByLabel('总造价', { exact: true }).fill('6')
  await button('保存', form).click()
  await page.getByText('已新增“云溪路1号桩”。').waitFor()
  await page.getByText('云溪路1号桩').first().waitFor()
  const { entries } = await run(await story.server.as('fangning'), 'listEntries', { register: 'register_1' })
  await page.goto(`/registers/register_1/${entries[0]!.id}`)
  const ladder = page.getByRole('region', { name: '建设阶梯' })
  for (const rung of ['选址', '施工']) {
    await button(`推进到“${rung}”`, ladder).click()
    await button('推进', page.getByRole('dialog', { name: `推进到“${rung}”` })).click()
    await page.getByText(`已推进到“${rung}”`).waitFor()
  }
  await button('推进到“投运”', ladder).click()
  const gate = page.getByRole('dialog', { name: '推进到“投运”' })
  await gate.getByText('功率不低于30千瓦').first().waitFor()
  await gate.getByText('验收单').first().waitFor()
  expect(await button('推进', gate).isDisabled()).toBe(true)
  await office.look('gate', 'phone')
  await button('取消', gate).click()
  await page.goto('/registers/register_1')
  await page.getByRole('link', { name: '建设进度' }).click()
  await page.getByText('云溪路1号桩').first().waitFor()
  await office.look('board', 'phone')
})

test('the definition changes under the entry: it stays valid, and the change was shown before', async () => {
  const context = await story.server.as('fangning')
  const before = (await run(context, 'listEntries', { register: 'register_1' })).entries[0]!
  await page.getByRole('link', { name: '设置台账' }).click()
  await section('字段')
  await addField('运营商')
  await page.getByLabel('必填').check()
  await button(/类型 单选/).click()
  await button('停用选项快充').click()
  await section('阶梯')
  await button('新增阶段').click()
  await fillName('阶段名称', '示范')
  await page.getByText('3 处改动').waitFor()
  await button('保存修改').click()
  const sure = page.getByRole('dialog', { name: '保存前请核对' })
  await sure.getByText('有 1 条充电桩没有“运营商”，将显示为“待补”，仍然有效。').waitFor()
  await sure.getByText('有 1 条充电桩的“类型”为“快充”，保留不变，以后不能再选。').waitFor()
  await office.look('confirm-change', 'phone')
  await button('确认保存', sure).click()
  await page.getByText('已保存，立即生效。').waitFor()
  const shown = (await run(context, 'getEntry', { register: 'register_1', id: before.id })).entry
  const { version, values, rungs } = before
  expect(shown).toMatchObject({ version, values, rungs, lacking: ['f7'] })
  await section('变更记录')
  await page.getByText('停用“类型”的选项“快充”').waitFor()
  await office.look('history', 'phone')
})

test('a field that holds a value twice: told at that very field, with the value', async () => {
  const context = await story.server.as('fangning')
  const { definition } = await own('register_1')
  const key = (name: string) => definition.fields.find((field) => field.name === name)!.key
  const values = { [key('桩号')]: '云溪路2号桩', [key('额定功率')]: '20', [key('运营商')]: '云溪充电' }
  await run(context, 'addEntry', { register: 'register_1', values })
  await page.reload()
  await section('字段')
  await button('额定功率 数字').click()
  await page.getByLabel('不得重复').check()
  await button('保存修改').click()
  await button('确认保存').click()
  await page.getByText('字段“额定功率”已有重复的值（20），不能设为不得重复。').waitFor()
  await office.look('not-unique')
  await page.getByLabel('不得重复').uncheck()
  await page.getByText('已有重复的值').waitFor({ state: 'hidden' })
  expect(await page.getByRole('combobox', { name: '类型' }).isDisabled()).toBe(true)
})

test('two people change a register at once: the second sees what the first did, and nothing is lost', async () => {
  const other = await story.enter('qinxiaolan')
  await other.page.goto('/registers/register_1/define')
  await section('字段', other.page)
  await page.getByLabel('填写说明').fill('铭牌上的额定功率')
  await button('新增字段', other.page).click()
  const name = other.page.getByLabel('字段名').first()
  await name.fill('桩体照片')
  await name.press('Tab')
  await button('保存修改', other.page).click()
  await button('确认保存', other.page).click()
  await other.page.getByText('已保存，立即生效。').waitFor()
  await other.close()
  await button('保存修改').click()
  await button('确认保存').click()
  await page.getByText(/秦晓岚刚刚保存了第 3 版/).waitFor()
  await page.getByText('新增字段“桩体照片”').first().waitFor()
  await office.look('merged', 'phone')
  await page.getByText('1 处改动').waitFor()
  await button('保存修改').click()
  await button('确认保存').click()
  await page.getByText('已保存，立即生效。').waitFor()
  const { version, definition } = await own('register_1')
  expect(version).toBe(4)
  expect(definition.fields.find((field) => field.name === '额定功率')?.hint).toBe('铭牌上的额定功率')
  expect(definition.fields.some((field) => field.name === '桩体照片')).toBe(true)
})

test('a definition goes out as a file and comes in again under a code of its own; a bad file says why', async () => {
  const download = page.waitForEvent('download')
  await button('导出定义').click()
  const file = await download
  expect(file.suggestedFilename()).toBe('充电桩台账.json')
  const text = await readFile(await file.path(), 'utf8')
  await page.goto('/registers/new')
  const bring = (name: string, content: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  await page.getByText('从文件导入').waitFor()
  await bring('坏.json', text.replace('"type": "money"', '"type": "钱"'))
  await page.getByText('的值 "钱" 不符合要求，没有导入。').waitFor()
  await office.look('bad-file', 'phone')
  await bring('表.csv', '桩号,功率')
  await page.getByText('内容不是 JSON').waitFor()
  await bring('好.json', text)
  await page.getByLabel('台账名称').waitFor()
  await page.getByText('register_2').waitFor()
  expect(await page.getByLabel('每条称为').inputValue()).toBe('充电桩')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
})

test('the heads of a sheet become fields, each confirmed', async () => {
  await page.goto('/registers/new')
  await button('粘贴表头').click()
  const sheet = [
    '序号\t企业名称\t投资额（万元）\t开工日期\t是否投产\t牵头单位\t产业链',
    '1\t甲公司\t1200\t2026-03-01\t否\t经发局\t电子信息',
    '2\t乙公司\t300.5\t2026-04-01\t是\t科创局\t生物医药',
  ]
  await page.getByLabel('粘贴表头').fill(sheet.join('\n'))
  await page.getByText('认出 7 列，请逐项确认').waitFor()
  expect(await page.getByLabel('采用“序号”').isChecked()).toBe(false)
  await office.look('heads', 'phone')
  await page.getByLabel('“企业名称”的字段名').fill('企业')
  await button('用这些字段新建').click()
  await page.getByLabel('台账名称').fill('扩产项目台账')
  await page.getByLabel('每条称为').fill('项目')
  await section('字段')
  const notes = await page.getByRole('list', { name: '字段' }).getByRole('button').allTextContents()
  expect(notes.map((note) => note.replace('⠿', ''))).toEqual([
    '企业文字 · 必填',
    '投资额金额',
    '开工日期日期',
    '是否投产是否',
    '牵头单位单位',
    '产业链单选',
  ])
  await button('建立台账').click()
  await button('确认建立').click()
  await page.getByRole('heading', { level: 1, name: '扩产项目台账' }).waitFor()
  expect((await own('register_2')).definition.lead).toBe('f5')
})

test('a shipped register is begun from, with its checks, counts and links to look at', async () => {
  await page.goto('/registers/new')
  await pick('选一本台账', '招商项目台账')
  await button('开始', page.locator('section').filter({ hasText: '参照现成的台账' })).click()
  await section('阶梯')
  await button('在谈').click()
  await page.getByText('规划用地预审', { exact: true }).waitFor()
  await office.look('checks', 'phone')
  await section('联动')
  await button(/项目已投产/).click()
  await page.getByText('本区还没有该台账').waitFor()
  await office.look('link', 'phone')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '待办' }).click()
})

test('networks and rates of shipped registers are there to be changed', async () => {
  await page.goto('/registers/new')
  await pick('选一本台账', '拿地即开工')
  await button('开始', page.locator('section').filter({ hasText: '参照现成的台账' })).click()
  await section('网络')
  await page.getByRole('list', { name: '网络' }).getByRole('button').first().click()
  await page.getByText('可以预审').first().waitFor()
  await office.look('network', 'phone')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.goto('/registers/new')
  await pick('选一本台账', '巡视巡察问题整改台账')
  await button('开始', page.locator('section').filter({ hasText: '参照现成的台账' })).click()
  await section('比率')
  await page.getByRole('list', { name: '比率' }).getByRole('button').first().click()
  await page.getByRole('textbox', { name: '算哪些（分子）' }).waitFor()
  await office.look('ratio', 'phone')
  await section('字段')
  await button(/督办事项|汇总/, page.getByRole('list', { name: '字段' }))
    .first()
    .click()
  await office.look('commitment-field', 'phone')
})

test('who may not change it reads what the fields mean', async () => {
  const unit = await story.enter('songyining')
  await unit.page.goto('/registers')
  await unit.page.getByRole('link', { name: '充电桩台账' }).click()
  await unit.page.getByRole('link', { name: '字段说明' }).click()
  await unit.page.getByText('铭牌上的额定功率').waitFor()
  expect(await unit.page.getByRole('button', { name: '保存修改' }).count()).toBe(0)
  await unit.look('sheet', 'phone')
  await unit.page.goto('/registers/new')
  await unit.page.getByText('您的岗位没有办理此事的权限。').waitFor()
  await unit.close()
})

test('the same in English', async () => {
  await page.goto('/registers/new')
  await button('English').click()
  await page.getByRole('heading', { level: 1, name: 'New register' }).waitFor()
  await office.look('start-english', 'phone')
  await page.goto('/registers/register_1/define')
  await page.getByRole('heading', { level: 1, name: 'Set up 充电桩台账' }).waitFor()
  await office.look('basics-english')
  await button(/^Fields/, page.getByRole('navigation', { name: 'Sections' })).click()
  await button('额定功率 Number').click()
  await office.look('field-english', 'phone')
  await button(/^Ladders/, page.getByRole('navigation', { name: 'Sections' })).click()
  await office.look('ladder-english')
  await button('Changes').click()
  await page.getByText('Adds the field “桩体照片”').waitFor()
  await office.look('history-english', 'phone')
})

test('nothing broke, nothing serious stands in the way of anybody', () => {
  expect(story.gallery.problems).toEqual([])
})
