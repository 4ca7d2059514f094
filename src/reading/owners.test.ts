// Who leads, who answers, who helps: a passage, then for each statement its bodies with their roles in the order named.
import { expect, test } from 'vitest'
import { readStatements } from '#reading/read.ts'

const passages: [string, string[]][] = [
  [
    '会议要求，由招商局牵头、财政局和建设局配合，6月底前制定招商方案。',
    ['lead 招商局, supporting 财政局, supporting 建设局'],
  ],
  [
    '由招商局牵头制定招商方案，财政局、人力资源和社会保障局配合。',
    ['lead 招商局, supporting 财政局, supporting 人力资源和社会保障局'],
  ],
  [
    '要建设东湖商务区。（牵头单位：建设局；责任单位：财政局、资规分局；配合单位：各街道；完成时限：12月底）',
    ['lead 建设局, responsible 财政局, responsible 资规分局, supporting 各街道'],
  ],
  [
    '要建设东湖商务区。（招商局牵头，财政局、住房和城乡建设局配合）',
    ['lead 招商局, supporting 财政局, supporting 住房和城乡建设局'],
  ],
  ['由经济发展局会同财政局制定实施办法。', ['lead 经济发展局, supporting 财政局']],
  ['由产业投资公司负责组建产业基金。', ['responsible 产业投资公司']],
  [
    '要建设东湖商务区，由河口镇政府牵头，招商局配合；要成立工作专班，由建设局牵头，财政局配合。',
    ['lead 河口镇政府, supporting 招商局', 'lead 建设局, supporting 财政局'],
  ],
  [
    '要建设东湖商务区。牵头单位：招商局；配合单位：财政局、建设局。',
    ['lead 招商局, supporting 财政局, supporting 建设局'],
  ],
  [
    '工作任务\t牵头单位\t责任单位\t配合单位\t完成时限\n建设商务中心\t招商局\t建设局、财政局\t各街道\t6月底',
    ['lead 招商局, responsible 建设局, responsible 财政局, supporting 各街道'],
  ],
  [
    '工作任务\t牵头单位\t责任单位\t配合单位\t完成时限\n出台人才办法\t组织部\t\t财政局\t9月底\n建设商务中心\t招商局\t建设局\t\t6月底',
    ['lead 组织部, supporting 财政局', 'lead 招商局, responsible 建设局'],
  ],
  [
    '会议明确，由招商局牵头，财政局、税务局按职责分工配合，尽快制定招商方案。',
    ['lead 招商局, supporting 财政局, supporting 税务局'],
  ],
  [
    '要建设智慧园区。（责任领导：张明；责任单位：大数据中心；配合单位：建设局，9月底前完成）',
    ['responsible 大数据中心, supporting 建设局'],
  ],
  ['经发局要会同财政局、税务局尽快出台奖补细则。', ['lead 经发局, supporting 财政局, supporting 税务局']],
  ['请招商局牵头，建设局配合，于4月10日前报送方案。', ['lead 招商局, supporting 建设局']],
]

test.each(passages)('%s', (text, expected) => {
  const read = readStatements(text, { date: '2026-03-05' })
  expect(read.map(({ owners }) => owners.map(({ role, name }) => `${role} ${name}`).join(', '))).toEqual(expected)
  for (const { owners } of read) for (const { name, start, end } of owners) expect(text.slice(start, end)).toBe(name)
})
