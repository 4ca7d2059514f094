// The list of the review: one line per proposal, drawn only near the window, moved through by keyboard. A listbox with one
// tab stop: the focus stays on the list, `aria-activedescendant` names the selected line.

import { type KeyboardEvent, memo, type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { Proposal } from '#domain/proposal.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { missing } from '#web/parts/review-phrases.ts'
import type { Line } from '#web/parts/review-queue.ts'
import { KindLetter, StateWord } from '#web/parts/review-signs.tsx'
import { scrollFor, stretchOf } from '#web/parts/supervise-window.ts'
import { showTarget } from '#web/words/amount.ts'

const rowHeight = 54

type Props = {
  list: RefObject<HTMLDivElement | null>
  lines: readonly Line[]
  selected: string | null
  pending: ReadonlyMap<string, unknown>
  troubles: ReadonlyMap<string, unknown>
  onSelect: (id: string) => void
  onMove: (step: 1 | -1) => void
}

export function ReviewList({ list, lines, selected, pending, troubles, onSelect, onMove }: Props) {
  const { review, nouns } = useWords()
  const scroll = useScroll(list)
  const { first, end } = stretchOf({ ...scroll, rowHeight, total: lines.length })
  const at = lines.findIndex((line) => line.is === 'item' && line.proposal.id === selected)
  useRowInSight(list, at)
  const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    onMove(step)
  }
  return (
    <div
      className="review-list"
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={review.listName}
      aria-activedescendant={at >= first && at < end ? `line-${selected}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: lines.length * rowHeight, position: 'relative' }}>
        {lines.slice(first, end).map((line, place) => {
          const style = { top: (first + place) * rowHeight, height: rowHeight }
          if (line.is === 'head') {
            return (
              <div key={line.kind} className="review-head" role="presentation" style={style}>
                <KindLetter kind={line.kind} /> {nouns.kinds[line.kind]} <span className="soft">{line.count}</span>
              </div>
            )
          }
          const { id } = line.proposal
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus
            <div
              key={id}
              id={`line-${id}`}
              role="option"
              className="review-line"
              aria-selected={id === selected}
              aria-setsize={lines.length}
              aria-posinset={first + place + 1}
              data-state={line.proposal.state}
              style={style}
              onClick={() => onSelect(id)}
            >
              <LineWords proposal={line.proposal} pending={pending.has(id)} failed={troubles.has(id)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

type LineProps = { proposal: Proposal; pending: boolean; failed: boolean }

const LineWords = memo(function LineWords({ proposal, pending, failed }: LineProps) {
  const { review, shell } = useWords()
  const language = useLanguage()
  const { wording, statement, state } = proposal
  const lacking = missing(proposal)
  const target = showTarget(wording, language)
  return (
    <>
      <KindLetter kind={wording.kind} />
      <span className="review-line-title" title={wording.title}>
        {wording.title}
      </span>
      <span className="review-line-more soft">
        {target && <b>{target}</b>}
        {wording.dueOn && <span className="nowrap">{wording.dueOn}</span>}
        {statement.owner && <span className="review-line-owner">{statement.owner}</span>}
        {state === 'proposed' && lacking.length > 0 && (
          <span className="review-missing">
            {review.lacking(lacking.map((part) => review.partHints[part]).join(shell.listMark))}
          </span>
        )}
      </span>
      <span className="review-line-state">
        {failed && <span className="review-missing">{review.failed} </span>}
        {pending ? <span className="soft">{review.pending}</span> : state !== 'proposed' && <StateWord state={state} />}
      </span>
    </>
  )
})

/** Where the list is scrolled to and how high it is. */
function useScroll(list: RefObject<HTMLDivElement | null>): { top: number; height: number } {
  const [scroll, set] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => set({ top: element.scrollTop, height: element.clientHeight })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [list])
  return scroll
}

function useRowInSight(list: RefObject<HTMLDivElement | null>, row: number): void {
  useLayoutEffect(() => {
    const element = list.current
    if (!element || row < 0) return
    const top = scrollFor(row, { top: element.scrollTop, height: element.clientHeight, rowHeight }, 0)
    if (top !== null) element.scrollTop = top
  }, [list, row])
}
