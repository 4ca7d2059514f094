// Mentions in any text: everything of the wanted types, left to right, each with its exact span and its meaning.
// Text without digits, numerals or words of time is passed over character by character through one table.
import { ageAt } from '#reading/ages.ts'
import type { Frame } from '#reading/dated.ts'
import { measureAt, temperatureAt } from '#reading/dimensions.ts'
import { folded } from '#reading/fold.ts'
import { anyKind, kindBits, kindsAt } from '#reading/kinds.ts'
import { compileLexicon, matchAt } from '#reading/lexicon.ts'
import { currencies } from '#reading/lexicons/amount-words.ts'
import { dayParts, feasts, solarTerms } from '#reading/lexicons/time-words.ts'
import { decimal, type Mention, type MentionType, mentionTypes } from '#reading/mention.ts'
import { parseMoment } from '#reading/moment.ts'
import { moneyAt } from '#reading/money.ts'
import { hanziDigit, isLatin, opensNumber, powers } from '#reading/numeral-chars.ts'
import { numberEnd, opensAmount, opensTime } from '#reading/openers.ts'
import { ordinalAt } from '#reading/ordinals.ts'
import { namesPlan } from '#reading/plan-years.ts'
import { opensRange, rangeAt } from '#reading/ranges.ts'
import { percentAt } from '#reading/shares.ts'
import { readSpoken } from '#reading/spoken.ts'
import type { Spoken } from '#reading/spoken-number.ts'
import { timesAt } from '#reading/times.ts'

export interface FindOptions {
  /** Local wall clock `YYYY-MM-DDTHH:MM:SS` that relative times are counted from; null when there is none. */
  reference?: string | null
  /** The types to report; all when left out. Others are not looked for. */
  wants?: readonly MentionType[]
  /** `parse`: the text is one expression and has at most one mention, the longest. Otherwise everything is reported. */
  mode?: 'extract' | 'parse' | 'first' | 'refuse'
  options?: { prefer_future?: boolean; forwardDate?: boolean; lunar_date?: boolean }
}

const timeTypes: readonly MentionType[] = [
  'date',
  'time',
  'daterange',
  'timerange',
  'datetime',
  'datetimerange',
  'duration',
  'set',
]

// The characters a mention of each family can begin with.
const numbers = 1
const amounts = 2
const times = 4
const opens = new Uint8Array(65536)
const mark = (chars: string, family: number) => {
  for (const char of chars) opens[char.charCodeAt(0)]! |= family
}
mark('.', numbers | amounts)
mark('0123456789零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅半负-', numbers | amounts | times)
mark('第大小不至最起比多高超长低少短突远从在等恰正><≥≤=', numbers | amounts)
mark('人美欧英日港新台韩￥¥$€£US摄华约差将接近概米', amounts)
mark(
  '今去明上前本这当后次来大昨翌隔每星周礼过最近未接往之下再现即旬中目此马从自截农阴阳公正闰腊冬春夏秋俩第年月季首Qq初翻分元按逐“"',
  times,
)
for (const lexicon of [dayParts, feasts])
  for (const bucket of lexicon.buckets) for (const { word } of bucket) mark(word[0]!, times)
for (const term of solarTerms) mark(term[0]!, times)

/** All mentions of the wanted types in a text, in order, not overlapping. Pure; linear in the length of the text. */
export function findMentions(
  text: string,
  { reference, wants = mentionTypes, mode, options }: FindOptions = {},
): Mention[] {
  const line = folded(text)
  const plan = planOf(wants, frameOf(reference ?? null, options))
  const found: Mention[] = []
  for (let at = 0; at < line.length; ) {
    // Most of a text is passed over here.
    if ((opens[line.charCodeAt(at)]! & plan.families) === 0) {
      at++
      continue
    }
    const vague = vagueEnd(line, at)
    const best = vague > 0 ? null : bestAt(line, at, plan)
    if (best && !best.slip) found.push(best)
    at = best ? best.end : vague || skip(line, at)
  }
  return mode === 'parse' && found.length > 1 ? [longest(found)] : found
}

