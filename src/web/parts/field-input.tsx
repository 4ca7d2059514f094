// The input of any field of a register: forms, the record page and the table's own editor all use it.

import type { FieldType } from '#domain/register.ts'
import { AmountInput, MoneyInput } from '#web/parts/field-amount.tsx'
import { ChoiceInput, ChoicesInput, DateInput, YesNoInput } from '#web/parts/field-choice.tsx'
import { CommitmentInput } from '#web/parts/field-commitment.tsx'
import type { EntryPlace, FieldControlProps } from '#web/parts/field-control.ts'
import { EntryInput } from '#web/parts/field-entry.tsx'
import { FilesInput } from '#web/parts/field-files.tsx'
import { PersonInput, PostInput, UnitInput } from '#web/parts/field-people.tsx'
import { PlaceInput } from '#web/parts/field-place.tsx'
import { CodeInput, LongTextInput, TextInput } from '#web/parts/field-words.tsx'
import './field-input.css'

type Props = FieldControlProps & {
  /** The entry that files are kept with; null or left out while there is none. */
  at?: EntryPlace | null
}

const inputs: Record<
  Exclude<FieldType, 'files' | 'computed' | 'rollup'>,
  (props: FieldControlProps) => React.ReactNode
> = {
  text: TextInput,
  'long-text': LongTextInput,
  number: AmountInput,
  percent: AmountInput,
  money: MoneyInput,
  date: DateInput,
  month: DateInput,
  'yes-no': YesNoInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  unit: UnitInput,
  post: PostInput,
  person: PersonInput,
  entry: EntryInput,
  commitment: CommitmentInput,
  place: PlaceInput,
  'credit-code': CodeInput,
  industry: CodeInput,
}

/** Null for what is worked out: nobody fills it in. `value` is as the server keeps it, or what was typed and cannot be read. */
export function FieldInput({ at = null, ...props }: Props) {
  const { type } = props.field
  if (type === 'computed' || type === 'rollup') return null
  if (type === 'files') return <FilesInput {...props} at={at} />
  const Input = inputs[type]
  return <Input {...props} />
}
