// Numbers in running text, one line each: what is written, what it is worth, what is left unread.
import { expect, test } from 'vitest'
import { readNumber } from '#reading/numerals.ts'

const lines = `
12,500亩 = 12500 亩
1,2家 = 1 ,2家
3.5万平方米 = 35000 平方米
1.2万亿元 = 1200000000000 元
300多万 = 3000000
2万余台 = 20000 台
30万千瓦 = 300000 千瓦
5百分点 = 5 百分点
1.5个亿 = 150000000
三百二十户 = 320 户
两千零五人 = 2005 人
一亿二千万零五十 = 120000050
百亿企业 = 10000000000 企业
二〇二四年 = 2024 年
三万五 = 35000
三点五倍 = 3.5 倍
壹佰贰拾元 = 120 元
十多万 = 100000
八家 = 8 家
五百分之一 = 5 百分之一
`

test.each(lines.trim().split('\n'))('%s', (line) => {
  const [written, reading] = line.split(' = ') as [string, string]
  const token = readNumber(written, 0)!
  expect(`${token.value} ${written.slice(token.end)}`.trim()).toBe(reading)
})

test.each(['几家', '数十家', '第三届', '万万万万万万'])('%s is no number', (written) => {
  expect(readNumber(written, 0)).toBeNull()
})