function longest(found: readonly Mention[]): Mention {
  return found.reduce((best, mention) => (mention.end - mention.start > best.end - best.start ? mention : best))
}

interface Plan {
  families: number
  wants: Record<MentionType, boolean>
  times: boolean
  whole: boolean
  frame: Frame
}

function planOf(wants: readonly MentionType[], frame: Frame): Plan {
  const table = Object.fromEntries(mentionTypes.map((type) => [type, wants.includes(type)])) as Record<
    MentionType,
    boolean
  >
  const isTimes = timeTypes.some((type) => table[type])
  const isAmounts = table.currency || table.dimension || table.temperature || table.age || table.percentage
  const isNumbers = table.number || table.numberrange || table.ordinal
  const families = (isNumbers ? numbers : 0) | (isAmounts ? amounts | numbers : 0) | (isTimes ? times : 0)
  return { families, wants: table, times: isTimes, whole: true, frame }
}

function frameOf(reference: string | null, options: FindOptions['options']): Frame {
  const now = parseMoment(reference)
  return {
    now: now ?? Date.UTC(2000, 0, 1),
    hasNow: now !== null,
    future: Boolean(options?.prefer_future || options?.forwardDate),
    lunar: options?.lunar_date !== false,
    year: null,
    month: null,
    after: null,
  }
}

// 数十, 几百万: a scale after 数 or 几 is an unknown number of it, not one. Where it ends; 0 when there is none.
function vagueEnd(text: string, at: number): number {
  if (powers[text.charCodeAt(at)] === 0) return 0
  const before = text[at - 1]
  if (before !== '几' && (before !== '数' || '总户指系人个次倍分参基件'.includes(text[at - 2] ?? ' '))) return 0
  let end = at + 1
  while (powers[text.charCodeAt(end)]! > 0) end++
  return text[end] === '分' ? 0 : end
}

// Over digits that are no mention at once, so that a heap of digits is not read again from each of them; of a heap of one
// scale word, 万万万, only the last few may belong to a number.
function skip(text: string, at: number): number {
  let end = at
  const code = text.charCodeAt(at)
  if (powers[code]! > 0) {
    while (text.charCodeAt(end) === code) end++
    return Math.max(at + 1, end - 8)
  }
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
  return end > at ? end : at + 1
}

// The longest wanted reading at a place; among equals the first offered.
function bestAt(text: string, at: number, plan: Plan): Mention | null {
  let best: Mention | null = null
  const family = opens[text.charCodeAt(at)]!
  const { wants } = plan
  const next = numberEnd(text, at)
  if (plan.times && family & times && opensTime(text, at, next)) best = timeOf(text, at, plan)
  if (opensAmount(text, at, next)) {
    const kinds = next > at ? kindsAt(text, at) : anyKind
    if (wants.currency && kinds & kindBits.money) best = longer(best, moneyAt(text, at, plan.whole))
    if (wants.percentage && kinds & kindBits.share) best = longer(best, percentAt(text, at))
    if (wants.temperature && kinds & kindBits.heat) best = longer(best, temperatureAt(text, at))
    if (wants.dimension && kinds & kindBits.measure) best = longer(best, measureAt(text, at, plan.whole))
    if (wants.age && kinds & kindBits.age) best = longer(best, ageAt(text, at))
  }
  if (wants.ordinal) best = longer(best, ordinalAt(text, at))
  if (wants.numberrange && opensRange(text, at))
    best = longer(best, rangeAt(text, at, wants.percentage && wants.currency))
  if (wants.number && family & numbers && opensNumber(text, at) && !(best && outreaches(best, text)))
    best = longer(best, numberAt(text, at))
  return best
}

// 2027年, 5亿元: what takes in the number and goes on is longer than the number alone.
function outreaches({ start, end }: Mention, text: string): boolean {
  const number = readSpoken(text, start)
  return number !== null && end > number.end && !' kKMG打'.includes(text[number.end] ?? ' ')
}

