// Headings as they stand over task tables; each line is a heading row and what its columns hold.
import { expect, test } from 'vitest'
import { columnMeaning, headingCount } from '#reading/columns.ts'

test.each([
  [
    '序号 目标任务 工作举措 牵头单位 责任单位 配合单位 责任人 完成时限 目标值',
    'ordinal task steps lead lead supporting person due target',
  ],
  [
    '编号 重点任务 具体措施 责任领导 牵头部门 协办单位 办结时限 备注',
    'ordinal task steps leader lead supporting due remark',
  ],
  ['项目名称 建设内容 年度目标 责任单位 完成时间', 'task steps target lead due'],
  ['指标名称 计量单位 目标值 牵头单位', 'task unit target lead'],
  ['类别 事项 分管领导 落实单位 时限要求 进展情况 佐证材料', 'category task leader lead due progress proof'],
  ['序号 问题 整改措施 整改时限 责任单位 责任人', 'ordinal task steps due lead person'],
  ['领域 主要任务 推进计划 参与单位 开工时间 竣工时间', 'category task steps supporting start due'],
])('%s', (headings, meanings) => {
  expect(headings.split(' ').map(columnMeaning).join(' ')).toBe(meanings)
})

test('a heading may be spaced out, noted and broken; words of a body are none', () => {
  expect(['序 号', '牵头\n单位', '完成时限（2026年）', '目标值：'].map(columnMeaning)).toEqual([
    'ordinal',
    'lead',
    'due',
    'target',
  ])
  expect(
    ['', '交通局', '9月底', '新建农村公路60公里', '这是一个很长的并不是表头的句子任务'].map(columnMeaning),
  ).toEqual(Array(5).fill(null))
  expect(headingCount(['序号', '姓名', '职务'])).toBe(1)
})
