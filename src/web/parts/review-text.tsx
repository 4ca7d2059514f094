// The left pane of the review: the text as it is, with every proposal marked in place. Long texts are cut into blocks; a
// block is plain text until it comes near the window, so that megabytes stay searchable, printable and quick to scroll.

import { type MouseEvent, memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Proposal } from '#domain/proposal.ts'
import type { StatementKind } from '#reading/statement.ts'
import { useWords } from '#web/language.ts'
import { type Block, blockAt, blocks, cutAround, type Run, segments } from '#web/parts/review-segments.ts'

export type Stretch = { readonly start: number; readonly end: number }

/** How a proposal is drawn: `aside` when the list does not show it. */
type Mark = { kind: StatementKind; state: Proposal['state']; aside: boolean }
type Marks = ReadonlyMap<string, Mark>

type Props = {
  text: string
  proposals: readonly Proposal[]
  inList: ReadonlySet<string>
  selected: Proposal | null
  /** Where a part of the selected proposal was read; drawn while the part is pointed at. */
  part: Stretch | null
  onSelect: (id: string) => void
}

export function ReviewText({ text, proposals, inList, selected, part, onSelect }: Props) {
  const { review } = useWords()
  const pane = useRef<HTMLDivElement>(null)
  const found = useBlocks(text, proposals)
  const marks = useMemo(() => marksOf(proposals, inList), [proposals, inList])
  const near = useNearBlocks(pane, found.length)
  const at = selected ? blockAt(found, selected.statement.start) : -1
  useInSight(pane, selected?.id ?? null)
  usePartInSight(pane, part)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every mark has its line in the list, which is the way for the keyboard
    <section
      className="review-text"
      ref={pane}
      aria-label={review.textPane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onClick={(event) => choose(event, selected?.id ?? null, onSelect)}
    >
      <div className="review-paper">
        {found.map((block, place) => (
          <TextBlock
            key={block.start}
            place={place}
            text={text}
            block={block}
            drawn={near.has(place) || place === at || touches(block, part)}
            marks={marks}
            stamp={stampOf(block, marks)}
            letters={review.letters}
            stateMarks={review.stateMarks}
            selected={selected && touches(block, selected.statement) ? selected.id : null}
            part={part && touches(block, part) ? part : null}
          />
        ))}
      </div>
    </section>
  )
}

/** Spans never change while a document is open, so the cutting is done once. */
function useBlocks(text: string, proposals: readonly Proposal[]): Block[] {
  const first = useRef(proposals)
  const same = proposals.length === first.current.length && proposals[0]?.id === first.current[0]?.id
  if (!same) first.current = proposals
  const spans = first.current
  return useMemo(() => {
    const ranges = spans.map(({ id, statement: { start, end } }) => ({ id, start, end }))
    return blocks(text, segments(text, ranges))
  }, [text, spans])
}

function marksOf(proposals: readonly Proposal[], inList: ReadonlySet<string>): Marks {
  return new Map(proposals.map(({ id, wording, state }) => [id, { kind: wording.kind, state, aside: !inList.has(id) }]))
}

/** What the drawing of a block depends on, as one word; a block whose stamp is the same is not drawn again. */
function stampOf(block: Block, marks: Marks): string {
  return block.runs
    .flatMap((run) => run.opens)
    .concat(block.runs[0]?.covers ?? [])
    .map((id) => {
      const mark = marks.get(id)
      return mark ? `${mark.kind[0]}${mark.kind[2]}${mark.state[0]}${mark.aside ? '-' : '+'}` : ''
    })
    .join('')
}

function touches(block: Stretch, stretch: Stretch | null): boolean {
  return stretch !== null && stretch.start < block.end && stretch.end > block.start
}

type BlockProps = {
  place: number
  text: string
  block: Block
  drawn: boolean
  marks: Marks
  stamp: string
  letters: Record<StatementKind, string>
  stateMarks: Record<Proposal['state'], string>
  selected: string | null
  part: Stretch | null
}

const lineHeight = 32
const charactersInLine = 40

const TextBlock = memo(function TextBlock({ place, text, block, drawn, selected, part, ...look }: BlockProps) {
  const words = text.slice(block.start, block.end)
  const height = useMemo(() => lineHeight * linesIn(words), [words])
  const runs = part ? cutAround(block.runs, part) : block.runs
  return (
    <div className="review-block" data-place={place} style={{ containIntrinsicSize: `auto ${height}px` }}>
      {drawn
        ? runs.map((run) => <Piece key={run.start} run={run} text={text} selected={selected} part={part} {...look} />)
        : words}
    </div>
  )
}, sameLook)

