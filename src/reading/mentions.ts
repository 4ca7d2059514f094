// Mentions: every number with its unit, share, rank and date of a clean block, in one pass from left to right.
// Names keep their numbers to themselves: 《…》, “4+1”, 5G, PM2.5, 第三届, 1号工程 yield nothing.

import { isHanziNumeral, readHanziNumeral } from '#base/numeral.ts'
import { unitName } from '#base/quantity.ts'
import { type DateMention, type Reference, rangeMark, readDate } from '#reading/dates.ts'
import { compileLexicon, matchAt } from '#reading/lexicon.ts'
import { ordinalCounters, perUnits, type UnitKind, units } from '#reading/lexicons/units.ts'
import { isDigit, type NumberToken, readNumber } from '#reading/numerals.ts'

/** A number with what it counts. Offsets are those of the clean block text; `end` is after the unit. */
export interface Quantity {
  start: number
  end: number
  value: number
  value2: number | null
  unit: string | null
  kind: UnitKind | 'share' | 'rank' | 'times'
  /** 多 or 余 stood in the number. */
  more: boolean
  /** Only a scale word (百亿, 万): a size rather than a count. */
  bare: boolean
  hanzi: boolean
  /** The unit is not written: 每年30亿的销售额. */
  unitImplied: boolean
  /** A word, not a number, says it: 全覆盖, 两位数, 一半. */
  word: string | null
}

export interface Mentions {
  quantities: Quantity[]
  dates: DateMention[]
}

interface Found {
  end: number
  quantity?: Quantity
  date?: DateMention
}

const shareWords = compileLexicon({
  全覆盖: '全覆盖 全面覆盖 应覆尽覆',
  全部: '全部完成 全部建成 全部达标 全部开工 全部竣工 全部落实 全部办结 全部销号 全部投产 全部到位 全部兑现 全部交付 全部整改 100%',
  清零: '动态清零 清零',
  两位数: '两位数增长 双位数增长 两位数以上增长 双位数以上增长 增长两位数',
  翻番: '翻一番 翻番',
  翻两番: '翻两番',
  一半: '一半',
  半数: '过半数 过半 超半数 半数以上',
})
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
// 四个全面, 两个维护, 十个方面: watchwords and headings, not counts.
const watchwords = compileLexicon({
  skip: `方面 必须 坚持 方向 维度 环节 确立 维护 意识 自信 全面 着力点 走在前 更好统筹 毫不动摇 代表 务必 新 结合 转变 层面 角度
    关键 阶段 重点 特点 行动 工程 计划 战略 任务 会 班子 体系 攻坚 理念 优势 要素 举措 目标 提升 专项 挑战 关系 机遇 不 字 化 产业 全会 全体 动力 效益 强 革命`,
})
const pureWatchwords = new Set(
  '行动 工程 计划 战略 任务 会 体系 攻坚 理念 优势 要素 举措 目标 提升 专项 坚持 挑战 关系 机遇 特点 方面'.split(' '),
)
const letters = /[A-Za-z]/

// Only at these characters can a mention begin; all others are passed over without a look.
const opens = new Uint8Array(65536)
for (const char of '0123456789零〇一二两三四五六七八九十百千万亿半《“第首全清动翻过超增应今去明上前本年当下岁月双') {
  opens[char.charCodeAt(0)] = 1
}

/** Reads all mentions of a clean block text. `today` is the document's date, null when unknown. Linear. */
export function mentionsOf(text: string, today: Reference | null): Mentions {
  const mentions: Mentions = { quantities: [], dates: [] }
  for (let at = 0; at < text.length; ) {
    const found: Found | null = opens[text.charCodeAt(at)] ? mentionAt(text, at, today) : null
    if (found?.quantity) mentions.quantities.push(found.quantity)
    if (found?.date) mentions.dates.push(found.date)
    at = found ? found.end : at + 1
  }
  return mentions
}

