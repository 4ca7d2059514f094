// Two promises and what they are to each other, in one line: `same` promise, `kin` of another year or measure, `other`.
//   新增高企100家 #高企 /2024 : 新增高企120家 #高企 /2024 => same
// Behind the words: # what is counted, +家 an addition and =家 a level in this unit, / the year.

import { expect, test } from 'vitest'
import { alikeFrom, kinFrom, likeness, type Promised } from '#domain/look-alike.ts'

test.each([
  '力争新增高企100家 #高企 +家 /2024 : 全年新增高企120家 #高企 +家 /2024 => same',
  '力争新增高企100家 #高企 +家 /2024 : 力争新增高企100家 #高企 +家 /2025 => kin',
  '力争新增高企100家 #高企 +家 /2024 : 高企总数达到600家 #高企 =家 /2024 => kin',
  '净增高新技术企业100家 #高新技术企业 +家 /2024 : 高新技术企业净增130家 #高新技术企业 +家 /2024 => same',
  '年内新增高新技术企业120家 #高新技术企业 +家 /2024 : 年内新增上市企业2家 #上市企业 +家 /2024 => other',
  '建成三号路 : 6月底前建成三号路 => same',
  '建成三号路 : 建成污水处理厂二期 => other',
  '固定资产投资增长8% #固定资产投资 +% /2024 : 固定资产投资完成120亿元 #固定资产投资 =亿元 /2024 => kin',
  '出台产业基金管理办法 /2024 : 出台县级产业基金管理办法 /2024 => same',
  '召开安全生产会议 : 新签约亿元以上项目25个 => other',
  'A : B => other',
])('%s', (line) => {
  const [a, b, expected] = line.split(/ : | => /) as [string, string, string]
  const { kinship, score } = likeness(promised(a), promised(b))
  const found = score >= alikeFrom ? 'same' : kinship >= kinFrom ? 'kin' : 'other'
  expect(found, `kinship ${kinship} score ${score}`).toBe(expected)
  expect(likeness(promised(b), promised(a)).score).toBeCloseTo(score)
})

function promised(line: string): Promised {
  const [title = '', ...rest] = line.split(' ')
  const of = (sign: string) => rest.find((word) => word.startsWith(sign))?.slice(1) ?? null
  const [added, level, year] = [of('+'), of('='), of('/')]
  const value = (added ?? level) ? 1 : null
  const measure = added ? 'increase' : level ? 'level' : null
  const period = year ? { from: `${year}-01-01`, to: `${year}-12-31` } : null
  return {
    wording: { title, value, value2: null, unit: added ?? level, measure, period, dueOn: null },
    read: { indicator: of('#'), verb: null, object: null },
  }
}
