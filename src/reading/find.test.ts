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
  const cost = (length: number) => {
    const text = piece.repeat(length)
    const began = performance.now()
    findMentions(text, { reference: '2026-03-05' })
    return performance.now() - began
  }
  cost(2000)
  expect(cost(32000)).toBeLessThan(8 * 4 * Math.max(cost(4000), 5))
})
