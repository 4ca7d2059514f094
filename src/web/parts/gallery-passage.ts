// One passage of the gallery, whichever notation it is written in: its text with the marked stretches, and line by line what
// was marked beside what is read. The reading is the engine itself, run here.

import { findMentions } from '#reading/find.ts'
import { comparisonOf, type Mark, passagesOf } from '#reading/marks.ts'
import type { MentionType } from '#reading/mention.ts'
import { mentionPassagesOf, toldMention } from '#reading/mention-marks.ts'
import { readStatements } from '#reading/read.ts'
import type { Statement } from '#reading/statement.ts'
import type { Span } from '#web/parts/review-segments.ts'

export type Line =
  | {
      is: 'statement'
      key: string
      words: string
      mark: Mark | null
      found: Statement | null
      story: readonly string[]
    }
  | { is: 'mention'; key: string; words: string; type: MentionType; mark: string | null; found: string | null }

export type ShownPassage = {
  name: string
  date: string | null
  text: string
  /** `kind` is a statement's kind or `mention`. */
  spans: readonly (Span & { kind: string })[]
  lines: readonly Line[]
  /** How many lines are not as marked. */
  differing: number
}

/** The passages of a file, each still in its notation. */
export function sourcesOf(file: string): string[] {
  return file.split(/^(?=%% )/m).filter((part) => part.startsWith('%% '))
}

/** Throws when a mark is not closed or not understood. */
export function shownStatements(source: string): ShownPassage {
  const passage = passagesOf(source)[0]!
  const { name, date, text, marks } = passage
  const lines = comparisonOf(passage, readStatements(text, { date })).map(({ mark, found, story }, place): Line => {
    const { start, end } = (mark ?? found)!
    return { is: 'statement', key: String(place), words: text.slice(start, end), mark, found, story }
  })
  const spans = marks.map(({ start, end, kind }, place) => ({ id: String(place), start, end, kind }))
  return { name, date, text, spans, lines, differing: lines.filter(differs).length }
}

export function shownMentions(source: string): ShownPassage {
  const { name, date, text, marks, spans, types } = mentionPassagesOf(source)[0]!
  const found = findMentions(text, { reference: `${date}T09:00:00`, wants: types })
  const read = found.map((mention) => ({ ...mention, told: toldMention(text, mention), used: false }))
  const marked = marks.map((told, place): Line => {
    const span = spans[place]!
    const words = text.slice(span.start, span.end)
    const mention = read.find(({ start, used }) => start === span.start && !used)
    if (mention) mention.used = true
    const [type, ...meaning] = told.slice(words.length + 1).split(' ')
    const got = mention && mention.told === told ? meaning.join(' ') : (mention?.told ?? null)
    return { is: 'mention', key: String(place), words, type: type as MentionType, mark: meaning.join(' '), found: got }
  })
  const extra = read
    .filter(({ used }) => !used)
    .map(({ start, end, type, told }): Line => {
      return { is: 'mention', key: `${start}+`, words: text.slice(start, end), type, mark: null, found: told }
    })
  const lines = [...marked, ...extra]
  const drawn = spans.map((span, place) => ({ id: String(place), ...span, kind: 'mention' }))
  return { name, date, text, spans: drawn, lines, differing: lines.filter(differs).length }
}

export function differs(line: Line): boolean {
  return line.is === 'statement' ? line.story.length > 0 : line.mark !== line.found
}
