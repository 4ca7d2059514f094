// What narrows a register whatever its view: words in the title, a condition, filters by column, a moment looked back to.

import { Input, type InputRef } from 'antd'
import { lazy, type RefObject, Suspense, useEffect, useState } from 'react'
import type { Register, RegisterView } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { useNaming } from '#web/parts/naming.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import type { ShowRegister } from '#web/parts/register-address.ts'
import { chipsOf } from '#web/parts/register-chips.ts'
import { possibleColumns } from '#web/parts/register-columns.ts'
import type { RegisterLook } from '#web/parts/register-look.ts'

const WhereBox = lazy(async () => ({ default: (await import('#web/parts/register-where.tsx')).WhereBox }))

type Props = { register: Register; look: RegisterLook; onLook: ShowRegister }

export function RegisterSearch({ register, look, onLook, field }: Props & { field: RefObject<InputRef | null> }) {
  const { registers } = useWords()
  const [typed, setTyped] = useState(look.text)
  useEffect(() => setTyped(look.text), [look.text])
  const label = registers.page.search(register.definition.entryName)
  return (
    <Input.Search
      ref={field}
      className="search-field"
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(value) => onLook({ text: value.trim() })}
      maxLength={100}
      allowClear
      placeholder={label}
      aria-label={label}
    />
  )
}

/** The condition is written in a box of its own, which is loaded when it is opened. */
export function RegisterWhere(props: Props & { view: RegisterView | null; onClose: () => void }) {
  return (
    <Suspense fallback={<LoadingMark />}>
      <WhereBox {...props} />
    </Suspense>
  )
}

export function RegisterChips({ register, look, onLook }: Props) {
  const { supervise } = useWords()
  const { roles } = useMe()
  const naming = useNaming(register.definition, [], look.asOf, linkedIn(register, look))
  const chips = chipsOf(look, possibleColumns(register.definition, roles), naming)
  if (chips.length === 0) return null
  return (
    <div className="chips">
      <span className="soft">{supervise.filters.narrowed}</span>
      {chips.map(({ says, without }) => (
        <span key={says} className="chip">
          {says}
          <button
            type="button"
            className="not-printed"
            aria-label={supervise.filters.take(says)}
            onClick={() => onLook(without)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </span>
      ))}
      <button
        type="button"
        className="word-button not-printed"
        onClick={() => onLook({ filter: [], where: null, text: '', removed: false })}
      >
        {supervise.filters.clearAll}
      </button>
    </div>
  )
}

/** Entries of other registers that the filter names. */
function linkedIn({ definition }: Register, { filter }: RegisterLook) {
  return definition.fields.flatMap(({ key, type, of }) => {
    if (type !== 'entry' || of === null) return []
    const ids = filter.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1))
    return ids.filter((id) => id !== '').map((id) => ({ register: of, id }))
  })
}
