// One thing out of very many, found by typing: what is typed is asked of the server, what is chosen stays offered.

import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps } from '#web/parts/field-control.ts'

/** What has been typed so far, as the input of a question. */
export function useTyped() {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  return { asked: { limit: 20, ...(text && { text }) }, setTyped }
}

type Found = { value: string; label: string }
type Props = Omit<FieldControlProps, 'field' | 'value'> & {
  /** Its id; empty: none. */
  chosen: string
  found: readonly Found[]
  /** The one that is chosen, once its words are known. */
  own: Found | null
  loading: boolean
  placeholder: string
  onType: (typed: string) => void
}

export function FoundSelect({ chosen, found, own, loading, placeholder, onType, onChange, ...rest }: Props) {
  const { shell, registers } = useWords()
  const isOffered = found.some(({ value }) => value === chosen)
  return (
    <Select
      {...attributes(rest)}
      {...(rest.atOnce ? { defaultOpen: true } : {})}
      showSearch={{ filterOption: false, onSearch: onType }}
      popupMatchSelectWidth={false}
      allowClear
      loading={loading}
      value={chosen || undefined}
      onChange={(next) => onChange(next ?? null)}
      options={own && chosen && !isOffered ? [own, ...found] : [...found]}
      notFoundContent={loading ? shell.loading : registers.input.nothingFound}
      placeholder={placeholder}
    />
  )
}
