// An entry as a card of a board: its title, chosen fields, days on the rung, and the ways it can be moved.

import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import type { DragEvent } from 'react'
import type { Field, Ladder, Register } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { type BackKind, rungsAbove, rungsBelow } from '#web/parts/entry-back.tsx'
import { FieldShown } from '#web/parts/field-shown.tsx'
import type { Naming } from '#web/parts/field-text.ts'
import type { Moving } from '#web/parts/register-board.tsx'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import { RungMark, rungOn } from '#web/parts/register-rung.tsx'

type Props = {
  register: Register
  ladder: Ladder
  entry: ShownEntry
  fields: readonly Field[]
  naming: Naming
  asOf: string | null
  /** This person keeps the entry and can move it. */
  may: boolean
  onDrag: (entry: ShownEntry | null) => void
  onMove: (moving: Moving) => void
}

export function BoardCard({ register, ladder, entry, fields, naming, asOf, may, onDrag, onMove }: Props) {
  const { record } = useWords()
  const { code, title: titleKey } = register.definition
  const title = (entry.values[titleKey] as string | undefined) ?? record.linked.untitled
  const shown = rungOn(ladder, entry)
  const begin = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', title)
    onDrag(entry)
  }
  const filled = fields.filter(({ key }) => entry.values[key] !== undefined || entry.computed[key] != null)
  return (
    // The menu on the card does by keyboard what dragging does.
    <article
      className={may ? 'card is-movable' : 'card'}
      aria-label={title}
      draggable={may}
      onDragStart={begin}
      onDragEnd={() => onDrag(null)}
    >
      <h3 className="card-title">
        <Link
          to="/registers/$code/$id"
          params={{ code, id: entry.id }}
          search={asOf === null ? {} : { asOf }}
          preload={false}
          draggable={false}
        >
          {title}
        </Link>
      </h3>
      <div className="card-fields">
        {filled.map((field) => (
          <span key={field.key} title={field.name}>
            <FieldShown field={field} entry={entry} naming={naming} asOf={asOf} />
          </span>
        ))}
      </div>
      <div className="card-line">
        {shown ? <RungMark shown={{ ...shown, name: '' }} /> : <span />}
        {may && <MoveMenu title={title} ladder={ladder} entry={entry} onMove={onMove} />}
      </div>
    </article>
  )
}

type MenuProps = Pick<Props, 'ladder' | 'entry' | 'onMove'> & { title: string }

function MoveMenu({ title, ladder, entry, onMove }: MenuProps) {
  const { board: say } = useWords().record
  const at = entry.rungs[ladder.key]?.rung ?? null
  const up = rungsAbove(ladder, at)
  const back = at === null ? [] : rungsBelow(ladder, at, false).toReversed()
  const items = [
    ...up.map(({ key, name }) => ({ key: `+${key}`, label: say.upTo(name) })),
    ...(back.length > 0 ? [{ type: 'divider' as const }] : []),
    ...back.map(({ key, name }) => ({ key: `-${key}`, label: say.backTo(name) })),
    ...(at === null ? [] : [{ type: 'divider' as const }, { key: 'leave', label: say.leave }]),
  ]
  const chosen = (key: string) => {
    const to = ladder.rungs.find((rung) => rung.key === key.slice(1))
    if (key.startsWith('+') && to) onMove({ entry, is: 'climb', to })
    else onMove({ entry, is: (key === 'leave' ? 'leave' : 'back') satisfies BackKind, to: to ?? null })
  }
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => chosen(key) }} trigger={['click']}>
      <button type="button" className="word-button not-printed" aria-haspopup="menu" aria-label={say.moveOf(title)}>
        {say.move}
      </button>
    </Dropdown>
  )
}
