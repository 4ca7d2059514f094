// Amounts: what a number is an amount of. Percents, ordinals, money, measures, temperatures, ages and bounds, each at a place.
import { past } from '#reading/fold.ts'
import { type Lexicon, matchAt } from '#reading/lexicon.ts'
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
import { decimal, type Mention, type MentionType, type Norm } from '#reading/mention.ts'
import { hanziDigit, powers } from '#reading/numeral-chars.ts'
import { readSpoken } from '#reading/spoken.ts'
import type { Spoken } from '#reading/spoken-number.ts'

const mention = (start: number, end: number, type: MentionType, norm: Norm): Mention => ({ start, end, type, norm })

// ---- percent

/** 25% · 百分之三 · 千分之一 · 三成半 · 半成 · 百分百. 百分点 is none. */
export function percentAt(text: string, at: number): Mention | null {
  return partsOf(text, at) ?? tenths(text, at) ?? sign(text, at)
}

function sign(text: string, at: number): Mention | null {
  const number = readSpoken(text, at)
  if (!number || number.fraction) return null
  const end = past(text, suffixed(text, number).end)
  if (text[end] !== '%' && text[end] !== '‰') return null
  if (/^[0-9A-F]{2}/.test(text.slice(end + 1, end + 3)) || /[A-Za-z%]/.test(text[at - 1] ?? '')) return null
  const value = suffixed(text, number).value * (text[end] === '‰' ? 0.1 : 1)
  return mention(at, end + 1, 'percentage', { k: 'pct', v: decimal(value) })
}

// 百分之三, 千万分之六: a denominator without a digit of its own.
function partsOf(text: string, at: number): Mention | null {
  const negative = text[at] === '负'
  const start = negative ? at + 1 : at
  if (powers[text.charCodeAt(start)]! < 2 || hanziDigit(text.charCodeAt(start - 1)) >= 0) return null
  let end = start
  let power = 0
  for (; end - start < 8; ) {
    const next = end === start ? end : past(text, end)
    const step = denominators[text[next] ?? '']
    if (!step) break
    power += step
    end = next + 1
  }
  if (power === 0) return null
  const mark = past(text, end)
  if (text[mark] !== '分') return null
  const of = past(text, mark + 1)
  const told = text[of] === '之' ? past(text, of + 1) : of
  if (text[of] !== '之' && power !== 2) return null
  if (text[told] === '百' && (text[told + 1] ?? '') !== '分') return percent(at, told + 1, negative ? -100 : 100, power)
  const number = readSpoken(text, told)
  // 百分之二三十 is no one share.
  if (!number || number.top !== null || (number.bare && number.value !== 100)) return null
  const whole = suffixed(text, number)
  return percent(at, whole.end, negative ? -whole.value : whole.value, power)
}

const denominators: Record<string, number | undefined> = { 百: 2, 千: 3, 万: 4, 亿: 8 }

function percent(start: number, end: number, value: number, power: number): Mention {
  return mention(start, end, 'percentage', { k: 'pct', v: decimal(Number(`${value}e${2 - power}`)) })
}

// 百分之15K
function suffixed(text: string, number: Spoken): Spoken {
  const at = past(text, number.end)
  if (
    (text[at] !== 'k' && text[at] !== 'K') ||
    /[A-Za-z]/.test(text[at + 1] ?? ' ') ||
    hanziDigit(text.charCodeAt(at - 1)) >= 0
  )
    return number
  return { ...number, value: number.value * 1e3, end: at + 1 }
}

function tenths(text: string, at: number): Mention | null {
  const half = text[at] === '半'
  const number = half ? null : readSpoken(text, at)
  if (!half && !number) return null
  const mark = past(text, number ? number.end : at + 1)
  // 六七成 is no seven tenths.
  if (text[mark] === '成' && hanziDigit(text.charCodeAt(at - 1)) > 0) return null
  if (text[mark] !== '成' || /[为立员长本功果绩效交分熟就套品]/.test(text[mark + 1] ?? '')) return null
  const whole = number ? number.value : 0.5
  if (whole > 10 || (number && number.top !== null)) return null
  const tail = text[mark + 1] === '半'
  const tenth = hanziDigit(text.charCodeAt(mark + 1))
  if (
    tenth > 0 &&
    !tail &&
    !powers[text.charCodeAt(mark + 2)] &&
    hanziDigit(text.charCodeAt(mark + 2)) < 0 &&
    !/[家个户人种项年月日]/.test(text[mark + 2] ?? '')
  )
    return mention(at, mark + 2, 'percentage', { k: 'pct', v: decimal(whole * 10 + tenth) })
  return mention(at, mark + (tail ? 2 : 1), 'percentage', { k: 'pct', v: decimal((whole + (tail ? 0.5 : 0)) * 10) })
}

