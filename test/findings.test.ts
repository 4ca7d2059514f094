// Findings of an inspection from feedback to being struck off and looked at again: measures that are commitments, read from
// the plan or entered by hand; closure refused for each part that is missing; an institution from gap to publication, its
// number linked back; a look-back that fails and brings the finding back; who sees what; two at once.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import { outcome, refusalOf } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let director: Call
let builders: Call
let finance: Call
let unit: (short: string) => string
let post: (name: string) => string
const ids: Record<string, string> = {}

beforeAll(async () => {
  zone = await openTestZone('2026-04-10')
  const who = ['fangning', 'qinxiaolan', 'shilei', 'qianxueli'].map((name) => zone.as(name))
  ;[office, director, builders, finance] = (await Promise.all(who)) as [Call, Call, Call, Call]
  const { units, posts } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  post = (name) => posts.find((one) => one.name === name)!.id
  const wanted = ['inspection_round', 'finding', 'measure', 'institution']
  const { shipped } = await office('listRegisters', {})
  for (const code of wanted)
    await office('defineRegister', { definition: shipped.find((definition) => definition.code === code)! })
})
afterAll(() => zone.close())

/** What a closed gate says is lacking. */
async function lacking(answer: Promise<unknown>): Promise<string[]> {
  const { conditions, proofs } = (await refusalOf(answer))!.facts as {
    conditions?: { words: string }[]
    proofs?: string[]
  }
  return [...(conditions ?? []).map(({ words }) => words), ...(proofs ?? [])]
}

async function add(register: string, key: string, values: object, who = office) {
  const entry = await who('addEntry', { register, values: values as never })
  ids[key] = entry.id
  return entry
}
const entryOf = async (register: string, key: string) =>
  (await office('getEntry', { register, id: ids[key]! })).entry as OutputOf<'getEntry'>['entry']
async function fill(register: string, key: string, values: object, who = office) {
  const { version } = await entryOf(register, key)
  return who('reviseEntry', { register, id: ids[key]!, version, values: values as never })
}
async function climb(register: string, key: string, to: string, who = office, more: object = {}) {
  const { version } = await entryOf(register, key)
  return who('climbEntry', { register, id: ids[key]!, version, ladder: 'main', to, ...more })
}
const file = (register: string, key: string, proves: string, who = office) =>
  who('uploadEntryFile', { register, id: ids[key]!, name: `${proves}.pdf`, proves }, bytesOf(proves))
async function accept(words: string, reason: string | null = null) {
  const found = (await office('listSuggestions', {})).find(({ suggestion }) => suggestion.words.includes(words))
  const { id, version } = found!.suggestion
  return office('acceptSuggestion', { id, version, reason })
}

type Matter = OutputOf<'getCommitment'>['commitment']
async function step(id: string, name: Parameters<Call>[0], who: Call, input: object = {}): Promise<Matter> {
  const { version } = (await office('getCommitment', { id })).commitment
  return (await who(name, { id, version, ...input })) as Matter
}
/** Reported as done with its evidence, and accepted. */
async function finish(id: string, who: Call) {
  const proof = { id, name: '整改佐证.pdf', proves: '整改佐证' }
  const evidence = await who('uploadEvidence', proof, bytesOf(`%PDF ${id} ${Math.random()}`))
  await step(id, 'fileReport', who, { percent: 100, text: '已完成', evidence: [evidence.id] })
  await step(id, 'acceptReport', office)
}

