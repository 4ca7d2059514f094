// The heads of a register's table: press the word to sort, press the mark to narrow the list by that column.

import type { FieldType } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { HeadFilter } from '#web/parts/head-filter.tsx'
import type { ShowRegister } from '#web/parts/register-address.ts'
import { isNumeric } from '#web/parts/register-cells.tsx'
import type { RegisterColumn } from '#web/parts/register-columns.ts'
import { narrowedColumns } from '#web/parts/register-filter.ts'
import { filters, RegisterFilterPanel } from '#web/parts/register-filters.tsx'
import { pressedHead, type RegisterLook } from '#web/parts/register-look.ts'

/** What the server cannot put in order. */
const unordered: readonly FieldType[] = ['choices', 'place', 'files']

function isSortable(column: RegisterColumn): boolean {
  return column.is === 'field' && !unordered.includes(column.field.type)
}

type Props = {
  column: RegisterColumn
  index: number
  look: RegisterLook
  onLook: ShowRegister
  sorted: { sort: string | null; descending: boolean }
  left: number | null
}

export function RegisterHead({ column, index, look, onLook, sorted, left }: Props) {
  const { supervise } = useWords()
  const { key, name } = column
  const current = sorted.sort === key
  const sortable = isSortable(column)
  const direction = sorted.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      aria-colindex={index + 1}
      aria-sort={sortable ? (current ? direction : 'none') : undefined}
      className={[left !== null && 'frozen', isNumeric(column) && 'number'].filter((one) => one).join(' ') || undefined}
      style={left === null ? undefined : { left }}
    >
      <span className="ledger-head">
        {sortable ? (
          <button
            type="button"
            className="ledger-sort"
            title={supervise.filters.sort(name)}
            onClick={() => onLook(pressedHead(sorted, key))}
          >
            <span className="cut">{name}</span>
            <span aria-hidden="true">{current ? (sorted.descending ? '↓' : '↑') : ''}</span>
          </button>
        ) : (
          <span className="cut" title={name}>
            {name}
          </span>
        )}
        <FilterButton column={column} look={look} onLook={onLook} />
      </span>
    </th>
  )
}

function FilterButton({ column, look, onLook }: Pick<Props, 'column' | 'look' | 'onLook'>) {
  if (!filters(column)) return null
  const on = narrowedColumns(look.filter).includes(column.key)
  return (
    <HeadFilter name={column.name} on={on}>
      <RegisterFilterPanel column={column} look={look} onLook={onLook} />
    </HeadFilter>
  )
}
