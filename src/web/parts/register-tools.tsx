// What can be done with a register's table as a whole: choose columns, show what was taken out, print, see the keys.

import { Button, Checkbox, Popover } from 'antd'
import type { Register, RegisterView } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { Printing } from '#web/parts/printing.ts'
import type { ShowRegister } from '#web/parts/register-address.ts'
import { possibleColumns, shownColumns } from '#web/parts/register-columns.ts'
import type { RegisterLook } from '#web/parts/register-look.ts'
import { inMain } from '#web/parts/supervise-size.ts'
import { showNumber } from '#web/words/amount.ts'

type Props = { register: Register; view: RegisterView | null; look: RegisterLook; onLook: ShowRegister }

export function ColumnsChoice({ register, view, look, onLook }: Props) {
  const { columns: say } = useWords().registers
  const { roles } = useMe()
  const { definition } = register
  const free = possibleColumns(definition, roles).filter(({ key }) => key !== definition.title)
  const now = shownColumns(definition, view, look.columns, roles).map(({ key }) => key)
  // Those that are there keep their order; new ones come behind them.
  const choose = (keys: string[]) => {
    const kept = now.filter((key) => key === definition.title || keys.includes(key))
    onLook({ columns: [...kept, ...keys.filter((key) => !now.includes(key))] })
  }
  const panel = (
    <fieldset className="filter-panel">
      <legend className="only-read-aloud">{say.title}</legend>
      <Checkbox.Group
        className="filter-choices"
        options={free.map(({ key, name }) => ({ value: key, label: name }))}
        value={now}
        onChange={choose}
      />
      <span className="columns-ends">
        <Button size="small" type="link" onClick={() => choose(free.map(({ key }) => key))}>
          {say.all}
        </Button>
        <Button size="small" type="link" onClick={() => onLook({ columns: null })}>
          {say.reset}
        </Button>
      </span>
    </fieldset>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={panel}
      destroyOnHidden
      getPopupContainer={inMain}
    >
      <Button>{say.button}</Button>
    </Popover>
  )
}

export function RemovedChoice({ look, onLook }: Pick<Props, 'look' | 'onLook'>) {
  const { registers } = useWords()
  return (
    <Checkbox checked={look.removed} onChange={({ target }) => onLook({ removed: target.checked })}>
      {registers.page.withRemoved}
    </Checkbox>
  )
}

export function PrintButton({ printing }: { printing: Printing<unknown> }) {
  const { grid } = useWords().registers
  const language = useLanguage()
  const { ready, print } = printing
  return (
    <Button onClick={print} disabled={ready !== null}>
      {ready === null ? grid.print : grid.printing(showNumber(ready, language))}
    </Button>
  )
}