test('a round is opened at its feedback, its days are proposed, three bodies review the plan', async () => {
  const round = { name: '2026年市委第一轮巡察', level: '市委巡察', feedback_on: '2026-04-10', lead: unit('党政办公室') }
  await add('inspection_round', 'round', { ...round, period: '3个月' })
  await file('inspection_round', 'round', '反馈意见签收单')
  await climb('inspection_round', 'round', 'feedback')
  for (const words of ['一个月内报送', '集中整改期3个月', '两个月内报告']) await accept(words)
  const { values } = await entryOf('inspection_round', 'round')
  expect(values).toMatchObject({
    ...{ plan_due: '2026-05-10', concentrated_until: '2026-07-10', progress_report_due: '2026-06-10' },
  })
  expect(values.publicity_due).toBeUndefined()

  await fill('inspection_round', 'round', { head: post('管委会主任') })
  await file('inspection_round', 'round', '领导小组和专班文件')
  await climb('inspection_round', 'round', 'team')
  for (const proof of ['整改方案', '问题、任务、责任清单', '党组织主要负责人真实性说明'])
    await file('inspection_round', 'round', proof)
  expect(await lacking(climb('inspection_round', 'round', 'plan'))).toEqual(['已认领问题'])
})

test('findings are entered, and the plan’s own words become measures beside those entered by hand', async () => {
  const common = { round: ids.round, section: '二、项目建设与资金管理方面', lead: unit('建设局') }
  await add('finding', 'slow', {
    ...{ ...common, number: 'XC-01', title: '结算审核滞后', topic: '项目与工程管理', with_amount: true },
    ...{ kind: '限期整改', due_on: '2026-06-30', in_period: true, recheck_months: '6', mask: '云溪精工科技有限公司' },
  })
  await climb('finding', 'slow', 'entered')
  expect(await lacking(climb('finding', 'slow', 'under_way'))).toEqual([
    ...['已定责任领导', '已填整改目标', '已定整改措施'],
  ])

  const plan = '整改方案\n建设局要于2026年6月20日前完成5个竣工项目的结算审核。'
  const { document } = await office('importDocument', { fileName: '整改方案.txt', kind: 'plan' }, bytesOf(plan))
  const [proposal] = (await office('getDocument', { id: document.id })).proposals
  const duty = { lead: unit('建设局'), dueOn: '2026-06-20', proof: ['整改佐证'] }
  const { commitment } = await office('adoptProposal', { id: proposal!.id, version: proposal!.version, duty })
  const [taken] = await office('takeUpCommitments', {
    ...{ register: 'measure', field: 'matter', commitments: [commitment.id] },
    values: { finding: ids.slow!, number: '1-1', kinds: ['挽回损失'] },
  })
  expect(taken!.values).toMatchObject({ content: commitment.wording.title, due_on: '2026-06-20' })
  ids.audit = taken!.id
  ids.auditMatter = commitment.id

  await add('measure', 'rule', {
    ...{ finding: ids.slow, number: '1-2', content: '建立结算资料移交时限制度', kinds: ['建章立制'] },
    ...{ lead: unit('财政局'), of_unit: unit('建设局'), due_on: '2026-06-25' },
  })
  const { version } = await entryOf('measure', 'rule')
  const made = await office('entrustEntry', { register: 'measure', id: ids.rule!, version, field: 'matter' })
  ids.ruleMatter = made.commitment.id
  expect(made.commitment).toMatchObject({
    number: '000-001',
    duty: { lead: unit('财政局'), supporting: [unit('建设局')], dueOn: '2026-06-25', proof: ['整改佐证'] },
  })

  await fill('finding', 'slow', { leader: post('管委会副主任（分管建设）'), goal: '存量全部审核，建立时限制度' })
  expect((await climb('finding', 'slow', 'under_way')).entry.computed).toMatchObject({
    ...{ measures: '2', open_measures: '2', unproven: '2', unnumbered: '1' },
  })
  await climb('inspection_round', 'round', 'plan')
})

