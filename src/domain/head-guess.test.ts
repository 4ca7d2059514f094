// Heads of a spreadsheet and the fields they are taken for: head, cells below it → name type unit.

import { expect, test } from 'vitest'
import { cellsOf, guessHeads } from '#domain/head-guess.ts'

test.each([
  ['企业名称', '', '企业名称 text'],
  ['投资额（万元）', '1200|300.5', '投资额 money'],
  ['总投资(亿元)', '', '总投资 money'],
  ['用地面积（亩）', '12.5|3', '用地面积 number 亩 1'],
  ['职工人数', '12|1,203', '职工人数 number'],
  ['开工日期', '2026-03-01|2026/4/2', '开工日期 date'],
  ['计划竣工时间', '2026年5月1日', '计划竣工时间 date'],
  ['投产年月', '2026-03', '投产年月 month'],
  ['是否开工', '是|否', '是否开工 yes-no'],
  ['研发占比%', '3.2%|5%', '研发占比 percent 1'],
  ['统一社会信用代码', '91350100M0001TGQXM', '统一社会信用代码 credit-code'],
  ['行业代码', '', '行业代码 industry'],
  ['牵头单位', '', '牵头单位 unit'],
  ['进展情况', '', '进展情况 long-text'],
  ['项目状态', '在建|在建|竣工', '项目状态 choice 在建、竣工'],
  ['项目状态', '', '项目状态 text'],
  ['联系电话', '13800000001|13900000002', '联系电话 text'],
  ['楼栋', '甲|乙|甲|乙|甲|乙|甲|乙', '楼栋 choice 甲、乙'],
  ['开工日期', '待定|未知', '开工日期 text'],
  ['2025年产值（万元）', '', '年产值 money'],
  ['充电功率（千瓦）', '60|120', '充电功率 number 千瓦'],
])('%s over %s is taken for %s', (head, cells, field) => {
  const [guess] = guessHeads([head, ...cells.split('|')].map((cell) => `${cell}\tx`).join('\n'))
  const { name, type, unit, scale, choices } = guess!
  expect([name, type, unit, scale || null, choices.join('、')].filter(Boolean).join(' ')).toBe(field)
})

test('a running number is offered and not wanted; two of one name are told apart', () => {
  const guesses = guessHeads('序号\t名称\t名称\t（空）\n1\t甲\t乙\t')
  expect(guesses.map(({ name, wanted }) => [name, wanted])).toEqual([
    ['序号', false],
    ['名称', true],
    ['名称2', true],
    ['', false],
  ])
})

test('cells with line breaks and quotes come as a spreadsheet copies them', () => {
  expect(cellsOf('甲\t"乙\n丙"\t"说""好"""\r\n1\t2\t3\r\n')).toEqual([
    ['甲', '乙 丙', '说"好"'],
    ['1', '2', '3'],
  ])
})

test('heads below each other are heads too', () => {
  expect(guessHeads('名称\n地址\n开工日期').map(({ type }) => type)).toEqual(['text', 'text', 'date'])
})
