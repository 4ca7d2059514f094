// Places and cost of mentions: offsets, and heaps of digits, numerals, brackets, blanks. What they mean: mention-corpus.test.ts.
import { expect, test } from 'vitest'
import { findMentions } from '#reading/find.ts'

test('offsets count a byte-order mark', () => {
  expect(findMentions('\ufeff3月1日', { reference: '2026-03-05' })[0]).toMatchObject({ start: 1, end: 5 })
})

const heaps = [
  '1',
  '万',
  '一',
  '（',
  ' ',
  '年',
  '3月',
  '到',
  '第',
  '百分之',
  '1,',
  '每',
  '-1',
  '从',
  '3、',
  '“十四五',
  '数十',
  '逐月',
  '13月',
  '月底前',
  '六七成',
]

test.each(heaps)('a heap of %s costs no more per character when it is longer', (piece) => {
  cost(piece.repeat(2000))
  expect(cost(piece.repeat(32000))).toBeLessThan(8 * 3 * Math.max(cost(piece.repeat(4000)), 5))
})

const prose =
  '今年以来，全区新增高企12家，增长5.3%，力争年底前完成投资20亿元；6月30日前，由建设局牵头，新建道路3.5公里，惠及2000余人。'

test.each(['1', '万', '（', prose])('a heap of %s costs no more per character than minutes do', (piece) => {
  const length = 300_000
  const minutes = cost(`${prose}\n`.repeat(length / prose.length))
  expect(cost(piece.repeat(length / piece.length))).toBeLessThan(3 * minutes)
})

// Processor time of this process in milliseconds, best of three: what other work on the machine does not count.
function cost(text: string): number {
  const runs = [0, 1, 2].map(() => {
    const before = process.cpuUsage()
    findMentions(text, { reference: '2026-03-05' })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}
