// Dates and periods, one line each, as a document of 13 April 2024 means them: words, period, grain.
import { expect, test } from 'vitest'
import { readDate } from '#reading/dates.ts'

const today = { year: 2024, month: 4, day: 13 }
const lines = `
今年 = 2024-01-01/2024-12-31 year
去年底 = 2023-12-31/2023-12-31 edge
明年3月 = 2025-03-01/2025-03-31 month
年内 = 2024-01-01/2024-12-31 year
2027年 = 2027-01-01/2027-12-31 year
2021—2025年 = 2021-01-01/2025-12-31 span
2024年1—6月 = 2024-01-01/2024-06-30 month
2023年12月31日 = 2023-12-31/2023-12-31 day
2024-02-29 = 2024-02-29/2024-02-29 day
4月份 = 2024-04-01/2024-04-30 month
3月--6月 = 2024-03-01/2024-06-30 month
11月12月 = 2024-11-01/2024-12-31 month
9月底 = 2024-09-30/2024-09-30 edge
6月上旬 = 2024-06-10/2024-06-10 edge
2月末 = 2024-02-29/2024-02-29 edge
一季度 = 2024-01-01/2024-03-31 part
前三季度 = 2024-01-01/2024-09-30 part
三季度末 = 2024-09-30/2024-09-30 edge
前5个月 = 2024-01-01/2024-05-31 month
上半年 = 2024-01-01/2024-06-30 part
十五五时期 = 2026-01-01/2030-12-31 span
上月 = 2024-03-01/2024-03-31 month
二〇二五年 = 2025-01-01/2025-12-31 year
`

test.each(lines.trim().split('\n'))('%s', (line) => {
  const [written, reading] = line.split(' = ') as [string, string]
  const date = readDate(written, 0, today)!
  expect(date.end).toBe(written.length)
  expect(`${date.period!.from}/${date.period!.to} ${date.grain}`).toBe(reading)
})

test('a heading that names a year rules the bare words, not 今年', () => {
  const ruled = { ...today, ruling: 2023 }
  expect(readDate('全年', 0, ruled)!.period!.from).toBe('2023-01-01')
  expect(readDate('年末', 0, ruled)!.period!.to).toBe('2023-12-31')
  expect(readDate('今年', 0, ruled)!.period!.from).toBe('2024-01-01')
})

test('without the document date relative words have no period; 13月 and 2月30日 are no dates', () => {
  expect(readDate('年底', 0, null)!.period).toBeNull()
  expect(readDate('13月', 0, today)).toBeNull()
  expect(readDate('2月30日', 0, today)?.grain).not.toBe('day')
})
