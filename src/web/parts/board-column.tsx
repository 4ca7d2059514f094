// One rung of a board: its head with count, sums, late and stuck; its cards, endless: more are fetched as the end comes in sight.

import { useInfiniteQuery } from '@tanstack/react-query'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { InputOf } from '#contract/contract.ts'
import type { Field, Ladder, Register, RegisterView, Rung } from '#domain/register.ts'
import { call } from '#web/client.ts'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { BoardCard } from '#web/parts/board-card.tsx'
import { type CountedRung, moveOf } from '#web/parts/board-columns.ts'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { textOfValue } from '#web/parts/field-text.ts'
import { useNaming } from '#web/parts/naming.ts'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import type { Moving } from '#web/parts/register-board.tsx'
import { type RegisterLook, sortingOf } from '#web/parts/register-look.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import { RungShape } from '#web/parts/register-rung.tsx'
import { showNumber } from '#web/words/amount.ts'

type Props = {
  register: Register
  ladder: Ladder
  view: RegisterView
  look: RegisterLook
  narrow: Pick<InputOf<'listEntries'>, 'filter' | 'where' | 'text' | 'asOf'>
  sums: readonly Field[]
  seen: readonly Field[]
  /** Null: those that were never on the ladder. */
  rung: Rung | null
  counted: CountedRung
  dragged: ShownEntry | null
  onDrag: (entry: ShownEntry | null) => void
  /** Null: nothing can be dropped here. */
  onDrop: (() => void) | null
  onMove: (moving: Moving) => void
}

const atOnce = 30

export function BoardColumn(props: Props) {
  const { register, ladder, view, look, narrow, sums, seen, rung, counted, dragged, onDrag, onDrop, onMove } = props
  const { board: say } = useWords().record
  const me = useMe()
  const { sort, descending } = sortingOf(look, view)
  const input = {
    ...narrow,
    register: register.definition.code,
    filter: [...(narrow.filter ?? []), `@${ladder.key}=${rung?.key ?? ''}`],
    ...(sort !== null && { sort, descending }),
  }
  const cards = useCards(input, counted.count > 0)
  const naming = useNaming(register.definition, cards.entries, look.asOf)
  const fields = view.fields.flatMap((key) => seen.filter((field) => field.key === key))
  const drop = useDrop(ladder, rung, dragged, onDrop)
  const name = rung?.name ?? say.below
  const empty = counted.count === 0
  return (
    <section
      className={`rung-column${empty ? ' is-empty' : ''}${drop.over ? ' is-target' : ''}`}
      aria-label={name}
      {...drop.handlers}
    >
      <ColumnHead name={name} counted={counted} sums={sums} naming={naming} />
      <RefusalNotice error={cards.error} onRetry={cards.again} />
      {empty && <p className="soft board-none">{drop.over ? say.dropHere(name) : say.none}</p>}
      <ul className="board-cards">
        {cards.entries.map((entry) => (
          <li key={entry.id}>
            <BoardCard
              register={register}
              ladder={ladder}
              entry={entry}
              fields={fields}
              naming={naming}
              asOf={look.asOf}
              may={look.asOf === null && keepsEntry(register.definition, entry, me)}
              onDrag={onDrag}
              onMove={onMove}
            />
          </li>
        ))}
        {cards.more && (
          <li>
            <MoreCards onMore={cards.fetchMore} />
          </li>
        )}
      </ul>
    </section>
  )
}

type HeadProps = Pick<Props, 'counted' | 'sums'> & { name: string; naming: Parameters<typeof textOfValue>[2] }

function ColumnHead({ name, counted, sums, naming }: HeadProps) {
  const { board: say } = useWords().record
  const language = useLanguage()
  return (
    <header className="rung-column-head">
      <h2>
        {name} <span className="board-count">{showNumber(counted.count, language)}</span>
      </h2>
      {counted.count > 0 &&
        sums.map((field) => (
          <div key={field.key} className="board-sum">
            <span className="soft">{field.name}</span>{' '}
            <span>{textOfValue(field, counted.sums[field.key], naming)}</span>
          </div>
        ))}
      {counted.late + counted.stuck > 0 && (
        <div className="board-flags">
          {counted.late > 0 && (
            <span className="rung-late">
              <span className="rung-state">
                <RungShape state="late" />
                {say.late(counted.late)}
              </span>
            </span>
          )}
          {counted.stuck > 0 && (
            <span className="rung-stuck">
              <span className="rung-state">
                <RungShape state="stuck" />
                {say.stuck(counted.stuck)}
              </span>
            </span>
          )}
        </div>
      )}
    </header>
  )
}

function useCards(input: InputOf<'listEntries'>, enabled: boolean) {
  const query = useInfiniteQuery({
    queryKey: ['listEntries', input, 'endless'],
    queryFn: ({ pageParam, signal }) =>
      call('listEntries', { ...input, limit: atOnce, ...(pageParam !== null && { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled,
  })
  return {
    entries: enabled ? (query.data?.pages.flatMap(({ entries }) => entries) ?? []) : [],
    more: enabled && query.hasNextPage,
    fetchMore: () => void query.fetchNextPage(),
    error: query.error,
    again: () => void query.refetch(),
  }
}

/** Fetches when it comes in sight; pressed, it does so too. */
function MoreCards({ onMore }: { onMore: () => void }) {
  const { board: say } = useWords().record
  const button = useRef<HTMLButtonElement>(null)
  const wanted = useRef(onMore)
  wanted.current = onMore
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && wanted.current(),
    )
    if (button.current) watch.observe(button.current)
    return () => watch.disconnect()
  }, [])
  return (
    <button ref={button} type="button" className="plain-button wide not-printed" onClick={onMore}>
      {say.more}
    </button>
  )
}

/** A column takes what would move there; its own cards and what it cannot take fall back. */
function useDrop(ladder: Ladder, rung: Rung | null, dragged: ShownEntry | null, onDrop: (() => void) | null) {
  const [over, setOver] = useState(false)
  const takes =
    dragged !== null &&
    onDrop !== null &&
    rung !== null &&
    moveOf(ladder, dragged.rungs[ladder.key]?.rung ?? null, rung.key) !== 'nothing'
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!takes) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      if (takes) onDrop?.()
    },
  }
  return { over: over && takes, handlers }
}
