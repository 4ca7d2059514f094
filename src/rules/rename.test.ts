// A rule, and what becomes of it when 造价 is called 总造价 and 千瓦 is a unit. One rule a line; `=` where it stays as it is.

import { expect, test } from 'vitest'
import { renameInRule } from '#rules/rename.ts'

const lines = `
造价 > 0元 | 总造价 > 0元
造价>造价/2 | 总造价>总造价/2
总造价 > 0元 | =
造价上限 > 造价 | 造价上限 > 总造价
类型 = "造价" and 造价 > 1 | 类型 = "造价" and 总造价 > 1
类型 = “造价” | =
round half up(造价 / 功率, 2) | round half up(总造价 / 功率, 2)
if 造价 > 1亿元 then 造价 else 0元 | if 总造价 > 1亿元 then 总造价 else 0元
造价 in [1万元..5万元) or 造价 ≥ 30万元 | 总造价 in [1万元..5万元) or 总造价 ≥ 30万元
功率 >= 30千瓦 and （造价 × 2 ≤ 9） | 功率 >= 30千瓦 and （总造价 × 2 ≤ 9）
造价 > | 总造价 >
造价 > 0元 and (造价 | 总造价 > 0元 and (总造价
造价 + duration("P1Y") | 总造价 + duration("P1Y")
`

test.each(
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' | ') as [string, string]),
)('%s', (rule, renamed) => {
  expect(renameInRule(rule, ['千瓦'], '造价', '总造价')).toBe(renamed === '=' ? rule : renamed)
})
