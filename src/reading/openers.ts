// Where a mention can begin, told from one or two characters before any grammar is tried: most of a text is passed over
// through these tables. They may say yes too often, never no to something the grammars would read.
import { past } from '#reading/fold.ts'
import { compileLexicon, type Lexicon, matchAt } from '#reading/lexicon.ts'
import {
  after,
  currencies,
  currencySigns,
  lowBounds,
  measures,
  roundly,
  temperatureHeads,
  temperatures,
} from '#reading/lexicons/amount-words.ts'
import {
  dayHeads,
  dayParts,
  dayWords,
  feasts,
  lengthUnits,
  nextHeads,
  nowParts,
  nowWords,
  pastHeads,
  solarTerms,
  yearHeads,
} from '#reading/lexicons/time-words.ts'
import { hanziDigit, opensNumber } from '#reading/numeral-chars.ts'

const numerals = '0123456789零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅半俩'
const rangeMarks = '到至~-—–―ー'

const table = (chars: Iterable<string>): Uint8Array => {
  const marks = new Uint8Array(65536)
  for (const char of chars) marks[char.charCodeAt(0)] = 1
  return marks
}

const firstChars = (...lexicons: Lexicon<unknown>[]): string[] =>
  lexicons.flatMap(({ buckets }) => buckets.flatMap((bucket) => bucket.map(({ word }) => word[0]!)))

const isNumeral = table(numerals)
/** Characters inside a written number: digits, numerals, separators. */
const insideNumber = table(`${numerals}.,点 `)
/** What may follow a number that is a time, or begin with one. */
const afterTime = table([
  ...firstChars(lengthUnits),
  ...'年月日号点时:-/季财会预纳计规期末开收目重以"”、世个小过几多余来初廿后前 又aApP',
  ...rangeMarks,
])
/** What may follow a number that is an amount. */
const afterAmount = table([
  ...firstChars(currencies, measures, temperatures, after),
  ...'%‰级成分之角毛岁周个月天半多余来(kK又/',
  ...rangeMarks,
])

/** 1: times may begin with these two characters; other characters need a numeral after them. */
const pairs = new Set<number>()
const firsts = new Uint8Array(65536)
const seconds = new Uint8Array(65536)
const pair = (word: string) => {
  firsts[word.charCodeAt(0)] = 1
  seconds[word.charCodeAt(1)] = 1
  pairs.add((word.charCodeAt(0) << 16) | word.charCodeAt(1))
}
// Most pairs are refused by one of their characters.
const isPair = (first: number, second: number) =>
  firsts[first] === 1 && seconds[second] === 1 && pairs.has((first << 16) | second)

const singles = new Set<string>(['正', '腊', '冬', '闰', '第', 'Q', 'q', '过', '大', '.'])
for (const { buckets } of [dayParts, feasts, dayWords, yearHeads, nowWords, nowParts, pastHeads, nextHeads])
  for (const bucket of buckets)
    for (const { word } of bucket)
      if (word.length > 1) pair(word)
      else singles.add(word)
for (const term of solarTerms) pair(term)
for (const { buckets } of [dayHeads])
  for (const bucket of buckets)
    for (const { word } of bucket)
      if (word.length > 1) pair(word)
      else for (const part of '早晚晨夜午明') pair(word + part)
for (const head of '上下本这当今') for (const unit of '个周月年半季星礼世一') pair(head + unit)
pair('上上')
pair('下下')
for (const word of '农历 阴历 阳历 公历 正月 腊月 冬月 最后 大约 大概 再过 年底 年末 年初 首季 周末 星期 礼拜 初一 分半 大前 大后'.split(
  ' ',
))
  pair(word)
for (const word of '即日 次月 翌月 当季 元月 按年 按季 按月 按旬 按周 按日 按天 逐年 逐季 逐月 逐旬 逐周 逐日'.split(
  ' ',
))
  pair(word)
for (const quote of '“"') pair(`${quote}十`)
for (const day of '一二三四五六日天') pair(`周${day}`)
for (const day of '1234567') pair(`周${day}`)
for (const day of '一二三四五六七八九十') pair(`初${day}`)
for (const unit of '天日周星礼月年季旬半早晚逢小钟分个隔工两三四五六七八九十') pair(`每${unit}`)
for (const digit of '0123456789') pair(`每${digit}`)

const heads = table(singles)

/** 从, 自, 由 and 截 open a time that begins right after them. */
const prefixes = table('从自由截')