test('three bodies are asked at once, with no day that no rule gives', async () => {
  const { version } = await entryOf('inspection_round', 'round')
  const units = { inspection: unit('审计室'), discipline: unit('审计室'), organisation: unit('组织人事局') }
  const asked = { register: 'inspection_round', id: ids.round!, version, ladder: 'main', to: 'review', units }
  const { crossing } = await office('openCrossing', asked)
  expect(crossing.checks.map(({ dueOn, workdays }) => [dueOn, workdays])).toEqual(Array(3).fill([null, null]))
  zone.at('2026-05-12')
  const organisers = await zone.as('liangyujie')
  const { toCheck } = await organisers('registerWork', {})
  expect(toCheck).toMatchObject([{ check: 'organisation', dueOn: null, late: false }])
  const { id } = crossing
  await organisers('returnCheck', { id, version: 1, check: 'organisation', remark: '时限过宽' })
  await file('inspection_round', 'round', '书面审核意见')
  expect(await outcome(climb('inspection_round', 'round', 'review'))).toBe('gate-closed')
  await office('askCheckAgain', { id, version: 2, check: 'organisation' })
  await organisers('passCheck', { id, version: 3, check: 'organisation' })
  await office('passCheck', { id, version: 4, check: 'inspection' })
  await office('passCheck', { id, version: 5, check: 'discipline' })
  await climb('inspection_round', 'round', 'review')
  await climb('inspection_round', 'round', 'concentrated')
})

test('an institution goes from gap to publication, and its number is linked back', async () => {
  await add('institution', 'handover', {
    ...{ name: '结算资料移交时限规定', gap: '制度空白', action: '立（新建）', lead: unit('财政局') },
    ...{ finding: ids.slow, measure: ids.rule, nature: '行政规范性文件', valid_months: '24' },
  })
  const at = (to: string, who = finance, more = {}) => climb('institution', 'handover', to, who, more)
  await at('gap')
  await file('institution', 'handover', '草案或修订稿', finance)
  await at('draft')
  await file('institution', 'handover', '会议纪要或审议记录', finance)
  const skipping = { reason: '内部使用' }
  expect(await lacking(at('deliberated', finance, skipping))).toEqual([
    ...['行政规范性文件已征求意见', '行政规范性文件已通过合法性审核', '行政规范性文件已作公平竞争审查'],
  ])
  await fill('institution', 'handover', { nature: '内部制度' }, finance)
  await at('deliberated', finance, skipping)
  expect(await lacking(at('published', finance, { certificateOn: '2026-05-12' }))).toEqual([
    ...['已编文号', '已填发布日期', '印发文件'],
  ])
  await fill('institution', 'handover', { doc_number: '云财发〔2026〕3号', issued_on: '2026-05-12' }, finance)
  await file('institution', 'handover', '印发文件', finance)
  expect(await outcome(at('published'))).toBe('certificate-missing')
  await at('published', finance, { certificateOn: '2026-05-12' })
  await accept('文号填回')
  await accept('有效期届满')
  expect((await entryOf('measure', 'rule')).values).toMatchObject({
    ...{ doc_number: '云财发〔2026〕3号', issued_on: '2026-05-12', regime: '结算资料移交时限规定' },
  })
  expect((await entryOf('institution', 'handover')).values.expires_on).toBe('2028-05-12')
  const counted = { register: 'institution', counts: ['published'], from: '2026-01-01', to: '2026-12-31' }
  expect((await office('countSteps', counted)).total).toBe(1)
})

