// On a phone there are no heads to narrow the list by: a window chooses the column, and the column's own panel does the rest.

import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import type { Register } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { ShowRegister } from '#web/parts/register-address.ts'
import { possibleColumns } from '#web/parts/register-columns.ts'
import { narrowedColumns } from '#web/parts/register-filter.ts'
import { filters, RegisterFilterPanel } from '#web/parts/register-filters.tsx'
import type { RegisterLook } from '#web/parts/register-look.ts'

type Props = { register: Register; look: RegisterLook; onLook: ShowRegister }

export function FilterSheet({ register, look, onLook }: Props) {
  const { sheet } = useWords().registers
  const { roles } = useMe()
  const [open, setOpen] = useState(false)
  const columns = possibleColumns(register.definition, roles).filter(filters)
  const [chosen, setChosen] = useState<string | null>(null)
  const first = narrowedColumns(look.filter).find((key) => columns.some((column) => column.key === key))
  const column = columns.find(({ key }) => key === (chosen ?? first)) ?? columns[0]
  return (
    <>
      <Button onClick={() => setOpen(true)}>{sheet.button}</Button>
      {open && column && (
        <Drawer open title={sheet.title} placement="bottom" size="75vh" onClose={() => setOpen(false)}>
          <Select
            className="sheet-column"
            aria-label={sheet.column}
            showSearch={{ optionFilterProp: 'label' }}
            value={column.key}
            onChange={setChosen}
            options={columns.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <RegisterFilterPanel key={column.key} column={column} look={look} onLook={onLook} />
        </Drawer>
      )}
    </>
  )
}
