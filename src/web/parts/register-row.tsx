// One row of a register's table.

import { memo } from 'react'
import type { AllWords } from '#web/language.ts'
import { type CellRoom, cellOf, hoverOf, isNumeric } from '#web/parts/register-cells.tsx'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import type { PlacedColumn } from '#web/parts/register-widths.ts'

type Props = {
  /** Undefined while its page is on the way. */
  entry: ShownEntry | undefined
  place: number
  columns: readonly PlacedColumn[]
  room: CellRoom
  /** The key of the column under the cursor; null when the cursor is in another row. */
  cursor: string | null
  /** `2-5`: these columns are picked beside the cursor; null: none. */
  picked: string | null
  /** The rows run by: only the columns that stay in place are filled. */
  skim: boolean
}

export const cellId = (place: number, key: string): string => `cell-${place}-${key.replace('@', 'at-')}`

export const RegisterRow = memo(function RegisterRow({ entry, place, columns, room, cursor, picked, skim }: Props) {
  return (
    <tr
      id={`row-${place}`}
      aria-rowindex={place + 2}
      aria-selected={cursor !== null}
      className={entry?.removed ? 'is-ended' : undefined}
    >
      <td className="frozen number" style={{ left: 0 }}>
        {place + 1}
      </td>
      {columns.map((placed, i) => {
        const { key } = placed.column
        const filled = entry !== undefined && !(skim && placed.left === null)
        return (
          <td
            key={key}
            id={cursor === key ? cellId(place, key) : undefined}
            data-key={key}
            className={classOf(placed, cursor === key, isPicked(picked, i))}
            style={placed.left === null ? undefined : { left: placed.left }}
            title={filled ? hoverOf(placed.column, entry, room) : undefined}
          >
            {filled ? cellOf(placed.column, entry, room) : waiting(placed, entry, room.naming.words)}
          </td>
        )
      })}
    </tr>
  )
})

function waiting({ left }: PlacedColumn, entry: ShownEntry | undefined, { supervise }: AllWords): string {
  return left !== null && !entry ? supervise.table.loadingRow : ''
}

function isPicked(picked: string | null, column: number): boolean {
  if (picked === null) return false
  const [left, right] = picked.split('-').map(Number)
  return column >= left! && column <= right!
}

function classOf({ column, left }: PlacedColumn, current: boolean, picked: boolean): string | undefined {
  const classes = [
    left !== null && 'frozen',
    isNumeric(column) && 'number',
    current && 'is-cursor',
    picked && 'is-picked',
  ]
  return classes.filter((one) => one).join(' ') || undefined
}
