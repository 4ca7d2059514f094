// One field of a register in a form: its name, whether it must be filled in, its hint, its input, and what is wrong with it.

import { useId } from 'react'
import type { Field } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import type { EntryPlace, GivenValue } from '#web/parts/field-control.ts'
import { FieldInput } from '#web/parts/field-input.tsx'
import './form-window.css'

type Props = {
  field: Field
  value: GivenValue | undefined
  onChange: (value: GivenValue) => void
  problem?: string | undefined
  at?: EntryPlace | null
  autoFocus?: boolean
}

export function FieldRow({ field, value, onChange, problem, at = null, autoFocus = false }: Props) {
  const { shell, registers } = useWords()
  const id = useId()
  const told = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter((one) => one).join(' ')
  return (
    <div className={problem ? 'act-field has-problem' : 'act-field'}>
      <div className="act-label">
        <label htmlFor={id}>{field.name}</label>
        {field.required ? (
          <span className="needed">
            <span aria-hidden="true"> *</span>
            <span className="only-read-aloud"> {registers.input.needed}</span>
          </span>
        ) : (
          <span className="soft"> {shell.optional}</span>
        )}
      </div>
      <FieldInput
        id={id}
        field={field}
        value={value}
        onChange={onChange}
        at={at}
        autoFocus={autoFocus}
        {...(told && { 'aria-describedby': told })}
        {...(problem && { 'aria-invalid': true })}
      />
      {problem && (
        <p id={`${id}-problem`} className="act-trouble" role="alert">
          {field.name}：{problem}
        </p>
      )}
      {field.hint && (
        <div id={`${id}-hint`} className="soft act-hint">
          {field.hint}
        </div>
      )}
    </div>
  )
}
