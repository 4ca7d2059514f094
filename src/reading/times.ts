// Times in running text: every reading that is possible at a place is offered (moments, ranges, what is before or after them,
// lengths and recurrences); the caller takes the longest it wants.
import type { Frame } from '#reading/dated.ts'
import { past } from '#reading/fold.ts'
import { lengths } from '#reading/from-now.ts'
import type { Mention, MentionType, Norm } from '#reading/mention.ts'
import { hanziDigit, isArabic, isLatin } from '#reading/numeral-chars.ts'
import { recurring } from '#reading/recurrences.ts'
import { slipEnd } from '#reading/slips.ts'
import { moments, rangeClose } from '#reading/time-ranges.ts'

/** Offers every time that begins at `at` to `offer`, shorter ones first. */
export function timesAt(text: string, at: number, frame: Frame, offer: (mention: Mention) => void): void {
  if (text[at] === '每' || text[at] === '按' || text[at] === '逐') {
    recurring(text, at, frame, offer)
    return
  }
  const head = headEnd(text, at)
  const say = (end: number, type: MentionType, norm: Norm, slip?: true) =>
    offer(slip ? { start: at, end, type, norm, slip } : { start: at, end, type, norm })
  if (isInside(text, at)) return
  const slip = slipEnd(text, head)
  if (slip > 0) {
    // With half a range the other half goes: 七月三十五日到七月廿一日.
    offer({ start: at, end: rangeClose(text, slip, frame), type: 'date', norm: { k: 'unresolved' }, slip: true })
    return
  }
  moments(text, head, frame, head > at, say)
  if (head === at) lengths(text, at, frame, say)
}

// The rest of a longer number or of a name is no time: 二十七点三, 888-000-9999, v2.5.
function isInside(text: string, at: number): boolean {
  if (at === 0) return false
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  if (isArabic(code))
    return isArabic(before) || isLatin(before) || ('.-/'.includes(text[at - 1]!) && isArabic(text.charCodeAt(at - 2)))
  return hanziDigit(code) >= 0 || text[at] === '十'
    ? hanziDigit(before) >= 0 || '十百千万'.includes(text[at - 1]!)
    : false
}

const heads = ['自从', '从', '自', '截止到', '截至', '截止']

// 从, 自 and 截至 belong to the time they open.
function headEnd(text: string, at: number): number {
  if (!'自从截'.includes(text[at] ?? ' ')) return at
  for (const word of heads) if (text.startsWith(word, at)) return past(text, at + word.length)
  return at
}