function mentionAt(text: string, at: number, today: Reference | null): Found | null {
  const char = text[at]!
  if (char === '《') return { end: closing(text, at, '》', 120) }
  if (char === '“') return quoted(text, at, today)
  if (char === '第' || char === '首') return rank(text, at)
  if (
    char === '全' ||
    char === '清' ||
    char === '动' ||
    char === '翻' ||
    char === '过' ||
    char === '超' ||
    char === '增' ||
    char === '应'
  ) {
    const word = wordQuantity(text, at)
    if (word) return word
  }
  const isNumber = isDigit(text.charCodeAt(at))
  if (isNumber && at > 0 && letters.test(text[at - 1]!)) return { end: digitsEnd(text, at) }
  const date = readDate(text, at, today)
  if (date && !isDuration(text, at, date)) return { date, end: date.end }
  if (isNumber) return numberAt(text, at)
  return isHanziNumeral(text.charCodeAt(at)) || char === '半' ? (wordQuantity(text, at) ?? hanziAt(text, at)) : null
}

function isDuration(text: string, at: number, date: DateMention): boolean {
  return date.grain === 'month' && text[at] === '两'
}

function digitsEnd(text: string, at: number): number {
  let end = at
  while (isDigit(text.charCodeAt(end)) || (text[end] === '.' && isDigit(text.charCodeAt(end + 1)))) end++
  return end
}

function closing(text: string, at: number, mark: string, limit: number): number {
  for (let end = at + 1; end < text.length && end - at < limit; end++) if (text[end] === mark) return end + 1
  return at + 1
}

// “十四五”时期 is a date; “4+1”, “1650”, “三首两新” are names; a longer quotation is read like any text.
function quoted(text: string, at: number, today: Reference | null): Found {
  const date = readDate(text, at + 1, today)
  if (date?.grain === 'span') return { date: { ...date, start: at }, end: date.end }
  return { end: closing(text, at, '”', 16) }
}

function wordQuantity(text: string, at: number): Found | null {
  const entry = matchAt(shareWords, text, at)
  if (!entry || !isWordQuantity(text, at, at + entry.word.length, entry.tag)) return null
  const [value, unit, kind] = wordValues[entry.tag]!
  const end = at + entry.word.length
  return { quantity: { ...plain, start: at, end, value, unit, kind, word: entry.tag, hanzi: true }, end }
}

const plain = { value2: null, more: false, bare: false, unitImplied: false, word: null }

// 一半 counts only after a verb that measures: 占一半, 超一半, 近一半.
function isWordQuantity(text: string, at: number, end: number, tag: string): boolean {
  if (tag === '全部') return !/^[后的前]/.test(text.slice(end, end + 1))
  if (tag === '全覆盖') return text[at - 1] !== '健'
  if (tag === '一半') return '占达超近过少减压到'.includes(text[at - 1] ?? ' ')
  return tag !== '清零' || text[at - 1] !== '未'
}

// 居全国第一, 升至全国第二, 第二大产业, 保持全国首位. 第三届, 第一批, 第二轮 are ordinals of something else.
function rank(text: string, at: number): Found | null {
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
  return /居|列|排|名|升|跃|保持|全国|全省|全市|全县|全区|全球|世界|省内|国内|亚洲|成为|是|为/.test(before)
}

function numberAt(text: string, at: number): Found {
  const token = readNumber(text, at)!
  const fraction = fractionAt(text, token)
  if (fraction) return fraction
  if (isGlued(text, token)) return { end: token.end }
  return rangeAt(text, token) ?? withUnit(text, token, token.start, null)
}

// 3个方面 counts headings, whatever digits it is written in.
function isHeadingCount(text: string, end: number): boolean {
  return text.startsWith('方面', end)
}

