// Who and by when, where an item says so in brackets or a table row in its cells:
// …开工率不低于60%。（责任单位：县工信局；完成时限：12月底） · 新建农村公路60公里⇥交通局⇥9月底
import type { Day } from '#base/period.ts'
import type { Span } from '#base/span.ts'
import { readDate } from '#reading/dates.ts'
import { type Draft, implied } from '#reading/draft.ts'
import { asOwners, type Body, bodiesIn, giveOwners, namesIn } from '#reading/owners.ts'
import { charTable, standsAt } from '#reading/signs.ts'
import { isBodyName } from '#reading/subjects.ts'

interface Duty {
  owner: (Span & { name: string }) | null
  bodies: Body[]
  due: (Span & { day: string }) | null
  /** Said by the cells of a row: its last day stands for the period of the title. */
  cells?: boolean
}

const labelled = /(?:责任单位|牵头单位|责任部门|牵头部门)[：:]([^；;，）)]{2,60})/
const led = /责任领导[：:]([^；;，）)]{2,60})/
const trailing = /(?<=[。；;])(?:牵头单位|牵头部门|责任单位|责任部门)[：:]([^；;，。（）()]{2,60})/g
const leading = /^([^，；：、]{2,20}?)(?:牵头|负责)/
/** Only this much of the end of an item is searched for its bracket. */
const tailLength = 160

/** Fills owner and deadline of the drafts of one block from its closing bracket or its cells, where they are absent. */
export function fillDuties(text: string, drafts: Draft[], today: Day | null): Draft[] {
  if (drafts.length === 0) return drafts
  if (text.includes('单位：') || text.includes('部门：') || text.includes(':')) fillTrailing(text, drafts)
  const duty = text.includes('\t') ? dutyOfCells(text, today) : dutyOfBracket(text, today)
  if (!duty.owner && !duty.due) return drafts
  return drafts.filter((draft) => !isCell(text, draft, duty)).map((draft) => filled(draft, duty))
}

// …不少于10个。牵头单位：招商局；配合单位：…。 The leading body answers for all that stands before it, back to the last label.
// Each draft is looked at for one label only, however many stand in one paragraph.
function fillTrailing(text: string, drafts: Draft[]): void {
  if (!text.includes('单位') && !text.includes('部门')) return
  const placed = drafts.toSorted((a, b) => a.start - b.start)
  let next = 0
  let from = 0
  for (const match of text.matchAll(trailing)) {
    const start = match.index + match[0].length - match[1]!.length
    if (match.index < from) continue
    const owner = { start, end: start + match[1]!.length }
    const owners = asOwners(
      bodiesIn(text, { start: match.index, end: sentenceEnd(text, owner.end) }),
      'implied',
      'label',
    )
    for (; next < placed.length && placed[next]!.start < match.index; next++) {
      const draft = placed[next]!
      if (draft.kind === 'fact' || draft.start < from || draft.end > match.index) continue
      giveOwners(draft, owners)
      if (draft.parts.owner?.certainty === 'stated') continue
      draft.owner = match[1]!
      draft.parts.owner = implied(owner, 'responsible-unit')
    }
    from = owner.end
  }
}

// The labels that follow one another up to the full stop.
function sentenceEnd(text: string, from: number): number {
  const end = text.slice(from, from + tailLength).search(/[。（()]/)
  return end < 0 ? Math.min(text.length, from + tailLength) : from + end
}

const closing = charTable('）)')
const nobody: Duty = { owner: null, bodies: [], due: null }

function dutyOfBracket(text: string, today: Day | null): Duty {
  if (!standsAt(closing, text, text.length - 1) && !standsAt(closing, text, text.length - 2)) return nobody
  const from = Math.max(0, text.length - tailLength)
  const bracket = /[（(]([^（(]*)[)）][。；;]?$/.exec(text.slice(from))
  if (!bracket) return nobody
  const start = from + bracket.index + 1
  const owner = labelled.exec(bracket[1]!) ?? led.exec(bracket[1]!) ?? leading.exec(bracket[1]!)
  const at = owner ? start + owner.index + owner[0].indexOf(owner[1]!) : 0
  return {
    owner: owner && named(at, owner[1]!),
    bodies: owner ? bodiesIn(text, { start, end: start + bracket[1]!.length }) : [],
    due: owner && dueWithin(text, start, start + bracket[1]!.length, today),
  }
}

// 完成时限：12月底 or 11月底前完成, anywhere in the bracket.
function dueWithin(text: string, start: number, end: number, today: Day | null): Duty['due'] {
  for (let at = start; at < end; at++) {
    const date = readDate(text, at, today)
    if (date?.period) return { start: at, end: date.end, day: date.period.to }
  }
  return null
}

function dutyOfCells(text: string, today: Day | null): Duty {
  const duty: Duty = { owner: null, bodies: [], due: null, cells: true }
  let start = 0
  for (const cell of text.slice(0, 2000).split('\t')) {
    if (isBodyName(cell) && !duty.owner) {
      duty.owner = named(start, cell)
      duty.bodies = namesIn(text, duty.owner, 'responsible')
    }
    duty.due ??= dueOf(text, start, start + cell.length, today)
    start += cell.length + 1
  }
  return duty
}

function named(start: number, name: string): Span & { name: string } {
  return { start, end: start + name.length, name }
}

// A cell or bracket that is nothing but a date: 12月底, 2025年6月, 年底前.
function dueOf(text: string, start: number, end: number, today: Day | null): Duty['due'] {
  const date = readDate(text, start, today)
  return date?.period && end - date.end <= 1 && date.end <= end ? { start, end, day: date.period.to } : null
}

const ongoing = new Set(['持续推进', '长期坚持', '常态推进', '长期推进'])

// The cell itself is no statement: 6月底, 持续推进.
function isCell(text: string, draft: Draft, { owner, due, cells }: Duty): boolean {
  if (ongoing.has(text.slice(draft.start, draft.end))) return true
  if (cells && isBodyName(text.slice(draft.start, draft.end))) return true
  return [owner, due].some((part) => part && draft.start >= part.start && draft.end <= part.end)
}

function filled(draft: Draft, duty: Duty): Draft {
  const { owner, due } = duty
  const next = { ...draft, parts: { ...draft.parts } }
  giveOwners(next, asOwners(duty.bodies, 'implied', duty.cells ? 'cell' : 'bracket'))
  if (owner && draft.parts.owner?.certainty !== 'stated') {
    next.owner = owner.name
    next.parts.owner = implied(owner, 'responsible-unit')
  }
  if (due && draft.kind !== 'fact' && draft.kind !== 'roster' && draft.parts.deadline?.certainty !== 'stated') {
    next.deadline = due.day
    next.parts.deadline = implied(due, 'time-limit')
    if (duty.cells && draft.parts.period?.certainty === 'implied') {
      next.period = null
      delete next.parts.period
    }
  }
  return next
}
