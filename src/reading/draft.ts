// A draft: a statement still in the offsets of its clean block and without its title, with helpers to note where each part
// was read. It becomes the statement in place (settle), since most of the time of a long text goes into making objects.
import type { Span } from '#base/span.ts'
import { type Block, rawSpan } from '#reading/clean.ts'
import type { Part, PartName, Statement } from '#reading/statement.ts'

/** No span and no owner is shared by two parts or drafts: each is moved to the raw text by itself, in place. */
export type Draft = Statement

/** A draft of a kind over a span with nothing read yet. */
export function blankDraft(kind: Statement['kind'], { start, end }: Span): Draft {
  return {
    kind,
    start,
    end,
    title: '',
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

/** Block offsets become raw offsets, the words of the span become the title. */
export function settle(text: string, block: Block, draft: Draft): Statement {
  draft.title = block.text.slice(draft.start, draft.end)
  move(text, block, draft)
  for (const owner of draft.owners) move(text, block, owner)
  for (const name in draft.parts) {
    const part = draft.parts[name as PartName]!
    if (part.span && part.span.end > part.span.start) move(text, block, part.span)
    else part.span = null
  }
  return draft
}

function move(text: string, block: Block, span: Span): void {
  const { start, end } = rawSpan(text, block, span.start, span.end)
  span.start = start
  span.end = end
}

/** A part that stands in the text at `span`. */
export function stated(span: Span, reason: string): Part {
  return { certainty: 'stated', span: { start: span.start, end: span.end }, reason }
}

/** A part that follows from something else; `span` is that something when it stands in the same block. */
export function implied(span: Span | null, reason: string): Part {
  return { certainty: 'implied', span: span && { start: span.start, end: span.end }, reason }
}
