// Of what a number can be an amount, told from the character after it, so that only those grammars are tried.
import { past } from '#reading/fold.ts'
import type { Lexicon } from '#reading/lexicon.ts'
import { currencies, measures, temperatures } from '#reading/lexicons/amount-words.ts'
import { powers } from '#reading/numeral-chars.ts'
import { readSpoken } from '#reading/spoken.ts'

export const kindBits = { money: 1, share: 2, heat: 4, measure: 8, age: 16 }
export const anyKind = 31

const followers = new Uint8Array(65536)
const mark = (chars: Iterable<string>, kind: number) => {
  for (const char of chars) followers[char.charCodeAt(0)]! |= kind
}
const firstChars = ({ buckets }: Lexicon<string>) => buckets.flatMap((words) => words.map(({ word }) => word[0]!))
const { money, share, heat, measure, age } = kindBits

mark(firstChars(currencies), money)
mark('角毛分厘级', money)
mark('成%‰', share)
mark(firstChars(temperatures), heat)
mark(firstChars(measures), measure)
mark('周岁个月天', age)
// A range, a number of things (个), what is included, or a thousand, before the unit comes.
mark('到至~-—–―ー', anyKind)
mark('个(', money | heat | measure)
mark('kK', money | share | heat | measure)

/** The kinds of amount that the number at `at` may be, as bits of `kindBits`. */
export function kindsAt(text: string, at: number): number {
  // 百分之三, 负百分之三 and 零3角 begin with what is not yet the number.
  if (powers[text.charCodeAt(at)] || text[at] === '零' || text[at] === '负') return anyKind
  const number = readSpoken(text, at)
  if (!number) return anyKind
  return followers[text.charCodeAt(number.end)]! | followers[text.charCodeAt(past(text, number.end))]!
}
