// The outline: which blocks are headings, and whether a section looks back or lays down what is to be done.

import { type Day, parseDay } from '#base/period.ts'
import type { Block } from '#reading/clean.ts'
import type { DateMention } from '#reading/dates.ts'
import { readDate } from '#reading/dates.ts'
import {
  carryOut,
  dateline,
  numbered,
  pastWords,
  planTitle,
  planWords,
  tableWords,
} from '#reading/lexicons/outline-words.ts'
import { charTable, standsAt } from '#reading/signs.ts'

/** `plan`: a section or document of things to do; `past`: one of things done or standing; null: neither says so. */
export type Mode = 'plan' | 'past' | null

export interface Heading {
  /** 1 for 一、, 2 for （一）, 3 for 1., 0 for a headline without number. */
  level: number
  /** Length of the heading at the start of the block; the rest of the block is running text (（一）总则。正文…). */
  length: number
}

// What a number of a heading begins with; nearly all blocks begin otherwise.
const numbers = charTable('第一二三四五六七八九十（(0123456789')
const finalMark = /[。；;！]/

/** The heading a block is or begins with, or null. A headline has no final mark and no pause worth reading. */
export function headingOf(block: Block): Heading | null {
  const numbersFirst = standsAt(numbers, block.text, 0)
  if (!numbersFirst && block.text.length > 45) return null
  const head = block.text.slice(0, 60)
  if (head.includes('\t')) return null
  const mark = numbersFirst && numbered.find(([pattern]) => pattern.test(head))
  if (mark) return { level: mark[1], length: runInLength(block.text, head, mark[1]) }
  return block.text.length <= 45 && !finalMark.test(head) ? { level: 0, length: block.text.length } : null
}

const calls = /^[^，,]{4,40}(?:要|应|须)(?![求素点用对急])[^，,]{2,}[，,]/

// （一）总则。正文…: the heading ends at its full stop. An item that is one sentence (7.建立包保制度，…。) is text, no heading.
function runInLength(text: string, head: string, level: number): number {
  const stop = head.search(finalMark)
  if (stop < 0) return text.length <= 60 ? text.length : 0
  const alone = stop === text.length - 1
  // 三、应急中心要建立台账，实行周调度。…: whom it calls on makes a sentence of it.
  if (calls.test(head.slice(0, stop))) return 0
  return alone || (level > 2 && /[，,]/.test(head.slice(0, stop))) ? 0 : stop
}

/** Length of the number a block begins with (（一）, 3., ——); 0 when it has none. */
export function enumeratorLength(text: string): number {
  if (text.startsWith('——')) return 2
  if (text.charCodeAt(0) === 0x3010) return /^【[^】]{2,9}】/.exec(text.slice(0, 12))?.[0].length ?? 0
  if (!standsAt(numbers, text, 0)) return 0
  const head = text.slice(0, 12)
  for (const [pattern] of numbered) {
    const match = pattern.exec(head)
    if (match) return match[0].length
  }
  return 0
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
    if (date && date.grain !== 'day' && date.grain !== 'edge' && !isVision(heading, date.end)) return date
    if (date) at = date.end - 1
  }
  return null
}

/** 二〇三五年远景目标 is a goal's name: its year rules nothing. */
export function isVision(text: string, end: number): boolean {
  return /^(远景|愿景|远期)/.test(text.slice(end, end + 2))
}

const opensYear = /(?:^|。)(\d{4})年[，,]/g

/** The one year whose figures an undated text tells (2011年，…。全年…): what its bare 全年 and 年末 mean; null when none or several. */
export function toldYear(blocks: Block[]): number | null {
  const found = new Set<string>()
  for (const { text } of blocks) for (const match of text.matchAll(opensYear)) found.add(match[1]!)
  return found.size === 1 ? Number([...found][0]) : null
}

const longestTableWord = Math.max(...[...tableWords].map((word) => word.length))

/** True when short blocks carry the column heads of a task table (工作任务, 责任单位, 完成时限 …): its rows are things to do. */
export function isTaskTable(blocks: Block[]): boolean {
  let heads = 0
  for (const { text } of blocks) {
    if (text.length > 40) continue
    if (text.includes('\t')) for (const cell of text.split('\t')) heads += tableWords.has(cell) ? 1 : 0
    else if (text.length <= longestTableWord && tableWords.has(text)) heads++
    if (heads >= 2) return true
  }
  return false
}

/** The mode of a whole document: a task table, a plan by its title, or a notice to be carried out (请认真组织实施). */
export function documentMode(blocks: Block[], isTable: boolean): Mode {
  if (isTable) return 'plan'
  for (const block of blocks.slice(0, 12)) {
    if (carryOut.test(block.text.slice(0, 200))) return 'plan'
    const heading = headingOf(block)
    if (heading && heading.level > 0) return null
    if (heading && planTitle.test(block.text)) return 'plan'
  }
  return null
}

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