test('closure is refused for each part that is missing, until nothing is', async () => {
  await fill('measure', 'rule', { doc_number: null })
  for (const [id, who] of [
    [ids.auditMatter!, builders],
    [ids.ruleMatter!, finance],
  ] as const) {
    await step(id, 'dispatchCommitment', office)
    await step(id, 'signFor', who)
  }
  const apply = (who = builders) => climb('finding', 'slow', 'applied', who)
  const [closed, proven, numbered] = ['整改措施全部销号', '每项措施有已采信的佐证', '建章立制的措施有文号']
  const own = ['已填进展情况', '金额类问题已填涉及金额']
  expect(await lacking(apply())).toEqual([closed, proven, numbered, ...own])
  await finish(ids.auditMatter!, builders)
  expect(await lacking(apply())).toEqual([closed, proven, numbered, ...own])
  await finish(ids.ruleMatter!, finance)
  expect(await lacking(apply())).toEqual([closed, numbered, ...own])
  await step(ids.auditMatter!, 'closeCommitment', office)
  await step(ids.ruleMatter!, 'closeCommitment', office)
  expect(await lacking(apply())).toEqual([numbered, ...own])
  await fill('measure', 'rule', { doc_number: '云财发〔2026〕3号' })
  await fill('finding', 'slow', { progress: '5个项目全部完成审核', amount: '86500000', reduced: '3120000' }, builders)
  const other = await add('institution', 'later', {
    ...{ name: '审核力量配备办法', gap: '政策缺陷', action: '改（修订）', lead: unit('建设局'), finding: ids.slow },
  })
  expect(await lacking(apply())).toEqual(['涉及的制度都已公布并有文号'])
  const dropped = { register: 'institution', id: other.id, version: other.version, reason: '并入结算规定' }
  await office('removeEntry', dropped)

  const { version } = await entryOf('finding', 'slow')
  const input = { register: 'finding', id: ids.slow!, version, ladder: 'main', to: 'applied' }
  const both = await Promise.all([1, 2].map(() => outcome(builders('climbEntry', input))))
  expect(both.toSorted()).toEqual(['done', 'stale'])
})

test('who filed cannot strike off, nor anybody of the unit; a measure opened again closes the gate', async () => {
  zone.at('2026-06-28')
  const { climbs, entry } = await office('getEntry', { register: 'finding', id: ids.slow! })
  const mistaken = { register: 'finding', id: entry.id, climb: climbs.at(-1)!.id, reason: '由办公室代为申请' }
  const struck = await office('strikeClimb', { ...mistaken, version: entry.version })
  expect(struck.entry.rungs.main!.rung).toBe('under_way')
  await climb('finding', 'slow', 'applied', office)
  await fill('finding', 'slow', { checked_on: '2026-06-28', check_way: ['查阅资料', '实地查看'] }, director)
  await file('finding', 'slow', '验收记录', director)
  expect(await refusalOf(climb('finding', 'slow', 'accepted', office))).toMatchObject({
    ...{ code: 'other-party', facts: { why: 'filed' } },
  })
  expect(await outcome(climb('finding', 'slow', 'accepted', builders))).toBe('forbidden')
  const asked = { register: 'finding', id: ids.slow!, ladder: 'main', to: 'accepted' }
  expect(await office('getChecklist', asked)).toMatchObject({ open: true, decider: 'filed' })

  await step(ids.ruleMatter!, 'reopenCommitment', office, { reason: '附件缺页' })
  expect(await lacking(climb('finding', 'slow', 'accepted', director))).toEqual(['整改措施全部销号'])
  await finish(ids.ruleMatter!, finance)
  await step(ids.ruleMatter!, 'closeCommitment', office)
  await climb('finding', 'slow', 'accepted', director)
  expect(await lacking(climb('finding', 'slow', 'closed', director))).toEqual([
    ...['已填销号说明', '整改结果为已完成（长期整改阶段性销号可为基本完成）'],
  ])
  await fill('finding', 'slow', { result: '已完成', closing_note: '资料齐全' })
  expect(await outcome(climb('finding', 'slow', 'closed', office))).toBe('other-party')
  await climb('finding', 'slow', 'closed', director)
  await accept('登记回头看时间')
  expect((await entryOf('finding', 'slow')).values.recheck_due).toBe('2026-12-28')
})

