// A draft: a statement still in the offsets of its clean block and without its title, with helpers to note where each part
// was read. It becomes the statement in place (settle), since most of the time of a long text goes into making objects.
import type { Span } from '#base/span.ts'
import { type Block, rawSpan } from '#reading/clean.ts'
import type { Part, PartName, Statement } from '#reading/statement.ts'

/**
 * Every span is moved to the raw text in place. No two drafts share one, and within a draft only parts that are noted right after
 * each other do (value and unit, period and deadline): half of the cost of a long text is its objects.
 */
export type Draft = Statement

const none: never[] = []
Object.freeze(none)

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
    owners: none,
    indicator: null,
    verb: null,
    object: null,
    members: none,
    decision: null,
    parts: {},
  }
}

/** Block offsets become raw offsets, the words of the span become the title. */
export function settle(text: string, block: Block, draft: Draft): Statement {
  draft.title = block.text.slice(draft.start, draft.end)
  move(text, block, draft)
  for (const owner of draft.owners) move(text, block, owner)
  let last: Span | null = null
  for (const name in draft.parts) {
    const part = draft.parts[name as PartName]!
    const { span } = part
    if (!span || span === last) continue
    if (span.end > span.start) move(text, block, span)
    else part.span = null
    last = span
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
