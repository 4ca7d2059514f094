// A draft: a statement still in the offsets of its clean block, with helpers to note where each part was read.
import type { Span } from '#base/span.ts'
import type { Part, Statement } from '#reading/statement.ts'

export type Draft = Omit<Statement, 'title'>

/** A draft of a kind over a span with nothing read yet. */
export function blankDraft(kind: Statement['kind'], { start, end }: Span): Draft {
  return {
    kind,
    start,
    end,
    value: null,
    value2: null,
    unit: null,
    op: null,
    measure: null,
    period: null,
    deadline: null,
    strength: 'none',
    owner: null,
    owners: [],
    indicator: null,
    verb: null,
    object: null,
    members: [],
    decision: null,
    parts: {},
  }
}

/** A part that stands in the text at `span`. */
export function stated(span: Span, reason: string): Part {
  return { certainty: 'stated', span: { start: span.start, end: span.end }, reason }
}

/** A part that follows from something else; `span` is that something when it stands in the same block. */
export function implied(span: Span | null, reason: string): Part {
  return { certainty: 'implied', span: span && { start: span.start, end: span.end }, reason }
}