test('who reported on a measure is no other party for its finding, whatever posts are held', async () => {
  const { people, posts } = await office('getDirectory', {})
  const builder = people.find(({ username }) => username === 'shilei')!
  const desk = posts.find(({ name }) => name === '督查专员')!
  const security = await zone.as('jiangruochuan')
  await security('appoint', { id: builder.id, version: builder.version, posts: [...builder.posts, desk.id] })
  const both = await zone.as('shilei')
  const values = { round: ids.round, number: 'XC-09', title: '协议台账', lead: unit('招商局'), kind: '立行立改' }
  const more = { due_on: '2026-07-31', leader: post('管委会主任'), goal: '补齐台账', progress: '已补齐' }
  await add('finding', 'own', { ...values, ...more })
  await add('measure', 'own', { finding: ids.own, content: '核对工地协议', lead: unit('建设局'), due_on: '2026-07-31' })
  ids.ownFinding = (await office('listEntries', { register: 'finding', filter: ['number=XC-09'] })).entries[0]!.id
  const measure = await entryOf('measure', 'own')
  const at = { register: 'measure', id: measure.id, version: measure.version }
  // Who links a commitment is the office: a unit could else show one that is closed already.
  expect(await outcome(builders('reviseEntry', { ...at, values: { matter: ids.auditMatter! } }))).toBe('not-your-field')
  const { commitment } = await office('entrustEntry', { ...at, field: 'matter' })
  await step(commitment.id, 'dispatchCommitment', office)
  await step(commitment.id, 'signFor', both)
  const taken = await entryOf('measure', 'own')
  const out = { register: 'measure', id: taken.id, version: taken.version, reason: '不办了' }
  expect(await refusalOf(builders('removeEntry', out))).toMatchObject({
    ...{ code: 'commitment-open', facts: { numbers: [commitment.number] } },
  })
  await finish(commitment.id, both)
  await step(commitment.id, 'closeCommitment', office)
  for (const to of ['entered', 'under_way', 'applied']) await climb('finding', 'ownFinding', to)
  await fill('finding', 'ownFinding', { checked_on: '2026-06-28', check_way: ['查阅资料'] })
  await file('finding', 'ownFinding', '验收记录')
  expect(await refusalOf(climb('finding', 'ownFinding', 'accepted', both))).toMatchObject({
    ...{ code: 'other-party', facts: { why: 'filed', person: builder.id } },
  })
  await climb('finding', 'ownFinding', 'accepted', director)
  for (const [register, key] of [
    ['measure', 'own'],
    ['finding', 'ownFinding'],
  ] as const) {
    const { id, version } = await entryOf(register, key)
    await office('removeEntry', { register, id, version, reason: '示例' })
  }
  await security('appoint', { id: builder.id, version: builder.version + 1, posts: builder.posts })
})

test('a look-back that fails brings the finding back, with its reason and history, and it is struck off anew', async () => {
  zone.at('2026-12-29')
  const due = { register: 'finding', where: '整改阶段 = "销号" and 回头看时间 <= 今日' }
  expect((await office('listEntries', due)).entries.map(({ id }) => id)).toEqual([ids.slow])
  expect(await lacking(climb('finding', 'slow', 'rechecked', director))).toEqual([
    ...['已填回头看结果', '已填回头看情况', '回头看记录'],
  ])
  await fill('finding', 'slow', { recheck_result: '未到位', recheck_note: '新竣工项目又有2个超时' })
  await file('finding', 'slow', '回头看记录', director)
  await climb('finding', 'slow', 'rechecked', director)
  expect(await outcome(accept('退回重新整改'))).toBe('reason-missing')
  const { entry } = await accept('退回重新整改', '新增2个超时项目')
  expect(entry.rungs.main).toMatchObject({ rung: 'under_way', since: '2026-12-29' })
  const { climbs } = await office('getEntry', { register: 'finding', id: ids.slow! })
  const told = climbs.filter(({ struck }) => !struck).map(({ kind, to }) => `${kind} ${to}`)
  expect(told.slice(-3)).toEqual(['climbed closed', 'climbed rechecked', 'back under_way'])
  expect(climbs.at(-1)!.reason).toBe('新增2个超时项目')

  await step(ids.auditMatter!, 'reopenCommitment', office, { reason: '回头看未到位' })
  expect(await lacking(climb('finding', 'slow', 'applied', builders))).toEqual([
    ...['整改措施全部销号', '回头看未到位的，已填再整改情况'],
  ])
  await finish(ids.auditMatter!, builders)
  await step(ids.auditMatter!, 'closeCommitment', office)
  await fill('finding', 'slow', { again_note: '2个项目已审核，移交时限纳入合同' }, builders)
  await climb('finding', 'slow', 'applied', builders)
  await climb('finding', 'slow', 'accepted', office)
  await climb('finding', 'slow', 'closed', office)
  await fill('finding', 'slow', { recheck_result: '整改到位', recheck_note: '抽查3个项目均按时' })
  await climb('finding', 'slow', 'rechecked', office)
  const closed = { register: 'finding', counts: ['closed'], from: '2026-01-01', to: '2026-12-31' }
  expect((await office('countSteps', closed)).total).toBe(1) // struck off twice, counted once
  expect((await office('countSteps', { ...closed, counts: ['rechecked'] })).total).toBe(2)
})

