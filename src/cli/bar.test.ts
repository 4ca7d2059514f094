// The bar in one line each, and that it is only drawn where somebody looks.

import { expect, test } from 'vitest'
import { barLine, withBar } from '#cli/bar.ts'
import { widthOf } from '#cli/table.ts'

test.each([
  ['识读', 0, 80, '识读 ░░░░░░░░░░░░░░░░░░░░░░░░  0%'],
  ['识读', 0.5, 80, '识读 ████████████░░░░░░░░░░░░ 50%'],
  ['识读', 1, 80, '识读 ████████████████████████100%'],
  ['识读', 0.5, 20, '识读 █████░░░░ 50%'],
  ['识读', 3, 10, '识读 100%'],
  ['一份名字很长很长很长很长的文件.pdf 识读', 0.5, 30, '一份名字很长很长很长很…  50%'],
])('%s %d in %d columns', (words, fraction, columns, line) => {
  expect(barLine(words, fraction, columns)).toBe(line)
  expect(widthOf(line)).toBeLessThanOrEqual(columns)
})

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('a long act draws and wipes; a short one leaves no trace; nothing is drawn into a pipe', async () => {
  const drawn: string[] = []
  const live = { columns: 40, draw: (line: string) => drawn.push(line), wipe: () => drawn.push('wiped') }
  const short = await withBar({ live }, async (tell) => {
    tell('识读', 0.5)
    return 1
  })
  expect([short, drawn]).toEqual([1, []])
  const long = withBar({ live }, async (tell) => {
    await soon(350)
    tell('识读', 0.5)
    tell('识读', 0.5)
    throw new Error('broken')
  })
  await expect(long).rejects.toThrow('broken')
  expect(drawn).toEqual([barLine('识读', 0.5, 40), 'wiped'])
  expect(await withBar({ live: null }, async (tell) => tell('识读', 0.5))).toBeUndefined()
})
