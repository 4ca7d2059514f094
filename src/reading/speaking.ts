// Which numbers of a clause speak for themselves. Thresholds (亿元以上项目8个), time frames (连续4年), specifications
// (500千伏线路), policy names (新政20条), awards (最高奖励50万元) and back-references (这20个项目) stay silent.
import type { Clause, Sentence } from '#reading/clauses.ts'
import type { Quantity } from '#reading/quantities.ts'
import { charTable, sign, standsAt } from '#reading/signs.ts'

/** The quantities of a clause that are statements of their own, in order. */
export function speakingOf(text: string, clause: Clause, sentence: Sentence): Quantity[] {
  const kept: Quantity[] = []
  for (const [index, quantity] of clause.quantities.entries()) {
    const spoken = quantity.kind === 'time' ? spokenTime(text, quantity, sentence) : quantity
    if (spoken && !isSilent(text, clause, sentence, quantity, kept.at(-1) ?? null, index)) kept.push(spoken)
  }
  return kept.length < 2 ? kept : kept.filter((quantity, index) => !isTaktProduct(kept[index - 1], quantity, text))
}

// 每6分钟…完成一台 is a takt of 6 分钟/台; 只用6个月 is an achievement; other durations only frame something.
function spokenTime(text: string, quantity: Quantity, sentence: Sentence): Quantity | null {
  if (text[quantity.start - 1] === '每') return takt(text, quantity, sentence)
  const before = text.slice(Math.max(0, quantity.start - 7), quantity.start)
  if (quantity.unit === '岁')
    return /(寿命|年龄)[^，]*$/.test(text.slice(Math.max(0, quantity.start - 14), quantity.start)) ? quantity : null
  if (/(连续|未来|今后|过去|持续|再用|再过|为期|任期|工期|延长|第)$/.test(before)) return null
  if (
    /(只用|仅用|用时|耗时|历时|仅用了|用了|仅|缩短|缩短至|缩短到|缩短为|压缩|压缩至|压缩到|压缩为|压减至|压减到|压减|减少到|提前)(约|近|不到|不足|超过|了)?$/.test(
      before,
    )
  )
    return quantity
  if (/(天数|时间|时长|时限|周期)(为|达|达到|约|平均)?$/.test(before)) return quantity
  return !quantity.hanzi && /(经过|平均)(约|近|不到|不足|超过|了)?$/.test(before) ? quantity : null
}

const product = /[一1](台|辆|套|件|架|艘|列|只|部|个|吨|块|片|根|箱|瓶|户|单|笔|支|枚|颗)/

function takt(text: string, quantity: Quantity, sentence: Sentence): Quantity | null {
  if (!['分钟', '秒', '秒钟', '小时', '天'].includes(quantity.unit ?? '')) return null
  const match = product.exec(text.slice(quantity.end, Math.min(sentence.end, quantity.end + 60)))
  return match ? { ...quantity, unit: `${quantity.unit}/${match[1]}` } : null
}

function isTaktProduct(before: Quantity | undefined, quantity: Quantity, text: string): boolean {
  if (quantity.value !== 1 || before?.kind !== 'time' || !before.unit?.includes('/')) return false
  return !text.slice(before.end, Math.min(quantity.start, before.end + 60)).includes('。')
}

function isSilent(
  text: string,
  clause: Clause,
  sentence: Sentence,
  quantity: Quantity,
  previous: Quantity | null,
  index: number,
): boolean {
  return (
    isBackReference(text, quantity) ||
    closesPair(text, quantity) ||
    isBasis(text, quantity) ||
    isThreshold(text, clause, quantity, previous, index) ||
    isPolicyName(text, quantity) ||
    isSpecification(text, clause, quantity) ||
    isAward(text, clause, sentence, quantity) ||
    isCondition(text, clause, quantity)
  )
}

// 万元GDP能耗: a bare scale is only a basis unless it is reached (超百亿元) or bounds something (亿元以上).
function isBasis(text: string, { start, end, bare, kind }: Quantity): boolean {
  if (!bare || kind !== 'money') return false
  const reached = /([超破上近逾过达约]|投资|规模|总额)$/.test(text.slice(Math.max(0, start - 3), start))
  return !reached && !/^(级|以上|及以上|大关)/.test(text.slice(end, end + 3))
}

// 东、西两个片区: the number only closes the two names before it.
function closesPair(text: string, { start, value, hanzi }: Quantity): boolean {
  return hanzi && value === 2 && /[一-鿿][、和与][一-鿿]{1,8}$/.test(text.slice(Math.max(0, start - 12), start))
}

const referring = charTable('这些述前下每批该')

// 这20个项目, 上述6家, 每10万人: named before, or only a basis.
function isBackReference(text: string, { start, kind }: Quantity): boolean {
  if (kind === 'time' || !standsAt(referring, text, start - 1)) return false
  const before = text.slice(Math.max(0, start - 2), start)
  return /(这|这些|上述|前述|以下|每|首批|该)$/.test(before)
}

const markOpenings = charTable('（及以级')
const thresholdNoun = /^(的)?(?!、|，|。|；|和|及|与|$)[一-鿿]/