test('a long-term finding is struck off for the time being and looked at again every year', async () => {
  zone.at('2027-01-05')
  const values = { round: ids.round, number: 'XC-02', title: '绩效跟踪', kind: '长期整改', due_on: '2027-01-31' }
  const more = { lead: unit('财政局'), leader: post('管委会主任'), goal: '常态抽查', progress: '已抽查' }
  await add('finding', 'long', { ...values, ...more, result: '基本完成', closing_note: '转入常态' })
  await add('measure', 'sample', { finding: ids.long, content: '每年抽查', lead: unit('财政局'), due_on: '2027-01-31' })
  const { version } = await entryOf('measure', 'sample')
  const { commitment } = await office('entrustEntry', {
    register: 'measure',
    id: ids.sample!,
    version,
    field: 'matter',
  })
  expect(commitment.number).toBe('000-003')
  await step(commitment.id, 'dispatchCommitment', office)
  await step(commitment.id, 'signFor', finance)
  await finish(commitment.id, finance)
  await step(commitment.id, 'closeCommitment', office)
  for (const to of ['entered', 'under_way']) await climb('finding', 'long', to, office)
  await climb('finding', 'long', 'applied', finance)
  await fill('finding', 'long', { checked_on: '2027-01-05', check_way: ['查阅资料'] })
  await file('finding', 'long', '验收记录')
  await climb('finding', 'long', 'accepted', director)
  await climb('finding', 'long', 'closed', director)
  await accept('一年后复查')
  expect((await entryOf('finding', 'long')).values.recheck_due).toBe('2028-01-05')
})

test('units see what is theirs, the auditor sees all and does nothing, the round closes when every finding is', async () => {
  const titles = async (who: Call, register: string) =>
    (await who('listEntries', { register })).entries.map(({ values }) => values.title ?? values.content).toSorted()
  const all = ['结算审核滞后', '绩效跟踪'].toSorted()
  const auditor = await zone.as('duanwenqing')
  expect(await titles(auditor, 'finding')).toEqual(all)
  expect(await titles(builders, 'finding')).toEqual(['结算审核滞后'])
  expect(await titles(finance, 'finding')).toEqual(['绩效跟踪'])
  expect(await titles(await zone.as('bailu'), 'finding')).toEqual([])
  expect(await titles(finance, 'measure')).toEqual(['建立结算资料移交时限制度', '每年抽查'].toSorted())
  expect((await titles(builders, 'measure')).length).toBe(2)
  expect(await outcome(climb('finding', 'long', 'rechecked', auditor))).toBe('forbidden')
  expect(await outcome(fill('finding', 'long', { progress: 'x' }, auditor))).toBe('forbidden')
  expect(await outcome(fill('finding', 'slow', { progress: 'x' }, finance))).toBe('not-found')
  expect(await outcome(fill('measure', 'audit', { done_note: 'x' }, finance))).toBe('not-found')
  expect(await outcome(fill('measure', 'rule', { done_note: 'x' }, builders))).toBe('not-your-unit')
})