function longer(best: Mention | null, other: Mention | null): Mention | null {
  return other && (!best || other.end > best.end) ? other : best
}

// Where two readings are equally long the date comes before the length: 30日.
function timeOf(text: string, at: number, { wants, frame }: Plan): Mention | null {
  let moment: Mention | null = null
  let length: Mention | null = null
  timesAt(text, at, frame, (mention) => {
    if (!wants[mention.type] && !mention.slip) return
    if (mention.type === 'duration') length = longer(length, mention)
    else moment = longer(moment, mention)
  })
  return longer(moment, length)
}

// Words whose characters are no numbers though they look like them.
const wordsWithNumerals = compileLexicon({
  word: `一切 一些 一样 一起 一直 一定 一般 一共 一致 一边 一旦 一向 一律 一带 一再 一时 一贯 一同 一并 一经 一看 一下 一点儿 万一 统一 十足 十分
    四川 四处 四周 三明 万科 万达 两两 百姓 千万别 万象 万物 三亚 九江 六安 八卦 一美 两美 一折 半岛 一则 一味 百货 零售 零件 零部件 零工 零散 零星 零担 五角大楼 万里 千里 九寨`,
})

// 统一, 唯一, 万一: the second character of a word is no number.
const isWordEnd = (before: string | undefined) => before !== undefined && '统唯单逐同归万'.includes(before)

/** A plain number: 5亿1万, 三分之二, 十打. Shares, money and names that look like numbers are none. */
function numberAt(text: string, at: number): Mention | null {
  const word = matchAt(wordsWithNumerals, text, at)
  if ((word && !text.startsWith('之', at + word.word.length)) || (text[at] === '两' && text[at - 1] === '两'))
    return null
  if (text[at] === '一' && isWordEnd(text[at - 1])) return null
  if (namesPlan(text, at)) return null
  if (text.startsWith('半百', at)) return { start: at, end: at + 2, type: 'number', norm: { k: 'num', v: '50' } }
  const number = readSpoken(text, at)
  if (!number || !isPlain(text, number)) return null
  const suffix = suffixAt(text, number)
  if (suffix)
    return { start: at, end: suffix.end, type: 'number', norm: { k: 'num', v: decimal(number.value * suffix.factor) } }
  const tail = number.more && /[多余来]/.test(text[number.end - 1]!) ? 1 : 0
  const dozen = text[number.end] === '打' && !/[击破造扮算]/.test(text[number.end + 1] ?? '')
  const value = (number.row ?? number.value) * (dozen ? 12 : 1)
  return { start: at, end: number.end - tail + (dozen ? 1 : 0), type: 'number', norm: { k: 'num', v: decimal(value) } }
}

const suffixes: Record<string, number | undefined> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9 }

// 40k, -2.5 M, .0012G
function suffixAt(text: string, number: Spoken): { end: number; factor: number } | null {
  const at = text[number.end] === ' ' ? number.end + 1 : number.end
  const factor = text[at] === 'G' && !number.decimal ? 0 : suffixes[text[at] ?? '']
  if (!factor || number.fraction || !/\d/.test(text[number.end - 1]!) || /[\wµ²一-鿿]/.test(text[at + 1] ?? ''))
    return null
  return { end: at + 1, factor }
}

function isPlain(text: string, number: Spoken): boolean {
  const { start, end } = number
  if (number.bare) return false
  const next = text[end] ?? ''
  if (next === '%' || next === '‰' || (next === '成' && !/[立为功员]/.test(text[end + 1] ?? ''))) return false
  if (start > 0 && isLatin(text.charCodeAt(start - 1))) return false
  if (matchAt(currencies, text, end) && next !== '元' && next !== '块' && next !== '圆') return false
  if (end - start > 1) return true
  const isFormal = '陆肆拾叁伍柒捌玖贰'.includes(text[start]!)
  return (
    !isFormal ||
    (!/[一-鿿]/.test(next) && !/[一-鿿]/.test(text[start - 1] ?? '') && hanziDigit(text.charCodeAt(start - 1)) < 0)
  )
}
