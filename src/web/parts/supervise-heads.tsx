// The heads of the 督办 table: press the word to sort, press the mark to narrow the list by that column.

import { useWords } from '#web/language.ts'
import { HeadFilter } from '#web/parts/head-filter.tsx'
import type { Show } from '#web/parts/supervise-address.ts'
import { numeric } from '#web/parts/supervise-cells.tsx'
import { FilterPanel, filterOf } from '#web/parts/supervise-filters.tsx'
import { type ColumnKey, type Look, pressed, type SortKey } from '#web/parts/supervise-look.ts'

const sortOf: Partial<Record<ColumnKey, SortKey>> = {
  number: 'number',
  light: 'light',
  title: 'title',
  lead: 'lead',
  dueOn: 'dueOn',
  percent: 'percent',
  stage: 'stage',
}

type Props = { column: ColumnKey; index: number; look: Look; onLook: Show; left: number | null }

/** `left` is where a column that stays in place stands, in pixels. */
export function HeadCell({ column, index, look, onLook, left }: Props) {
  const { supervise } = useWords()
  const label = supervise.columns[column]
  const key = sortOf[column]
  const sorted = key !== undefined && key === look.sort
  const direction = look.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      aria-colindex={index + 1}
      aria-sort={key ? (sorted ? direction : 'none') : undefined}
      className={`${left === null ? '' : 'frozen '}${numeric.has(column) ? 'number' : ''}`}
      style={left === null ? undefined : { left }}
    >
      <span className="ledger-head">
        {key ? (
          <button
            type="button"
            className="ledger-sort"
            title={supervise.filters.sort(label)}
            onClick={() => onLook(pressed(look, key))}
          >
            {label}
            <span aria-hidden="true">{sorted ? (look.descending ? '↓' : '↑') : ''}</span>
          </button>
        ) : (
          <span className="cut">{label}</span>
        )}
        <FilterButton column={column} label={label} look={look} onLook={onLook} />
      </span>
    </th>
  )
}

function FilterButton({ column, label, look, onLook }: Omit<Props, 'index' | 'left'> & { label: string }) {
  const filter = filterOf[column]
  if (!filter) return null
  const on = filter.some((key) => look.filter[key] !== undefined)
  return (
    <HeadFilter name={label} on={on}>
      <FilterPanel column={column} look={look} onLook={onLook} />
    </HeadFilter>
  )
}
