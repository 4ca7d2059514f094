// Names masked: a line is the text, the names that are known, and what is shown.

import { expect, test } from 'vitest'
import { masking } from '#domain/masking.ts'
import { sumYuan } from '#domain/rectification.ts'
import { wan } from '#papers/rectification-lists.ts'

test.each([
  ['张明与李小红到场', '张明 李小红', '张某与李某某到场'],
  ['欧阳明远签收，欧阳在场', '欧阳明远', '欧阳某某签收，欧阳在场'],
  ['云溪精工有限公司退款', '云溪精工有限公司', '某企业退款'],
  ['王建国、王建', '王建 王建国', '王某某、王某'],
  ['某某村民委员会整改', '某某村民委员会', '某单位整改'],
  ['没有名字', '', '没有名字'],
  ['一个字的名不动', '动', '一个字的名不动'],
])('%s (%s) → %s', (text, names, shown) => {
  expect(masking(names.split(' '))(text)).toBe(shown)
})

test.each([
  ['86500000', '8650'],
  ['186000', '18.6'],
  ['5', '0.0005'],
  ['-12345.67', '-1.234567'],
  ['0', '0'],
])('%s 元 is %s 万元', (yuan, shown) => {
  expect(wan(yuan)).toBe(shown)
})

test.each([
  [['1.5', null, '2.25'], '3.75'],
  [['0.1', '0.2'], '0.3'],
  [['-0.05', '0.03'], '-0.02'],
  [['9000000000000', '9000000000000'], '18000000000000'],
  [[null], null],
])('%j add up to %s', (amounts, sum) => {
  expect(sumYuan(amounts)).toBe(sum)
})