function sameLook(a: BlockProps, b: BlockProps): boolean {
  const keys = ['text', 'block', 'drawn', 'stamp', 'letters', 'selected', 'part'] as const
  return keys.every((key) => a[key] === b[key])
}

function linesIn(words: string): number {
  return words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInLine)), 0)
}

type PieceProps = Omit<BlockProps, 'block' | 'drawn' | 'place' | 'stamp'> & { run: Run }

function Piece({ run, text, marks, letters, stateMarks, selected, part }: PieceProps) {
  const words = text.slice(run.start, run.end)
  const isPart = part !== null && run.start >= part.start && run.end <= part.end
  if (run.covers.length === 0) return isPart ? <span className="review-part">{words}</span> : words
  const inner = marks.get(run.covers.at(-1)!)!
  const outer = run.covers.slice(0, -1).map((id) => marks.get(id)!)
  const chosen = selected !== null && run.covers.includes(selected)
  const classes = ['review-mark', chosen && 'is-selected', isPart && 'review-part', inner.aside && 'is-aside']
  const letter = run.opens.map((id) => {
    const { kind, state } = marks.get(id)!
    return <span key={id} className="review-letter" data-kind={kind} data-mark={letters[kind] + stateMarks[state]} />
  })
  return (
    <mark
      className={classes.filter(Boolean).join(' ')}
      data-kind={inner.kind}
      data-state={inner.state}
      data-outer={outer.at(-1)?.kind}
      data-opens={run.opens.join(' ') || undefined}
      data-covers={run.covers.join(' ')}
    >
      {letter}
      {words}
    </mark>
  )
}

/** The innermost proposal under the pointer; pressed again, the next one around it. Selecting text to copy is no press. */
function choose({ target }: MouseEvent, selected: string | null, onSelect: (id: string) => void): void {
  if (getSelection()?.isCollapsed === false) return
  const mark = (target as HTMLElement).closest<HTMLElement>('[data-covers]')
  const inwards = mark?.dataset.covers?.split(' ').reverse()
  if (!inwards) return
  const at = selected === null ? -1 : inwards.indexOf(selected)
  onSelect(inwards[(at + 1) % inwards.length]!)
}

/** The blocks within two windows of what is seen; all of them while printing. */
function useNearBlocks(pane: RefObject<HTMLDivElement | null>, count: number): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]))
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => setNear((old) => moved(old, entries)), {
      root: pane.current,
      rootMargin: '200% 0px',
    })
    for (const block of pane.current?.querySelectorAll('.review-block') ?? []) watch.observe(block)
    const all = () => flushSync(() => setNear(new Set(Array.from({ length: count }, (_, place) => place))))
    addEventListener('beforeprint', all)
    return () => {
      watch.disconnect()
      removeEventListener('beforeprint', all)
    }
  }, [pane, count])
  return near
}

function moved(old: ReadonlySet<number>, entries: readonly IntersectionObserverEntry[]): ReadonlySet<number> {
  const next = new Set(old)
  for (const { isIntersecting, target } of entries) {
    const place = Number((target as HTMLElement).dataset.place)
    if (isIntersecting) next.add(place)
    else next.delete(place)
  }
  return next
}

/** Scrolls the selected proposal to the middle unless it is well in sight; blocks above may still settle, so it looks twice. */
function useInSight(pane: RefObject<HTMLDivElement | null>, selected: string | null): void {
  useLayoutEffect(() => {
    if (selected === null) return
    const show = () => {
      const mark = pane.current?.querySelector(`[data-opens~="${selected}"]`)
      if (mark && !wellInSight(mark, pane.current!)) mark.scrollIntoView({ block: 'center' })
    }
    show()
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [pane, selected])
}

/** A part read elsewhere (an owner named a paragraph earlier) is brought into sight when it is pointed at. */
function usePartInSight(pane: RefObject<HTMLDivElement | null>, part: Stretch | null): void {
  useLayoutEffect(() => {
    const mark = part && pane.current?.querySelector('.review-part')
    if (mark && !wellInSight(mark, pane.current!)) mark.scrollIntoView({ block: 'center' })
  }, [pane, part])
}

function wellInSight(mark: Element, pane: Element): boolean {
  const seen = pane.getBoundingClientRect()
  const { top, bottom } = mark.getBoundingClientRect()
  const edge = Math.min(seen.height / 6, 120)
  return top >= seen.top + edge && bottom <= seen.bottom - edge
}
