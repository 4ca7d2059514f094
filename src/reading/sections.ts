// Sections: what headings and opening sentences hand on to the blocks below them: mode (plan or past) and period.
import { type Day, earliest } from '#base/period.ts'
import type { Span } from '#base/span.ts'
import type { Sentence } from '#reading/clauses.ts'
import type { Block } from '#reading/clean.ts'
import { type Frame, frameOf } from '#reading/frames.ts'
import type { Grade } from '#reading/grades.ts'
import { type Heading, headingPeriod, isVision, type Mode, modeOf } from '#reading/outline.ts'
import type { Body } from '#reading/owners.ts'

/** What a paragraph or sentence inherits. Spans point into the same block or are null. */
export interface Carried {
  frame: Frame | null
  /** The frame stands in this block; else it came from a heading or an earlier paragraph. */
  local: boolean
  owner: { name: string; span: Span; bodies: readonly Body[] } | null
  /** Who helps with what the sentence orders. */
  helpers: readonly Body[]
  grade: Grade | null
  /** An earlier sentence of the paragraph said 要: what is planned in it is demanded. */
  demanded: boolean
  /** An earlier sentence of the paragraph gave orders, in a section of things to do: its orders run on. */
  ordered: boolean
}

export interface Section {
  mode: Mode
  table: boolean
  frame: Frame | null
  /** A paragraph that opened with a period (刚刚过去的2025年，…) rules the —— items below it. */
  running: Frame | null
  documentMode: Mode
  /** The period the title names (2025年工作要点); sections without one of their own fall back to it. */
  documentFrame: Frame | null
}

export function startSection(mode: Mode, table: boolean): Section {
  return { mode, table, frame: null, running: null, documentMode: mode, documentFrame: null }
}

/** The section a block stands in; a heading of the first level opens a new one, deeper ones only refine it. */
export function sectionAt(section: Section, block: Block, found: Heading | null, today: Day | null): Section {
  const heading = section.table && found?.level === 0 && !/\d年/.test(block.text.slice(0, 12)) ? null : found
  if (!heading) return block.text.startsWith('——') ? section : stopped(section)
  const words = block.text
    .slice(0, Math.min(heading.length || 60, 60))
    .replace(/[（(](责任|牵头|完成|配合|主办|承办).*/, '')
  if (heading.level === 0 && !/[一二三四五六七八九十\d]/.test(words) && !modeOf(words)) return stopped(section)
  const date = headingPeriod(words, today)
  const frame = date && frameOf(words, date, today)
  const mode = modeOf(words)
  if (heading.level === 1)
    return { ...section, mode: mode ?? section.documentMode, frame: frame ?? section.documentFrame, running: null }
  if (heading.level === 0) return titled(section, date && mode ? frame : null, mode)
  return { ...section, mode: mode ?? section.mode, frame: frame ?? section.frame, running: null }
}

function stopped(section: Section): Section {
  return section.running === null ? section : { ...section, running: null }
}

// A headline with a period and a mode opens a part; the first one is the title of the document.
function titled(section: Section, frame: Frame | null, mode: Mode): Section {
  if (!frame) return stopped(section)
  return {
    ...section,
    mode,
    frame,
    running: null,
    documentFrame: section.documentFrame ?? frame,
    documentMode: section.documentMode ?? mode,
  }
}

/** The one year that bare dates of a section mean, when its heading names one year. */
export function rulingYear(section: Section): number | undefined {
  const period = section.frame?.period
  const year = period && Number(period.from.slice(0, 4))
  return period && year === Number(period.to.slice(0, 4)) ? year : undefined
}

/**
 * What a paragraph starts with, and the section as it stands after its opening.
 * The first sentence may set the time of the whole paragraph: 2020年，… · “十五五”时期的主要目标是：…
 */
export function openParagraph(
  section: Section,
  block: Block,
  first: Sentence | undefined,
  today: Day | null,
): { section: Section; carried: Carried } {
  const opening = openingFrame(block.text, first, today)
  const running = opening && !block.text.startsWith('——') ? (opening.rules ? opening.frame : null) : section.running
  const frame = opening?.frame ?? section.running ?? section.frame
  return {
    section: section.running === running ? section : { ...section, running },
    carried: { frame, local: opening !== null, owner: null, helpers: [], grade: null, demanded: false, ordered: false },
  }
}

// 到2030年，…。…: a last day still to come rules the paragraph it opens.
function isAhead({ period }: Frame, today: Day | null): boolean {
  return today === null || period.to >= earliest(today)
}

function openingFrame(
  text: string,
  first: Sentence | undefined,
  today: Day | null,
): { frame: Frame; rules: boolean } | null {
  const clauses = first?.clauses ?? []
  for (let index = 0; index < 2 && index < clauses.length; index++) {
    const clause = clauses[index]!
    const date = clause.dates[0]
    if (!date || date.start - clause.start > 5 || isVision(text, date.end)) continue
    const frame = frameOf(text, date, today)
    const alone = date.end >= clause.end - 2
    if (frame && (frame.role === 'span' || (frame.role === 'limit' && isAhead(frame, today))) && (alone || index === 0))
      return { frame, rules: alone }
  }
  return null
}