// ---- ordinal

/** 第二百五十 · 第3万 */
export function ordinalAt(text: string, at: number): Mention | null {
  if (text[at] !== '第') return null
  const number = readSpoken(text, past(text, at + 1))
  if (!number || number.fraction) return null
  return mention(at, number.end, 'ordinal', { k: 'ord', v: decimal(number.row ?? number.value) })
}

// ---- a bound number with its unit, shared by money and measures

interface Bounded {
  end: number
  lo: number | null
  hi: number | null
  value: number | null
  tag: string
}

interface Unit {
  end: number
  tag: string
  /** 半 after the unit: 两米半. */
  half?: boolean
  /** What coins add to the number: 50元6角. */
  add?: number
}

type UnitAt = (text: string, at: number, number: Spoken) => Unit | null

// 3 km, 1.6~3.9米, 七八公斤, 1万元--5万元: one number or two with one unit.
function pairAt(text: string, at: number, unitAt: UnitAt): Bounded | null {
  const first = countAt(text, at)
  if (!first) return null
  const one = unitAt(text, first.end, first)
  const from = one ? one.end : included(text, first.end)
  const mark = rangeMarkEnd(text, from)
  if (mark > from) {
    const second = countAt(text, past(text, mark))
    const two = second && unitAt(text, second.end, second)
    if (second && two && (!one || one.tag === two.tag)) {
      const low = one ? first.value : lifted(first, second, text[second.end - 1] ?? '')
      if (low < second.value) return { end: two.end, lo: low, hi: second.value, value: null, tag: two.tag }
    }
  }
  if (!one) return null
  const value = Number(decimal(first.value + (one.half ? 0.5 : 0) + (one.add ?? 0)))
  if (first.top !== null) return { end: one.end, lo: first.value, hi: first.top, value: null, tag: one.tag }
  return { end: one.end, lo: null, hi: null, value, tag: one.tag }
}

function countAt(text: string, at: number): Spoken | null {
  const number = readSpoken(text, at)
  if (number) return suffixed(text, number)
  if (text[at] !== '半') return null
  const blank = { top: null, row: null, bare: false, fraction: false, more: false, decimal: true }
  return { start: at, end: text[at + 1] === '个' ? at + 2 : at + 1, value: 0.5, ...blank }
}

// 2到3万: the first number takes the scale of the second where it has none of its own.
function lifted(first: Spoken, second: Spoken, scale: string): number {
  const factor = scales[scale]
  if (!factor || (first.value >= factor && factor < 1e4) || first.value >= 1e4) return first.value
  return first.value * factor < second.value ? first.value * factor : first.value
}

const scales: Record<string, number | undefined> = {
  百: 1e2,
  千: 1e3,
  仟: 1e3,
  佰: 1e2,
  k: 1e3,
  K: 1e3,
  万: 1e4,
  亿: 1e8,
}

function included(text: string, at: number): number {
  const open = past(text, at)
  return text.startsWith('(含)', open) ? open + 3 : at
}

/** The end of a range mark (到 至 ~ - —) at `at`, blanks around it allowed; `at` itself when there is none. */
export function rangeMarkEnd(text: string, at: number): number {
  let end = past(text, at)
  const first = end
  while (end - first < 3 && '到至~-—–―ー'.includes(text[end] ?? ' ')) end++
  return end === first ? at : end
}

type Bound = 'min' | 'max' | null

interface Headed {
  at: number
  bound: Bound
}

// 至少, 最多, 大约 before the number.
function headed(text: string, at: number): Headed {
  const low = matchAt(lowBounds, text, at)
  if (low) return { at: past(text, at + low.word.length), bound: low.tag as Bound }
  const about = isPact(text, at) ? null : matchAt(roundly, text, at)
  return { at: about ? past(text, at + about.word.length) : at, bound: null }
}

