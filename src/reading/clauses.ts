// Sentences and comma clauses of a clean block, each with the cues, quantities and dates that stand in it.
import type { DateMention } from '#reading/dates.ts'
import { type Hit, scanWords } from '#reading/lexicon.ts'
import { type Cue, cues } from '#reading/lexicons/cues.ts'
import type { Mentions } from '#reading/mentions.ts'
import { isDigit } from '#reading/numerals.ts'
import { enumeratorLength } from '#reading/outline.ts'
import type { Quantity } from '#reading/quantities.ts'

/** A stretch between two pauses. Offsets are those of the clean block text; `pause` is the mark that ends it. */
export interface Clause {
  start: number
  end: number
  pause: string
  cues: Hit<Cue>[]
  quantities: Quantity[]
  dates: DateMention[]
}

export interface Sentence {
  start: number
  end: number
  clauses: Clause[]
}

// What a character does to a sentence: 1 ends it, 2 pauses, 3 opens a bracket.
const roles = new Uint8Array(65536)
for (const char of '。！？!?\t') roles[char.charCodeAt(0)] = 1
for (const char of '，,；;：:') roles[char.charCodeAt(0)] = 2
for (const char of '（(〔') roles[char.charCodeAt(0)] = 3
/** Nothing longer is a clause or a sentence: beyond these it is cut, so that the work per character stays bounded. */
const longestClause = 400
const mostClauses = 200
const closers: Record<string, string> = { '（': '）', '(': ')', '〔': '〕' }

/** Cuts a block text into sentences of clauses. A bracket of up to 60 characters is never cut. Linear. */
export function sentencesOf(text: string, mentions: Mentions): Sentence[] {
  const sentences: Sentence[] = []
  let clauses: Clause[] = []
  let start = enumeratorLength(text)
  for (let at = start; at <= text.length; at++) {
    const role = at < text.length ? roles[text.charCodeAt(at)] : 1
    if (role === 0 && at - start <= longestClause) continue
    const char = text[at] ?? '。'
    const ends = role === 1
    if (role === 3) at = bracketEnd(text, at, closers[char]!)
    if (!ends && !(role === 2 && isPause(text, at)) && !isOverlong(text, start, at)) continue
    if (at > start) clauses.push({ start, end: at, pause: char, cues: [], quantities: [], dates: [] })
    start = at + 1
    if ((ends || clauses.length >= mostClauses) && clauses.length > 0) {
      sentences.push({ start: clauses[0]!.start, end: at, clauses })
      clauses = []
    }
  }
  const hits = scanWords(cues, text).filter(
    ({ word, start: at }) => word !== '日前' || !isDigit(text.charCodeAt(at - 1)),
  )
  fill(sentences, hits, mentions)
  return sentences
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

function fill(sentences: Sentence[], hits: Hit<Cue>[], mentions: Mentions): void {
  let hit = 0
  let quantity = 0
  let date = 0
  for (const sentence of sentences) {
    for (const clause of sentence.clauses) {
      for (; hit < hits.length && hits[hit]!.start < clause.end; hit++) keep(clause.cues, hits[hit]!, clause)
      for (; quantity < mentions.quantities.length && mentions.quantities[quantity]!.start < clause.end; quantity++)
        keep(clause.quantities, mentions.quantities[quantity]!, clause)
      for (; date < mentions.dates.length && mentions.dates[date]!.start < clause.end; date++)
        keep(clause.dates, mentions.dates[date]!, clause)
    }
  }
}

function keep<T extends { start: number }>(list: T[], item: T, clause: Clause): void {
  if (item.start >= clause.start) list.push(item)
}