test('a round ends when every finding has, by somebody else', async () => {
  const at = (to: string, who = office) => climb('inspection_round', 'round', to, who)
  await add('finding', 'open', { round: ids.round, number: 'XC-03', title: '公开不及时', lead: unit('建设局') })
  for (const proof of ['集中整改进展报告', '主要负责人组织落实情况报告']) await file('inspection_round', 'round', proof)
  await at('reported')
  for (const proof of ['党内公开文本', '向社会公开文本', '公开文本审核意见'])
    await file('inspection_round', 'round', proof)
  await at('published')
  await file('inspection_round', 'round', '评估或回头看报告')
  const { refusal: why } = (await at('assessed').catch((error: unknown) => error)) as Refused
  expect(why).toMatchObject({ code: 'other-party', facts: { why: 'filed' } })
  // Whoever sits in the office that leads the round is of the lead unit.
  expect(await outcome(at('assessed', director))).toBe('other-party')
  await fill('inspection_round', 'round', { lead: unit('组织人事局') })
  await at('assessed', director)
  expect(await lacking(at('closed', director))).toEqual(['问题全部销号'])
  const open = await entryOf('finding', 'open')
  await office('removeEntry', { register: 'finding', id: open.id, version: open.version, reason: '与XC-01重复' })
  await at('closed', director)
  const round = await entryOf('inspection_round', 'round')
  expect(round.computed).toMatchObject({ findings: '2', closed_findings: '2', open_findings: '0', reduced: '3120000' })
})

test('rates by unit and by section count what is due, and every number opens to its entries', async () => {
  zone.at('2027-02-20')
  const add2 = (number: string, lead: string, more: object) =>
    add('finding', number, { round: ids.round, number, title: number, lead: unit(lead), in_period: true, ...more })
  await add2('XC-04', '建设局', { due_on: '2027-02-10', section: '一、决策部署方面' })
  await add2('XC-05', '建设局', { due_on: '2027-03-31', section: '一、决策部署方面' })
  await add2('XC-06', '招商局', { due_on: '2027-02-17' })
  const asked = { register: 'finding', ratio: 'due_rate' }
  const rates = await office('showRatio', { ...asked, by: 'lead' })
  expect(rates.total).toEqual({ among: 4, of: 2, percent: '50.0', late: 2, lateDays: 13, longestDays: 10 })
  const group = (short: string) => rates.groups.find(({ group: of }) => of === unit(short))
  expect(group('建设局')).toMatchObject({ among: 2, of: 1, percent: '50.0', lateDays: 10 })
  expect(group('财政局')).toMatchObject({ among: 1, of: 1, percent: '100.0', late: 0 })
  expect(group('招商局')).toMatchObject({ among: 1, of: 0, percent: '0.0', longestDays: 3 })

  for (const by of ['lead', 'section', 'kind', 'round'] as const) {
    const { groups, opens } = await office('showRatio', { ...asked, by })
    expect(groups.reduce((sum, { among }) => sum + among, 0)).toBe(4)
    for (const one of groups) {
      for (const part of ['among', 'of', 'rest'] as const) {
        const filter = [`${by}=${one.group ?? ''}`]
        const { entries } = await office('listEntries', { register: 'finding', where: opens[part], filter })
        expect(entries.length).toBe(part === 'rest' ? one.among - one.of : one[part])
      }
    }
  }
  const early = new Date(Date.parse('2027-01-04T12:00:00+08:00')).toISOString()
  expect((await office('showRatio', { ...asked, asOf: early })).total).toMatchObject({ among: 1, of: 1 })
  const period = await office('showRatio', { register: 'finding', ratio: 'period_rate' })
  expect(period.total).toMatchObject({ among: 4, of: 1, percent: '25.0' })
  // A unit's rates are those of what it sees.
  expect((await builders('showRatio', asked)).total).toMatchObject({ among: 2, of: 1 })
  expect(await outcome(office('showRatio', { ...asked, by: 'title' }))).toBe('not-found')
  const measures = await office('showRatio', { register: 'measure', ratio: 'due_rate' })
  expect(measures.total).toMatchObject({ among: 3, of: 3, percent: '100.0' })
})
