// One row of the 督办 table, and the empty height that stands for the rows that are not drawn.

import { memo } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { type CellRoom, cells, numeric } from './supervise-cells.tsx'
import { type Placed, rowHeight } from './supervise-columns.ts'

type Props = {
  row: CommitmentRow | undefined
  place: number
  columns: readonly Placed[]
  room: CellRoom
  current: boolean
  onCursor: (place: number) => void
}

/** `row` is undefined while its page is on the way. */
export const LedgerRow = memo(function LedgerRow({ row, place, columns, room, current, onCursor }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table move the same cursor.
    <tr
      id={`row-${place}`}
      aria-rowindex={place + 2}
      aria-selected={current}
      className={row?.closure === 'open' || !row ? undefined : 'is-ended'}
      onClick={() => onCursor(place)}
    >
      {columns.map(({ key, left }) => (
        <td
          key={key}
          className={
            left === null ? (numeric.has(key) ? 'number' : undefined) : numeric.has(key) ? 'frozen number' : 'frozen'
          }
          style={left === null ? undefined : { left }}
        >
          {row ? (
            cells[key](row, room, place)
          ) : key === 'place' ? (
            place + 1
          ) : key === 'title' ? (
            <WaitingLine room={room} />
          ) : null}
        </td>
      ))}
    </tr>
  )
})

function WaitingLine({ room }: { room: CellRoom }) {
  return <span className="soft">{room.words.supervise.table.loadingRow}</span>
}

export function Spacer({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null
  return (
    <tr aria-hidden="true" className="ledger-spacer">
      <td colSpan={columns} style={{ height: rows * rowHeight }} />
    </tr>
  )
}