// A size that picks out the things counted: 百亿级项目1个, 10亿元以上项目10个, 17个项目总投资超1亿元, 50亿企业3家.
function isThreshold(
  text: string,
  clause: Clause,
  quantity: Quantity,
  previous: Quantity | null,
  index: number,
): boolean {
  if (quantity.kind !== 'money' && quantity.kind !== 'measure' && quantity.unit !== '人') return false
  const next = clause.quantities[index + 1]
  const counted =
    next && (next.kind === 'count' || next.unitImplied)
      ? text.slice(quantity.end, Math.min(next.start, quantity.end + 60))
      : null
  const countFollows = counted !== null && !/[、；]/.test(counted) && counted.length > 0
  const mark = standsAt(markOpenings, text, quantity.end)
    ? /^(（含）)?(及以上|以上|及以下|以下|级)/.exec(text.slice(quantity.end, quantity.end + 6))
    : null
  if (!countFollows && !mark) return countedBefore(text, quantity, previous)
  const rest = text.slice(quantity.end + (mark ? mark[0].length : 0), Math.min(clause.end, quantity.end + 20))
  if (
    countFollows &&
    /(超过|超|突破|不低于|达到?)$/.test(text.slice(Math.max(0, quantity.start - 3), quantity.start)) &&
    thresholdNoun.test(rest)
  ) {
    return true
  }
  if (mark && countFollows) return true
  if (mark && quantity.kind === 'money' && mark[2] !== '级' && thresholdNoun.test(rest)) return true
  if ((quantity.unitImplied || quantity.bare) && countFollows) return true
  return countedBefore(text, quantity, previous)
}

// 191家企业营业收入超百亿元 counts 191; 迈上4个万亿元台阶 counts 4.
function countedBefore(text: string, quantity: Quantity, previous: Quantity | null): boolean {
  if (previous?.kind !== 'count' || quantity.kind !== 'money') return false
  const between = text.slice(Math.max(previous.end, quantity.start - 60), quantity.start)
  if (between === '') return quantity.bare
  return (
    !/[、；]/.test(between) &&
    /(超过|超|突破|过|逾|不低于|达到|不少于)$/.test(between) &&
    (!/达到$/.test(between) || text.startsWith('以上', quantity.end))
  )
}

// 人才新政20条: the number of its clauses is the name of a policy.
function isPolicyName(text: string, { start, unit }: Quantity): boolean {
  if (unit !== '条') return false
  return /(新政|政策|意见|规定|办法|条例|准则|若干)$/.test(text.slice(Math.max(0, start - 4), start))
}

const sets = sign('组')
const producing = charTable('产理工供宰栏约近超')

// 500千伏线路, 30万千瓦机组, 年产5万吨饲料项目: sizes inside the name of a thing.
function isSpecification(text: string, clause: Clause, quantity: Quantity): boolean {
  if (quantity.unit?.includes('伏')) return true
  const produced = standsAt(producing, text, quantity.start - 1)
  if (!produced && (clause.signs & sets) === 0) return false
  const rest = text.slice(quantity.end, Math.min(clause.end, quantity.end + 24))
  if (/^(超临界|燃气|燃煤)?[一-鿿]{0,4}机组/.test(rest)) return true
  const before = text.slice(Math.max(0, quantity.start - 5), quantity.start)
  return (
    produced &&
    /(年产|日产|日处理|年处理|年加工|日供|年屠宰|年出栏)(约|近|超)?$/.test(before) &&
    /^[^，。；]{0,20}?(项目|生产线|工程|技改|机组)/.test(rest)
  )
}

const conditional = charTable('并要且对针凡')

// 对产值下降超过10%的企业: who is meant, not what is reached.
function isCondition(text: string, { start, end }: Clause, quantity: Quantity): boolean {
  if (!standsAt(conditional, text, start)) return false
  const before = text.slice(start, Math.min(quantity.start, start + 30))
  if (!/^(并|要|且)?(对|针对|凡)(?!标|口|接|外|比|应|照|于)/.test(before) || /[，的]$/.test(before)) return false
  return /^(（含）)?(以上|以下|以内|左右)?(（含）)?的/.test(text.slice(quantity.end, Math.min(end, quantity.end + 8)))
}

// 最高奖励, 奖励, 补助, 资助, 给予.
const awards = sign('奖补资予高')

// 给予最高50万元奖励, 按投入的8%给予补助: the scales and conditions of a support policy, not figures of the zone.
function isAward(text: string, clause: Clause, sentence: Sentence, { kind }: Quantity): boolean {
  if ((kind !== 'money' && kind !== 'percent') || (sentence.signs & awards) === 0) return false
  const words = text.slice(clause.start, Math.min(clause.end, clause.start + 200))
  if (/发放|兑现|拨付|累计|到位|已/.test(words)) return false
  return (
    /最高(奖励|补助|补贴|资助|不超过)|(奖励|补助|补贴|资助)(资金)?\d/.test(words) || isPolicySentence(text, sentence)
  )
}

const given = sign('予')

/** True for a clause of a support policy: who meets the conditions is given so much (对…给予…奖励). */
export function isPolicySentence(text: string, sentence: Sentence): boolean {
  if ((sentence.signs & given) === 0) return false
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300))
  return /(给予|予以)[^，。；]{0,24}(奖励|补助|补贴|资助|支持|扶持|奖补|贴息)/.test(words) && !/已|累计/.test(words)
}
