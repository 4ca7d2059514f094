// The bodies of a task table by the headings of their columns: each row of cells, then who leads, answers and helps.

import { expect, test } from 'vitest'
import { readPaper } from '#papers/task-rows.ts'
import type { PaperCell } from '#papers/writing.ts'

/** A paper that is one table; cells stand between bars; ″ is the one above it, merged. */
function paperOf(lines: string[]) {
  let text = ''
  let above: PaperCell[] = []
  const rows = lines.map((line) => {
    const cells = line.split('|').map((words, column) => {
      if (words === '″') return above[column]!
      const cell = { text: words, start: text.length, end: text.length + words.length }
      text += `${words}\t`
      return cell
    })
    text = `${text.slice(0, -1)}\n`
    above = cells
    return cells
  })
  const [header, ...body] = rows
  return { text, tables: [{ start: 0, end: text.length, header: header!, rows: body }] }
}

test.each([
  [
    ['工作任务|牵头单位|责任单位|配合单位', '建设商务中心|招商局|建设局、财政局|各街道'],
    ['lead 招商局, responsible 建设局, responsible 财政局, supporting 各街道'],
  ],
  [
    ['重点任务|配合单位|责任单位|完成时限', '出台人才办法|财政局|组织部|9月底', '建设智慧平台|″|大数据中心|6月底'],
    ['responsible 组织部, supporting 财政局', 'responsible 大数据中心, supporting 财政局'],
  ],
  [['工作任务|责任单位|配合单位', '兑现奖补资金|财政局|'], ['responsible 财政局']],
])('%j', (lines, expected) => {
  const paper = paperOf(lines)
  const read = readPaper(paper, { date: '2026-03-05' })
  expect(read.map(({ owners }) => owners.map(({ role, name }) => `${role} ${name}`).join(', '))).toEqual(expected)
  for (const { owners } of read)
    for (const { name, start, end } of owners) expect(paper.text.slice(start, end)).toBe(name)
})
