// Inputs of fields that take one or several words of a list, yes or no, a day or a month.

import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { Field } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps, textGiven } from '#web/parts/field-control.ts'

/** What can be chosen: words that are not retired, and those that stand there now. */
function optionsOf({ choices }: Field, now: readonly string[]) {
  const open = choices.filter(({ word, retired }) => !retired || now.includes(word))
  return open.map(({ word }) => ({ value: word, label: word }))
}

const byLabel = { showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } as const
const opened = (atOnce: boolean | undefined) => (atOnce ? { defaultOpen: true } : {})

export function ChoiceInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { shell } = useWords()
  const now = textGiven(value)
  return (
    <Select
      {...attributes(rest)}
      {...opened(rest.atOnce)}
      {...byLabel}
      allowClear
      value={now || undefined}
      onChange={(word) => onChange(word ?? null)}
      options={optionsOf(field, [now])}
      placeholder={shell.choose}
    />
  )
}

export function ChoicesInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { shell } = useWords()
  const now = Array.isArray(value) ? value : []
  return (
    <Select
      {...attributes(rest)}
      {...opened(rest.atOnce)}
      {...byLabel}
      mode="multiple"
      allowClear
      value={now}
      onChange={(words: string[]) => onChange(words.length > 0 ? words : null)}
      options={optionsOf(field, now)}
      placeholder={shell.choose}
    />
  )
}

export function YesNoInput({ field: _, value, onChange, ...rest }: FieldControlProps) {
  const { shell, registers } = useWords()
  return (
    <Select
      {...attributes(rest)}
      {...opened(rest.atOnce)}
      allowClear
      value={typeof value === 'boolean' ? String(value) : undefined}
      onChange={(said) => onChange(said === undefined ? null : said === 'true')}
      options={[
        { value: 'true', label: registers.yesNo.yes },
        { value: 'false', label: registers.yesNo.no },
      ]}
      placeholder={shell.choose}
    />
  )
}

/** A day as 2026-03-05, a month as 2026-03. */
export function DateInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { shell } = useWords()
  const form = field.type === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'
  const said = textGiven(value)
  return (
    <DatePicker
      {...attributes(rest)}
      {...opened(rest.atOnce)}
      picker={field.type === 'month' ? 'month' : 'date'}
      format={form}
      value={said ? dayjs(said) : null}
      onChange={(day) => onChange(day ? day.format(form) : null)}
      placeholder={shell.choose}
      className="date-input"
      // Enter takes the day that was typed; it must not send the form it stands in.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}
