// One row of the 督办 table, and the empty height that stands for the rows that are not drawn.

import { memo } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { type CellRoom, cells, longWords, numeric, shareOf } from '#web/parts/supervise-cells.tsx'
import { type Placed, rowHeight } from '#web/parts/supervise-columns.ts'

type Props = {
  row: CommitmentRow | undefined
  place: number
  columns: readonly Placed[]
  room: CellRoom
  current: boolean
  skim: boolean
}

/** `row` is undefined while its page is on the way. `skim`: only the columns that stay in place are filled. */
export const LedgerRow = memo(function LedgerRow({ row, place, columns, room, current, skim }: Props) {
  return (
    <tr
      id={`row-${place}`}
      aria-rowindex={place + 2}
      aria-selected={current}
      className={row && row.closure !== 'open' ? 'is-ended' : undefined}
    >
      {columns.map((column) => {
        if (!row) return waitingCell(column, room, place)
        return skim && column.left === null ? <td key={column.key} /> : cellOf(column, row, room, place)
      })}
    </tr>
  )
})

function cellOf({ key, left }: Placed, row: CommitmentRow, room: CellRoom, place: number) {
  const words = cells[key](row, room, place)
  const whole = longWords.has(key) ? (typeof words === 'string' ? words : row.title) : undefined
  const style = left !== null ? { left } : key === 'percent' ? shareOf(row.percent) : undefined
  return (
    <td key={key} className={classOf(key, left)} style={style} title={whole}>
      {words}
    </td>
  )
}

function waitingCell({ key, left }: Placed, { words }: CellRoom, place: number) {
  return (
    <td key={key} className={classOf(key, left)} style={left === null ? undefined : { left }}>
      {key === 'place' ? place + 1 : key === 'title' ? words.supervise.table.loadingRow : ''}
    </td>
  )
}

function classOf(key: Placed['key'], left: number | null): string | undefined {
  const number = numeric.has(key) ? (key === 'percent' ? 'number ledger-percent' : 'number') : ''
  return left === null ? number || undefined : number ? `frozen ${number}` : 'frozen'
}

export function Spacer({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused; it is empty height.
    <tr aria-hidden="true">
      <td className="ledger-space" colSpan={columns} style={{ height: rows * rowHeight }} />
    </tr>
  )
}
