// A list whose order matters: fields, rungs, views. One is open; they are put in order by dragging, by Alt with the arrow
// keys, or by the two buttons of the one that is open.

import { type KeyboardEvent, useState } from 'react'
import { useWords } from '#web/language.ts'
import { faultsBelow, useDesk } from '#web/parts/define-desk.ts'

type Props<P> = {
  label: string
  /** The path that the keys stand below: `fields`, `ladders.l1.rungs`. */
  at: string
  parts: readonly P[]
  nameOf: (part: P) => string
  noteOf?: (part: P) => string
  onOrder: (parts: P[]) => void
}

export function DefineList<P extends { key: string; retired?: boolean }>(props: Props<P>) {
  const { label, at, parts, onOrder } = props
  const { define } = useWords()
  const [dragged, setDragged] = useState<number | null>(null)
  const move = (from: number, to: number) => {
    if (to < 0 || to >= parts.length || from === to) return
    const next = parts.filter((_, place) => place !== from)
    onOrder(next.toSpliced(to, 0, parts[from]!))
  }
  return (
    <>
      <ol className="define-list" aria-label={label}>
        {parts.map((part, place) => (
          <DefineLine
            key={part.key}
            {...props}
            part={part}
            at={`${at}.${part.key}`}
            place={place}
            dragged={dragged === place}
            onMove={(to) => move(place, to)}
            onDrag={setDragged}
            onDrop={() => dragged !== null && move(dragged, place)}
          />
        ))}
      </ol>
      {parts.length > 1 && <p className="soft define-keys not-on-phone">{define.list.keys}</p>}
    </>
  )
}

type LineProps<P> = Props<P> & {
  part: P
  place: number
  dragged: boolean
  onMove: (to: number) => void
  onDrag: (place: number | null) => void
  onDrop: () => void
}

function DefineLine<P extends { key: string; retired?: boolean }>(props: LineProps<P>) {
  const { part, at, place, parts, nameOf, noteOf, dragged, onMove, onDrag, onDrop } = props
  const { define } = useWords()
  const desk = useDesk()
  const open = desk.at === at || desk.at.startsWith(`${at}.`)
  const name = nameOf(part) || define.list.untitled
  const faulty = faultsBelow(desk.faults, at).length > 0 || (desk.told?.at.startsWith(`${at}.`) ?? false)
  const pressed = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(place + (event.key === 'ArrowUp' ? -1 : 1))
  }
  const step = (to: number, word: string, sign: string) => (
    <button
      type="button"
      className="define-step"
      disabled={to < 0 || to >= parts.length}
      aria-label={word}
      onClick={() => onMove(to)}
    >
      {sign}
    </button>
  )
  return (
    <li
      draggable
      className={`define-line${open ? ' is-open' : ''}${part.retired ? ' is-retired' : ''}${dragged ? ' is-dragged' : ''}`}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        onDrag(place)
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      <button
        type="button"
        className="define-name"
        aria-current={open ? 'true' : undefined}
        onClick={() => desk.goTo(at)}
        onKeyDown={pressed}
      >
        <span className="define-grip" aria-hidden="true">
          ⠿
        </span>
        <span className="define-word">{name}</span>
        <span className="soft">{part.retired ? define.list.retired : noteOf?.(part)}</span>
        {faulty && <span className="define-mark">{define.list.faulty}</span>}
      </button>
      {open && parts.length > 1 && (
        <span className="define-steps">
          {step(place - 1, define.list.up(name), '↑')}
          {step(place + 1, define.list.down(name), '↓')}
        </span>
      )}
    </li>
  )
}