// 签约, 履约, 合约: an agreement is no estimate.
const isPact = (text: string, at: number) => text[at] === '约' && '签合条契履违续解公预制'.includes(text[at - 1] ?? ' ')

interface Tailed {
  end: number
  bound: Bound
}

function tailed(text: string, at: number): Tailed {
  const word = matchAt(after, text, at)
  if (!word) return { end: at, bound: null }
  return { end: at + word.word.length, bound: word.tag === 'about' ? null : (word.tag as Bound) }
}

function valued(found: Bounded, bound: Bound): { v?: string; lo?: string; hi?: string; bound?: 'min' | 'max' } {
  if (found.value === null) return { lo: decimal(found.lo!), hi: decimal(found.hi!) }
  const v = decimal(found.value)
  if (bound === 'min') return { v, lo: v, bound }
  return bound === 'max' ? { v, hi: v, bound } : { v }
}

// ---- money

/** 人民币5亿元 · 50元6角三分 · $3.14 · 2——3万港币. `whole` takes 至少, 左右 and the like into the span. */
export function moneyAt(text: string, at: number, whole: boolean): Mention | null {
  const head = whole ? headed(text, at) : { at, bound: null }
  const currencySign = matchAt(currencySigns, text, head.at)
  const from = currencySign ? past(text, head.at + currencySign.word.length) : head.at
  const level = head.at === at && !currencySign ? levelAt(text, at) : null
  if (level) return level
  const found = small(text, from) ?? pairAt(text, from, currencySign ? plainMoney : moneyUnit)
  if (!found) return null
  // 美元 8000万美元 in a row of a table: the cell before is none of it.
  if (currencySign && currencySign.tag === found.tag && found.tag !== 'CNY') return null
  const tail = whole ? tailed(text, found.end) : { end: found.end, bound: null }
  const tag = currencySign && (found.tag === 'CNY' || found.tag === '') ? currencySign.tag : found.tag
  return mention(at, tail.end, 'currency', { k: 'money', ...valued(found, head.bound ?? tail.bound), c: tag })
}

// 百亿级产业, 千亿级园区: a size of turnover in yuan, that much and more.
function levelAt(text: string, at: number): Mention | null {
  const number = readSpoken(text, at)
  if (!number || number.value < 1e8 || text[number.end] !== '级') return null
  const thing = text.slice(number.end + 1, number.end + 3)
  if (!sized.includes(thing)) return null
  const v = decimal(number.value)
  return mention(at, number.end + 1, 'currency', { k: 'money', v, lo: v, bound: 'min', c: 'CNY' })
}

const sized = [
  '产业',
  '集群',
  '园区',
  '企业',
  '板块',
  '赛道',
  '项目',
  '平台',
  '基金',
  '市场',
  '规模',
  '县域',
  '新兴',
  '制造',
]

const moneyUnit: UnitAt = (text, at, number) => {
  const here = past(text, at)
  const word = matchAt(currencies, text, text[here] === '个' && number.value < 1e4 ? here : here)
  if (!word || !isMoneyWord(text, here, word.word, number)) return null
  return minor(text, here + word.word.length, word.tag, number)
}

const plainMoney: UnitAt = (text, at, number) => moneyUnit(text, at, number) ?? { end: at, tag: '' }

// 块 counts pieces before a thing, 元 begins 元旦 and 元素, 刀 and 欧 are rare.
function isMoneyWord(text: string, at: number, word: string, number: Spoken): boolean {
  const next = text[at + word.length] ?? ''
  if (number.bare && number.value < 100) return false
  // 单位：万元 and （亿元） name the unit of a table.
  if (number.bare && ':(/、'.includes(text[number.start - 1] ?? ' ') && ')\n '.includes(next || ' ')) return false
  if (word === '元') return !/[旦素件月宵首年代老]/.test(next)
  if (word === '块') return !/[一-鿿]/.test(next) || /[零一二三四五六七八九的左以多和]/.test(next)
  return !(word === '欧' || word === '刀' || word === '镑' || word === '铢') || !/[一-鿿]/.test(next)
}

