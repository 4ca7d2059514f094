// Inputs of fields that are words: one line, many lines, the two kinds of codes that are looked at as they are typed.

import { Input } from 'antd'
import { isCreditCode, isIndustryCode } from '#domain/credit-code.ts'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps, textGiven } from '#web/parts/field-control.ts'
import { FieldWarning } from '#web/parts/field-warning.tsx'

export function TextInput({ field: _, value, onChange, ...rest }: FieldControlProps) {
  return (
    <Input
      {...attributes(rest)}
      value={textGiven(value)}
      maxLength={500}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  )
}

export function LongTextInput({ field: _, value, onChange, ...rest }: FieldControlProps) {
  return (
    <Input.TextArea
      {...attributes(rest)}
      value={textGiven(value)}
      maxLength={10_000}
      autoSize={{ minRows: 3, maxRows: 12 }}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  )
}

const codeLength = 18

/** A code that fails its own check character is kept all the same: some genuine early ones do. */
export function CodeInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { input } = useWords().registers
  const code = textGiven(value).trim().toUpperCase()
  const credit = field.type === 'credit-code'
  const fits = credit ? isCreditCode(code) : isIndustryCode(code)
  const warning =
    credit && code.length !== codeLength ? input.creditLength(code.length) : credit ? input.credit : input.industry
  return (
    <>
      <Input
        {...attributes(rest)}
        value={textGiven(value)}
        maxLength={60}
        spellCheck={false}
        autoCapitalize="characters"
        onChange={({ target }) => onChange(target.value === '' ? null : target.value.toUpperCase())}
      />
      {code !== '' && !fits && <FieldWarning>{warning}</FieldWarning>}
    </>
  )
}