// 4+1, 5G, 2.0版: part of a name. 600MW is not.
function isGlued(text: string, token: NumberToken): boolean {
  const next = text[token.end] ?? ''
  if (text[token.start - 1] === '+' || next === '+' || text[token.start - 1] === '.') return true
  if (!letters.test(next)) return false
  const unit = matchAt(units, text, token.end)
  return !unit || letters.test(text[token.end + unit.word.length] ?? '')
}

// 1/3以上 is 33.33 %; a date or a model with two slashes is not.
function fractionAt(text: string, token: NumberToken): Found | null {
  const next = text[token.end]
  if (next !== '/' || !isDigit(text.charCodeAt(token.end + 1)) || token.power > 0) return null
  const below = readNumber(text, token.end + 1)!
  if (text[below.end] === '/' || below.value <= token.value) return { end: below.end }
  return { quantity: part(token.start, below.end, token.value, below.value), end: below.end }
}

function part(start: number, end: number, above: number, below: number): Quantity {
  const value = Math.round((above / below) * 10000) / 100
  return { ...plain, start, end, value, unit: '%', kind: 'share', hanzi: false }
}

// 3—5家, 3—5亿元, 5%—7%, 20万吨至35万吨: two bounds with one unit.
function rangeAt(text: string, first: NumberToken): Found | null {
  const unit = matchAt(units, text, first.end)
  const end = unit && unit.tag !== 'time' ? first.end + unit.word.length : first.end
  const mark = rangeMark(text, end)
  if (mark === end || !isDigit(text.charCodeAt(mark))) return null
  const second = readNumber(text, mark)!
  const last = unitAfter(text, second)
  if (!last || (unit && end > first.end && unitName(unit.word) !== last.unit)) return null
  const low = first.power === 0 && end === first.end ? Number(`${first.digits}e${second.power}`) : first.value
  if (low >= second.value) return null
  return found(first, { ...last, value: low, value2: second.value }, last.end)
}

interface UnitRead {
  unit: string | null
  kind: Quantity['kind']
  end: number
  unitImplied: boolean
}

function withUnit(text: string, token: NumberToken, start: number, value2: number | null): Found {
  const unit = unitAfter(text, token)
  if (!unit || isHeadingCount(text, unit.end)) return { end: token.end }
  return found({ ...token, start }, { ...unit, value: token.value, value2 }, unit.end)
}

function found(token: NumberToken, read: UnitRead & { value: number; value2: number | null }, end: number): Found {
  const { more, bare, hanzi, start } = token
  return { quantity: { ...read, start, end, more, bare, hanzi, word: null }, end }
}

