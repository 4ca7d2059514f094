// What a number measures, from the words before it: 新增 an increase, 增长 a growth rate, 占比 a share, 提升至 a share or level.
import { growthWord, increaseWord, settledAfter, shareWord, verbLike } from '#reading/lexicons/measure-words.ts'
import type { Quantity } from '#reading/quantities.ts'
import { charTable, standsAt } from '#reading/signs.ts'
import type { Measure } from '#reading/statement.ts'

export interface MeasureRead {
  measure: Measure
  /** Where the deciding word stands, relative to `lead`; -1 when no word decides. */
  at: number
  inherited: boolean
}

/** The number before this one, whose measure a bare chunk shares. */
export interface Before {
  kind: Quantity['kind']
  unit: string | null
  measure: Measure
}

/** `lead` runs from the start of the number's chunk to the number, `tail` from the number to the chunk's end. */
export function measureOf(quantity: Quantity, lead: string, tail: string, previous: Before | null): MeasureRead {
  const fixed = fixedMeasure(quantity, lead)
  if (fixed) return { measure: fixed, at: -1, inherited: false }
  if (quantity.kind === 'points')
    return { measure: /高于|低于|快于|好于|高出|领先/.test(lead) ? 'level' : 'increase', at: -1, inherited: false }
  const own = quantity.kind === 'percent' || quantity.kind === 'times' ? ofPercent(quantity, lead, tail) : ofCount(lead)
  if (own) return { ...own, inherited: false }
  if (previous && inherits(quantity, lead, previous)) return { measure: previous.measure, at: -1, inherited: true }
  return { measure: quantity.kind === 'percent' ? 'share' : 'level', at: -1, inherited: false }
}

function fixedMeasure(quantity: Quantity, lead: string): Measure | null {
  if (quantity.kind === 'rank') return 'rank'
  if (quantity.kind === 'time') return quantity.unit === '岁' || /天数/.test(lead) ? 'level' : 'duration'
  if (quantity.word === '两位数') return 'growth_rate'
  if (quantity.kind !== 'share') return null
  return quantity.word === null && grown.test(lead.slice(-6)) ? 'growth_rate' : 'share'
}

// 出口增长近三成 grows; 占三成 is a share.
const grown = /(增长|下降|上涨|增加|减少|回落|上升|压减)(了|约|近|超|逾|超过)?$/

// The last word decides: 占比提升至55% is a share, 贡献率提高5% grows, 增长率 and 增速 are growth.
function ofPercent(quantity: Quantity, lead: string, tail: string): { measure: Measure; at: number } | null {
  const growth = lastMatch(growthWord, lead)
  const share = lastMatch(shareWord, lead)
  if (growth && growth.at >= (share?.at ?? -1)) {
    const settled = settledAfter.test(lead.slice(growth.at + growth.word.length)) && !/速|幅/.test(growth.word)
    return { measure: settled ? (quantity.kind === 'times' ? 'level' : 'share') : 'growth_rate', at: growth.at }
  }
  if (quantity.kind === 'times') return { measure: quantity.word ? 'growth_rate' : 'level', at: -1 }
  if (share) return { measure: 'share', at: share.at }
  return /^(以上|左右|以内)?(的)?(速度)?(增长|增速|增幅)/.test(tail) ? { measure: 'growth_rate', at: -1 } : null
}

function ofCount(lead: string): { measure: Measure; at: number } | null {
  const found = lastMatch(increaseWord, lead)
  if (!found) return null
  const after = lead.slice(found.at + found.word.length)
  if (/^(至|到)/.test(after) || /总数|总量|累计达|达到$/.test(after)) return null
  return { measure: 'increase', at: found.at }
}

// 新增甲类3家、乙类10家: a chunk without a verb of its own takes the measure of the one before.
function inherits(quantity: Quantity, lead: string, previous: Before): boolean {
  if (quantity.kind === 'percent') return previous.kind === 'percent' && lead.length <= 8 && !/[率占]/.test(lead)
  const alike = quantity.kind === previous.kind && (quantity.kind === 'count' || quantity.unit === previous.unit)
  return alike && previous.measure === 'increase' && !verbLike.test(lead.replace(/^其中/, ''))
}

function lastMatch(pattern: RegExp, text: string): { at: number; word: string } | null {
  let last: RegExpExecArray | null = null
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) last = match
  return last && { at: last.index, word: last[0] }
}

// The last characters of what isDecrease looks for.
const falling = charTable('降低少减落跌幅长于了约近超过')

/** True when the words before a number turn it downwards: 下降14%, 低于上年, 减少5个. Its value is then negative. */
export function isDecrease(lead: string): boolean {
  if (!standsAt(falling, lead, lead.length - 1)) return false
  return /(下降|降低|减少|压减|回落|下跌|降幅|缩减|负增长|(?<!不|不得)低于|削减)(了|约|近|超|超过)?$/.test(
    lead.slice(-9),
  )
}
