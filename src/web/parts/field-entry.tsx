// The input of a field that leads to an entry of another register: found by typing a part of its title.

import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type FieldControlProps, textGiven } from '#web/parts/field-control.ts'
import { FoundSelect, useTyped } from '#web/parts/found-select.tsx'

export function EntryInput({ field, value, ...rest }: FieldControlProps) {
  const { shell, registers } = useWords()
  const { asked, setTyped } = useTyped()
  const id = textGiven(value)
  const register = field.of ?? ''
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const definition = all?.own.find((one) => one.definition.code === register)?.definition
  const there = definition !== undefined
  const { data, isFetching } = useQuestion('listEntries', { register, ...asked }, { enabled: there, keep: true })
  const { data: named } = useQuestion('titlesOf', { register, ids: [id] }, { enabled: there && id !== '', keep: true })
  const found = (data?.entries ?? []).map((entry) => ({
    value: entry.id,
    label: String(entry.values[definition?.title ?? ''] ?? registers.untitled),
  }))
  const own = named?.find((one) => one.id === id)
  if (all && !there) return <p className="soft">{registers.input.notInUse(register)}</p>
  return (
    <FoundSelect
      {...{ ...rest, chosen: id, found, loading: isFetching, onType: setTyped }}
      own={own ? { value: id, label: own.title ?? registers.untitled } : null}
      placeholder={definition ? registers.input.find(definition.entryName) : shell.choose}
    />
  )
}
