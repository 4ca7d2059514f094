// Rosters: three or more names presented as a set. 分别是：甲村、乙村、丙村 · 甲、乙、丙三家企业 · 张三、李四、王五等参加会议.
// 甲、乙等瞪羚企业 is only an example and no roster.

import type { Span } from '#base/span.ts'
import type { Sentence } from '#reading/clauses.ts'
import { attending, marker, surnames, winning } from '#reading/lexicons/roster-words.ts'
import type { Quantity } from '#reading/quantities.ts'
import { charTable, sign, standsAt } from '#reading/signs.ts'

export interface Roster extends Span {
  count: Quantity | null
  members: { group: string | null; names: string[] }[]
  reason: string
}

const comma = sign('、')
const markerEnds = charTable('是为下')
const joined = /[、，,]/

/** The rosters of a sentence. */
export function rostersOf(text: string, sentence: Sentence): Roster[] {
  const listed = listedRoster(text, sentence)
  return listed ? [listed] : [...countedRosters(text, sentence), ...attendants(text, sentence)]
}

// …上榜12个,分别是:柳泉镇北村村,三堡街道潘楼村…
function listedRoster(text: string, sentence: Sentence): Roster | null {
  for (let index = 0; index < sentence.clauses.length; index++) {
    const clause = sentence.clauses[index]!
    if (!standsAt(markerEnds, text, clause.end - 1)) continue
    const found = marker.exec(text.slice(Math.max(clause.start, clause.end - 8), clause.end))
    const start = sentence.clauses[index + 1]?.start
    if (!found || start === undefined) continue
    const end = listEnd(sentence, index + 1)
    const names = text.slice(start, end).replace(/等$/, '').split(joined)
    if (names.length < 3 || names.some((name) => !isName(name))) return null
    return { start, end, count: countBefore(sentence, index), members: grouped(names), reason: 'listed' }
  }
  return null
}

function listEnd(sentence: Sentence, from: number): number {
  const last = sentence.clauses.slice(from).find((clause) => '；;'.includes(clause.pause))
  return last ? last.end : sentence.end
}

function isName(name: string): boolean {
  return name.length >= 2 && name.length <= 30 && !/\d|[达为增超]$|完成|实现|推进/.test(name)
}

function countBefore(sentence: Sentence, index: number): Quantity | null {
  for (let at = index; at >= Math.max(0, index - 1); at--) {
    const count = sentence.clauses[at]!.quantities.findLast((quantity) => quantity.kind === 'count')
    if (count) return count
  }
  return null
}

// 棠张镇沙庄村,新庄村: a name that begins with a town opens a group; the names after 、 without a town belong to it.
function grouped(names: string[]): Roster['members'] {
  const groups: Roster['members'] = []
  const towns = names.filter((name) => townOf(name)).length
  for (const name of names) {
    const town = towns >= 2 ? townOf(name) : null
    const last = groups.at(-1)
    if (town) groups.push({ group: town, names: [name.slice(town.length)] })
    else if (last) last.names.push(name)
    else groups.push({ group: null, names: [name] })
  }
  return groups
}

function townOf(name: string): string | null {
  const town = /^[一-鿿]{1,6}?(?:街道|镇|乡|苏木|开发区)(?=[一-鿿]{2})/.exec(name)
  return town ? town[0] : null
}

// 组织先导电科、中科宝溢、致能半导体三家企业申报: as many names before the count as it says.
function countedRosters(text: string, sentence: Sentence): Roster[] {
  if ((sentence.signs & comma) === 0) return []
  const rosters: Roster[] = []
  for (const clause of sentence.clauses) {
    for (const quantity of clause.quantities) {
      if (
        quantity.kind !== 'count' ||
        quantity.value < 3 ||
        quantity.value > 40 ||
        quantity.more ||
        quantity.unitImplied
      )
        continue
      const from = Math.max(clause.start, quantity.start - quantity.value * 24)
      const names = text.slice(from, quantity.start).split('、')
      if (names.length < quantity.value || /[等和及]$/.test(names.at(-1)!)) continue
      const roster = closedBy(text, clause.start, from, quantity, names.slice(-quantity.value), clause.end)
      if (roster && sentence.clauses.length > 0)
        rosters.push({ ...roster, start: afterCue(text, clause.cues, roster.start, quantity.start) })
    }
  }
  return rosters.map((roster) => ({ ...roster, members: [{ group: null, names: namesIn(text, roster) }] }))
}

