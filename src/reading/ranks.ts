// Ranks and shares that words say: 居全国第一, 首位, 全覆盖, 两位数增长, 翻一番, 一半.

import { matchAt } from '#reading/lexicon.ts'
import { shareWords } from '#reading/lexicons/share-words.ts'
import { readNumber } from '#reading/numerals.ts'
import { type Found, plain, type Quantity } from '#reading/quantities.ts'

const wordValues: Record<string, [number, string | null, Quantity['kind']]> = {
  全覆盖: [100, '%', 'share'],
  全部: [100, '%', 'share'],
  清零: [0, null, 'share'],
  两位数: [10, '%', 'percent'],
  翻番: [2, '倍', 'times'],
  翻两番: [4, '倍', 'times'],
  一半: [50, '%', 'share'],
  半数: [50, '%', 'share'],
}

/** Reads a share or multiple that a word says at `at`, or null. */
export function wordQuantity(text: string, at: number): Found | null {
  const entry = matchAt(shareWords, text, at)
  if (!entry || !isWordQuantity(text, at, at + entry.word.length, entry.tag)) return null
  const [value, unit, kind] = wordValues[entry.tag]!
  const end = at + entry.word.length
  return { quantity: { ...plain, start: at, end, value, unit, kind, word: entry.tag, hanzi: true }, end }
}

// 一半 counts only after a verb that measures: 占一半, 超一半, 近一半.
function isWordQuantity(text: string, at: number, end: number, tag: string): boolean {
  if (tag === '全部') return !/^[后的前]/.test(text.slice(end, end + 1))
  if (tag === '全覆盖') return text[at - 1] !== '健'
  if (tag === '一半') return '占达超近过少减压到'.includes(text[at - 1] ?? ' ')
  return tag !== '清零' || text[at - 1] !== '未'
}

// 居全国第一, 升至全国第二, 第二大产业, 保持全国首位. 第三届, 第一批, 第二轮 are ordinals of something else.
/** Reads a rank at 第 or 首; passes over an ordinal of something else. */
export function rank(text: string, at: number): Found | null {
  const first = text.startsWith('首位', at)
  const number = text[at] === '第' ? readNumber(text, at + 1) : null
  if (!first && !number) return null
  const end = first ? at + 2 : number!.end
  const tail = rankTail(text, end)
  if (tail === 0 && !first) return { end }
  const stated = first ? 1 : number!.value
  if (!isRanked(text, at)) return { end }
  return {
    quantity: {
      ...plain,
      start: at,
      end: end + Math.max(0, tail - 1),
      value: stated,
      unit: '位',
      kind: 'rank',
      hanzi: true,
    },
    end,
  }
}

// 0: no rank (第三届); 1: rank ends here; 2: one more character belongs to it (第二位, 第二大).
function rankTail(text: string, end: number): number {
  const next = text[end] ?? '。'
  if ('位名大'.includes(next)) return 2
  return '，,。；;、的）)！”\t '.includes(next) || text.startsWith('以', end) ? 1 : 0
}

function isRanked(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at)
  return /居|列|排|名|升|跃|保持|全国|全省|全市|全县|全区|全球|世界|省内|国内|亚洲|成为|是|为|[位名][、和]$/.test(
    before,
  )
}
