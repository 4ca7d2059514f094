// A plain table for lists of a few dozen rows: no sorting, no paging, prints as it is; on a phone each
// row is a card. The 督办 table is another thing.

import type { ReactNode } from 'react'
import './plain-table.css'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** 'number' aligns right; 'nowrap' keeps to one line. */
  look?: 'number' | 'nowrap'
  width?: string
}

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty: string
}

/** The caption is read aloud and not shown; the first column heads its row. */
export function PlainTable<Row>({ caption, columns, rows, rowKey, empty }: Props<Row>) {
  return (
    <div className="plain-table-scroll">
      <table className="plain-table has-cards">
        <caption className="only-read-aloud">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, look, width }) => (
              <th key={key} scope="col" className={look} style={width ? { width } : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, head, cell, look }) => (
                <td key={key} className={look} data-head={typeof head === 'string' ? head : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="empty-mark">{empty}</p>}
    </div>
  )
}