function unitAfter(text: string, token: NumberToken): UnitRead | null {
  const blank = text[token.end] === ' ' ? 1 : 0
  const at = token.end + blank
  const entry = matchAt(units, text, at)
  if (!entry || entry.word === '级') return impliedUnit(text, token)
  if (entry.tag === 'none') return null
  const end = at + entry.word.length
  const written = text.slice(at, end)
  const unit = entry.word === '倍' ? '倍' : unitName(written.replace(/[（(].*/, '').replace(/^个(?=多月|半月)/, ''))
  const per = perEnd(text, end)
  const kind = entry.word === '倍' ? 'times' : entry.tag
  return {
    unit: per > end ? `${unit}${text.slice(end, per)}` : unit,
    kind,
    end: bracketEnd(text, per),
    unitImplied: false,
  }
}

// 吨/日, 微克/立方米: the unit is divided by a second one.
function perEnd(text: string, end: number): number {
  if (text[end] !== '/') return end
  for (let size = 4; size > 0; size--) if (perUnits.has(text.slice(end + 1, end + 1 + size))) return end + 1 + size
  return end
}

// 65篇（部）: a second counter in brackets belongs to the unit.
function bracketEnd(text: string, end: number): number {
  if (text[end] !== '（' && text[end] !== '(') return end
  const unit = matchAt(units, text, end + 1)
  const close = unit ? end + 1 + unit.word.length : end
  return unit && (text[close] === '）' || text[close] === ')') ? close + 1 : end
}

const moneyBefore =
  /(投资|收入|产值|资金|营收|额|总值|税收|财政|贷款|融资|规模|估值|市值|利润|经费|开票|引资|授信|基金|费用|GDP)[^，。；、\d]{0,8}$/
const moneyAfter = /^(级|元|的?(销售|产值|营收|收入|投资|资金|产业|集群|规模|税收|贷款|基金|企业|项目|园区|板块))/

// 每年70亿的销售额, 百亿企业, 总投资120亿: money without its word.
function impliedUnit(text: string, token: NumberToken): UnitRead | null {
  const lifted = token.power >= 4 || (token.hanzi && token.value >= 1e8)
  if (!lifted) return null
  const before = text.slice(Math.max(0, token.start - 14), token.start)
  const after = text.slice(token.end, token.end + 4)
  const isMoney = token.value >= 1e8 && moneyAfter.test(after) ? true : moneyBefore.test(before)
  return isMoney ? { unit: '元', kind: 'money', end: token.end, unitImplied: true } : null
}

function hanziAt(text: string, at: number): Found | null {
  const ratio = hanziRatio(text, at)
  if (ratio) return ratio
  const token = readNumber(text, at)
  if (!token) return null
  const great = greatOf(text, token)
  if (great) return great
  const unit = unitAfter(text, token)
  if (!unit || !isCounting(text, token, unit)) return { end: token.end }
  return found(token, { ...unit, value: token.value, value2: null }, unit.end)
}

// 三分之二, 百分之五, 八成以上.
function hanziRatio(text: string, at: number): Found | null {
  const below = readHanziNumeral(text, at)
  if (!below) return null
  if (text.startsWith('分之', below.end) || (text.startsWith('百分之', at) && below.end === at + 1)) {
    const above = readNumber(text, text.indexOf('之', below.end) + 1)
    return above ? { quantity: part(at, above.end, above.value, below.value), end: above.end } : null
  }
  const ends = '，,。；、以左多的）'.includes(text[below.end + 1] ?? '。')
  if (text[below.end] !== '成' || !ends || below.value > 10) return null
  return { quantity: part(at, below.end + 1, below.value, 10), end: below.end + 1 }
}

// 十大高端研发平台 counts ten; 五大行动 is a title.
function greatOf(text: string, token: NumberToken): Found | null {
  if (
    text[token.end] !== '大' ||
    token.bare ||
    token.value < 2 ||
    token.value > 15 ||
    text.endsWith('党的', token.start) ||
    token.digits.length > 2
  )
    return null
  const after = matchAt(watchwords, text, token.end + 1)
  if ((after && pureWatchwords.has(after.word)) || !/[一-鿿]/.test(text[token.end + 1] ?? ''))
    return { end: token.end + 1 }
  const end = token.end + 1
  return found(token, { unit: '个', kind: 'count', end, unitImplied: true, value: token.value, value2: null }, end)
}

// A Chinese number counts when a counter follows and nothing makes it a name, an ordinal or a vague one.
function isCounting(text: string, token: NumberToken, unit: UnitRead): boolean {
  const before = text[token.start - 1] ?? ''
  if ('第每这前后上下另同其各数几十'.includes(before) && before !== '' && !(before === '上' && token.bare)) return false
  if (token.digits.length === 2 && /^[一二三四五六七八九]{2}$/.test(token.digits)) return false
  if (token.bare) return unit.kind === 'money' || token.more || '超破上近逾过达约'.includes(before)
  if (unit.kind === 'time') return true
  if (token.value < 2 && !token.more) return false
  const counter = text.slice(token.end, unit.end)
  if (ordinalCounters.has(counter)) return '分共设'.includes(before) && before !== ''
  return !isWatchword(text, unit.end)
}

function isWatchword(text: string, end: number): boolean {
  return matchAt(watchwords, text, end) !== null || /^[区地岸院]/.test(text.slice(end, end + 1))
}
