// Differences between two versions as sentences, and places of faults by name. One change a line.

import { expect, test } from 'vitest'
import { differenceWords, filePlaceWords, placeWords } from '#contract/definition-words.ts'
import { Definition } from '#domain/register.ts'
import { differencesOf } from '#domain/register-difference.ts'

const lamps = Definition.parse({
  code: 'lamp',
  name: '路灯台账',
  entryName: '路灯',
  title: 'f1',
  lead: 'f3',
  fields: [
    { key: 'f1', name: '编号', type: 'text', required: true },
    { key: 'f2', name: '造价', type: 'money' },
    { key: 'f3', name: '管护单位', type: 'unit' },
    { key: 'f4', name: '光源', type: 'choice', choices: [{ word: '钠灯' }, { word: 'LED' }] },
  ],
  ladders: [
    {
      key: 'l1',
      name: '改造',
      rungs: [
        { key: 'r1', name: '计划' },
        {
          key: 'r2',
          name: '完工',
          gate: { conditions: [{ rule: '造价 > 0元', words: '已填造价' }], proofs: [{ kind: '验收单' }] },
        },
      ],
    },
  ],
  views: [{ key: 'v1', name: '全部', fields: ['f1'] }],
})

type Change = (draft: Definition) => void
function changed(change: Change): Definition {
  const draft = structuredClone(lamps)
  change(draft)
  return draft
}

test.each<[string, Change]>([
  ['', () => {}],
  ['字段“造价”改名为“总造价”', (d) => Object.assign(d.fields[1]!, { name: '总造价' })],
  ['字段“造价”：必填由“否”改为“是”', (d) => Object.assign(d.fields[1]!, { required: true })],
  ['字段“造价”：填写说明由“空”改为“含税”', (d) => Object.assign(d.fields[1]!, { hint: '含税' })],
  ['停用字段“造价”', (d) => Object.assign(d.fields[1]!, { retired: true })],
  ['字段“造价”：谁来填由“不限”改为“督查室”', (d) => Object.assign(d.fields[1]!, { filledBy: ['office'] })],
  ['停用“光源”的选项“钠灯”', (d) => Object.assign(d.fields[3]!.choices[0]!, { retired: true })],
  ['新增“光源”的选项“氙灯”', (d) => d.fields[3]!.choices.push({ word: '氙灯', retired: false })],
  ['字段“光源”调整了顺序', (d) => d.fields.unshift(d.fields.pop()!)],
  ['台账“路灯台账”：标题字段由“编号”改为“造价”', (d) => Object.assign(d, { title: 'f2' })],
  ['台账“路灯台账”：牵头单位字段由“管护单位”改为“空”', (d) => Object.assign(d, { lead: null })],
  ['“改造”的阶段“完工”改名为“竣工”', (d) => Object.assign(d.ladders[0]!.rungs[1]!, { name: '竣工' })],
  ['“改造”的阶段“完工”：通常天数由“空”改为“30”', (d) => Object.assign(d.ladders[0]!.rungs[1]!, { usualDays: 30 })],
  [
    '“完工”的条件“已填造价”：规则由“造价 > 0元”改为“造价 > 1元”',
    (d) => Object.assign(d.ladders[0]!.rungs[1]!.gate.conditions[0]!, { rule: '造价 > 1元' }),
  ],
  [
    '“完工”的佐证“验收单”：可容缺由“否”改为“是”',
    (d) => Object.assign(d.ladders[0]!.rungs[1]!.gate.proofs[0]!, { tolerated: true }),
  ],
  ['去掉“完工”的佐证“验收单”', (d) => void d.ladders[0]!.rungs[1]!.gate.proofs.pop()],
  ['视图“全部”：字段由“编号”改为“编号、造价”', (d) => d.views[0]!.fields.push('f2')],
  ['视图“全部”：种类由“表格”改为“看板”', (d) => Object.assign(d.views[0]!, { kind: 'board' })],
  ['去掉视图“全部”', (d) => void d.views.pop()],
])('%s', (sentences, change) => {
  const said = differencesOf(lamps, changed(change)).map((difference) => differenceWords(difference, 'zh'))
  expect(said.join('；')).toBe(sentences)
})

test('a new register tells its parts, and each has a sentence in English too', () => {
  const differences = differencesOf(null, lamps)
  expect(differences.map((difference) => differenceWords(difference, 'zh'))).toEqual([
    '新增台账“路灯台账”',
    ...['编号', '造价', '管护单位', '光源'].map((name) => `新增字段“${name}”`),
    '新增阶梯“改造”',
    '新增视图“全部”',
  ])
  expect(differenceWords(differences[1]!, 'en')).toBe('Adds the field “编号”')
  const [renamed] = differencesOf(
    lamps,
    changed((d) => Object.assign(d.fields[1]!, { name: '总造价' })),
  )
  expect(differenceWords(renamed!, 'en')).toBe('Renames the field “造价” to “总造价”')
})

test.each([
  ['fields.f2.unit', '字段“造价” › 单位'],
  ['ladders.l1.rungs.r2.conditions.0.rule', '阶梯“改造” › 阶段“完工” › 条件 1 › 规则'],
  ['views.v1.sort', '视图“全部” › 排序字段'],
  ['title', '标题字段'],
  ['fields.f4.choices.钠灯', '字段“光源” › 选项 › “钠灯”'],
  ['fields.gone', '字段 › “gone”'],
])('%s is %s', (at, words) => {
  expect(placeWords(lamps, at, 'zh')).toBe(words)
})

test.each([
  ['fields[5].type', '字段 5 › 类型'],
  ['ladders[1].rungs[2].gate.proofs[1].kind', '阶梯 1 › 阶段 2 › 关口 › 佐证 1 › 种类'],
  ['colour', 'colour'],
])('%s of a file is %s', (at, words) => {
  expect(filePlaceWords(at, 'zh')).toBe(words)
})
