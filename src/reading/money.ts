// Money: 人民币5亿元 · 50元6角 · $3.14 · 2—3万港币 · 百亿级产业.
import { type Bounded, headed, pairAt, tailed, type Unit, type UnitAt, valued } from '#reading/counted.ts'
import { past } from '#reading/fold.ts'
import { matchAt } from '#reading/lexicon.ts'
import { currencies, currencySigns } from '#reading/lexicons/amount-words.ts'
import { decimal, type Mention, mention } from '#reading/mention.ts'
import { hanziDigit } from '#reading/numeral-chars.ts'
import { readSpoken } from '#reading/spoken.ts'
import type { Spoken } from '#reading/spoken-number.ts'

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
