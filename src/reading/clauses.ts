// Sentences and comma clauses of a clean block, each with the cues, quantities and dates that stand in it.
import type { DateMention, Reference } from '#reading/dates.ts'
import { type Hit, matchAt } from '#reading/lexicon.ts'
import { type Cue, cueBits, cues } from '#reading/lexicons/cues.ts'
import { type Mentions, readMentions } from '#reading/mentions.ts'
import { isDigit } from '#reading/numerals.ts'
import { enumeratorLength } from '#reading/outline.ts'
import type { Quantity } from '#reading/quantities.ts'
import { signsIn, signsOfCode } from '#reading/signs.ts'

/** A stretch between two pauses. Offsets are those of the clean block text; `pause` is the mark that ends it. */
export interface Clause {
  start: number
  end: number
  pause: string
  /** The signs of its characters (signs.ts) and the bits of its cues (cueBits): most rules look at no more than these. */
  signs: number
  tags: number
  cues: Hit<Cue>[]
  quantities: Quantity[]
  dates: DateMention[]
}

export interface Sentence {
  start: number
  end: number
  /** The signs of all its clauses. */
  signs: number
  clauses: Clause[]
}

/** True when a cue of one of the tags stands in the clause: cueBits.must | cueBits.plan. */
export function hasCue(clause: Clause, tags: number): boolean {
  return (clause.tags & tags) !== 0
}

// What a character does to a sentence: 1 ends it, 2 pauses, 3 opens a bracket.
const roles = new Uint8Array(65536)
for (const char of '。！？!?\t') roles[char.charCodeAt(0)] = 1
for (const char of '，,；;：:') roles[char.charCodeAt(0)] = 2
const pauseOf: Record<number, string> = {}
for (const char of '。！？!?\t，,；;：:') pauseOf[char.charCodeAt(0)] = char
for (const char of '（(〔') roles[char.charCodeAt(0)] = 3
/** Nothing longer is a clause or a sentence: beyond these it is cut, so that the work per character stays bounded. */
const longestClause = 400
const mostClauses = 200
const closers: Record<string, string> = { '（': '）', '(': ')', '〔': '〕' }

/**
 * Cuts a block text into sentences of clauses, one after the other, so that a document on one line need not be held in pieces
 * all at once. A bracket of up to 60 characters is never cut. Linear.
 */
export function* sentencesOf(text: string, today: Reference | null): Generator<Sentence, undefined> {
  const filling = startFilling(text, today)
  let clauses: Clause[] = []
  let start = enumeratorLength(text)
  let signs = 0
  let all = 0
  for (let at = start; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x3002
    const role = roles[code]!
    if (role === 0 && at - start <= longestClause) {
      signs |= signsOfCode(code)
      continue
    }
    const ends = role === 1
    if (role === 3) {
      const close = bracketEnd(text, at, closers[text[at]!]!)
      signs |= signsIn(text, at, close + 1)
      at = close
    }
    if (!ends && !(role === 2 && isPause(text, at)) && !isOverlong(text, start, at)) {
      signs |= signsOfCode(code)
      continue
    }
    if (at > start) {
      const pause = pauseOf[code] ?? text[at] ?? '。'
      clauses.push({ start, end: at, pause, signs, tags: 0, cues: none, quantities: none, dates: none })
      all |= signs
    }
    start = at + 1
    signs = 0
    if ((ends || clauses.length >= mostClauses) && clauses.length > 0) {
      yield fill(filling, { start: clauses[0]!.start, end: at, signs: all, clauses })
      clauses = []
      all = 0
    }
  }
  return undefined
}

function isOverlong(text: string, start: number, at: number): boolean {
  return at - start > longestClause && !isDigit(text.charCodeAt(at))
}

function bracketEnd(text: string, at: number, mark: string): number {
  for (let end = at + 1; end < text.length && end - at < 60; end++) {
    if (text[end] === mark) return end
    if (text[end]! in closers) return at
  }
  return at
}

// 12,500 and 9:30 are one number.
function isPause(text: string, at: number): boolean {
  const inNumber = isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  return !inNumber || text[at] === '，' || text[at] === '；' || text[at] === '：'
}

/** How far a block text is read for mentions and cues, and the mentions that no clause has taken yet. */
interface Filling {
  text: string
  today: Reference | null
  read: number
  cue: number
  mentions: Mentions
}

function startFilling(text: string, today: Reference | null): Filling {
  return { text, today, read: 0, cue: 0, mentions: { quantities: [], dates: [] } }
}

// Each clause gets its cues, quantities and dates in one walk along the text.
function fill(filling: Filling, sentence: Sentence): Sentence {
  const { text, today } = filling
  filling.read = readMentions(text, filling.read, sentence.end, today, filling.mentions)
  const { quantities, dates } = filling.mentions
  let quantity = 0
  let date = 0
  for (const clause of sentence.clauses) {
    filling.cue = fillCues(text, clause, filling.cue)
    for (; quantity < quantities.length && quantities[quantity]!.start < clause.end; quantity++)
      if (quantities[quantity]!.start >= clause.start)
        clause.quantities = added(clause.quantities, quantities[quantity]!)
    for (; date < dates.length && dates[date]!.start < clause.end; date++)
      if (dates[date]!.start >= clause.start) clause.dates = added(clause.dates, dates[date]!)
  }
  if (quantity > 0) quantities.splice(0, quantity)
  if (date > 0) dates.splice(0, date)
  return sentence
}

// Most clauses have no numbers and no dates: they share one empty list.
const none: never[] = []

function added<T>(list: T[], item: T): T[] {
  if (list === none) return [item]
  list.push(item)
  return list
}

// Longest first, not overlapping, on from `from`; returns where the next clause goes on. 20日前 holds no 日前.
function fillCues(text: string, clause: Clause, from: number): number {
  let at = from
  while (at < clause.end) {
    const entry = matchAt(cues, text, at)
    if (entry && at >= clause.start && (entry.word !== '日前' || !isDigit(text.charCodeAt(at - 1)))) {
      clause.cues = added(clause.cues, { start: at, end: at + entry.word.length, word: entry.word, tag: entry.tag })
      clause.tags |= cueBits[entry.tag]
    }
    at += entry ? entry.word.length : 1
  }
  return at
}
