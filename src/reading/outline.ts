// The outline: which blocks are headings, and whether a section looks back or lays down what is to be done.
import { type Day, parseDay } from '#base/period.ts'
import type { Block } from '#reading/clean.ts'
import type { DateMention } from '#reading/dates.ts'
import { readDate } from '#reading/dates.ts'

/** `plan`: a section or document of things to do; `past`: one of things done or standing; null: neither says so. */
export type Mode = 'plan' | 'past' | null

export interface Heading {
  /** 1 for 一、, 2 for （一）, 3 for 1., 0 for a headline without number. */
  level: number
  /** Length of the heading at the start of the block; the rest of the block is running text (（一）总则。正文…). */
  length: number
}

const numbered: [RegExp, number][] = [
  [/^第[一二三四五六七八九十]{1,3}[章节部编]/, 1],
  [/^[一二三四五六七八九十]{1,3}、/, 1],
  [/^[（(][一二三四五六七八九十]{1,3}[)）]/, 2],
  [/^\d{1,2}[.．、](?!\d)/, 3],
  [/^[（(]\d{1,2}[)）]/, 4],
]
const planWords =
  /重点工作|工作重点|工作安排|主要任务|重点任务|目标任务|主要目标|发展目标|工作目标|预期目标|下一步|下步|今后|工作计划|工作思路|工作打算|打算|工作部署|总体要求|任务分解|时序进度|保障措施|工作要点|工作要求|行动计划|实施方案|工作方案|规划|安排意见|任务清单|责任清单|工作措施/
const pastWords =
  /回顾|完成情况|总结|(主要|取得|工作)(的)?(成绩|成效|成果)|(成绩|成效|亮点)(显著|明显)?$|概况|简介|现状|发展基础|基础条件|工作基础|情况|存在(的)?(主要|突出)?问题|介绍|公报/

/** The heading a block is or begins with, or null. A headline has no final mark and no pause worth reading. */
export function headingOf(block: Block): Heading | null {
  const head = block.text.slice(0, 60)
  if (head.includes('\t')) return null
  const mark = numbered.find(([pattern]) => pattern.test(head))
  if (mark) return { level: mark[1], length: runInLength(block.text, head, mark[1]) }
  return block.text.length <= 45 && !/[。；;！]/.test(head) ? { level: 0, length: block.text.length } : null
}

// （一）总则。正文…: the heading ends at its full stop. An item that is one sentence (7.建立包保制度，…。) is text, no heading.
function runInLength(text: string, head: string, level: number): number {
  const stop = head.search(/[。；;！]/)
  if (stop < 0) return text.length <= 60 ? text.length : 0
  const alone = stop === text.length - 1
  return alone || (level > 2 && /[，,]/.test(head.slice(0, stop))) ? 0 : stop
}

/** Length of the number a block begins with (（一）, 3., ——); 0 when it has none. */
export function enumeratorLength(text: string): number {
  const head = text.slice(0, 12)
  for (const [pattern] of numbered) {
    const match = pattern.exec(head)
    if (match) return match[0].length
  }
  return head.startsWith('——') ? 2 : 0
}

/** What a heading says of its section; the later word wins where both kinds stand (2024年总结及2025年工作计划 is open). */
export function modeOf(heading: string): Mode {
  if (/^[^，]{0,6}(研究|审议|听取|传达|讨论)/.test(heading)) return null
  const plan = planWords.test(heading)
  const past = pastWords.test(heading.replace(/情况(下|的)/, ''))
  return plan === past ? null : plan ? 'plan' : 'past'
}

/** The first date of a heading that names a period (三、2026年重点工作), or null. */
export function headingPeriod(heading: string, today: Day | null): DateMention | null {
  for (let at = 0; at < heading.length; at++) {
    const date = readDate(heading, at, today)
    if (date && date.grain !== 'day' && date.grain !== 'edge') return date
    if (date) at = date.end - 1
  }
  return null
}

const tableWords = new Set(
  '工作任务 任务分解 重点任务 牵头单位 责任单位 配合单位 完成时限 时序进度 任务分解/时序进度 考核要点 责任领导 工作目标 具体措施 目标任务 责任部门 完成时间 时间节点 工作内容 序号'.split(
    ' ',
  ),
)

/** True when short blocks carry the column heads of a task table (工作任务, 责任单位, 完成时限 …): its rows are things to do. */
export function isTaskTable(blocks: Block[]): boolean {
  let heads = 0
  for (const { text } of blocks) {
    if (text.length > 40) continue
    for (const cell of text.split('\t')) if (tableWords.has(cell)) heads++
    if (heads >= 2) return true
  }
  return false
}

const planTitle =
  /(计划|方案|要点|规划|安排|任务分解|目标责任|清单|任务书|意见|措施|办法|行动|实事|实事项目|重点任务|目标任务)(的通知|表|书)?(（[^）]*）)?$/
const carryOut = /请[^。]{0,16}(贯彻|组织实施|遵照|执行|抓好落实)/

/** The mode of a whole document: a task table, a plan by its title, or a notice to be carried out (请认真组织实施). */
export function documentMode(blocks: Block[]): Mode {
  if (isTaskTable(blocks)) return 'plan'
  for (const block of blocks.slice(0, 12)) {
    if (carryOut.test(block.text.slice(0, 200))) return 'plan'
    const heading = headingOf(block)
    if (heading && heading.level > 0) return null
    if (heading && planTitle.test(block.text)) return 'plan'
  }
  return null
}

const dateline = /(?:发布时间|发布日期|时间|日期|来源)[：:]?/

/** The date a text gives itself: exactly one full date among its short lines (发布时间：2011-03-29), else null. */
export function statedDate(blocks: Block[]): Day | null {
  const found = new Set<string>()
  for (const { text } of blocks) {
    if (text.length > 40) continue
    const at = text.search(/\d{4}[-年/.]/)
    const date = at < 0 ? null : readDate(text, at, null)
    if (date?.grain === 'day' && date.period && (dateline.test(text) || date.end - date.start >= text.length - 4))
      found.add(date.period.from)
  }
  return found.size === 1 ? parseDay([...found][0]!) : null
}