function closedBy(
  text: string,
  start: number,
  from: number,
  quantity: Quantity,
  names: string[],
  limit: number,
): Roster | null {
  const length = names.reduce((sum, name) => sum + name.length + 1, -1)
  const begin = quantity.start - length
  const before = text.slice(from, begin)
  if (before.endsWith('、') || names.some((name) => name.length < 2 || name.length > 20 || /\d/.test(name))) return null
  const noun =
    /^[一-鿿]{0,8}?(企业|公司|单位|项目|村|镇|街道|乡镇|学校|高校|医院|部门|产业|园区|平台|机构|城市|县|区|人|同志)/.exec(
      text.slice(quantity.end, Math.min(limit, quantity.end + 12)),
    )
  const end = noun ? quantity.end + noun[0].length : quantity.end
  return { start: Math.max(start, begin), end, count: quantity, members: [], reason: 'closed-by-count' }
}

// The first name may carry the verb of the clause: 组织|先导电科.
function afterCue(text: string, cues: { start: number; end: number }[], start: number, limit: number): number {
  const cue = cues.findLast((hit) => hit.start >= start && hit.end < limit && hit.end - start <= 8)
  const from = cue ? cue.end : start
  const first = text.slice(from, limit).split('、')[0]!
  return from + first.lastIndexOf('的') + 1
}

function namesIn(text: string, roster: Roster): string[] {
  return text.slice(roster.start, roster.count!.start).split('、')
}

// 出席：张三、李四、王五 and 张三、李四、王五等参加会议: three or more persons in a row before a verb of attending.
function attendants(text: string, sentence: Sentence): Roster[] {
  if ((sentence.signs & comma) === 0) return []
  return sentence.clauses.flatMap((clause, index) => {
    if ((clause.signs & comma) === 0) return []
    const before = sentence.clauses[index - 1]
    if (before && '：:'.includes(before.pause) && attending.test(text.slice(before.start, before.end)))
      return namedAfterColon(text, clause)
    const verb = text
      .slice(clause.start, Math.min(clause.end, clause.start + 200))
      .search(/(等)?(同志)?(分别)?(出席|参加|列席|陪同|签字|获奖|当选|荣获|获评)/)
    const from = verb > 0 ? clause.start + titleLength(text.slice(clause.start, clause.start + verb)) : clause.start
    const names = verb > 0 ? text.slice(from, clause.start + verb).split('、') : []
    if (
      names.length >= 3 &&
      winning.test(text.slice(clause.start + verb, clause.start + verb + 8)) &&
      names.every(isShortName)
    ) {
      return [
        { start: from, end: clause.start + verb, count: null, members: [{ group: null, names }], reason: 'winners' },
      ]
    }
    if (names.length < 3 || !names.every(isPerson)) return []
    const end = clause.start + verb + (text[clause.start + verb] === '等' ? 1 : 0)
    return [{ start: from, end, count: null, members: [{ group: null, names }], reason: 'attendants' }]
  })
}

function isShortName(name: string): boolean {
  return name.length >= 2 && name.length <= 14 && !/[\d的了是]|(推进|加快|建设|完成|实现|支持)/.test(name)
}

// 管委会副主任李卫东、王丽、赵刚: the office before the first name is no part of it.
function titleLength(words: string): number {
  const office =
    /^[^、]*(主任|书记|局长|部长|领导|委员|经理|同志|区长|县长|市长|镇长|主席|院长|校长|董事长|总裁|代表|嘉宾)/.exec(
      words,
    )
  return office ? office[0].length : 0
}

function namedAfterColon(text: string, { start, end }: Span): Roster[] {
  const names = text
    .slice(start, Math.min(end, start + 400))
    .replace(/等$/, '')
    .split('、')
  const isList = names.length >= 3 && names.every(isPerson)
  return isList ? [{ start, end, count: null, members: [{ group: null, names }], reason: 'attendants' }] : []
}

function isPerson(name: string): boolean {
  return name.length >= 2 && name.length <= 3 && surnames.has(name[0]!)
}
