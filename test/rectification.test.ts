// The papers on a round: lists grouped by section, the report, and the publication, from which items are left out and names
// masked, apart for the Party and for society; who gets which.

import { mkdir, writeFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refused } from '#base/refusal.ts'
import type { Outgoing } from '#contract/entry.ts'
import type { RectificationPaper } from '#domain/rectification.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let round: string
const findings = new Map<string, { id: string; version: number }>()

beforeAll(async () => {
  zone = await openTestZone('2026-07-20')
  office = await zone.as('fangning')
  await office('openSampleRegisters', {})
  round = (await office('listEntries', { register: 'inspection_round' })).entries[0]!.id
  for (const { id, version, values } of (await office('listEntries', { register: 'finding', limit: 100 })).entries)
    findings.set(values.number as string, { id, version })
})
afterAll(() => zone.close())

async function bytes(who: Call, paper: RectificationPaper, more: object = {}) {
  const file = (await who('getRectificationPaper', { round, paper, ...more })) as Outgoing
  const body = file.body as Uint8Array
  const folder = process.env.LUOSHI_LOOK // set it to look at the files
  if (folder) {
    await mkdir(folder, { recursive: true })
    await writeFile(`${folder}/${file.name}`, body)
  }
  return { name: file.name, body }
}

/** All words of a Word or Excel file, tags taken out. */
async function wordsOf(who: Call, paper: RectificationPaper, more: object = {}): Promise<string> {
  const { body } = await bytes(who, paper, more)
  const parts = Object.entries(unzipSync(body)).filter(([name]) =>
    /document\.xml|sheet\d+\.xml|sharedStrings/.test(name),
  )
  return parts.map(([, xml]) => new TextDecoder().decode(xml).replaceAll(/<[^>]+>/g, '')).join('\n')
}

test('the three lists, the effects and the ledger are grouped by the sections of the feedback', async () => {
  const sections = ['一、贯彻落实上级决策部署方面', '二、项目建设与资金管理方面', '三、营商环境与服务企业方面']
  for (const paper of ['ledger', 'problems', 'tasks', 'duties', 'effects'] as const) {
    const words = await wordsOf(office, paper)
    const places = sections.map((section) => words.indexOf(section))
    expect(
      places.every((place) => place >= 0),
      paper,
    ).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
  const tasks = await wordsOf(office, 'tasks')
  expect(tasks).toContain('1-2 制定产业任务月度调度规则')
  expect(tasks).toContain('未列为督办事项')
  expect(await wordsOf(office, 'effects')).toContain('云高管办〔2026〕18号')
  expect(await wordsOf(office, 'ledger')).toContain('阶段性销号')
})

test('the Excel ledger holds every list, the amounts as numbers in 万元', async () => {
  const words = await wordsOf(office, 'ledger', { format: 'xlsx' })
  for (const part of ['反馈部分', '党内不公开事由', '8650', '涉及村级内部事务，按程序在镇村范围内公开', '以万元计'])
    expect(words).toContain(part)
  const refused = await office('getRectificationPaper', { round, paper: 'report', format: 'xlsx' }).catch((e) => e)
  expect((refused as Refused).refusal.code).toBe('bad-input')
})

test('the progress report says how far it has come, by the figures of then', async () => {
  const words = await wordsOf(office, 'report')
  expect(words).toContain('认领的8个问题中，完成整改4个，正在整改4个，尚未整改0个。')
  expect(words).toContain('到期应完成6个，已完成4个，整改完成率66.7%，超期2个。')
  expect(words).toContain('已纠正问题金额60万元，挽回损失18.6万元，审减312万元。')
  const rate = await office('showRatio', { register: 'finding', ratio: 'due_rate' })
  expect(rate.total).toMatchObject({ among: 6, of: 4, percent: '66.7', late: 2 })
  zone.at('2026-08-20')
  const { id, version } = findings.get('XC2026-07')!
  await office('reviseEntry', { register: 'finding', id, version, values: { recovered: '1000000' } })
  const asOf = '2026-07-20T12:30:00+08:00'
  expect(await wordsOf(office, 'report', { asOf })).toContain('挽回损失18.6万元')
  expect(await wordsOf(office, 'report')).toContain('挽回损失118.6万元')
})

test('what is made public leaves out what may not be, and masks names, apart for each audience', async () => {
  const { id, version } = findings.get('XC2026-02')!
  const values = {
    ...{ withhold_party: '涉及平台商业秘密', withhold_society: '涉及平台商业秘密' },
    progress: '由宋以宁负责修订，已征求云溪精工科技有限公司意见',
  }
  await office('reviseEntry', { register: 'finding', id, version, values })
  const fund = findings.get('XC2026-04')!
  const told = '3笔材料已补齐，由宋以宁、欧阳明远核对，云溪精工科技有限公司退回60万元'
  const masks = { mask: '云溪精工科技有限公司\n欧阳明远', progress: told }
  await office('reviseEntry', { register: 'finding', ...fund, values: masks })

  const society = await wordsOf(office, 'publication', { audience: 'society' })
  const party = await wordsOf(office, 'publication', { audience: 'party' })
  expect(society).not.toContain('村级集体资产')
  expect(party).toContain('村级集体资产清查结果公开不及时')
  for (const words of [society, party]) {
    expect(words).not.toContain('创新平台绩效评价')
    expect(words).not.toMatch(/宋以宁|云溪精工|欧阳明远|商业秘密/)
    expect(words).toContain('由宋某某、欧阳某某核对，某企业退回60万元')
    expect(words).toContain('公开文本草稿')
    expect(words).toContain('整改状态：正在整改。')
    expect(words).toContain('整改状态：正在整改（申请销号）。')
  }
  expect((await bytes(office, 'publication', { audience: 'party' })).name).toContain('党内公开')
})

test('a unit’s papers hold what it sees; the auditor sees all', async () => {
  const builders = await zone.as('shilei')
  // The round is led by the committee office: a unit outside it does not see the round, and has no papers on it.
  const refused = await builders('getRectificationPaper', { round, paper: 'problems' }).catch((error) => error)
  expect((refused as Refused).refusal.code).toBe('not-found')
  const auditor = await zone.as('duanwenqing')
  expect(await wordsOf(auditor, 'problems')).toContain('村级集体资产清查结果公开不及时')
  const enterprise = await zone.as('dingyifan')
  const forbidden = await enterprise('getRectificationPaper', { round, paper: 'problems' }).catch((error) => error)
  expect((forbidden as Refused).refusal.code).toBe('forbidden')
})

test('a field hidden from the asker is no part of a paper, and what is withheld or masked stays so', async () => {
  const auditor = await zone.as('duanwenqing')
  expect(await wordsOf(auditor, 'effects')).toContain('18.6')
  const { own } = await office('listRegisters', {})
  const { version, definition } = own.find((one) => one.definition.code === 'finding')!
  const fields = definition.fields.map((field) =>
    ['recovered', 'mask', 'withhold_society'].includes(field.key) ? { ...field, seenBy: ['office' as const] } : field,
  )
  await office('alterRegister', { register: 'finding', version, definition: { ...definition, fields } })
  expect(await wordsOf(auditor, 'effects')).not.toContain('18.6')
  expect(await wordsOf(office, 'effects')).toContain('18.6')
  expect(await wordsOf(auditor, 'ledger', { format: 'xlsx' })).toContain('（不在查看范围）')
  const words = await wordsOf(auditor, 'publication', { audience: 'society' })
  expect(words).not.toMatch(/欧阳明远|村级集体资产|创新平台绩效评价/)
})
