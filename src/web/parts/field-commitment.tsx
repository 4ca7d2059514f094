// The input of a field that leads to a commitment: found by typing a part of its title or number. A commitment that does not
// exist yet is made by its own act, not here.

import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps, textGiven } from '#web/parts/field-control.ts'

const offered = 20

export function CommitmentInput({ field: _, value, onChange, ...rest }: FieldControlProps) {
  const { shell, registers } = useWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const id = textGiven(value)
  const { data, isFetching } = useQuestion('listCommitments', { limit: offered, ...(text && { text }) }, { keep: true })
  const { data: own } = useQuestion('getCommitment', { id }, { enabled: id !== '', keep: true })
  const options = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))
  if (own && id && !options.some((option) => option.value === id))
    options.unshift({ value: id, label: `${own.commitment.number} ${own.commitment.wording.title}` })
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
      placeholder={shell.choose}
    />
  )
}