// 六角三分, 五毛, 整 and 正 after the main unit; 三块五 is 3.5.
function minor(text: string, at: number, tag: string, number: Spoken): Unit {
  let end = at
  let add = 0
  for (let steps = 0; steps < 3; steps++) {
    const part = coin(text, end)
    if (!part) break
    add += part.value
    end = part.end
  }
  const tail = end === at && text[at - 1] === '块' ? hanziDigit(text.charCodeAt(at)) : -1
  if (tail > 0 && !/[个块元万千百十]/.test(text[at + 1] ?? '')) {
    add = tail / 10
    end++
  }
  if (text[end] === '钱') end++
  if ((text[end] === '整' || text[end] === '正') && !/[一-鿿]/.test(text[end + 1] ?? '')) end++
  const sign = number.value < 0 || Object.is(number.value, -0) ? -1 : 1
  return { end, tag, add: sign * add }
}

const coins: Record<string, number | undefined> = { 角: 0.1, 毛: 0.1, 分: 0.01, 厘: 0.001 }

function coin(text: string, at: number): { end: number; value: number } | null {
  let from = past(text, at)
  if (text[from] === '零' && text[from + 1] !== '角' && text[from + 1] !== '分') from++
  const number = readSpoken(text, from)
  if (!number || number.value > 99) return null
  const factor = coins[text[number.end] ?? '']
  if (!factor || text[number.end + 1] === '之') return null
  // 二毛五
  const tail = factor === 0.1 && hanziDigit(text.charCodeAt(number.end + 1))
  if (tail && tail > 0 && !/[一-鿿]/.test(text[number.end + 2] ?? ''))
    return { end: number.end + 2, value: Number(decimal(number.value * factor + tail / 100)) }
  return { end: number.end + 1, value: number.value * factor }
}

// 肆角叁分, 壹分: coins alone; 五分 alone is too often minutes or marks, so it wants the sign or two coins.
function small(text: string, at: number): Bounded | null {
  const negative = text[at] === '负'
  const first = coin(text, negative ? at + 1 : at)
  if (!first) return null
  const second = coin(text, first.end)
  const isCent = text[first.end - 1] === '分'
  if (isCent && at === 0 && text.length > first.end) return null
  if (isCent && at > 0 && !/币|[¥$]/.test(text[at - 1] ?? '')) return null
  if (text[first.end - 1] === '角' && /[大度形落色]/.test(text[first.end] ?? '')) return null
  let end = second ? second.end : first.end
  if (text[end] === '钱' || text[end] === '整' || text[end] === '正') end++
  const value = Number(decimal(first.value + (second?.value ?? 0)))
  return { end, lo: null, hi: null, value: negative ? -value : value, tag: 'CNY' }
}

// ---- measures, temperatures, ages

const unitOf =
  (lexicon: Lexicon<string>): UnitAt =>
  (text, at, number) => {
    const here = past(text, at)
    const word = matchAt(lexicon, text, here) ?? matchAt(lexicon, text, text[here] === '个' ? here + 1 : here)
    if (!word) return null
    const end = here + word.word.length
    const latin = /[A-Za-z]/.test(word.word)
    if (latin && /[A-Za-z0-9]/.test(text[end] ?? '')) return null
    if (!isMeasureWord(text, end, word.word, number)) return null
    const half = text[end] === '半' && !number.decimal
    return { end: half ? end + 1 : end, tag: word.tag.replace("'", ''), half }
  }

// 里 after a number is inside more often than it is a mile; 位 is a bit only where nobody is counted.
function isMeasureWord(text: string, end: number, word: string, number: Spoken): boolean {
  if (number.bare) return false
  const next = text[end] ?? ''
  if (word === '里') return /[路地外远]/.test(next)
  if (word === '位') return next === '是' || (!/[一-鿿]/.test(next) && [8, 16, 32, 64, 128, 256].includes(number.value))
  if (word === '卡' || word === '兆') return !/[一-鿿A-Za-z]/.test(next)
  return word !== '米' || !/[饭粉色]/.test(next)
}

const measureUnit = unitOf(measures)
const temperatureUnit = unitOf(temperatures)

