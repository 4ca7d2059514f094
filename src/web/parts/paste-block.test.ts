import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBlock, writeBlock } from '#web/parts/paste-block.ts'

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

test('what is written is read as the same cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '1', ' ', '\t', '\n', '"', '，') })
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  // An empty last line cannot be told from the break that ends the block.
  fc.assert(
    fc.property(block, (cells) => {
      fc.pre(cells.at(-1)!.join('\t') !== '')
      expect(parseBlock(writeBlock(cells))).toEqual(cells)
    }),
  )
})
