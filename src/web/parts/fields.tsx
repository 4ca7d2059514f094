// The fields that several forms share: a calendar day as its ISO string, a unit or a post out of the tree.

import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import { type Lookup, useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { postTitle } from '#web/parts/names.tsx'

type DayFieldProps = {
  id?: string
  value?: string | null
  onChange?: (day: string | null) => void
  /** No earlier and no later day can be chosen. */
  earliest?: string | undefined
  latest?: string | undefined
  disabled?: boolean
  'aria-label'?: string
}

/** A day as 2026-03-05; null when empty. Works as a field of an antd Form. */
export function DayField({ value, onChange, earliest, latest, ...rest }: DayFieldProps) {
  const { shell } = useWords()
  const outside = (day: dayjs.Dayjs) => {
    const iso = day.format('YYYY-MM-DD')
    return (earliest !== undefined && iso < earliest) || (latest !== undefined && iso > latest)
  }
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      disabledDate={outside}
      placeholder={shell.choose}
      style={{ width: '100%', maxWidth: '12rem' }}
    />
  )
}

type ChoiceProps<V> = {
  id?: string
  value?: V
  onChange?: (value: V) => void
  disabled?: boolean
  autoFocus?: boolean
  defaultOpen?: boolean
  'aria-label'?: string
}

const byLabel = { showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } as const

/** One unit of the zone, or none. */
export function UnitSelect({ value, onChange, ...rest }: ChoiceProps<string | null>) {
  const options = useUnitOptions()
  const { shell } = useWords()
  return (
    <Select
      {...rest}
      {...byLabel}
      allowClear
      value={value ?? undefined}
      onChange={(id) => onChange?.(id ?? null)}
      options={options}
      placeholder={shell.choose}
    />
  )
}

/** Several units of the zone. */
export function UnitsSelect({ value, onChange, ...rest }: ChoiceProps<string[]>) {
  const options = useUnitOptions()
  const { shell } = useWords()
  return (
    <Select
      {...rest}
      {...byLabel}
      mode="multiple"
      allowClear
      value={value ?? []}
      onChange={(ids) => onChange?.(ids)}
      options={options}
      placeholder={shell.choose}
    />
  )
}

/** One post, or none; only those of `unit` when that is given. Holders stand behind the post. */
export function PostSelect({ value, onChange, unit, ...rest }: ChoiceProps<string | null> & { unit?: string | null }) {
  const directory = useDirectory()
  const { shell } = useWords()
  const options = useMemo(() => (directory ? postOptions(directory, unit) : []), [directory, unit])
  return (
    <Select
      {...rest}
      {...byLabel}
      allowClear
      value={value ?? undefined}
      onChange={(id) => onChange?.(id ?? null)}
      options={options}
      placeholder={shell.choose}
    />
  )
}

function useUnitOptions() {
  const directory = useDirectory()
  return useMemo(() => directory?.units.map((unit) => ({ value: unit.id, label: unit.name })) ?? [], [directory])
}

function postOptions(directory: Lookup, unit: string | null | undefined) {
  const { posts, people } = directory
  return posts
    .filter((post) => !unit || post.unit === unit)
    .map((post) => {
      const holder = people.find((person) => person.active && person.posts.includes(post.id))
      return { value: post.id, label: `${postTitle(directory, post.id)}${holder ? ` ${holder.name}` : ''}` }
    })
}