/** 3.5公里 · 三千两百两 · 两米半 · 至少四ml */
export function measureAt(text: string, at: number, whole: boolean): Mention | null {
  const head = whole ? headed(text, at) : { at, bound: null }
  const found = tallAt(text, head.at) ?? pairAt(text, head.at, measureUnit)
  if (!found) return null
  const tail = whole ? tailed(text, found.end) : { end: found.end, bound: null }
  if ((found.tag === 'B' || found.tag === 'bit') && thousands.test(text.slice(head.at, found.end)))
    return kilo(at, tail.end, found)
  const star = found.tag.indexOf('*')
  if (star > 0 && found.value !== null) found.value *= Number(found.tag.slice(star + 1))
  const u = star > 0 ? found.tag.slice(0, star) : found.tag
  return mention(at, tail.end, 'dimension', { k: 'qty', ...valued(found, head.bound ?? tail.bound), u })
}

const thousands = /^(\d+|[一二两三四五六七八九]+)千(字节|比特)$/

function kilo(start: number, end: number, found: Bounded): Mention {
  const v = decimal((found.value ?? 0) / 1000)
  return mention(start, end, 'dimension', { k: 'qty', v, u: found.tag === 'B' ? 'kB' : 'kbit' })
}

// 米九 and 米六到三米九: a height with its metre before the decimals.
function tallAt(text: string, at: number): Bounded | null {
  const one = tall(text, at)
  if (!one) return null
  const mark = rangeMarkEnd(text, one.end)
  const two = mark > one.end ? tall(text, mark) : null
  if (two) return { end: two.end, lo: one.value, hi: two.value, value: null, tag: 'm' }
  return { end: one.end, lo: null, hi: null, value: one.value, tag: 'm' }
}

function tall(text: string, at: number): { end: number; value: number } | null {
  const whole = text[at] === '米' ? 1 : hanziDigit(text.charCodeAt(at))
  const metre = text[at] === '米' ? at : at + 1
  if (whole < 1 || text[metre] !== '米') return null
  const tenth = hanziDigit(text.charCodeAt(metre + 1))
  if (tenth < 1 || /[一-鿿]/.test(text[metre + 2]?.replace(/[左上的到至高]/, '') ?? '')) return null
  return { end: metre + 2, value: whole + tenth / 10 }
}

/** 37°C · 摄氏37度 · 华氏温度98.6度 */
export function temperatureAt(text: string, at: number): Mention | null {
  const head = matchAt(temperatureHeads, text, at)
  const from = head ? past(text, at + head.word.length) : at
  const found = pairAt(text, from, temperatureUnit)
  if (!found || (!head && found.tag === 'deg' && /[电假]/.test(text[found.end] ?? ''))) return null
  return mention(at, found.end, 'temperature', { k: 'qty', ...valued(found, null), u: head ? head.tag : found.tag })
}

const ages: readonly [word: string, unit: string][] = [
  ['周岁', 'year'],
  ['岁', 'year'],
  ['个月大', 'month'],
  ['月大', 'month'],
  ['周大', 'week'],
  ['天大', 'day'],
]

/** 60岁 · 十个月大 */
export function ageAt(text: string, at: number): Mention | null {
  const first = readSpoken(text, at)
  if (!first) return null
  // 18至60岁, 七八十岁
  const mark = rangeMarkEnd(text, first.end)
  const second = mark > first.end ? readSpoken(text, mark) : null
  const number = second ?? first
  const lo = second ? first.value : number.top === null ? null : number.value
  const here = past(text, number.end)
  for (const [word, u] of ages)
    if (text.startsWith(word, here)) {
      const half = text[here + word.length] === '半' && u === 'year'
      const v = decimal(number.value + (half ? 0.5 : 0))
      if (lo !== null) {
        const hi = number.top ?? number.value
        return lo < hi
          ? mention(at, here + word.length, 'age', { k: 'qty', lo: decimal(lo), hi: decimal(hi), u })
          : null
      }
      const tail = tailed(text, here + word.length + (half ? 1 : 0))
      const bounded =
        tail.bound === null
          ? { v }
          : tail.bound === 'min'
            ? { v, lo: v, bound: tail.bound }
            : { v, hi: v, bound: tail.bound }
      return mention(at, tail.end, 'age', { k: 'qty', ...bounded, u })
    }
  return null
}
