import { expect, test } from 'vitest'
import { parseBlock } from '#web/parts/paste-block.ts'

test.each<[string, string[][]]>([
  ['甲', [['甲']]],
  [
    '甲\t1\r\n乙\t2\r\n',
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ],
  [
    '甲\t\n\t2',
    [
      ['甲', ''],
      ['', '2'],
    ],
  ],
  ['甲\n\n乙\n', [['甲'], [''], ['乙']]],
  ['"两\n行"\t"说""好"""\n乙', [['两\n行', '说"好"'], ['乙']]],
  ['"开头有引号的话\t1', [['"开头有引号的话', '1']]],
  ['"甲"乙\t1', [['"甲"乙', '1']]],
  ['', []],
])('%j', (text, cells) => expect(parseBlock(text)).toEqual(cells))
