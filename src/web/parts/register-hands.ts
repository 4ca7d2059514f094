// What hands do in a register's table: begin an edit, move on after it, copy the cells that are picked, paste a block.

import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Field, Register } from '#domain/register.ts'
import { useMe, useRefusalMessage } from '#web/hooks.ts'
import { entryAddress } from '#web/parts/entry-address.ts'
import type { GivenValue } from '#web/parts/field-control.ts'
import { parseBlock, writeBlock } from '#web/parts/paste-block.ts'
import type { Pasted } from '#web/parts/paste-preview.tsx'
import { type CellRoom, wordsOf } from '#web/parts/register-cells.tsx'
import { possibleColumns, type RegisterColumn } from '#web/parts/register-columns.ts'
import { type Cell, type CellCursor, cellAt } from '#web/parts/register-cursor.ts'
import { begunBy, shutCell } from '#web/parts/register-editing.ts'
import type { Onward } from '#web/parts/register-editor.tsx'
import type { EntryRows, ShownEntry } from '#web/parts/register-rows.ts'

/** A sheet of more lines is for an import. */
const mostPasted = 500

/** The cell that is being edited, and the entry as it was when that began. */
export type Editing = { cell: Cell; entry: ShownEntry; field: Field; begun: GivenValue | undefined }

type Room = {
  register: Register
  asOf: string | null
  rows: EntryRows
  columns: readonly RegisterColumn[]
  room: CellRoom
  cursor: CellCursor
  table: RefObject<HTMLTableElement | null>
  onPasted: (pasted: Pasted) => void
}

export function useGridHands({ register, asOf, rows, columns, room, cursor, table, onPasted }: Room) {
  const { registers } = room.naming.words
  const { definition } = register
  const me = useMe()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refused = useRefusalMessage()
  const [editing, setEditing] = useState<Editing | null>(null)
  const edit = (cell: Cell, begun: GivenValue | undefined) => {
    const [entry, column] = [rows.rowAt(cell.place), columns[cell.column]]
    if (!entry || !column) return
    const shut = shutCell(definition, column, entry, me, asOf)
    if (shut) return void message.info(registers.edit.shut[shut])
    if (column.is === 'field') setEditing({ cell, entry, field: column.field, begun })
  }
  const done = (onward: Onward) => {
    if (!editing) return
    const { place, column } = editing.cell
    setEditing(null)
    const to = { down: [1, 0], next: [0, 1], before: [0, -1], stay: [0, 0] }[onward] as [number, number]
    if (onward !== 'stay') cursor.to({ place: place + to[0], column: column + to[1] })
    table.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (cursor.move(event)) return event.preventDefault()
    const { cell } = cursor
    const [entry, column] = [rows.rowAt(cell.place), columns[cell.column]]
    if (!entry || !column) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      return void navigate({ href: entryAddress(definition.code, entry.id, asOf) })
    const begins = begunBy(event, column)
    if (!begins) return
    event.preventDefault()
    edit(cell, begins === 'as-is' ? undefined : begins.value)
  }
  const onCopy = (event: ClipboardEvent) => {
    if (String(getSelection()) !== '') return
    const { top, bottom, left, right } = cursor.picked
    const lines = Array.from({ length: bottom - top + 1 }, (_, i) => rows.seen(top + i))
    const there = lines.filter((entry) => entry !== undefined)
    const cells = there.map((entry) => columns.slice(left, right + 1).map((column) => wordsOf(column, entry, room)))
    event.clipboardData?.setData('text/plain', writeBlock(cells))
    event.preventDefault()
    if (there.length < lines.length) void message.warning(registers.grid.notAllCopied(there.length))
    else void message.success(registers.grid.copied)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (asOf !== null) return
    const cells = parseBlock(event.clipboardData?.getData('text/plain') ?? '')
    if (cells.length === 0) return
    event.preventDefault()
    if (cells.length > mostPasted) return void message.warning(registers.paste.tooMany(mostPasted))
    const { top, left } = cursor.picked
    const bed = { shown: columns, all: possibleColumns(definition, me.roles), from: left }
    rows
      .fetch({ first: top, end: top + cells.length })
      .then((entries) => onPasted({ cells, bed: { ...bed, entries } }), refused)
  }
  const onDoubleClick = ({ target }: MouseEvent) => {
    const cell = (target as HTMLElement).closest('a')
      ? null
      : cellAt(
          target,
          columns.map(({ key }) => key),
        )
    // The browser marks the word under a double click.
    getSelection()?.removeAllRanges()
    if (cell) edit(cell, undefined)
  }
  useClipboard(table, onCopy, onPaste)
  return { editing, done, onDoubleClick, onKeyDown }
}

/** A browser sends these events to wherever the last click left its caret, and so the whole page listens while the table has the focus. */
function useClipboard(
  table: RefObject<HTMLTableElement | null>,
  onCopy: (event: ClipboardEvent) => void,
  onPaste: (event: ClipboardEvent) => void,
): void {
  const current = useRef({ copy: onCopy, paste: onPaste })
  current.current = { copy: onCopy, paste: onPaste }
  useEffect(() => {
    const heard = (event: ClipboardEvent) => {
      if (document.activeElement !== table.current) return
      current.current[event.type as 'copy' | 'paste'](event)
    }
    document.addEventListener('copy', heard)
    document.addEventListener('paste', heard)
    return () => {
      document.removeEventListener('copy', heard)
      document.removeEventListener('paste', heard)
    }
  }, [table])
}
