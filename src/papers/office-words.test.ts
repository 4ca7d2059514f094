// Days, ordinals and lines as an office writes them.
import { expect, test } from 'vitest'
import { chineseOrdinal, officialDay, officialMoment, officialMonth, oneLine, printable } from '#papers/office-words.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [999, '九百九十九'],
])('%i is %s', (n, words) => {
  expect(chineseOrdinal(n)).toBe(words)
})

test.each([
  [officialDay('2026-03-05'), '2026年3月5日'],
  [officialDay('2026-03-05', '2026'), '3月5日'],
  [officialDay('2025-12-31', '2026'), '2025年12月31日'],
  [officialMonth('2026-11'), '2026年11月'],
  [officialMoment('2026-04-03T01:05:00.000Z'), '2026年4月3日9时05分'],
  [officialMoment('2026-04-03T23:30:00+08:00'), '2026年4月3日23时30分'],
  [officialMoment('2026-04-03T16:00:00.000Z'), '2026年4月4日0时00分'],
  [oneLine(' 一\r\n 二\n'), '一 二'],
  [oneLine('𠮷𠮷𠮷', 2), '𠮷𠮷……'],
  [printable('a\u0000\ud800b\udc00c\ufffe𠮷\n'), 'abc𠮷\n'],
])('%j', (written, words) => {
  expect(written).toBe(words)
})
