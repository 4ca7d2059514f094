// The input of a field that leads to an entry of another register: found by typing a part of its title.

import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps, textGiven } from '#web/parts/field-control.ts'

const offered = 20

export function EntryInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { shell, registers } = useWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const id = textGiven(value)
  const register = field.of ?? ''
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const definition = all?.own.find((one) => one.definition.code === register)?.definition
  const there = definition !== undefined
  const input = { register, limit: offered, ...(text && { text }) }
  const { data: found, isFetching } = useQuestion('listEntries', input, { enabled: there, keep: true })
  const { data: named } = useQuestion('titlesOf', { register, ids: [id] }, { enabled: there && id !== '', keep: true })
  const options = (found?.entries ?? []).map((entry) => ({
    value: entry.id,
    label: String(entry.values[definition?.title ?? ''] ?? registers.untitled),
  }))
  const own = named?.find((one) => one.id === id)
  if (own && !options.some((option) => option.value === id))
    options.unshift({ value: id, label: own.title ?? registers.untitled })
  if (all && !there) return <p className="soft">{registers.input.notInUse(register)}</p>
  return (
    <Select
      {...attributes(rest)}
      {...(rest.atOnce ? { defaultOpen: true } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      allowClear
      loading={isFetching}
      value={id || undefined}
      onChange={(chosen) => onChange(chosen ?? null)}
      options={options}
      notFoundContent={isFetching ? shell.loading : registers.input.nothingFound}
      placeholder={definition ? registers.input.find(definition.entryName) : shell.choose}
    />
  )
}
