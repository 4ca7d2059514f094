// Ordinal numbers: 第二百五十 · 第3万.
import { past } from '#reading/fold.ts'
import { decimal, type Mention, mention } from '#reading/mention.ts'
import { readSpoken } from '#reading/spoken.ts'

/** 第二百五十 · 第3万 */
export function ordinalAt(text: string, at: number): Mention | null {
  if (text[at] !== '第') return null
  const number = readSpoken(text, past(text, at + 1))
  if (!number || number.fraction) return null
  return mention(at, number.end, 'ordinal', { k: 'ord', v: decimal(number.row ?? number.value) })
}