/** Whether a time may begin at `at`. `next` is where the number at `at` ends, `at` itself when none begins there. */
export function opensTime(text: string, at: number, next: number): boolean {
  const code = text.charCodeAt(at)
  if (next > at) return followsTime(text, at, next)
  // 下一年 and 上一小时 are times, 下一步 and 第一责任人 none.
  if (text[at + 1] === '一' && '上下本这当今'.includes(text[at]!))
    return followsTime(text, at + 1, numberEnd(text, at + 1))
  if (text[at] === '第' && isNumeral[text.charCodeAt(at + 1)]) return followsNth(text, numberEnd(text, at + 1))
  if (prefixes[code]) return opensAfter(text, at + 1)
  const second = text.charCodeAt(at + 1)
  if (isPair(code, second)) return true
  return heads[code] === 1 && (isNumeral[second] === 1 || second === 32 || text[at + 1] === '的')
}

// 第二天, 第一季度, 第一至第三季度, 第一、二季度
const afterNth = table(`天季、 ${rangeMarks}`)
const followsNth = (text: string, next: number) => afterNth[text.charCodeAt(next)] === 1

// 自从 and 截止到 are at most three characters; a prefix after a prefix is not followed further.
function opensAfter(text: string, at: number): boolean {
  for (let from = at; from < at + 4; from++)
    if (!prefixes[text.charCodeAt(from)] && opensTime(text, from, numberEnd(text, from))) return true
  return false
}

// “十四五”规划, 十四五时期, 十四五开局之年
const afterPlan = table('规期开收目重以"”')

function followsTime(text: string, at: number, next: number): boolean {
  const follower = text.charCodeAt(next)
  if (afterPlan[follower] && text[next - 1] !== '五') return endsInTime(text, at, next)
  // 10个月 is a time, 10个项目 is none; 7、8月 is one, 三、目标 is a heading.
  if (text[next] === '个' && !afterPiece[text.charCodeAt(next + 1)]) return endsInTime(text, at, next)
  if (text[next] === '、' && !isNumeral[text.charCodeAt(next + 1)]) return endsInTime(text, at, next)
  if (afterTime[follower]) return true
  return endsInTime(text, at, next)
}

const afterPiece = table([...bucketSeconds(lengthUnits), ...'半多 '])

function bucketSeconds({ buckets }: Lexicon<unknown>): string[] {
  return buckets.flatMap((words) => words.filter(({ word }) => word[0] === '个').map(({ word }) => word[1]!))
}

function endsInTime(text: string, at: number, next: number): boolean {
  if (isPair(text.charCodeAt(at), text.charCodeAt(at + 1))) return true
  // 9点20, 2010 01 29, 20240307 and 2018 end in digits.
  for (let inner = at; inner < next; inner++)
    if (text[inner] === '点' || text[inner] === ' ' || text[inner] === '廿') return true
  return next - at === 4 || next - at >= 8
}

/** Whether an amount (money, measure, share …) may begin at `at`. */
export function opensAmount(text: string, at: number, next: number): boolean {
  if (next === at)
    return amountHeads[text.charCodeAt(at)] === 1 && (amountWords(text, at) || isNumeral[text.charCodeAt(at + 1)] === 1)
  for (let inner = next; inner > at; inner--)
    if (text[inner - 1] !== ' ') return afterAmount[text.charCodeAt(next)] === 1 || hasParts(text, at, next)
  return true
}

// 百分之, and 两 as the last character of a number is a weight.
function hasParts(text: string, at: number, next: number): boolean {
  return text[next - 1] === '两' || next - at > 12
}

const amountHeadList = compileLexicon({ head: '负 - 第 米' })
const amountHeads = table([
  ...firstChars(currencySigns, lowBounds, roundly, temperatureHeads),
  ...firstChars(amountHeadList),
])

const amountLexicons: Lexicon<string>[] = [currencySigns, lowBounds, roundly, temperatureHeads]

function amountWords(text: string, at: number): boolean {
  for (const lexicon of amountLexicons) if (matchAt(lexicon, text, at)) return true
  if (text[at] === '米') return hanziDigit(text.charCodeAt(at + 1)) > 0
  // 负责 and 负担 are no numbers.
  return (text[at] === '负' || text[at] === '-') && opensNumber(text, past(text, at + 1))
}

/** Where the run of digits, numerals and separators that starts at `at` ends; at most 64 characters on. */
export function numberEnd(text: string, at: number): number {
  if (!isNumeral[text.charCodeAt(at)]) return at
  let end = at + 1
  while (end - at < 64 && insideNumber[text.charCodeAt(end)]) end++
  while (
    end > at + 1 &&
    (text[end - 1] === ',' || text[end - 1] === '.' || text[end - 1] === ' ') &&
    !afterTime[text.charCodeAt(end)] &&
    !afterAmount[text.charCodeAt(end)]
  )
    end--
  return end
}
