// What every input of a register's field takes, whatever its type (field-input.tsx chooses among them).

import type { Given } from '#domain/field-value.ts'
import type { Field } from '#domain/register.ts'

/** A value as it is sent to the server: null is empty. What cannot be read stays the text that was typed, so that the server says so. */
export type GivenValue = Given[string]

export type ControlProps = {
  id?: string
  disabled?: boolean
  autoFocus?: boolean
  /** In the table: lists open at once. */
  atOnce?: boolean
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export type FieldControlProps = ControlProps & {
  field: Field
  value: GivenValue | undefined
  onChange: (value: GivenValue) => void
}

/** The entry that files are kept with; without one there is nothing to attach them to yet. */
export type EntryPlace = { register: string; id: string }

/** What stands in a text input for a value. */
export function textGiven(value: GivenValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}

/** Attributes for a control of Ant Design. */
export function attributes({ atOnce: _, ...rest }: ControlProps): Omit<ControlProps, 'atOnce'> {
  return rest
}
